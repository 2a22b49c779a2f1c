-- 标题: 各类会议提出的要求
-- title: Directives by meeting type and year
-- 说明: 某类会议、某年的讲话各提了哪些要求，按年份和原文次序排列；参数留空即不限。
-- :meeting_type 会议类型 [meeting_types]
-- :year 年份

select d.year as 年份, m.label_zh as 会议类型, r.marker as 编号, r.heading as 要求, r.modality as 语气,
  r.addressee as 责任主体, r.deadline as 期限, coalesce(d.title, d.source) as 讲话,
  '/-/speech/' || r.document_id || '#i' || r.item_id as 原文
from documents d
cross join directives r on r.document_id = d.id
left join meeting_types m on m.code = d.meeting_type
where (:meeting_type = '' or d.meeting_type = :meeting_type)
  and (:year = '' or d.year = cast(:year as integer))
order by d.year desc, r.document_id, r.char_start
limit 1000
