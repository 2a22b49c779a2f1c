-- 标题: 哪些指标年年讲
-- title: Indicators that recur
-- 说明: 陈述最多的一百个对象里，讲话篇数最多的二十个：从哪年讲到哪年，用什么单位（看前五百处），隐去几成。
-- :least 至少几篇（空：2）

-- Counting the speeches of every subject takes as long as all the rest, so only the most frequent are counted.
with counted as (
  select subject, count(*) as claims
  from metric_claims
  where subject is not null
  group by subject
  order by claims desc, subject
  limit 100
), spread as materialized (
  select subject, claims,
    (select count(distinct document_id) from metric_claims c where c.subject = counted.subject) as speeches
  from counted
), recurring as materialized (
  select subject, claims, speeches
  from spread
  where speeches >= cast(coalesce(nullif(:least, ''), '2') as integer)
  order by speeches desc, claims desc, subject
  limit 20
)
select r.subject as 对象, r.speeches as 讲话篇数, r.claims as 陈述数,
  (select d.year
   from documents d
   where d.year is not null
     and exists (select 1 from metric_claims c where c.subject = r.subject and c.document_id = d.id)
   order by d.year
   limit 1)
  || '–' ||
  (select d.year
   from documents d
   where d.year is not null
     and exists (select 1 from metric_claims c where c.subject = r.subject and c.document_id = d.id)
   order by d.year desc
   limit 1) as 年份,
  (select group_concat(unit, '、')
   from (select distinct unit
         from (select unit from metric_claims c where c.subject = r.subject limit 500)
         where unit is not null)) as 单位,
  round(100.0 * (select sum(redacted) from metric_claims c where c.subject = r.subject) / r.claims, 1) as 隐去百分比
from recurring r
order by r.speeches desc, r.claims desc, r.subject
