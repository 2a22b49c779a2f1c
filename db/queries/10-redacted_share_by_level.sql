-- 标题: 各级、各类机构隐去多少
-- title: Share redacted by level and body
-- 说明: 哪一级、哪类机构的讲话隐去得最多：数值隐去的比例，和每千字的占位符数。

with claims as (
  select document_id, count(*) as n, sum(redacted) as hidden
  from metric_claims
  group by document_id
), placeholders as (
  select document_id, count(*) as n
  from redactions
  group by document_id
), speech as (
  select d.speaker_level, d.speaker_body, count(*) as speeches, sum(d.char_count) as characters, sum(c.n) as claims,
    sum(c.hidden) as hidden, sum(p.n) as placeholders
  from documents d
  left join claims c on c.document_id = d.id
  left join placeholders p on p.document_id = d.id
  group by d.speaker_level, d.speaker_body
)
select coalesce(l.label_zh, '不明') as 层级, coalesce(b.label_zh, '不明') as 机构, s.speeches as 讲话篇数,
  coalesce(s.claims, 0) as 陈述数, coalesce(s.hidden, 0) as 隐去数值,
  round(100.0 * s.hidden / s.claims, 1) as 隐去百分比,
  round(1000.0 * coalesce(s.placeholders, 0) / s.characters, 2) as 每千字占位符
from speech s
left join speaker_levels l on l.code = s.speaker_level
left join speaker_bodies b on b.code = s.speaker_body
order by l.rank, b.rank
