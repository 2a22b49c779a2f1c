"""Years that are counted: anniversaries, terms of office, school years, the cycle of sixty."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import CALENDAR, GUIDE, verdict

COUNTED = (
    verdict(
        "anniversary",
        "an anniversary of what the calendar knows the birth of",
        {"同志们：\n隆重庆祝中国共产党成立95周年。": ("中国共产党成立95周年",) * 2},
        ("同志们：\n隆重庆祝中国共产党成立。",),
        CALENDAR,
    ),
    verdict(
        "anniversary-this-year",
        "今年, 之际 at an anniversary",
        {"同志们：\n今年是建党90周年。": ("建党90周年",)},
        ("同志们：\n隆重庆祝建党90周年。",),
        CALENDAR,
    ),
    verdict(
        "anniversary-last-year",
        "去年 was an anniversary",
        {"同志们：\n过去的一年，是建党90周年。": ("建党90周年",)},
        ("同志们：\n今年是建党90周年。",),
        CALENDAR,
    ),
    verdict(
        "anniversary-ahead",
        "an anniversary as a goal",
        {
            "同志们：\n到建党100周年时，全面建成小康。": ("建党100周年",),
            "同志们：\n以优异成绩向建党100周年献礼。": ("建党100周年",),
        },
        ("同志们：\n今年是建党100周年。",),
        CALENDAR,
    ),
    verdict(
        "turning",
        "one year is told as over, the next one promised",
        {"同志们：\n2014年是丰收的一年。2015年，我院将乘势而上。": ("2015年",)},
        ("同志们：\n2014年是丰收的一年。2015年，我院收治病人两千人次。",),
        GUIDE,
    ),
    verdict(
        "elapsed",
        "the years gone by since a printed one",
        {"同志们：\n自2004年我区启动试点以来，已经历三年时间。": ("自2004年我区启动试点以来，已经历三年",)},
        ("同志们：\n自2004年以来，我们年年植树。",),
        GUIDE,
    ),
    verdict(
        "served",
        "the speaker counts the years in an office since a printed one",
        {
            "同志们：\n我是2003年5月来县里工作的，转眼已有6年时间。": ("我是2003年5月来县里工作的，转眼已有6年",),
            "各位委员：\n我是2008年3月任局长的。现将任职三年来的工作述职。": ("我是2008年3月任局长的。现将任职三年来",),
        },
        ("同志们：\n我是2003年5月来县里工作的。",),
        "seen: a farewell, and a debriefing before a standing committee",
    ),
    verdict(
        "term-ends",
        "five years looked back on, since the first session of a congress in a printed year",
        {
            "各位代表：\n2003年县第十五届人民代表大会第一次会议以来，全县上下齐心。过去的五年，成绩很大。": (
                "2003年县第十五届人民代表大会第一次会议以来",
            )
        },
        ("各位代表：\n2003年县第十五届人民代表大会第一次会议以来，全县上下齐心。",),
        "Law on local congresses, article 12: terms of five years",
    ),
    verdict(
        "local-anniversary",
        "an anniversary of something whose founding year the text prints",
        {"同志们：\n1996年8月，国务院批准设立本区。建区二十周年，成绩显著。": ("建区二十周年",)},
        ("同志们：\n建区二十周年，成绩显著。",),
        GUIDE,
    ),
    verdict(
        "yearly-day",
        "the count of a yearly day",
        {"同志们：\n今天庆祝第三十个教师节。": ("教师节",)},
        ("同志们：\n今天庆祝教师节。",),
        CALENDAR,
    ),
    verdict(
        "cycle",
        "a year of the cycle of sixty",
        {"同志们：\n再过几天就是戊戌狗年。": ("戊戌狗年",)},
        ("同志们：\n再过几天就是狗年春节。",),
        "干支纪年：1984年为甲子年",
    ),
    verdict(
        "animal",
        "a year of one of the twelve animals",
        {"同志们：\n党的十八大胜利召开，猴年新春将至。": ("猴年",)},
        ("同志们：\n新春将至。",),
        "生肖纪年：2016年为猴年",
    ),
    verdict(
        "school-year",
        "a term of a school year by its number, its end where the speech sums up or sends home",
        {"2009-2010学年第一学期休业式讲话\n同学们：\n大家好。": ("2009-2010学年第一学期休业",)},
        ("同学们：\n这学期过得很快。",),
        "school calendar: terms from September and from February",
    ),
    verdict(
        "cohort",
        "a class of students is welcomed, or sent off, in the year that it bears",
        {
            "在2021级新生开学典礼上的讲话\n同学们：\n欢迎。": ("2021级新生",),
            "同学们：\n今天是2019届毕业生离校的日子。": ("2019届毕业",),
        },
        ("同学们：\n2020级的同学正在实习。",),
        "seen: a president's addresses at matriculation and graduation",
    ),
)
