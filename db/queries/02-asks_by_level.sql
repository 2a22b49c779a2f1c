-- 标题: 各级向谁提要求
-- title: What each level asks of whom
-- 说明: 每一层级的讲话点名要谁去做，各点了多少次；空的责任主体指全体与会者，不计在内。
-- :level 层级 [speaker_levels]

with speech as materialized (
  select d.id, l.rank, l.label_zh
  from speaker_levels l
  cross join documents d on d.speaker_level = l.code
  where :level = '' or l.code = :level
)
select s.label_zh as 讲话人层级, r.addressee as 责任主体, count(*) as 要求数, count(distinct r.document_id) as 讲话篇数,
  group_concat(distinct r.action) as 动词
from directives r
cross join speech s on s.id = r.document_id
where r.addressee is not null
group by s.rank, r.addressee
order by s.rank, 要求数 desc, r.addressee
limit 1000
