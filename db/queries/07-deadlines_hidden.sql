-- 标题: 隐去的期限
-- title: Redacted deadlines
-- 说明: 写了期限却隐去日期的地方，各在哪篇讲话、哪个条目。

select t.text as 期限, i.heading as 所在条目, d.year as 年份, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || t.document_id || '#d' || t.id as 原文
from documents d
cross join deadlines t on t.document_id = d.id
left join items i on i.id = t.item_id
where t.redacted = 1
order by d.year desc, t.document_id, t.char_start
limit 1000
