-- 标题: 最常用的动词
-- title: Most used action verbs
-- 说明: 要求里最常用的中心动词，可按层级和会议类型来看；另给出一句例子。
-- :level 层级 [speaker_levels]
-- :meeting_type 会议类型 [meeting_types]

-- Each speech is asked only where a condition is given: the index then answers by itself.
with used as (
  select action, count(*) as n, count(distinct document_id) as speeches
  from directives
  where action is not null
    and (:level = '' and :meeting_type = '' or document_id in (
      select id
      from documents
      where (:level = '' or speaker_level = :level) and (:meeting_type = '' or meeting_type = :meeting_type)
    ))
  group by action
  order by n desc, action
  limit 200
)
select action as 动词, n as 次数, speeches as 讲话篇数,
  (select r.heading from directives r where r.action = used.action and r.heading <> '' limit 1) as 例句
from used
order by n desc, action
