-- 标题: 定下的目标
-- title: Targets set
-- 说明: 作为目标或预计提出的数量，按年份排列。
-- :status 状态 [target=目标 forecast=预计]
-- :year 年份
-- :unit 单位（如 户、亿元）

-- An index names the speeches that have a target in the unit: one that few have, or none, is not sought in every claim.
select d.year as 年份, c.status as 状态, c.subject as 对象, c.value || coalesce(c.unit, '') as 数值, c.period as 时段,
  c.clause as 分句, coalesce(d.title, d.source) as 讲话, '/-/speech/' || c.document_id || '#c' || c.id as 原文
from documents d
cross join metric_claims c on c.document_id = d.id
where :status in ('', 'target', 'forecast')
  and c.status in ('target', 'forecast')
  and (:status = '' or c.status = :status)
  and (:year = '' or d.year = cast(:year as integer))
  and (:unit = '' or c.unit = :unit)
  and (:unit = '' or d.id in (
    select document_id
    from metric_claims
    where status in ('target', 'forecast') and unit = :unit and (:status = '' or status = :status)
  ))
order by d.year desc, c.document_id, c.char_start
limit 1000
