"""Plans and periods, and the years that have a name in them."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import GUIDE, verdict

PLANS = (
    verdict(
        "plan-period",
        "a five-year plan that is spoken of",
        {"同志们：\n落实“十三五”规划。": ("“十三五”",) * 2},
        ("同志们：\n十五个单位作了发言。",),
        "五年规划：1953年起每五年一个",
    ),
    verdict(
        "plan-drafted",
        "a plan is drafted before and around its first year",
        {"同志们：\n启动“十四五”规划编制。": ("“十四五”",)},
        ("同志们：\n落实“十三五”规划。",),
        GUIDE,
    ),
    verdict(
        "period-this-year",
        "今年 is a named year of a period",
        {"同志们：\n今年是“十三五”规划的收官之年。": ("“十三五”规划的收官之年",)},
        ("同志们：\n去年是“十三五”规划的收官之年。",),
        GUIDE,
    ),
    verdict(
        "period-last-year",
        "去年 is a named year of a period",
        {"同志们：\n过去一年是“十二五”开局之年。": ("“十二五”开局之年",)},
        ("同志们：\n今年是“十二五”开局之年。",),
        GUIDE,
    ),
    verdict(
        "period-next-year",
        "明年 is a named year of a period",
        {"同志们：\n明年是“十四五”开局之年。": ("“十四五”开局之年",)},
        ("同志们：\n今年是“十四五”开局之年。",),
        GUIDE,
    ),
    verdict(
        "period-planned",
        "the tasks of a named year are set",
        {"同志们：\n部署“十四五”第二年的任务。": ("“十四五”第二年",)},
        ("同志们：\n今年是“十四五”第二年。",),
        GUIDE,
    ),
    verdict(
        "period-year",
        "a named year of a period, without a word whether it is this one",
        {"同志们：\n确保脱贫攻坚圆满收官。": ("脱贫攻坚圆满收官",)},
        ("同志们：\n今年是脱贫攻坚收官之年。",),
        GUIDE,
    ),
    verdict(
        "period-review",
        "a whole plan is reviewed soon after its last year",
        {"各位代表：\n一、“十二五”时期工作回顾": ("“十二五”",)},
        ("各位代表：\n一、“十三五”时期发展目标",),
        GUIDE,
    ),
    verdict(
        "period-target",
        "a three-year action that names its first year, in its last",
        {"同志们：\n自2018年三年行动开展以来，成效明显。收官之年要再加力。": ("2018年三年行动",)},
        ("同志们：\n自2018年三年行动开展以来，成效明显。",),
        "seen: an exchange of experience in the last year of an action",
    ),
    verdict(
        "period-done",
        "the aims of a five-year plan have been reached: it has just ended",
        {"同志们：\n“十三五”规划目标任务顺利完成。": ("“十三五”",)},
        ("同志们：\n要确保“十三五”规划目标任务顺利完成。",),
        "seen: reports at the turn of two plans",
    ),
)
