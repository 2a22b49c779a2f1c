-- 标题: 算比例
-- title: Shares
-- 说明: 真假列是 0 和 1：求和就是个数，乘 100 再除以总数就是百分比。

select d.speaker_level, count(*) as 陈述数,
  round(100.0 * sum(c.redacted) / count(*), 1) as 隐去百分比
from metric_claims c
join documents d on d.id = c.document_id
group by d.speaker_level
having count(*) >= 20
order by 隐去百分比 desc
