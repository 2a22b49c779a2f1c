-- 标题: 各级历年的关键词
-- title: Keywords by level and year
-- 说明: 某一层级、某些年份的讲话最看重哪些词：列为关键词的篇数，和在这些讲话里的次数。
-- :level 层级 [speaker_levels]
-- :since 自（年份）
-- :until 至（年份）

select word as 词, count(*) as 讲话篇数, sum(count) as 次数, round(avg(weight), 4) as 平均权重
from keywords
where :level = '' and :since = '' and :until = '' or document_id in (
  select id
  from documents
  where (:level = '' or speaker_level = :level)
    and (:since = '' or year >= cast(:since as integer))
    and (:until = '' or year <= cast(:until as integer))
)
group by word
order by 讲话篇数 desc, 次数 desc, word
limit 300
