-- 标题: 挑几列看
-- title: Pick columns
-- 说明: 从一张表里取几列，加条件，排序。

select title, year, speaker_level
from documents
where year >= 2018
order by year desc
limit 20
