-- 标题: 隐去了什么
-- title: What placeholders hide
-- 说明: 占位符各隐去何物，用了哪些写法，遍及多少篇讲话。
-- :slot 隐去何物 [slots]

select s.label_zh as 隐去何物, r.text as 占位符, count(*) as 处数, count(distinct r.document_id) as 讲话篇数
from redactions r
join slots s on s.code = r.slot
where (:slot = '' or r.slot = :slot)
group by s.rank, r.text
order by s.rank, 处数 desc
limit 500
