-- 标题: 结论有争议的讲话
-- title: Speeches whose clues disagree
-- 说明: 同一字段的线索指向不同的值，且落选者的权重与胜者相近：值得人看一眼。
-- :field 字段（空：年份） [year=年份 meeting_type=会议类型 speaker_level=层级 speaker_body=机构]

-- max() takes the other columns from its own row: SQLite's documented way.
with winners as (
  select document_id, field, value, max(weight) as weight
  from evidence
  where field = coalesce(nullif(:field, ''), 'year')
  group by document_id
), labels as (
  select 'meeting_type' as field, code, label_zh from meeting_types
  union all
  select 'speaker_level', code, label_zh from speaker_levels
  union all
  select 'speaker_body', code, label_zh from speaker_bodies
), others as (
  select e.document_id, e.value, max(e.weight) as weight
  from winners w
  cross join evidence e on e.document_id = w.document_id and e.field = w.field and e.value <> w.value
    and e.weight >= w.weight - 0.1
  group by e.document_id
)
select coalesce(d.title, d.source) as 讲话, w.field as 字段, coalesce(a.label_zh, w.value) as 胜者,
  round(w.weight, 2) as 权重, coalesce(b.label_zh, o.value) as 落选者, round(o.weight, 2) as 落选权重,
  '/-/speech/' || d.id as 原文
from winners w
join others o on o.document_id = w.document_id
join documents d on d.id = w.document_id
left join labels a on a.field = w.field and a.code = w.value
left join labels b on b.field = w.field and b.code = o.value
order by w.weight - o.weight, d.id
limit 500
