-- 标题: 最常用的动词
-- title: Most used action verbs
-- 说明: 要求里最常用的中心动词，可按层级和会议类型来看；另给出一句例子。
-- :level 层级 [speaker_levels]
-- :meeting_type 会议类型 [meeting_types]

with used as (
  select r.action, count(*) as n, count(distinct r.document_id) as speeches
  from directives r
  join documents d on d.id = r.document_id
  where r.action is not null
    and (:level = '' or d.speaker_level = :level)
    and (:meeting_type = '' or d.meeting_type = :meeting_type)
  group by r.action
  order by n desc, r.action
  limit 200
)
select action as 动词, n as 次数, speeches as 讲话篇数,
  (select r.heading from directives r where r.action = used.action and r.heading <> '' limit 1) as 例句
from used
order by n desc, action
