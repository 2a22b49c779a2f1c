-- 标题: 各类会议讲些什么
-- title: What kinds of meeting talk about
-- 说明: 每类会议的条目里，要求、成绩、问题、经验各占几成。

with roles_of as (
  select document_id, count(*) as n, sum(role = 'directive') as asked, sum(role = 'achievement') as done,
    sum(role = 'problem') as lacking, sum(role = 'lesson') as learned
  from items
  group by document_id
)
select m.label_zh as 会议类型, count(*) as 讲话篇数, sum(r.n) as 条目数,
  round(100.0 * sum(r.asked) / sum(r.n), 1) as 要求百分比,
  round(100.0 * sum(r.done) / sum(r.n), 1) as 成绩百分比,
  round(100.0 * sum(r.lacking) / sum(r.n), 1) as 问题百分比,
  round(100.0 * sum(r.learned) / sum(r.n), 1) as 经验百分比
from roles_of r
join documents d on d.id = r.document_id
join meeting_types m on m.code = d.meeting_type
group by m.code
order by m.rank
