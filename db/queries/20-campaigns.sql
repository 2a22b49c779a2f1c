-- 标题: 各次教育实践活动
-- title: Study campaigns
-- 说明: 每次活动有多少讲话、在哪些年份、由哪些层级讲，提了多少要求。

select d.campaign as 活动, count(*) as 讲话篇数, min(d.year) as 最早, max(d.year) as 最近,
  (select group_concat(distinct l.label_zh) from documents o join speaker_levels l on l.code = o.speaker_level
   where o.campaign = d.campaign) as 层级,
  (select count(*) from directives r join documents o on o.id = r.document_id where o.campaign = d.campaign) as 要求数
from documents d
where d.campaign is not null
group by d.campaign
order by min(d.year), d.campaign
