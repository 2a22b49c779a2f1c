-- 标题: 各类会议讲些什么
-- title: What kinds of meeting talk about
-- 说明: 每类会议的条目里，要求、成绩、问题、经验各占几成。

-- Counting in an index takes half as long as adding up groups, in the order of the speeches' numbers less still.
with roles_of as materialized (
  select d.meeting_type,
    (select count(*) from items i where i.role = 'directive' and i.document_id = d.id) as asked,
    (select count(*) from items i where i.role = 'achievement' and i.document_id = d.id) as done,
    (select count(*) from items i where i.role = 'problem' and i.document_id = d.id) as lacking,
    (select count(*) from items i where i.role = 'lesson' and i.document_id = d.id) as learned,
    (select count(*) from items i where i.role = 'other' and i.document_id = d.id) as others
  from documents d not indexed
  where d.meeting_type is not null
), counted as (
  select *, asked + done + lacking + learned + others as items
  from roles_of
)
select m.label_zh as 会议类型, count(*) as 讲话篇数, sum(r.items) as 条目数,
  round(100.0 * sum(r.asked) / sum(r.items), 1) as 要求百分比,
  round(100.0 * sum(r.done) / sum(r.items), 1) as 成绩百分比,
  round(100.0 * sum(r.lacking) / sum(r.items), 1) as 问题百分比,
  round(100.0 * sum(r.learned) / sum(r.items), 1) as 经验百分比
from counted r
join meeting_types m on m.code = r.meeting_type
where r.items > 0
group by m.code
order by m.rank
