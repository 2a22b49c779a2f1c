-- 标题: 各条规则得出多少行
-- title: What each rule yields
-- 说明: 每条规则得出多少行、遍及多少篇讲话：看哪些规则最得力，哪些很少用到；一次看一张表。
-- :facts 哪张表（空：条目） [items=条目 items_role=条目作用 directives=要求 metric_claims=数量 redactions=隐去 deadlines=期限 evidence=线索 noise=杂质]

select '条目' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from items
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'items'
group by rule
union all
select '条目作用' as 表, role_rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from items
where role_rule is not null and coalesce(nullif(:facts, ''), 'items') = 'items_role'
group by role_rule
union all
select '要求' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from directives
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'directives'
group by rule
union all
select '数量' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from metric_claims
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'metric_claims'
group by rule
union all
select '隐去' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from redactions
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'redactions'
group by rule
union all
select '期限' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from deadlines
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'deadlines'
group by rule
union all
select '线索' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from evidence
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'evidence'
group by rule
union all
select '杂质' as 表, rule as 规则, count(*) as 行数, count(distinct document_id) as 讲话篇数
from noise
where rule is not null and coalesce(nullif(:facts, ''), 'items') = 'noise'
group by rule
order by 行数 desc
limit 1000
