-- 标题: 查含某词的讲话
-- title: Find words
-- 说明: 全文索引一字一词：把词写成字与字之间隔开的短语，或交给 escape_fts。

select d.title, d.year, '/-/speech/' || d.id as 原文
from documents_fts f
join documents d on d.id = f.rowid
where documents_fts match escape_fts('主题教育')
order by bm25(documents_fts)
limit 20
