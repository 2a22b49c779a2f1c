-- 标题: 上级条目与下级条目
-- title: Points with their parents
-- 说明: 条目是一棵树：parent_id 指向上级，path 是从顶层数下来的位置。

select p.heading as 上级, i.marker, i.heading as 下级, i.role
from items i
join items p on p.id = i.parent_id
where p.role = 'directive'
order by i.document_id, i.char_start
limit 30
