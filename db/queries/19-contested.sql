-- 标题: 结论有争议的讲话
-- title: Speeches whose clues disagree
-- 说明: 同一字段的线索指向不同的值，且落选者的权重与胜者相近：值得人看一眼。
-- :field 字段（空：年份） [year=年份 meeting_type=会议类型 speaker_level=层级 speaker_body=机构]

-- The index has a speech's clues by weight: the heaviest is the first, its rival the first of another value.
with winners as materialized (
  select d.id as document_id, coalesce(nullif(:field, ''), 'year') as field,
    (select max(e.weight) from evidence e
     where e.field = coalesce(nullif(:field, ''), 'year') and e.document_id = d.id) as weight,
    (select e.value from evidence e
     where e.field = coalesce(nullif(:field, ''), 'year') and e.document_id = d.id
     order by e.weight desc, e.value desc
     limit 1) as value
  from documents d
), rivals as materialized (
  select *,
    (select max(e.weight) from evidence e
     where e.field = w.field and e.document_id = w.document_id and e.weight >= w.weight - 0.1 and e.value <> w.value
    ) as rival_weight
  from winners w
), contested as materialized (
  select *
  from rivals
  where rival_weight is not null
  order by weight - rival_weight, document_id
  limit 500
), named as (
  select c.*,
    (select e.value from evidence e
     where e.field = c.field and e.document_id = c.document_id and e.weight = c.rival_weight and e.value <> c.value
     limit 1) as rival
  from contested c
), labels as (
  select 'meeting_type' as field, code, label_zh from meeting_types
  union all
  select 'speaker_level', code, label_zh from speaker_levels
  union all
  select 'speaker_body', code, label_zh from speaker_bodies
)
select coalesce(d.title, d.source) as 讲话, n.field as 字段, coalesce(a.label_zh, n.value) as 胜者,
  round(n.weight, 2) as 权重, coalesce(b.label_zh, n.rival) as 落选者, round(n.rival_weight, 2) as 落选权重,
  '/-/speech/' || d.id as 原文
from named n
join documents d on d.id = n.document_id
left join labels a on a.field = n.field and a.code = n.value
left join labels b on b.field = n.field and b.code = n.rival
order by n.weight - n.rival_weight, d.id
