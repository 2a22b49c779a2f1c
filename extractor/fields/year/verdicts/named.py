"""Campaigns, congresses, meetings, documents and other names that the calendar dates."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import CALENDAR, GUIDE, verdict

_KINDS = tuple(
    verdict(kind, says, {f"同志们：\n{sentence}": (word,) * 2}, ("同志们：\n大家辛苦了，开会。",), CALENDAR)
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
    verdict(
        "trend",
        "a word that was said most of all in some years",
        {"同志们：\n有序推进复工复产。": ("复工复产",) * 2},
        ("同志们：\n有序推进工作。",),
        CALENDAR,
    ),
    verdict(
        "office",
        "an office that was founded or dissolved",
        {"同志们：\n由县生态环境局负责。": ("生态环境局",)},
        ("同志们：\n由县教育局负责。",),
        CALENDAR,
    ),
    verdict(
        "event-ahead",
        "迎接, 即将召开: the event is still to come",
        {"同志们：\n以实干迎接党的二十大。": ("党的二十大",)},
        ("同志们：\n认真学习党的二十大精神。",),
        GUIDE,
    ),
    verdict(
        "event-fresh",
        "刚刚闭幕的: the event is just over",
        {
            "同志们：\n刚刚闭幕的党的十八大，意义重大。": ("党的十八大",),
            "同志们：\n要迅速把思想统一到党的十八大精神上来。": ("党的十八大精神",),
        },
        ("同志们：\n党的十八大以来，变化很大。",),
        GUIDE,
    ),
    verdict(
        "event-last-year",
        "an event of last year",
        {"同志们：\n去年我们战胜了非典。": ("非典",)},
        ("同志们：\n今年我们战胜了非典。",),
        GUIDE,
    ),
    verdict(
        "event-studied",
        "a central meeting is taken up in the months after it",
        {"同志们：\n领会中央人才工作会议要求。": ("中央人才工作会议",)},
        ("同志们：\n领会省委人才工作会议要求。",),
        GUIDE,
    ),
    verdict(
        "event-midst",
        "在全县学习贯彻…精神的关键时刻: what was held is being taken up everywhere, in the year after it",
        {"同志们：\n这次换届是在全县上下学习贯彻党的十七大精神的关键时刻进行的。": ("党的十七大精神",)},
        ("同志们：\n要学习贯彻党的十七大精神。",),
        GUIDE,
    ),
    verdict(
        "document-this-year",
        "今年印发的: a document of this year",
        {"同志们：\n今年三月，国家印发“双减”意见。": ("“双减”",)},
        ("同志们：\n近日国家印发“双减”意见。",),
        GUIDE,
    ),
    verdict(
        "document-issued",
        "印发, 出台: a document is news in the months after it",
        {"同志们：\n近日国家印发“双减”意见。": ("“双减”",)},
        ("同志们：\n继续抓好“双减”。",),
        GUIDE,
    ),
    verdict(
        "campaign-launched",
        "a campaign is launched in its first third",
        {"同志们：\n今天召开党史学习教育动员会。": ("党史学习教育",)},
        ("同志们：\n今天召开党史学习教育总结会议。",),
        GUIDE,
    ),
    verdict(
        "campaign-summed",
        "a campaign is summed up towards its end",
        {"同志们：\n今天召开党史学习教育总结会议。": ("党史学习教育",)},
        ("同志们：\n今天召开党史学习教育动员会。",),
        GUIDE,
    ),
    verdict(
        "season",
        "a phrase that is said in one part of the year",
        {"同志们：\n抓好今冬明春的工作，落实科学发展观。": ("今冬明春",)},
        ("同志们：\n抓好当前的工作。",),
        GUIDE,
    ),
    verdict(
        "event-this-year",
        "a disaster or a great event that the sentence counts to this year",
        {"同志们：\n今年大事多，开春就是汶川大地震。": ("汶川大地震",)},
        ("同志们：\n今年是汶川大地震灾后重建的关键一年。",),
        GUIDE,
    ),
)
