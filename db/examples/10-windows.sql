-- 标题: 窗口函数：每级最常用的动词
-- title: Window functions
-- 说明: 先分组计数，再用 row_number 在每个层级之内排名，只留前三名，并算出占该级的份额。

with counted as (
  select d.speaker_level, r.action, count(*) as n
  from directives r
  join documents d on d.id = r.document_id
  where r.action is not null and d.speaker_level is not null
  group by d.speaker_level, r.action
), ranked as (
  select *, row_number() over (partition by speaker_level order by n desc, action) as place,
    sum(n) over (partition by speaker_level) as total
  from counted
)
select l.label_zh as 层级, place as 名次, action as 动词, n as 次数, round(100.0 * n / total, 1) as 占比
from ranked
join speaker_levels l on l.code = speaker_level
where place <= 3
order by l.rank, place
