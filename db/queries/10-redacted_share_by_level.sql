-- 标题: 各级、各类机构隐去多少
-- title: Share redacted by level and body
-- 说明: 哪一级、哪类机构的讲话隐去得最多：数值隐去的比例，和每千字的占位符数。

-- Counting in an index takes half as long as adding up groups, and each claim is counted once.
with speech as materialized (
  select speaker_level, speaker_body, char_count,
    (select count(*) from metric_claims c where c.document_id = d.id and c.redacted = 0) as shown,
    (select count(*) from metric_claims c where c.document_id = d.id and c.redacted = 1) as hidden,
    (select count(*) from redactions r where r.document_id = d.id) as placeholders
  from documents d
), counted as (
  select speaker_level, speaker_body, count(*) as speeches, sum(char_count) as characters, sum(shown + hidden) as claims,
    sum(hidden) as hidden, sum(placeholders) as placeholders
  from speech
  group by speaker_level, speaker_body
)
select coalesce(l.label_zh, '不明') as 层级, coalesce(b.label_zh, '不明') as 机构, s.speeches as 讲话篇数,
  s.claims as 陈述数, s.hidden as 隐去数值, round(100.0 * s.hidden / s.claims, 1) as 隐去百分比,
  round(1000.0 * s.placeholders / s.characters, 2) as 每千字占位符
from counted s
left join speaker_levels l on l.code = s.speaker_level
left join speaker_bodies b on b.code = s.speaker_body
order by l.rank, b.rank
