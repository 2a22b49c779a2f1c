-- 标题: 各条规则得出多少行
-- title: What each rule yields
-- 说明: 每条规则得出多少行、遍及多少篇讲话：看哪些规则最得力，哪些很少用到；一次看一张表。
-- :facts 哪张表（空：条目） [items=条目 items_role=条目作用 directives=要求 metric_claims=数量 redactions=隐去 deadlines=期限 evidence=线索 noise=杂质]

-- From one rule the index leads to the next; counting two things at once would take it three times as long.
with recursive asked as (
  select coalesce(nullif(:facts, ''), 'items') as facts
), rules as (
  select 'items' as facts, '条目' as name, (select min(rule) from items) as rule
  from asked where facts = 'items'
  union all
  select 'items_role', '条目作用', (select min(role_rule) from items)
  from asked where facts = 'items_role'
  union all
  select 'directives', '要求', (select min(rule) from directives)
  from asked where facts = 'directives'
  union all
  select 'metric_claims', '数量', (select min(rule) from metric_claims)
  from asked where facts = 'metric_claims'
  union all
  select 'redactions', '隐去', (select min(rule) from redactions)
  from asked where facts = 'redactions'
  union all
  select 'deadlines', '期限', (select min(rule) from deadlines)
  from asked where facts = 'deadlines'
  union all
  select 'evidence', '线索', (select min(rule) from evidence)
  from asked where facts = 'evidence'
  union all
  select 'noise', '杂质', (select min(rule) from noise)
  from asked where facts = 'noise'
  union all
  select facts, name, case facts
    when 'items' then (select min(rule) from items where rule > r.rule)
    when 'items_role' then (select min(role_rule) from items where role_rule > r.rule)
    when 'directives' then (select min(rule) from directives where rule > r.rule)
    when 'metric_claims' then (select min(rule) from metric_claims where rule > r.rule)
    when 'redactions' then (select min(rule) from redactions where rule > r.rule)
    when 'deadlines' then (select min(rule) from deadlines where rule > r.rule)
    when 'evidence' then (select min(rule) from evidence where rule > r.rule)
    when 'noise' then (select min(rule) from noise where rule > r.rule)
  end
  from rules r
  where rule is not null
)
select name as 表, rule as 规则,
  case facts
    when 'items' then (select count(*) from items where rule = r.rule)
    when 'items_role' then (select count(*) from items where role_rule = r.rule)
    when 'directives' then (select count(*) from directives where rule = r.rule)
    when 'metric_claims' then (select count(*) from metric_claims where rule = r.rule)
    when 'redactions' then (select count(*) from redactions where rule = r.rule)
    when 'deadlines' then (select count(*) from deadlines where rule = r.rule)
    when 'evidence' then (select count(*) from evidence where rule = r.rule)
    when 'noise' then (select count(*) from noise where rule = r.rule)
  end as 行数,
  case facts
    when 'items' then (select count(distinct document_id) from items where rule = r.rule)
    when 'items_role' then (select count(distinct document_id) from items where role_rule = r.rule)
    when 'directives' then (select count(distinct document_id) from directives where rule = r.rule)
    when 'metric_claims' then (select count(distinct document_id) from metric_claims where rule = r.rule)
    when 'redactions' then (select count(distinct document_id) from redactions where rule = r.rule)
    when 'deadlines' then (select count(distinct document_id) from deadlines where rule = r.rule)
    when 'evidence' then (select count(distinct document_id) from evidence where rule = r.rule)
    when 'noise' then (select count(distinct document_id) from noise where rule = r.rule)
  end as 讲话篇数
from rules r
where rule is not null
order by 行数 desc
limit 1000
