-- 标题: 各级历年的关键词
-- title: Keywords by level and year
-- 说明: 某一层级、某些年份的讲话最看重哪些词：列为关键词的篇数，和在这些讲话里的次数。
-- :level 层级 [speaker_levels]
-- :since 自（年份）
-- :until 至（年份）

select k.word as 词, count(*) as 讲话篇数, sum(k.count) as 次数, round(avg(k.weight), 4) as 平均权重,
  min(d.year) as 最早, max(d.year) as 最近
from documents d
cross join keywords k on k.document_id = d.id
where (:level = '' or d.speaker_level = :level)
  and (:since = '' or d.year >= cast(:since as integer))
  and (:until = '' or d.year <= cast(:until as integer))
group by k.word
order by 讲话篇数 desc, 次数 desc
limit 300
