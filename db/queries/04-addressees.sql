-- 标题: 点名最多的责任主体
-- title: Who is asked most often
-- 说明: 哪些机构或人被点名去做事，各有多少必须、禁止的要求。
-- :year 年份

select r.addressee as 责任主体, count(*) as 要求数, sum(r.modality = 'must') as 必须, sum(r.modality = 'forbid') as 禁止,
  count(r.deadline) as 带期限, count(distinct r.document_id) as 讲话篇数
from directives r
join documents d on d.id = r.document_id
where r.addressee is not null and (:year = '' or d.year = cast(:year as integer))
group by r.addressee
order by 要求数 desc, r.addressee
limit 500
