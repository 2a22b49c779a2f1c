"""Plenums, sessions, terms of congresses."""

from __future__ import annotations

from extractor.fields.year.verdicts.verdict import CALENDAR, GUIDE, verdict

SITTINGS = (
    verdict(
        "plenum",
        "the newest plenum of the Central Committee",
        {"同志们：\n学习贯彻党的十九届四中全会精神。": ("十九届四中全会",) * 3},
        ("同志们：\n学习贯彻市委十二届三次全会精神。",),
        CALENDAR,
    ),
    verdict(
        "inspection",
        "a plenum of the Central Commission for Discipline Inspection",
        {"同志们：\n传达十九届中央纪委四次全会精神。": ("十九届中央纪委四次全会",) * 2},
        ("同志们：\n传达县纪委四次全会精神。",),
        CALENDAR,
    ),
    verdict(
        "session",
        "a session of the National People's Congress or the CPPCC",
        {"同志们：\n传达十三届全国人大二次会议精神。": ("十三届全国人大二次会议",) * 2},
        ("同志们：\n县十三届人大二次会议开幕。",),
        "届次：第十届全国人民代表大会第一次会议，2003年3月；每年一次",
    ),
    verdict(
        "session-carried",
        "what one national session resolved is reported on to the next one",
        {"各位代表：\n一年来，我们认真落实十一届全国人大二次会议决议。": ("十一届全国人大二次会议",)},
        ("各位代表：\n传达十一届全国人大二次会议精神。",),
        "Constitution of the PRC, articles 92 and 133: court and government report to each session",
    ),
    verdict(
        "session-term",
        "five years since the first session of a term",
        {"各位代表：\n十一届全国人大一次会议以来的五年，很不平凡。": ("十一届全国人大一次会议",)},
        ("各位代表：\n十一届全国人大一次会议胜利召开。",),
        GUIDE,
    ),
    verdict(
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
)
