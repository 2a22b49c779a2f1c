-- 标题: 结论有争议的讲话
-- title: Speeches whose clues disagree
-- 说明: 同一字段的线索指向不同的值，且落选者的权重与胜者相近：值得人看一眼。
-- :field 字段 [year=年份 meeting_type=会议类型 speaker_level=层级 speaker_body=机构]

with heaviest as (
  select document_id, field, value, max(weight) as weight from evidence
  where (:field = '' or field = :field) group by document_id, field, value
), ranked as (
  select *, row_number() over (partition by document_id, field order by weight desc, value) as place from heaviest
)
select d.title as 讲话, a.field as 字段, a.value as 胜者, round(a.weight, 2) as 权重, b.value as 落选者,
  round(b.weight, 2) as 落选权重, '/-/speech/' || d.id as 原文
from ranked a
join ranked b on b.document_id = a.document_id and b.field = a.field and b.place = 2
join documents d on d.id = a.document_id
where a.place = 1 and a.weight - b.weight <= 0.1
order by a.weight - b.weight, d.id
limit 500
