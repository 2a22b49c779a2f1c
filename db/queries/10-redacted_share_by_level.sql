-- 标题: 各级、各类机构隐去多少
-- title: Share redacted by level and body
-- 说明: 哪一级、哪类机构的讲话隐去得最多：数值隐去的比例，和每千字的占位符数。

with speech as (
  select d.id, d.speaker_level, d.speaker_body, d.char_count,
    (select count(*) from redactions r where r.document_id = d.id) as hidden,
    (select count(*) from metric_claims c where c.document_id = d.id) as claims,
    (select count(*) from metric_claims c where c.document_id = d.id and c.redacted = 1) as hidden_claims
  from documents d
)
select coalesce(l.label_zh, '不明') as 层级, coalesce(b.label_zh, '不明') as 机构, count(*) as 讲话篇数,
  sum(s.claims) as 陈述数, sum(s.hidden_claims) as 隐去数值,
  round(100.0 * sum(s.hidden_claims) / nullif(sum(s.claims), 0), 1) as 隐去百分比,
  round(1000.0 * sum(s.hidden) / sum(s.char_count), 2) as 每千字占位符
from speech s
left join speaker_levels l on l.code = s.speaker_level
left join speaker_bodies b on b.code = s.speaker_body
group by s.speaker_level, s.speaker_body
order by l.rank, b.rank
