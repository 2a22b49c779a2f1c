-- 标题: 与原文不符的行
-- title: Rows that the text does not bear out
-- 说明: 拿每张表的每一行与原文对照：起止是否在文内，所存的值、编号、占位符是否就是原文；结果必须为空。台账很大时请逐篇查。
-- :document_id 只查这一篇（编号，空：全部）

select 'items' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
    when substr(d.text, f.char_start + 1, length(f.marker)) is not f.marker then '编号不同'
    when instr(substr(d.text, f.char_start + 1 + length(f.marker), min(f.char_end - f.char_start, length(f.heading) + 8)),
      f.heading) = 0 then '标题句不在编号之后'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.marker || f.heading as 所存
from items f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'directives' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
    when substr(d.text, f.char_start + 1, length(f.marker)) is not f.marker then '编号不同'
    when instr(substr(d.text, f.char_start + 1 + length(f.marker), min(f.char_end - f.char_start, length(f.heading) + 8)),
      f.heading) = 0 then '标题句不在编号之后'
    when substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text then '全文不同'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, substr(f.text, 1, 40) as 所存
from directives f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'metric_claims' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
    when substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.value then '数值不同'
    when instr(f.clause, f.value) = 0 or instr(substr(d.text, max(f.char_start + 1 - length(f.clause), 1),
      min(f.char_start, length(f.clause)) + length(f.clause) + length(f.value)), f.clause) = 0 then '分句不在其处'
    when f.redacted = 1 and (f.number is not null or f.quantity is not null) then '隐去却有数'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.value as 所存
from metric_claims f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'deadlines' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
    when substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text then '期限不同'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.text as 所存
from deadlines f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'redactions' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
    when substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text then '占位符不同'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.text as 所存
from redactions f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'noise' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.kind as 所存
from noise f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'evidence' as 表, f.id as 编号, f.document_id as 讲话编号,
  case
    when f.char_start < 0 or f.char_start >= f.char_end or f.char_end > d.char_count then '起止越界'
  end as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.value as 所存
from evidence f
join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer)) and 不符 is not null
union all
select 'items', f.id, f.document_id, '出了上级条目', f.char_start, f.char_end, f.path, p.path
from items f
join items p on p.id = f.parent_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.document_id <> p.document_id or f.char_start < p.char_start or f.char_end > p.char_end)
union all
select 'documents', d.id, d.id, '字数不符', 0, d.char_count, length(d.text), d.char_count
from documents d
where (:document_id = '' or d.id = cast(:document_id as integer)) and length(d.text) <> d.char_count
