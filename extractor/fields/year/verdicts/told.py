"""Printed years that words beside them relate to the present."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import GUIDE, verdict

TOLD = (
    verdict(
        "compared",
        "a year that figures are compared with is over, by one year or by a whole plan",
        {"同志们：\n全县生产总值比2015年增长四成。": ("2015年",)},
        ("同志们：\n2015年全县增长一成。",),
        GUIDE,
    ),
    verdict(
        "expires",
        "a term that expires in a year is spoken of when it soon does",
        {"同志们：\n全乡村委会将于2012年上半年任期届满。": ("2012年",)},
        ("同志们：\n合同2012年到期后没有再签。",),
        "Organic Law of Villagers' Committees, article 15: the next committee is elected when the term expires",
    ),
    verdict(
        "this-year",
        "今年 beside a printed year",
        {"同志们：\n今年是2020年，任务很重。": ("2020年",)},
        ("同志们：\n去年是2020年，任务很重。",),
        GUIDE,
    ),
    verdict(
        "last-year",
        "去年, 刚刚过去的 beside a printed year",
        {"同志们：\n刚刚过去的2019年，我们完成了任务。": ("2019年",)},
        ("同志们：\n今年是2019年。",),
        GUIDE,
    ),
    verdict(
        "next-year",
        "明年, 即将到来 beside a printed year",
        {"同志们：\n2021年即将到来，要早作谋划。": ("2021年",)},
        ("同志们：\n2021年已经过去。",),
        GUIDE,
    ),
    verdict(
        "review",
        "a printed year under review",
        {"各位代表：\n一、2018年工作回顾": ("2018年",)},
        ("各位代表：\n二、2019年工作安排",),
        GUIDE,
    ),
    verdict(
        "review-context",
        "the year that opens a review of 过去一年",
        {"各位代表：\n一、过去一年工作回顾\n2011年，全区经济平稳增长。": ("2011年",)},
        ("各位代表：\n2011年，全区经济平稳增长。",),
        "seen: a government report whose heading names no year",
    ),
    verdict(
        "plan",
        "a printed year whose work is planned",
        {"同志们：\n下面部署2020年工作任务。": ("2020年",)},
        ("同志们：\n下面回顾2019年的工作。",),
        GUIDE,
    ),
    verdict(
        "closed",
        "figures up to the end of a printed year are reported in the months after it",
        {"同志们：\n截止2011年底，全镇完成税收三百万元。": ("2011年",)},
        ("同志们：\n2011年底，全镇开工建设。",),
        "seen: township reports that close their books at a year's end",
    ),
    verdict(
        "plan-announced",
        "the speaker is about to give views on a printed year's work",
        {"同志们：\n下面，我就抓好2011年护林工作讲几点意见。": ("2011年",)},
        ("同志们：\n抓好2011年护林工作，成效明显。",),
        "seen: the sentence before the first point of a work conference",
    ),
    verdict(
        "budget",
        "last year's accounts beside this year's budget: a congress votes on both as the year begins",
        {
            "各位代表：\n会议批准了2018年预算执行情况和2019年预算草案的报告。": ("2018年预算执行情况和2019年预算",),
            "代表们：\n大会审议了2020年财务决算和2021年财务预算报告。": ("2020年财务决算和2021年财务预算",),
        },
        ("各位代表：\n会议通过了2019年预算调整方案。",),
        "Budget Law of the PRC, article 43: the people's congress examines last year's execution and this year's draft",
    ),
    verdict(
        "forecast",
        "预计 before a printed year: its figures are not yet in",
        {"同志们：\n预计2019年，全县生产总值完成X亿元。": ("2019年",)},
        ("同志们：\n去年，全县生产总值完成X亿元。",),
        GUIDE,
    ),
    verdict(
        "future",
        "到, 底前 about a printed year: it is to come",
        {"同志们：\n到2017年底前全部脱贫。": ("2017年",)},
        ("同志们：\n2017年，全部脱贫。",),
        GUIDE,
    ),
    verdict(
        "mentioned",
        "the newest year that is named in passing bounds from below",
        {"同志们：\n自2012年动工，我们走过了几个阶段。": ("2012年",)},
        ("同志们：\n园区走过了几个阶段。",),
        GUIDE,
    ),
    verdict(
        "mentioned-last",
        "the newest year that is named in passing is near",
        {"同志们：\n自2012年动工，我们走过了几个阶段。": ("2012年",)},
        ("同志们：\n园区走过了几个阶段。",),
        GUIDE,
    ),
    verdict(
        "told-over",
        "a year that opens a sentence, beside 今年, is over",
        {"同志们：\n2021年，全镇收入增长8%。今年要再上台阶。": ("2021年",)},
        ("同志们：\n今年全镇收入增长8%。",),
        "seen: township meetings that report last year by its number",
    ),
)
