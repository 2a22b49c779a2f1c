-- 标题: 读不了的输入
-- title: Inputs that failed
-- 说明: 哪些输入没有进台账，为什么，怎么办；最近一批在前。

select f.run_id as 批次, f.source as 来源, f.error as 错误, f.detail as 说明, f.at as 时间
from failures f
order by f.id desc
limit 1000
