-- 标题: 结论的线索
-- title: Why a value was concluded
-- 说明: evidence 里每条线索有权重，落选的也在；这里看年份最重的线索与结论。

select d.title, d.year, e.value as 线索所指, round(e.weight, 2) as 权重, e.rule,
  '/-/speech/' || d.id || '#e' || e.id as 原文
from documents d
join evidence e on e.document_id = d.id and e.field = 'year'
where d.year_basis = 'derived'
order by d.id, e.weight desc
limit 50
