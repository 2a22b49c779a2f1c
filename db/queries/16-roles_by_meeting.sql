-- 标题: 各类会议讲些什么
-- title: What kinds of meeting talk about
-- 说明: 每类会议的条目里，要求、成绩、问题、经验各占几成。

select m.label_zh as 会议类型, count(distinct d.id) as 讲话篇数, count(*) as 条目数,
  round(100.0 * sum(i.role = 'directive') / count(*), 1) as 要求百分比,
  round(100.0 * sum(i.role = 'achievement') / count(*), 1) as 成绩百分比,
  round(100.0 * sum(i.role = 'problem') / count(*), 1) as 问题百分比,
  round(100.0 * sum(i.role = 'lesson') / count(*), 1) as 经验百分比
from items i
join documents d on d.id = i.document_id
join meeting_types m on m.code = d.meeting_type
group by m.code
order by m.rank
