"""Set phrases that tell the occasion: the kind that each tells, how surely, and the rule that finds it."""

from __future__ import annotations

from extractor.rule import Rule

CLUES = (
    (
        "congress",
        0.8,
        Rule(
            "meeting.report-to-congress",
            r"(?:向|请)(?:大会|本次大会|第[^，。\n]{1,24}(?:会议|大会))[^。\n]{0,16}(?:报告|作[^。\n]{0,12}报告)|请(?:予|各位代表)审议|一并审议",
            {"受镇政府委托，我向大会作一年来的报告，请予审议。": ("向大会作一年来的报告", "请予审议")},
            ("请大家向大会捐款。",),
            "the set opening of a report to a people's congress",
        ),
    ),
    (
        "congress",
        0.7,
        Rule(
            "meeting.deputies",
            r"^[ ]*各位(?:代表|委员)[，、：！]",
            {"各位代表：\n现在": ("各位代表：",)},
            ("各位领导：",),
            "those whom a report to a congress addresses",
        ),
    ),
    (
        "congress",
        0.55,
        Rule(
            "meeting.resolved",
            r"(?:认真|全面|切实)(?:贯彻|落实|执行)[^。，；\n]{0,10}届人大[^。，；\n]{0,4}次会议(?:的|各项)?决议",
            {"全院干警认真落实县十届人大三次会议决议。": ("认真落实县十届人大三次会议决议",)},
            ("要贯彻县十届人大三次会议精神。",),
            "Organic Laws of courts and procuratorates: they report to the congress on what it resolved",
        ),
    ),
    (
        "plenary",
        0.82,
        Rule(
            "meeting.committee-reports",
            r"(?:团[省市县区州]委|纪委|[妇残]联|工会|科协|工商联)(?:常务?委员?会|执委会)的?(?:工作|向)[^。\n]{0,20}报告",
            {"团市委常委会的工作已经书面向大家报告": ("团市委常委会的工作已经书面向大家报告",)},
            ("市纪委常委会研究了整改工作。",),
            "ANNOTATION.md §1.1: plenary 全会, to which a committee's standing members report",
        ),
    ),
    (
        "mobilisation",
        0.4,
        Rule(
            "meeting.mobilises",
            r"(?:进行|作|再|的)(?:再)?(?:动员|部署)(?:、再(?:动员|部署))+|进行(?:全面|再)?(?:动员|动员部署)",
            {"任务是对创建工作进行再动员、再部署。": ("进行再动员、再部署",)},
            ("要动员群众参与。",),
            "ANNOTATION.md §1.1: what the opening says the meeting is for",
        ),
    ),
    (
        "ceremony",
        0.5,
        Rule(
            "meeting.opens",
            r"(?:节|会|赛|周|月|展)[^。，\n]{0,6}(?:隆重|盛大|正式)?(?:开幕|启动|开赛)了?[，。！]",
            {"第三届油菜花旅游节隆重开幕了。": ("节隆重开幕了。",)},
            ("活动启动以后要跟上。",),
            "ANNOTATION.md §1.1: ceremony 开幕",
        ),
    ),
    (
        "congress",
        0.5,
        Rule(
            "meeting.congress-watch",
            r"在[^。\n]{0,12}人大[^。，\n]{0,8}政协[^。，\n]{0,10}(?:监督|支持)",
            {"在区人大、政协的监督支持下，我们圆满完成任务。": ("在区人大、政协的监督支持",)},
            ("人大、政协领导出席。",),
            "a government's report thanks people's congress and CPPCC",
        ),
    ),
    (
        "press",
        0.7,
        Rule(
            "meeting.press-salutation",
            r"(?:新闻界|媒体|记者)的?(?:各位)?(?:朋友|同仁|记者)们?[，、：！]|各位(?:新闻|媒体)?记者",
            {"新闻界的朋友们：大家好！": ("新闻界的朋友们：",)},
            ("朋友们：", "各位专家、各位同仁："),
            "those whom a press conference addresses",
        ),
    ),
    (
        "appointment",
        0.6,
        Rule(
            "meeting.appointed",
            r"选举我(?:为|担任|出任|任|做|当)|(?:能|有幸|很荣幸)当选|宣[布读]了[^。\n]{0,30}(?:任职|任命|任免|调整|人事)[^。\n]{0,12}(?:决定|通知|文件)|组织(?:上)?(?:决定|安排)(?:我|由我)",
            {
                "刚才，大会选举我为县长。": ("选举我为",),
                "能当选县长，我很光荣。": ("能当选",),
                "部长宣布了市委关于主要领导调整的决定": ("宣布了市委关于主要领导调整的决定",),
            },
            ("宣读了表彰决定。",),
            "ANNOTATION.md §1.1: appointment 任职宣布, 当选表态",
        ),
    ),
    (
        "appointment",
        0.985,
        Rule(
            "meeting.elected",
            r"(?:今天|刚才|刚刚)，?[^。，；！\n]{0,12}(?:大会|会议|代表们?)[^。，；！\n]{0,6}选举我(?:为|担任|出任|当)",
            {"各位代表：\n刚才，大会选举我担任镇长，我很光荣。": ("刚才，大会选举我担任",)},
            ("一年前，大会选举我为镇长，现在我向大会报告工作。",),
            "ANNOTATION.md §1.1: appointment 当选表态, whatever the congress that elected",
        ),
    ),
    (
        "debrief",
        0.85,
        Rule(
            "meeting.debriefs-to",
            r"现(?:将|就)[^。，\n]{0,24}向[^。，\n]{1,10}述职",
            {"现将任职两年来的工作向常委会述职，请予审议。": ("现将任职两年来的工作向常委会述职",)},
            ("现将财政预算向大会报告，请予审议。",),
            "ANNOTATION.md §1.1: debrief 述职, also before a people's congress's standing committee",
        ),
    ),
    (
        "debrief",
        0.6,
        Rule(
            "meeting.debriefs",
            r"(?:现|下面)[^。\n]{0,20}(?:述职|汇报)如下|向大家述职|请(?:予)?评议|(?:履职|任职)[^。，\n]{0,6}情况，[^。\n]{0,30}汇报",
            {
                "现述职如下，请评议。": ("现述职如下", "请评议"),
                "回顾一年来的履职情况，心情激动，借此机会向大家汇报。": ("履职情况，心情激动，借此机会向大家汇报",),
            },
            ("大家评议一下方案。",),
            "the set opening of a debriefing",
        ),
    ),
    (
        "commemoration",
        0.4,
        Rule(
            "meeting.festival",
            r"节”?[^。，；！\n]{0,6}之际，?[^。！\n]{0,16}(?:集会|欢聚|相聚|聚会|齐聚)",
            {"在记者节到来之际，我们欢聚在一起。": ("节到来之际，我们欢聚",)},
            ("在记者节到来之际，要做好慰问。",),
            "ANNOTATION.md §1.1: commemoration 座谈以外的节庆大会",
        ),
    ),
    (
        "commemoration",
        0.6,
        Rule(
            "meeting.celebrates",
            r"(?:隆重集会|隆重聚会|隆重举行大会)，[^，。！\n]{0,6}(?:庆祝|纪念)",
            {"今天，我们在这里隆重集会，热烈庆祝中国共产党成立九十周年。": ("隆重集会，热烈庆祝",)},
            ("大家以优异成绩庆祝建党九十周年。",),
            "ANNOTATION.md §1.1: commemoration 纪念/庆祝, before a title that says no more than 大会",
        ),
    ),
    (
        "inspection",
        0.55,
        Rule(
            "meeting.feeds-back",
            r"(?:集中反馈|现(?:将[^。，\n]{0,20})?反馈如下|反馈了?巡[察视](?:情况|意见))",
            {"经研究，现反馈如下。": ("现反馈如下",), "刚才作了集中反馈。": ("集中反馈",)},
            ("要及时反馈情况。",),
            "ANNOTATION.md §1.1: inspection 巡视巡察, 督导反馈",
        ),
    ),
    (
        "party_lecture",
        0.6,
        Rule(
            "meeting.lectures",
            r"(?:讲|上)(?:一次|一堂|一节|这堂|次|堂|节|专题)?[^，。\n]{0,4}党课",
            {"今天，我给大家上一堂党课。": ("上一堂党课",)},
            ("带头读原著。",),
            "ANNOTATION.md §1.1: party_lecture",
        ),
    ),
)


HALF = ("meeting.deputies", "meeting.congress-watch")
"""The clues that may stand anywhere where a text is the second half of a report."""
TARGETS = (
    "congress",
    0.5,
    Rule(
        "meeting.targets",
        r"(?:国民经济和社会|经济社会)发展的?主要(?:预期)?目标",
        {"今年经济社会发展的主要预期目标是": ("经济社会发展的主要预期目标",)},
        ("我们的目标是群众满意。",),
        "a government's report sets the year's targets in these words",
    ),
)
