-- 标题: 哪些指标年年讲
-- title: Indicators that recur
-- 说明: 陈述最多的二百个对象里，讲话篇数最多的三十个：各在哪些年份出现，用什么单位，隐去几成。
-- :least 至少几篇（空：2）

-- Counting the speeches of every subject takes as long as all the rest, so only the most frequent are counted.
with counted as (
  select subject, count(*) as claims, sum(redacted) as hidden
  from metric_claims
  where subject is not null
  group by subject
  order by claims desc, subject
  limit 200
), recurring as (
  select subject, claims, hidden,
    (select count(distinct document_id) from metric_claims c where c.subject = counted.subject) as speeches
  from counted
  where speeches >= cast(coalesce(nullif(:least, ''), '2') as integer)
  order by speeches desc, claims desc, subject
  limit 30
)
select r.subject as 对象, r.speeches as 讲话篇数, r.claims as 陈述数, min(d.year) as 最早, max(d.year) as 最近,
  group_concat(distinct c.unit) as 单位, round(100.0 * r.hidden / r.claims, 1) as 隐去百分比
from recurring r
join metric_claims c on c.subject = r.subject
join documents d on d.id = c.document_id
group by r.subject
order by r.speeches desc, r.claims desc, r.subject
