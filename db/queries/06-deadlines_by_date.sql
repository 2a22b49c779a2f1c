-- 标题: 按日期看期限
-- title: Deadlines by date
-- 说明: 文中的时限按日期排列；可限定起止日期（如 2020-01-01）。隐去或无从推算的不在其中。
-- :since 起（年-月-日）
-- :until 止（年-月-日）

select t.date as 日期, t.text as 期限, i.heading as 所在条目, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || t.document_id || '#d' || t.id as 原文
from deadlines t
cross join documents d on d.id = t.document_id
left join items i on i.id = t.item_id
where t.date is not null
  and (:since = '' or t.date >= :since)
  and (:until = '' or t.date <= :until)
order by t.date, t.document_id, t.char_start
limit 1000
