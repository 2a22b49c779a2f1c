-- 标题: 定下的目标
-- title: Targets set
-- 说明: 作为目标或预计提出的数量，按年份排列。
-- :status 状态 [target=目标 forecast=预计]
-- :year 年份
-- :unit 单位（如 户、亿元）

-- The newest years lead to the first thousand; where few rows have the unit, they are looked at one by one instead.
with of_unit as materialized (
  select id
  from metric_claims
  where unit = :unit
  limit 12001
), found as (
  select * from (
    select d.year, c.id
    from documents d
    cross join metric_claims c on c.document_id = d.id
    where (:unit = '' or (select count(*) from of_unit) > 12000)
      and :status in ('', 'target', 'forecast')
      and c.status in ('target', 'forecast')
      and (:status = '' or c.status = :status)
      and (:year = '' or d.year = cast(:year as integer))
      and (:unit = '' or c.unit = :unit)
    order by d.year desc, c.document_id, c.char_start
    limit 1000
  )
  union all
  select d.year, c.id
  from of_unit u
  cross join metric_claims c on c.id = u.id
  cross join documents d on d.id = c.document_id
  where (select count(*) from of_unit) <= 12000
    and c.status in ('target', 'forecast')
    and (:status = '' or c.status = :status)
    and (:year = '' or d.year = cast(:year as integer))
)
select f.year as 年份, c.status as 状态, c.subject as 对象, c.value || coalesce(c.unit, '') as 数值, c.period as 时段,
  c.clause as 分句, coalesce(d.title, d.source) as 讲话, '/-/speech/' || c.document_id || '#c' || c.id as 原文
from found f
cross join metric_claims c on c.id = f.id
cross join documents d on d.id = c.document_id
order by f.year desc, c.document_id, c.char_start
limit 1000
