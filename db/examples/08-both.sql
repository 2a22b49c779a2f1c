-- 标题: 一篇里既有又有
-- title: Speeches with both
-- 说明: 用 exists 找同时满足几件事的讲话：既讲问题，又对点名的机构提要求。

select d.title, '/-/speech/' || d.id as 原文
from documents d
where exists (select 1 from items i where i.document_id = d.id and i.role = 'problem')
  and exists (select 1 from directives r where r.document_id = d.id and r.addressee is not null)
limit 50
