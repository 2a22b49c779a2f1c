-- 标题: 隐去了什么
-- title: What placeholders hide
-- 说明: 占位符各隐去何物，用了哪些写法，遍及多少篇讲话。
-- :slot 隐去何物 [slots]

with hidden as (
  select slot, text, count(*) as n, count(distinct document_id) as speeches
  from redactions
  where :slot = '' or slot = :slot
  group by slot, text
)
select s.label_zh as 隐去何物, h.text as 占位符, h.n as 处数, h.speeches as 讲话篇数
from hidden h
join slots s on s.code = h.slot
order by s.rank, h.n desc, h.text
limit 500
