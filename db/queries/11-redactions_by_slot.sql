-- 标题: 隐去了什么
-- title: What placeholders hide
-- 说明: 占位符各隐去何物，用了哪些写法，遍及多少篇讲话。
-- :slot 隐去何物 [slots]

-- From one form of placeholder the index leads to the next: there are few forms and many places.
with recursive forms as (
  select code as slot, rank, label_zh, (select min(text) from redactions r where r.slot = slots.code) as text
  from slots
  where :slot = '' or code = :slot
  union all
  select slot, rank, label_zh, (select min(text) from redactions r where r.slot = f.slot and r.text > f.text)
  from forms f
  where text is not null
)
select label_zh as 隐去何物, text as 占位符,
  (select count(*) from redactions r where r.slot = f.slot and r.text = f.text) as 处数,
  (select count(distinct document_id) from redactions r where r.slot = f.slot and r.text = f.text) as 讲话篇数
from forms f
where text is not null
order by rank, 处数 desc, text
limit 500
