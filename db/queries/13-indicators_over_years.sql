-- 标题: 哪些指标年年讲
-- title: Indicators that recur
-- 说明: 最常被计数的对象，各在哪些年份的讲话里出现，隐去几成。
-- :least 至少几篇（空：2）

with spoken as (
  select subject, document_id, count(*) as claims, sum(redacted) as hidden
  from metric_claims
  where subject is not null
  group by subject, document_id
), recurring as (
  select subject, count(*) as speeches, sum(claims) as claims, round(100.0 * sum(hidden) / sum(claims), 1) as hidden
  from spoken
  group by subject
  having speeches >= cast(coalesce(nullif(:least, ''), '2') as integer)
  order by speeches desc, claims desc, subject
  limit 50
)
select r.subject as 对象, r.speeches as 讲话篇数, r.claims as 陈述数, min(d.year) as 最早, max(d.year) as 最近,
  group_concat(distinct c.unit) as 单位, r.hidden as 隐去百分比
from recurring r
join metric_claims c on c.subject = r.subject
join documents d on d.id = c.document_id
group by r.subject
order by r.speeches desc, r.claims desc, r.subject
