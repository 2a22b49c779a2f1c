-- 标题: 一个词历年各级讲多少
-- title: One word by year and level
-- 说明: 某词在历年各级讲话里的词频：多少篇讲话以它为关键词（每篇取最重的二十个），在其中共出现几次。
-- :word 词（空：整改）
-- :level 层级 [speaker_levels]

select k.word as 词, d.year as 年份, coalesce(l.label_zh, '不明') as 层级, count(*) as 讲话篇数, sum(k.count) as 次数,
  round(1000.0 * sum(k.count) / sum(d.char_count), 2) as 每千字次数
from keywords k
join documents d on d.id = k.document_id
left join speaker_levels l on l.code = d.speaker_level
where k.word = coalesce(nullif(:word, ''), '整改')
  and d.year is not null
  and (:level = '' or d.speaker_level = :level)
group by d.year, d.speaker_level
order by d.year, l.rank
limit 1000
