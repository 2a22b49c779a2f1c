-- 标题: 最常用的动词
-- title: Most used action verbs
-- 说明: 要求里最常用的中心动词，可按层级和会议类型来看；另给出一句例子。
-- :level 层级 [speaker_levels]
-- :meeting_type 会议类型 [meeting_types]

select r.action as 动词, count(*) as 次数, count(distinct r.document_id) as 讲话篇数, min(r.heading) as 例句
from directives r
join documents d on d.id = r.document_id
where r.action is not null
  and (:level = '' or d.speaker_level = :level)
  and (:meeting_type = '' or d.meeting_type = :meeting_type)
group by r.action
order by 次数 desc, r.action
limit 200
