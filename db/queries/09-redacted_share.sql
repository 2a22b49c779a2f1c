-- 标题: 各单位隐去多少
-- title: Share redacted by unit
-- 说明: 每个单位下有多少陈述隐去了数值，占几成；至少出现若干次的才列出。
-- :least 至少几次（空：5）

-- The inner question follows the index; the outer one adds up a few hundred rows.
select coalesce(unit, '（无单位）') as 单位, sum(n) as 陈述数, sum(n * redacted) as 隐去,
  round(100.0 * sum(n * redacted) / sum(n), 1) as 隐去百分比
from (select redacted, unit, count(*) as n from metric_claims group by redacted, unit)
group by unit
having 陈述数 >= cast(coalesce(nullif(:least, ''), '5') as integer)
order by 陈述数 desc
limit 300
