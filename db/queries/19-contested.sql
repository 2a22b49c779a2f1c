-- 标题: 结论有争议的讲话
-- title: Speeches whose clues disagree
-- 说明: 同一字段的线索指向不同的值，且落选者的权重与胜者相近：值得人看一眼。
-- :field 字段（空：年份） [year=年份 meeting_type=会议类型 speaker_level=层级 speaker_body=机构]

with heaviest as (
  select document_id, field, value, max(weight) as weight
  from evidence
  where field = coalesce(nullif(:field, ''), 'year')
  group by field, document_id, value
), ranked as (
  select document_id, field, value, weight, row_number() over ranking as place, lead(value) over ranking as next_value,
    lead(weight) over ranking as next_weight
  from heaviest
  window ranking as (partition by field, document_id order by weight desc, value)
)
select d.title as 讲话, r.field as 字段, r.value as 胜者, round(r.weight, 2) as 权重, r.next_value as 落选者,
  round(r.next_weight, 2) as 落选权重, '/-/speech/' || d.id as 原文
from ranked r
join documents d on d.id = r.document_id
where r.place = 1 and r.weight - r.next_weight <= 0.1
order by r.weight - r.next_weight, r.document_id
limit 500
