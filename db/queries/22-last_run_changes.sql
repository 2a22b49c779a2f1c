-- 标题: 上一批改了什么
-- title: Changes of the last run
-- 说明: 最近一批运行新增、改动、移除了哪些行，按表和规则归总。

select c.table_name as 表, c.change as 变动, c.field as 字段, c.rule as 规则, count(*) as 行数,
  count(distinct c.document_id) as 讲话篇数, min(c.before) as 之前例, min(c.after) as 之后例
from changes c
where c.run_id = (select max(id) from runs)
group by c.table_name, c.change, c.field, c.rule
order by 行数 desc
limit 500
