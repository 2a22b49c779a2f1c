-- 标题: 年份不定的讲话
-- title: Speeches whose year is uncertain
-- 说明: 年份只知道区间、或无从得知的讲话，区间最宽的在前；线索见讲话页。
-- :basis 依据 [derived=推断 unknown=不明]

select coalesce(title, source) as 讲话, year as 年份, year_min as 下限, year_max as 上限, year_max - year_min as 跨度, year_basis as 依据,
  '/-/speech/' || id as 原文
from documents
where (year is null or year_min is null or year_max is null or year_min < year_max)
  and (:basis = '' or year_basis = :basis)
order by year_max is not null and year_min is not null, year_max - year_min desc, id
limit 1000
