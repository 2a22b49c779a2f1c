-- 标题: 哪些指标年年讲
-- title: Indicators that recur
-- 说明: 最常被计数的对象，各在哪些年份的讲话里出现，隐去几成。
-- :least 至少几篇（空：2）

select c.subject as 对象, count(distinct c.document_id) as 讲话篇数, count(*) as 陈述数, min(d.year) as 最早, max(d.year) as 最近,
  group_concat(distinct c.unit) as 单位, round(100.0 * sum(c.redacted) / count(*), 1) as 隐去百分比
from metric_claims c
join documents d on d.id = c.document_id
where c.subject is not null
group by c.subject
having count(distinct c.document_id) >= cast(coalesce(nullif(:least, ''), '2') as integer)
order by 讲话篇数 desc, 陈述数 desc, c.subject
limit 500
