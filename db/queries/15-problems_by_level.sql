-- 标题: 各级讲的问题
-- title: Problems by level
-- 说明: 各级讲话指出的不足、风险和困难，最近的在前。
-- :level 层级 [speaker_levels]
-- :body 机构 [speaker_bodies]
-- :year 年份

-- The speeches whose problems are the first thousand are found from an index: only their items are then read.
with speech as materialized (
  select d.id, l.rank, l.label_zh, d.year, coalesce(d.title, d.source) as title,
    (select count(*) from items i where i.role = 'problem' and i.document_id = d.id) as problems
  from documents d
  left join speaker_levels l on l.code = d.speaker_level
  where (:level = '' or d.speaker_level = :level)
    and (:body = '' or d.speaker_body = :body)
    and (:year = '' or d.year = cast(:year as integer))
), counted as (
  select *, sum(problems) over (order by rank, year desc, id rows unbounded preceding) - problems as before
  from speech
  where problems > 0
), listed as materialized (
  select * from counted where before < 1000
)
select d.label_zh as 层级, d.year as 年份, i.path as 路径, i.heading as 问题, d.title as 讲话,
  '/-/speech/' || d.id || '#i' || i.id as 原文
from listed d
cross join items i on i.role = 'problem' and i.document_id = d.id
order by d.rank, d.year desc, d.id, i.char_start
limit 1000
