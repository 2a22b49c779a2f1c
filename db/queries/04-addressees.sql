-- 标题: 点名最多的责任主体
-- title: Who is asked most often
-- 说明: 哪些机构或人被点名去做事，各有多少必须、禁止的要求。
-- :year 年份

select addressee as 责任主体, count(*) as 要求数, sum(modality = 'must') as 必须, sum(modality = 'forbid') as 禁止,
  count(deadline) as 带期限, count(distinct document_id) as 讲话篇数
from directives
where addressee is not null
  and (:year = '' or document_id in (select id from documents where year = cast(:year as integer)))
group by addressee
order by 要求数 desc, addressee
limit 500
