-- 标题: 明令禁止的事
-- title: What is forbidden
-- 说明: 语气为禁止的要求（严禁、不得、决不……），最近的在前。
-- :level 层级 [speaker_levels]
-- :year 年份

select d.year as 年份, l.label_zh as 层级, r.heading as 要求, r.addressee as 责任主体, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || r.document_id || '#i' || r.item_id as 原文
from documents d
cross join directives r on r.document_id = d.id
left join speaker_levels l on l.code = d.speaker_level
where r.modality = 'forbid'
  and (:level = '' or d.speaker_level = :level)
  and (:year = '' or d.year = cast(:year as integer))
order by d.year desc, r.document_id, r.char_start
limit 1000
