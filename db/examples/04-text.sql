-- 标题: 取出原文
-- title: Show the source of a fact
-- 说明: 每行都有起止（字符），用 substr 取出它在原文里的样子；前后多取几个字便见上下文。

select c.value, c.unit,
  substr(d.text, max(c.char_start - 14, 1), c.char_end - c.char_start + 30) as 上下文,
  '/-/speech/' || d.id || '#c' || c.id as 原文
from metric_claims c
join documents d on d.id = c.document_id
limit 20
