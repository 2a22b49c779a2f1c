"""Verdicts: every branch of the judgement by name, with the slot that it gives and sentences both ways."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.fields.redactions.verdicts_of_names import NAMES
from extractor.records import Slot
from extractor.rule import Verdict

_GUIDE = "ANNOTATION.md §4"

Facts = Mapping[str, tuple[str, dict[str, tuple[str, ...]], tuple[str, ...]]]

_ORDINALS: Facts = {
    "di": ("第 stands before it", {"市委第X巡回指导组到会指导。": ("X",)}, ("先后召开X次会议。",)),
    "session": (
        "it counts sessions or documents (X届X次, X中全会, X号文件)",
        {"在区政协X届X次会议上的讲话": ("X", "X"), "落实XX届X中全会精神": ("XX", "X")},
        ("年内召开X次会议。",),
    ),
    "rank": (
        "a rank is told (居全省X位)",
        {"增速居全省X位。": ("X",), "由XX名升到第X名，确保全市前X。": ("XX", "X")},
        ("表彰X位劳动模范。",),
    ),
    "group": (
        "a body sends numbered groups (市委X督导组)",
        {"市委X督导组已经进驻。": ("X",)},
        ("成立X个督导组。",),
    ),
}
_DATES: Facts = {
    "year": (
        "年 follows, or it fills a year up (20XX年)",
        {"20XX年，我市签约项目5个。": ("XX",), "XXXX年底前全面完成。": ("XXXX",), "政办发〔X〕6号": ("X",)},
        ("连续XX年获得先进。",),
    ),
    "plan": ("五 follows: a plan period", {"“XX五”规划编制完成。": ("XX",)}, ("“X学”活动有声有色。",)),
    "day": (
        "月, 日 or 号 follows",
        {"确保X月X日前完成。": ("X", "X"), "从x\n月\nx\n日开始": ("x", "x")},
        ("历时X个月。",),
    ),
    "clock": ("it is a time of day", {"定于10日上午×:×在会议室召开。": ("×", "×")}, ("讲X点意见。",)),
    "event": ("an event goes by its day (“10·X”火灾)", {"吸取“10·×”火灾教训。": ("×",)}, ("“X项机制”用得好。",)),
}
_QUANTITIES: Facts = {
    "digits": ("only some digits are hidden", {"查出隐患1X3条。": ("X",), "占4X%。": ("X",)}, ("完成投资X亿元。",)),
    "measure": (
        "a measure word or a magnitude follows",
        {"完成X户改造、投资XX亿元，分别增长X.X%、X%。": ("X", "XX", "X.X", "X"), "培训X余人次。": ("X",)},
        ("X市发展很快。", "XX项目顺利开工。"),
    ),
    "years": (
        "it is a stretch of years",
        {"连续XX年获得先进。": ("XX",), "加强对X多年历史的学习": ()},
        ("20XX年开工。",),
    ),
    "ratio": ("it is one part of a ratio", {"三次产业结构调整为XX:XX:XX。": ("XX", "XX", "XX")}, ("上午X:X开会。",)),
    "bare": ("a verb of growth governs it", {"产值同比增长X，税收达到X。": ("X", "X")}, ("我们来到X，看了三个村。",)),
}
_COINED: Mapping[str, Facts] = {
    "title": {
        "book": ("it stands in book marks", {"观看了警示教育片《X》。": ("X",)}, ("印发《X市行动方案》。",)),
        "work": ("a kind of work stands before its quotation", {"观看警示片“XX”。": ("XX",)}, ("推广“XX模式”。",)),
        "event": ("a kind of event or document follows", {"做好X集中签约的保障": ("X",)}, ("做好X区的保障",)),
    },
    "slogan": {
        "quoted": (
            "it is part of a coined name in quotation marks",
            {"开展“X下车间”活动，用好“X项机制”。": ("X", "X")},
            ("光是“X镇”就有三家。", "“党徽在XX岗位闪耀”"),
        ),
        "pair": ("it is doubled around a word", {"形成X来X往的好势头。": ("X", "X")}, ("X月X日开会。",)),
    },
}


def _state(slot: Slot, facts: Facts) -> dict[str, tuple[Slot, Verdict]]:
    return {
        f"{slot}-{shape}": (slot, Verdict(f"redactions.{slot}-{shape}", "Redaction", says, finds, ignores, _GUIDE))
        for shape, (says, finds, ignores) in facts.items()
    }


_ALL: dict[str, tuple[Slot, Verdict]] = {
    **_state("ordinal", _ORDINALS),
    **_state("date", _DATES),
    **_state("quantity", _QUANTITIES),
    **_state("title", _COINED["title"]),
    **_state("slogan", _COINED["slogan"]),
    **_state("person", NAMES["person"]),
    **_state("organisation", NAMES["organisation"]),
    **_state("place", NAMES["place"]),
    **_state("topic", NAMES["topic"]),
}
VERDICTS: tuple[Verdict, ...] = tuple(verdict for _, verdict in _ALL.values())
SLOTS: Mapping[str, Slot] = {name: slot for name, (slot, _) in _ALL.items()}
