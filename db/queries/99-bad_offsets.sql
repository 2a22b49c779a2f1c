-- 标题: 与原文不符的行
-- title: Rows that the text does not bear out
-- 说明: 拿每张表的每一行与原文对照：起止是否在文内，所存的值、编号、占位符是否就是原文；结果必须为空。
-- :document_id 只查这一篇（编号，空：全部）

select 'items' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from items f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'directives' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from directives f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'metric_claims' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from metric_claims f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'deadlines' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from deadlines f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'redactions' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from redactions f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'noise' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from noise f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'evidence' as 表, f.id as 编号, f.document_id as 讲话编号, '起止越界' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, null as 所存
from evidence f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.char_start < 0 or f.char_start >= f.char_end or f.char_end > length(d.text))
union all
select 'metric_claims' as 表, f.id as 编号, f.document_id as 讲话编号, '数值不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, f.value as 所存
from metric_claims f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.value)
union all
select 'redactions' as 表, f.id as 编号, f.document_id as 讲话编号, '占位符不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, f.text as 所存
from redactions f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text)
union all
select 'deadlines' as 表, f.id as 编号, f.document_id as 讲话编号, '期限不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, f.text as 所存
from deadlines f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text)
union all
select 'directives' as 表, f.id as 编号, f.document_id as 讲话编号, '全文不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, substr(f.text, 1, 40) as 所存
from directives f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, f.char_end - f.char_start) is not f.text)
union all
select 'items' as 表, f.id as 编号, f.document_id as 讲话编号, '编号不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, length(f.marker)) as 原文所在, f.marker as 所存
from items f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, length(f.marker)) is not f.marker)
union all
select 'items' as 表, f.id as 编号, f.document_id as 讲话编号, '标题句不在编号之后' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.heading as 所存
from items f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (instr(substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), length(f.marker) + 1, length(f.heading) + 8), f.heading) = 0)
union all
select 'directives' as 表, f.id as 编号, f.document_id as 讲话编号, '编号不同' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, length(f.marker)) as 原文所在, f.marker as 所存
from directives f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (substr(d.text, f.char_start + 1, length(f.marker)) is not f.marker)
union all
select 'directives' as 表, f.id as 编号, f.document_id as 讲话编号, '标题句不在编号之后' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), 1, 40) as 原文所在, f.heading as 所存
from directives f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (instr(substr(substr(d.text, f.char_start + 1, f.char_end - f.char_start), length(f.marker) + 1, length(f.heading) + 8), f.heading) = 0)
union all
select 'metric_claims' as 表, f.id as 编号, f.document_id as 讲话编号, '分句不含数值' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, f.clause as 所存
from metric_claims f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (instr(substr(d.text, max(f.char_start + 1 - length(f.clause), 1),
    min(f.char_start, length(f.clause)) + length(f.clause) + length(f.value)), f.clause) = 0 or instr(f.clause, f.value) = 0)
union all
select 'metric_claims' as 表, f.id as 编号, f.document_id as 讲话编号, '隐去却有数' as 不符,
  f.char_start as 起点, f.char_end as 终点, substr(d.text, f.char_start + 1, f.char_end - f.char_start) as 原文所在, f.number as 所存
from metric_claims f join documents d on d.id = f.document_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.redacted = 1 and (f.number is not null or f.quantity is not null))
union all
select 'items' as 表, f.id as 编号, f.document_id as 讲话编号, '出了上级条目' as 不符,
  f.char_start as 起点, f.char_end as 终点, f.path as 原文所在, p.path as 所存
from items f join items p on p.id = f.parent_id
where (:document_id = '' or f.document_id = cast(:document_id as integer))
  and (f.document_id <> p.document_id or f.char_start < p.char_start or f.char_end > p.char_end)
union all
select 'documents' as 表, d.id as 编号, d.id as 讲话编号, '字数不符' as 不符,
  0 as 起点, d.char_count as 终点, length(d.text) as 原文所在, d.char_count as 所存
from documents d
where (:document_id = '' or d.id = cast(:document_id as integer)) and length(d.text) <> d.char_count
