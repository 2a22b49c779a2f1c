-- 标题: 数一数
-- title: Count by group
-- 说明: 按一列分组计数，多的在前。

select role, count(*) as n
from items
group by role
order by n desc
