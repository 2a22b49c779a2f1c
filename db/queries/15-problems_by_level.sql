-- 标题: 各级讲的问题
-- title: Problems by level
-- 说明: 各级讲话指出的不足、风险和困难，最近的在前。
-- :level 层级 [speaker_levels]
-- :body 机构 [speaker_bodies]
-- :year 年份

select l.label_zh as 层级, d.year as 年份, i.path as 路径, i.heading as 问题, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || i.document_id || '#i' || i.id as 原文
from items i
join documents d on d.id = i.document_id
left join speaker_levels l on l.code = d.speaker_level
where i.role = 'problem'
  and (:level = '' or d.speaker_level = :level)
  and (:body = '' or d.speaker_body = :body)
  and (:year = '' or d.year = cast(:year as integer))
order by l.rank, d.year desc, i.document_id, i.char_start
limit 1000
