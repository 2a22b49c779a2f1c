"""The rules of the year: each names one way in which a place of the text dates the speech."""

from __future__ import annotations

from extractor.rule import Verdict

_GUIDE = "ANNOTATION.md §1, year"
_CALENDAR = "calendar.toml: each entry names its document"


def _verdict(name: str, says: str, finds: dict[str, tuple[str, ...]], ignores: tuple[str, ...], source: str) -> Verdict:
    return Verdict(f"year.{name}", "Evidence", says, finds, ignores, source)


PRINTED = (
    _verdict(
        "date-line",
        "a date on its own line, or in brackets in the head, is the date of delivery",
        {"在全县工作会议上的讲话\n（2018年5月2日）\n同志们：\n开会。": ("2018年5月2日",)},
        ("同志们：\n我们从2018年5月2日起开展整治。",),
        "GB/T 9704-2012 §7.3.6",
    ),
    _verdict(
        "title",
        "a year in the title is the year of delivery",
        {
            "在2021年全市安全生产会议上的讲话\n同志们：\n开会。": ("2021年",),
            "2021全县护林推进会讲话\n同志们：\n开会。": ("2021",),
        },
        ("在全市安全生产会议上的讲话\n同志们：\n2021年很关键。",),
        _GUIDE,
    ),
    _verdict(
        "review-title",
        "a year under review in the title: delivered at its end or soon after",
        {"2019年度党建工作述职报告\n同志们：\n现在述职。": ("2019年度",)},
        ("2019年全市工作会议讲话\n同志们：\n开会。",),
        _GUIDE,
    ),
    _verdict(
        "signature",
        "a date that ends the text after the signing body",
        {"同志们：\n大家努力。\n" + "一定要抓好落实。" * 40 + "\n某县委办公室  2021年3月": ("2021年3月",)},
        ("同志们：\n2021年3月，我们开始整改。\n大家努力。",),
        "GB/T 9704-2012 §7.3.5",
    ),
    _verdict(
        "issue",
        "the year of a bulletin's issue",
        {"县委通报\n〔2017〕第3期\n同志们：\n开会。": ("〔2017〕",)},
        ("同志们：\n开会。" + "大家要抓好落实。" * 50 + "按照国发〔2010〕23号文件执行。",),
        "seen: a bulletin cover above the speech",
    ),
    _verdict(
        "upload-date",
        "the day of an upload bounds the speech from above",
        {
            "来源：文稿网 2023/4/21\n同志们：\n开会。": ("2023/4/21",),
            "在全镇植树会上的讲话\n时间：2022-03-14 09:10:00\n同志们：\n开会。": ("2022-03-14",),
            "在全镇植树会上的讲话\n时间：2022-03-14 09:10:00 讲话稿 投稿\n同志们：\n开会。": ("2022-03-14",),
        },
        ("同志们：\n会议在2023/4/21召开。", "在全镇植树会上的讲话\n（2022-03-14）\n同志们：\n开会。"),
        _GUIDE,
    ),
    _verdict(
        "upload-month",
        "the month of the report is the month of the meeting that it names",
        {"来源：宣教中心 2023/4/21\n省厅召开4月例行发布会": ("2023/4/21",)},
        ("来源：文稿网 2023/4/21\n同志们：\n开会。",),
        "seen: the report of a monthly press conference under its date of publication",
    ),
    _verdict(
        "local-term",
        "the first session of a county's or township's congress sits, or a term of five years that it began ends",
        {
            "政府工作报告\n——在某镇第九届人民代表大会第一次会议上\n各位代表：\n现在报告工作。": (
                "镇第九届人民代表大会第一次会议",
            ),
        },
        ("在全县会议上的讲话\n同志们：\n" + "开会。" * 60 + "县十届人大一次会议通过了决议。",),
        "Law on local people's congresses, article 12; elections alike in 2006–07, 2011–12, 2016–17, 2021–22",
    ),
    _verdict(
        "period-done",
        "the aims of a five-year plan have been reached: it has just ended",
        {"同志们：\n“十三五”规划目标任务顺利完成。": ("“十三五”",)},
        ("同志们：\n要确保“十三五”规划目标任务顺利完成。",),
        "seen: reports at the turn of two plans",
    ),
    _verdict(
        "school-year",
        "a term of a school year by its number, its end where the speech sums up or sends home",
        {"2009-2010学年第一学期休业式讲话\n同学们：\n大家好。": ("2009-2010学年第一学期休业",)},
        ("同学们：\n这学期过得很快。",),
        "school calendar: terms from September and from February",
    ),
    _verdict(
        "event-this-year",
        "a disaster or a great event that the sentence counts to this year",
        {"同志们：\n今年大事多，开春就是汶川大地震。": ("汶川大地震",)},
        ("同志们：\n今年是汶川大地震灾后重建的关键一年。",),
        _GUIDE,
    ),
    _verdict(
        "compared",
        "a year that figures are compared with is over, by one year or by a whole plan",
        {"同志们：\n全县生产总值比2015年增长四成。": ("2015年",)},
        ("同志们：\n2015年全县增长一成。",),
        _GUIDE,
    ),
    _verdict(
        "expires",
        "a term that expires in a year is spoken of when it soon does",
        {"同志们：\n全乡村委会将于2012年上半年任期届满。": ("2012年",)},
        ("同志们：\n合同2012年到期后没有再签。",),
        "Organic Law of Villagers' Committees, article 15: the next committee is elected when the term expires",
    ),
    _verdict(
        "this-year",
        "今年 beside a printed year",
        {"同志们：\n今年是2020年，任务很重。": ("2020年",)},
        ("同志们：\n去年是2020年，任务很重。",),
        _GUIDE,
    ),
    _verdict(
        "last-year",
        "去年, 刚刚过去的 beside a printed year",
        {"同志们：\n刚刚过去的2019年，我们完成了任务。": ("2019年",)},
        ("同志们：\n今年是2019年。",),
        _GUIDE,
    ),
    _verdict(
        "next-year",
        "明年, 即将到来 beside a printed year",
        {"同志们：\n2021年即将到来，要早作谋划。": ("2021年",)},
        ("同志们：\n2021年已经过去。",),
        _GUIDE,
    ),
    _verdict(
        "review",
        "a printed year under review",
        {"各位代表：\n一、2018年工作回顾": ("2018年",)},
        ("各位代表：\n二、2019年工作安排",),
        _GUIDE,
    ),
    _verdict(
        "review-context",
        "the year that opens a review of 过去一年",
        {"各位代表：\n一、过去一年工作回顾\n2011年，全区经济平稳增长。": ("2011年",)},
        ("各位代表：\n2011年，全区经济平稳增长。",),
        "seen: a government report whose heading names no year",
    ),
    _verdict(
        "plan",
        "a printed year whose work is planned",
        {"同志们：\n下面部署2020年工作任务。": ("2020年",)},
        ("同志们：\n下面回顾2019年的工作。",),
        _GUIDE,
    ),
    _verdict(
        "closed",
        "figures up to the end of a printed year are reported in the months after it",
        {"同志们：\n截止2011年底，全镇完成税收三百万元。": ("2011年",)},
        ("同志们：\n2011年底，全镇开工建设。",),
        "seen: township reports that close their books at a year's end",
    ),
    _verdict(
        "plan-announced",
        "the speaker is about to give views on a printed year's work",
        {"同志们：\n下面，我就抓好2011年护林工作讲几点意见。": ("2011年",)},
        ("同志们：\n抓好2011年护林工作，成效明显。",),
        "seen: the sentence before the first point of a work conference",
    ),
    _verdict(
        "budget",
        "last year's accounts beside this year's budget: a congress votes on both as the year begins",
        {
            "各位代表：\n会议批准了2018年预算执行情况和2019年预算草案的报告。": ("2018年预算执行情况和2019年预算",),
            "代表们：\n大会审议了2020年财务决算和2021年财务预算报告。": ("2020年财务决算和2021年财务预算",),
        },
        ("各位代表：\n会议通过了2019年预算调整方案。",),
        "Budget Law of the PRC, article 43: the people's congress examines last year's execution and this year's draft",
    ),
    _verdict(
        "cohort",
        "a class of students is welcomed, or sent off, in the year that it bears",
        {
            "在2021级新生开学典礼上的讲话\n同学们：\n欢迎。": ("2021级新生",),
            "同学们：\n今天是2019届毕业生离校的日子。": ("2019届毕业",),
        },
        ("同学们：\n2020级的同学正在实习。",),
        "seen: a president's addresses at matriculation and graduation",
    ),
    _verdict(
        "forecast",
        "预计 before a printed year: its figures are not yet in",
        {"同志们：\n预计2019年，全县生产总值完成X亿元。": ("2019年",)},
        ("同志们：\n去年，全县生产总值完成X亿元。",),
        _GUIDE,
    ),
    _verdict(
        "future",
        "到, 底前 about a printed year: it is to come",
        {"同志们：\n到2017年底前全部脱贫。": ("2017年",)},
        ("同志们：\n2017年，全部脱贫。",),
        _GUIDE,
    ),
    _verdict(
        "decade",
        "201X年 leaves ten years",
        {"同志们：\n201X年，我县完成改造。": ("201X年",)},
        ("同志们：\n20XX年，我县完成改造。",),
        "VARIANTS.md: half hidden years",
    ),
    _verdict(
        "document-number",
        "a year in the name or number of a document is past",
        {"同志们：\n要落实《三年规划（2018—2020年）》。": ("2018—2020年",)},
        ("同志们：\n要落实三年规划。",),
        _GUIDE,
    ),
    _verdict(
        "document-of-year",
        "a notice about the work of a year is read out in it",
        {
            "同志们：\n刚才宣读了《关于开展2008年安全生产月活动的通知》。": ("2008年",),
            "同志们：\n一是传达《某镇2008年护林工作意见》。": ("2008年",),
        },
        ("同志们：\n刚才宣读了《关于开展安全生产月活动的通知》。", "同志们：\n要落实《某镇2008年护林工作意见》。"),
        "seen: a mobilisation at which the year's notice is read",
    ),
    _verdict(
        "mentioned",
        "the newest year that is named in passing bounds from below",
        {"同志们：\n自2012年动工，我们走过了几个阶段。": ("2012年",)},
        ("同志们：\n园区走过了几个阶段。",),
        _GUIDE,
    ),
    _verdict(
        "mentioned-last",
        "the newest year that is named in passing is near",
        {"同志们：\n自2012年动工，我们走过了几个阶段。": ("2012年",)},
        ("同志们：\n园区走过了几个阶段。",),
        _GUIDE,
    ),
    _verdict(
        "told-over",
        "a year that opens a sentence, beside 今年, is over",
        {"同志们：\n2021年，全镇收入增长8%。今年要再上台阶。": ("2021年",)},
        ("同志们：\n今年全镇收入增长8%。",),
        "seen: township meetings that report last year by its number",
    ),
)

_KINDS = tuple(
    _verdict(kind, says, {f"同志们：\n{sentence}": (word,) * 2}, ("同志们：\n大家辛苦了，开会。",), _CALENDAR)
    for kind, says, sentence, word in (
        ("campaign", "a study campaign dates by its own dates", "我们开展了党史学习教育。", "党史学习教育"),
        ("congress", "a party congress bounds from below", "要学好党的十九大精神。", "党的十九大精神"),
        ("drive", "a national drive dates by its own dates", "抓好扫黑除恶专项斗争。", "扫黑除恶专项斗争"),
        ("crisis", "an epidemic, a disaster, a crisis", "受国际金融危机影响，压力很大。", "国际金融危机"),
        ("event", "games, fairs, launches", "上海世博会圆满闭园，值得祝贺。", "上海世博会"),
        ("meeting", "a central meeting cited by name", "领会中央人才工作会议要求。", "中央人才工作会议"),
        ("formula", "a formula of the centre", "深入贯彻落实科学发展观。", "深入贯彻落实科学发展观"),
        ("leader", "a formula that names a leader", "在以胡锦涛同志为总书记的党中央领导下。", "以胡锦涛同志为总书记"),
        ("document", "a law or document cited by name", "认真执行《廉政准则》。", "《廉政准则》"),
    )
)

NAMED = (
    *_KINDS,
    _verdict(
        "trend",
        "a word that was said most of all in some years",
        {"同志们：\n有序推进复工复产。": ("复工复产",) * 2},
        ("同志们：\n有序推进工作。",),
        _CALENDAR,
    ),
    _verdict(
        "office",
        "an office that was founded or dissolved",
        {"同志们：\n由县生态环境局负责。": ("生态环境局",)},
        ("同志们：\n由县教育局负责。",),
        _CALENDAR,
    ),
    _verdict(
        "event-ahead",
        "迎接, 即将召开: the event is still to come",
        {"同志们：\n以实干迎接党的二十大。": ("党的二十大",)},
        ("同志们：\n认真学习党的二十大精神。",),
        _GUIDE,
    ),
    _verdict(
        "event-fresh",
        "刚刚闭幕的: the event is just over",
        {
            "同志们：\n刚刚闭幕的党的十八大，意义重大。": ("党的十八大",),
            "同志们：\n要迅速把思想统一到党的十八大精神上来。": ("党的十八大精神",),
        },
        ("同志们：\n党的十八大以来，变化很大。",),
        _GUIDE,
    ),
    _verdict(
        "event-last-year",
        "an event of last year",
        {"同志们：\n去年我们战胜了非典。": ("非典",)},
        ("同志们：\n今年我们战胜了非典。",),
        _GUIDE,
    ),
    _verdict(
        "event-studied",
        "a central meeting is taken up in the months after it",
        {"同志们：\n领会中央人才工作会议要求。": ("中央人才工作会议",)},
        ("同志们：\n领会省委人才工作会议要求。",),
        _GUIDE,
    ),
    _verdict(
        "event-midst",
        "在全县学习贯彻…精神的关键时刻: what was held is being taken up everywhere, in the year after it",
        {"同志们：\n这次换届是在全县上下学习贯彻党的十七大精神的关键时刻进行的。": ("党的十七大精神",)},
        ("同志们：\n要学习贯彻党的十七大精神。",),
        _GUIDE,
    ),
    _verdict(
        "document-this-year",
        "今年印发的: a document of this year",
        {"同志们：\n今年三月，国家印发“双减”意见。": ("“双减”",)},
        ("同志们：\n近日国家印发“双减”意见。",),
        _GUIDE,
    ),
    _verdict(
        "document-issued",
        "印发, 出台: a document is news in the months after it",
        {"同志们：\n近日国家印发“双减”意见。": ("“双减”",)},
        ("同志们：\n继续抓好“双减”。",),
        _GUIDE,
    ),
    _verdict(
        "campaign-launched",
        "a campaign is launched in its first third",
        {"同志们：\n今天召开党史学习教育动员会。": ("党史学习教育",)},
        ("同志们：\n今天召开党史学习教育总结会议。",),
        _GUIDE,
    ),
    _verdict(
        "campaign-summed",
        "a campaign is summed up towards its end",
        {"同志们：\n今天召开党史学习教育总结会议。": ("党史学习教育",)},
        ("同志们：\n今天召开党史学习教育动员会。",),
        _GUIDE,
    ),
    _verdict(
        "season",
        "a phrase that is said in one part of the year",
        {"同志们：\n抓好今冬明春的工作，落实科学发展观。": ("今冬明春",)},
        ("同志们：\n抓好当前的工作。",),
        _GUIDE,
    ),
)

RECKONED = (
    _verdict(
        "plan-period",
        "a five-year plan that is spoken of",
        {"同志们：\n落实“十三五”规划。": ("“十三五”",) * 2},
        ("同志们：\n十五个单位作了发言。",),
        "五年规划：1953年起每五年一个",
    ),
    _verdict(
        "plan-drafted",
        "a plan is drafted before and around its first year",
        {"同志们：\n启动“十四五”规划编制。": ("“十四五”",)},
        ("同志们：\n落实“十三五”规划。",),
        _GUIDE,
    ),
    _verdict(
        "period-this-year",
        "今年 is a named year of a period",
        {"同志们：\n今年是“十三五”规划的收官之年。": ("“十三五”规划的收官之年",)},
        ("同志们：\n去年是“十三五”规划的收官之年。",),
        _GUIDE,
    ),
    _verdict(
        "period-last-year",
        "去年 is a named year of a period",
        {"同志们：\n过去一年是“十二五”开局之年。": ("“十二五”开局之年",)},
        ("同志们：\n今年是“十二五”开局之年。",),
        _GUIDE,
    ),
    _verdict(
        "period-next-year",
        "明年 is a named year of a period",
        {"同志们：\n明年是“十四五”开局之年。": ("“十四五”开局之年",)},
        ("同志们：\n今年是“十四五”开局之年。",),
        _GUIDE,
    ),
    _verdict(
        "period-planned",
        "the tasks of a named year are set",
        {"同志们：\n部署“十四五”第二年的任务。": ("“十四五”第二年",)},
        ("同志们：\n今年是“十四五”第二年。",),
        _GUIDE,
    ),
    _verdict(
        "period-year",
        "a named year of a period, without a word whether it is this one",
        {"同志们：\n确保脱贫攻坚圆满收官。": ("脱贫攻坚圆满收官",)},
        ("同志们：\n今年是脱贫攻坚收官之年。",),
        _GUIDE,
    ),
    _verdict(
        "period-review",
        "a whole plan is reviewed soon after its last year",
        {"各位代表：\n一、“十二五”时期工作回顾": ("“十二五”",)},
        ("各位代表：\n一、“十三五”时期发展目标",),
        _GUIDE,
    ),
    _verdict(
        "period-target",
        "a three-year action that names its first year, in its last",
        {"同志们：\n自2018年三年行动开展以来，成效明显。收官之年要再加力。": ("2018年三年行动",)},
        ("同志们：\n自2018年三年行动开展以来，成效明显。",),
        "seen: an exchange of experience in the last year of an action",
    ),
    _verdict(
        "anniversary",
        "an anniversary of what the calendar knows the birth of",
        {"同志们：\n隆重庆祝中国共产党成立95周年。": ("中国共产党成立95周年",) * 2},
        ("同志们：\n隆重庆祝中国共产党成立。",),
        _CALENDAR,
    ),
    _verdict(
        "anniversary-this-year",
        "今年, 之际 at an anniversary",
        {"同志们：\n今年是建党90周年。": ("建党90周年",)},
        ("同志们：\n隆重庆祝建党90周年。",),
        _CALENDAR,
    ),
    _verdict(
        "anniversary-last-year",
        "去年 was an anniversary",
        {"同志们：\n过去的一年，是建党90周年。": ("建党90周年",)},
        ("同志们：\n今年是建党90周年。",),
        _CALENDAR,
    ),
    _verdict(
        "anniversary-ahead",
        "an anniversary as a goal",
        {
            "同志们：\n到建党100周年时，全面建成小康。": ("建党100周年",),
            "同志们：\n以优异成绩向建党100周年献礼。": ("建党100周年",),
        },
        ("同志们：\n今年是建党100周年。",),
        _CALENDAR,
    ),
    _verdict(
        "turning",
        "one year is told as over, the next one promised",
        {"同志们：\n2014年是丰收的一年。2015年，我院将乘势而上。": ("2015年",)},
        ("同志们：\n2014年是丰收的一年。2015年，我院收治病人两千人次。",),
        _GUIDE,
    ),
    _verdict(
        "elapsed",
        "the years gone by since a printed one",
        {"同志们：\n自2004年我区启动试点以来，已经历三年时间。": ("自2004年我区启动试点以来，已经历三年",)},
        ("同志们：\n自2004年以来，我们年年植树。",),
        _GUIDE,
    ),
    _verdict(
        "served",
        "the speaker counts the years in an office since a printed one",
        {
            "同志们：\n我是2003年5月来县里工作的，转眼已有6年时间。": ("我是2003年5月来县里工作的，转眼已有6年",),
            "各位委员：\n我是2008年3月任局长的。现将任职三年来的工作述职。": ("我是2008年3月任局长的。现将任职三年来",),
        },
        ("同志们：\n我是2003年5月来县里工作的。",),
        "seen: a farewell, and a debriefing before a standing committee",
    ),
    _verdict(
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
    _verdict(
        "local-anniversary",
        "an anniversary of something whose founding year the text prints",
        {"同志们：\n1996年8月，国务院批准设立本区。建区二十周年，成绩显著。": ("建区二十周年",)},
        ("同志们：\n建区二十周年，成绩显著。",),
        _GUIDE,
    ),
    _verdict(
        "yearly-day",
        "the count of a yearly day",
        {"同志们：\n今天庆祝第三十个教师节。": ("教师节",)},
        ("同志们：\n今天庆祝教师节。",),
        _CALENDAR,
    ),
    _verdict(
        "plenum",
        "the newest plenum of the Central Committee",
        {"同志们：\n学习贯彻党的十九届四中全会精神。": ("十九届四中全会",) * 3},
        ("同志们：\n学习贯彻市委十二届三次全会精神。",),
        _CALENDAR,
    ),
    _verdict(
        "inspection",
        "a plenum of the Central Commission for Discipline Inspection",
        {"同志们：\n传达十九届中央纪委四次全会精神。": ("十九届中央纪委四次全会",) * 2},
        ("同志们：\n传达县纪委四次全会精神。",),
        _CALENDAR,
    ),
    _verdict(
        "session",
        "a session of the National People's Congress or the CPPCC",
        {"同志们：\n传达十三届全国人大二次会议精神。": ("十三届全国人大二次会议",) * 2},
        ("同志们：\n县十三届人大二次会议开幕。",),
        "届次：第十届全国人民代表大会第一次会议，2003年3月；每年一次",
    ),
    _verdict(
        "session-carried",
        "what one national session resolved is reported on to the next one",
        {"各位代表：\n一年来，我们认真落实十一届全国人大二次会议决议。": ("十一届全国人大二次会议",)},
        ("各位代表：\n传达十一届全国人大二次会议精神。",),
        "Constitution of the PRC, articles 92 and 133: court and government report to each session",
    ),
    _verdict(
        "session-term",
        "five years since the first session of a term",
        {"各位代表：\n十一届全国人大一次会议以来的五年，很不平凡。": ("十一届全国人大一次会议",)},
        ("各位代表：\n十一届全国人大一次会议胜利召开。",),
        _GUIDE,
    ),
    _verdict(
        "cycle",
        "a year of the cycle of sixty",
        {"同志们：\n再过几天就是戊戌狗年。": ("戊戌狗年",)},
        ("同志们：\n再过几天就是狗年春节。",),
        "干支纪年：1984年为甲子年",
    ),
    _verdict(
        "animal",
        "a year of one of the twelve animals",
        {"同志们：\n党的十八大胜利召开，猴年新春将至。": ("猴年",)},
        ("同志们：\n新春将至。",),
        "生肖纪年：2016年为猴年",
    ),
)

VERDICTS = (*PRINTED, *NAMED, *RECKONED)
