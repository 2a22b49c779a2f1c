-- 标题: 与原文不符的行
-- title: Rows that the text does not bear out
-- 说明: 拿每张表的每一行与原文对照：起止是否在文内，所存的值、编号、占位符是否就是原文。逐行对照全文很费时，故一次只查一批；末行说明查了哪些、下一批从哪里起，除它之外不该再有行。
-- :document_id 只查这一篇（编号）
-- :first 从哪一篇起（编号，空：最早的）
-- :speeches 查多少篇（空：25）

with batch as (
  select min(id) as low, max(id) as high, count(*) as speeches
  from (
    select id
    from documents
    where id >= cast(coalesce(nullif(:first, ''), '0') as integer)
      and (:document_id = '' or id = cast(:document_id as integer))
    order by id
    limit cast(coalesce(nullif(:speeches, ''), '25') as integer)
  )
), facts as (
  -- printed stands at char_start; whole is all from char_start to char_end; below stands soon after printed
  select 'items' as name, id, document_id, char_start, char_end, marker as printed, null as whole, heading as below
  from items, batch where document_id between low and high
  union all
  select 'directives', id, document_id, char_start, char_end, marker, text, heading
  from directives, batch where document_id between low and high
  union all
  select 'metric_claims', id, document_id, char_start, char_end, value, value, null
  from metric_claims, batch where document_id between low and high
  union all
  select 'deadlines', id, document_id, char_start, char_end, text, text, null
  from deadlines, batch where document_id between low and high
  union all
  select 'redactions', id, document_id, char_start, char_end, text, text, null
  from redactions, batch where document_id between low and high
  union all
  select 'noise', id, document_id, char_start, char_end, null, null, null
  from noise, batch where document_id between low and high
  union all
  select 'evidence', id, document_id, char_start, char_end, null, null, null
  from evidence, batch where document_id between low and high
  union all
  select 'keywords', rank, document_id, char_start, char_end, null, null, null
  from keywords, batch where document_id between low and high
), placed as (
  select f.*, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as there, d.char_count,
    case when f.below is not null then substr(d.text, f.char_start + 1 + length(f.printed), length(f.below) + 8) end as after
  from facts f
  join documents d on d.id = f.document_id
)
select name as 表, id as 编号, document_id as 讲话编号,
  case
    when char_start < 0 or char_start >= char_end or char_end > char_count then '起止越界'
    when substr(there, 1, length(printed)) <> printed or there <> whole then '与原文不同'
    when instr(after, below) = 0 then '标题句不在编号之后'
  end as 不符,
  char_start as 起点, char_end as 终点, substr(there, 1, 40) as 原文所在, substr(coalesce(printed || coalesce(below, ''), ''), 1, 40) as 所存
from placed
where 不符 is not null
union all
select 'metric_claims', c.id, c.document_id,
  case when c.redacted = 1 and coalesce(c.number, c.quantity) is not null then '隐去却有数' else '分句不在其处' end,
  c.char_start, c.char_end, c.value, substr(c.clause, 1, 40)
from metric_claims c, batch
join documents d on d.id = c.document_id
where c.document_id between low and high
  and (c.redacted = 1 and coalesce(c.number, c.quantity) is not null or instr(c.clause, c.value) = 0
    or instr(substr(d.text, max(c.char_start + 1 - length(c.clause), 1), min(c.char_start, length(c.clause))
      + length(c.clause) + length(c.value)), c.clause) = 0)
union all
select 'items', f.id, f.document_id, '出了上级条目', f.char_start, f.char_end, f.path, p.path
from items f, batch
join items p on p.id = f.parent_id
where f.document_id between low and high
  and (f.document_id <> p.document_id or f.char_start < p.char_start or f.char_end > p.char_end)
union all
select 'keywords', k.rank, k.document_id, '词长不符', k.char_start, k.char_end, null, k.word
from keywords k, batch
where k.document_id between low and high and k.char_end - k.char_start <> length(k.word)
union all
select 'documents', d.id, d.id, '字数不符', 0, d.char_count, length(d.text), d.char_count
from documents d, batch
where d.id between low and high and length(d.text) <> d.char_count
union all
select '（已查）', null, null, '以上为不符之行；编号 ' || coalesce(low, 0) || ' 至 ' || coalesce(high, 0) || ' 的 ' || speeches || ' 篇已查',
  null, null, coalesce('下一批从 ' || (select min(id) from documents where id > high) || ' 起', '已到最后一篇'), null
from batch
