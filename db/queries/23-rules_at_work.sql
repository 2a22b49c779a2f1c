-- 标题: 各条规则得出多少行
-- title: What each rule yields
-- 说明: 每条规则得出多少行、遍及多少篇讲话：看哪些规则最得力，哪些很少用到。

select 表, 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数 from (
  select '条目' as 表, rule as 规则, document_id from items
  union all select '条目作用', role_rule, document_id from items
  union all select '要求', rule, document_id from directives
  union all select '数量', rule, document_id from metric_claims
  union all select '隐去', rule, document_id from redactions
  union all select '期限', rule, document_id from deadlines
  union all select '线索', rule, document_id from evidence
  union all select '杂质', rule, document_id from noise
)
where 规则 is not null
group by 表, 规则
order by 表, 行数 desc
limit 1000
