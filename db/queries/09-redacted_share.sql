-- 标题: 各单位隐去多少
-- title: Share redacted by unit
-- 说明: 每个单位下有多少陈述隐去了数值，占几成；至少出现若干次的才列出。
-- :least 至少几次（空：5）

select coalesce(unit, '（无单位）') as 单位, count(*) as 陈述数, sum(redacted) as 隐去,
  round(100.0 * sum(redacted) / count(*), 1) as 隐去百分比
from metric_claims
group by unit
having count(*) >= cast(coalesce(nullif(:least, ''), '5') as integer)
order by 陈述数 desc
limit 300
