-- 标题: 隐去数值的陈述
-- title: Redacted claims by unit
-- 说明: 数值被隐去的陈述：隐去的是什么的多少，可按单位、层级来看。
-- :unit 单位（如 户、亿元）
-- :level 层级 [speaker_levels]

select c.unit as 单位, c.subject as 对象, c.value as 数值, c.status as 状态, c.clause as 分句, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || c.document_id || '#c' || c.id as 原文
from metric_claims c
cross join documents d on d.id = c.document_id
where c.redacted = 1
  and (:unit = '' or c.unit = :unit)
  and (:level = '' or d.speaker_level = :level)
  and (:level = '' or :level in (select speaker_level from documents))
order by c.unit, c.document_id, c.char_start
limit 1000
