-- 标题: 一个指标的历年数值
-- title: One indicator over the years
-- 说明: 对象含某词的数量陈述，按年份排列，如 生产总值、脱贫、党员。
-- :subject 对象含
-- :redacted 是否隐去 [0=未隐去 1=隐去]

-- An index names the speeches that have such a claim: a word that few have, or none, is not sought in every claim.
select d.year as 年份, c.subject as 对象, c.value as 数值, c.unit as 单位, c.quantity as 折合, c.base_unit as 基本单位,
  c.change as 增减, c.comparison as 比较, c.status as 状态, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || c.document_id || '#c' || c.id as 原文
from documents d
cross join metric_claims c on c.document_id = d.id
where c.subject is not null
  and (:subject = '' or instr(c.subject, :subject) > 0)
  and (:redacted = '' or c.redacted = cast(:redacted as integer))
  and (:subject = '' or d.id in (
    select document_id
    from metric_claims
    where instr(subject, :subject) > 0 and (:redacted = '' or redacted = cast(:redacted as integer))
  ))
order by d.year, c.document_id, c.char_start
limit 500
