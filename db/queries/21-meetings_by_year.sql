-- 标题: 历年各类会议
-- title: Meetings by year
-- 说明: 每年各类会议有多少篇讲话。
-- :level 层级 [speaker_levels]

select d.year as 年份, m.label_zh as 会议类型, count(*) as 讲话篇数
from documents d
join meeting_types m on m.code = d.meeting_type
where d.year is not null and (:level = '' or d.speaker_level = :level)
group by d.year, m.code
order by d.year desc, 讲话篇数 desc
limit 1000
