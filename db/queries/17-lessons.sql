-- 标题: 总结出的经验
-- title: Lessons drawn
-- 说明: 讲话由过往工作得出的体会、启示和经验，可按会议类型来看。
-- :meeting_type 会议类型 [meeting_types]

select d.year as 年份, i.marker as 编号, i.heading as 经验, m.label_zh as 会议类型, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || i.document_id || '#i' || i.id as 原文
from documents d
cross join items i on i.document_id = d.id
left join meeting_types m on m.code = d.meeting_type
where i.role = 'lesson' and (:meeting_type = '' or d.meeting_type = :meeting_type)
order by d.year desc, i.document_id, i.char_start
limit 1000
