-- 标题: 把代码换成中文
-- title: Labels instead of codes
-- 说明: 代码列都指向一张代码表，连上它就有中文名。

select m.label_zh as 会议类型, count(*) as 篇数
from documents d
join meeting_types m on m.code = d.meeting_type
group by m.code
order by 篇数 desc
