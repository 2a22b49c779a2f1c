-- 标题: 一个指标的历年数值
-- title: One indicator over the years
-- 说明: 对象含某词的数量陈述，按年份排列，如 生产总值、脱贫、党员。
-- :subject 对象含
-- :redacted 是否隐去 [0=未隐去 1=隐去]

-- Without a word the years lead to the first five hundred; with one, the index of subjects leads to those that contain it.
with found as (
  select * from (
    select d.year, c.id
    from documents d
    cross join metric_claims c on c.document_id = d.id
    where :subject = '' and c.subject is not null
      and (:redacted = '' or c.redacted = cast(:redacted as integer))
    order by d.year, c.document_id
    limit 500
  )
  union all
  select * from (
    select d.year, c.id
    from metric_claims c
    cross join documents d on d.id = c.document_id
    where :subject <> '' and instr(c.subject, :subject) > 0
      and (:redacted = '' or c.redacted = cast(:redacted as integer))
    order by d.year, c.document_id, c.id
    limit 500
  )
)
select f.year as 年份, c.subject as 对象, c.value as 数值, c.unit as 单位, c.quantity as 折合, c.base_unit as 基本单位,
  c.change as 增减, c.comparison as 比较, c.status as 状态, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || c.document_id || '#c' || c.id as 原文
from found f
cross join metric_claims c on c.id = f.id
cross join documents d on d.id = c.document_id
order by f.year, c.document_id, c.char_start
limit 500
