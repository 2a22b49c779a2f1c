"""The names of the ways in which a claim's subject is found, each with sentences both ways (ANNOTATION.md §3)."""

from __future__ import annotations

from extractor.rule import Verdict

_SOURCE = "ANNOTATION.md §3"

VERDICTS: tuple[Verdict, ...] = (
    Verdict(
        "metrics.noun-after-unit",
        "Claim",
        "The noun phrase after value and unit is counted: 完成35户危房改造.",
        {
            "全镇完成35户危房改造，铺设12.5公里供水管道。": ("35", "12.5"),
            "一千二百名党员参加了测试。": ("一千二百",),
            "近百名志愿者顺利上岗。": ("近百",),
        },
        ("第3批学员分4个方面作了汇报。", "500万元以上项目全部开工。", "我讲3点意见。", "十五分钟生活圈已经建成。"),
        _SOURCE,
    ),
    Verdict(
        "metrics.noun-before-value",
        "Claim",
        "The noun phrase before the value is counted or measured: 调整干部12人, 地区生产总值完成35亿元.",
        {
            "地区生产总值完成35.6亿元。": ("35.6",),
            "查处违规用车问题17起。": ("17",),
            "森林覆盖率由41.2%提高到45%。": ("41.2",),
            "投产企业占三成。": ("三",),
            "三次产业结构调整为12.1:45.3:42.6。": ("12.1",),
        },
        (
            "〔2021〕14号文件已经印发。",
            "全市建成4/5G基站。",
            "省里排名前100名。",
            "会议8:30开始。",
            "十四五规划开局良好。",
        ),
        _SOURCE,
    ),
    Verdict(
        "metrics.shared-subject",
        "Claim",
        "A value without a noun of its own shares the subject of the value before it: 同比增长8%, 3件5人.",
        {
            "财政收入完成6亿元，同比增长8%。": ("8",),
            "查处失职问题3件5人。": ("5",),
            "粮食产量由8万吨增加到9.5万吨。": ("9.5",),
        },
        ("财政收入完成6亿元。", "查处失职问题3件。"),
        _SOURCE,
    ),
    Verdict(
        "metrics.verb-phrase",
        "Claim",
        "No noun is counted; the verb is the subject: 立案12件.",
        {"去年立案12件。": ("12",)},
        ("立案工作稳步推进。", "查处失职问题3件。"),
        _SOURCE,
    ),
    Verdict(
        "metrics.predicate-after",
        "Claim",
        "No noun is counted; the verb phrase after the value is the subject: 35人稳定脱贫.",
        {"去年以来，350人稳定脱贫。": ("350",)},
        ("350名群众稳定脱贫。", "贫困人口减少350人。"),
        _SOURCE,
    ),
    Verdict(
        "metrics.topic",
        "Claim",
        "The clause before names the subject: 养老金标准继续提高，年人均增加120元.",
        {"养老金标准继续提高，年人均增加120元。": ("120",)},
        ("养老金标准为120元。",),
        _SOURCE,
    ),
)

_NAMES = {
    "after": "metrics.noun-after-unit",
    "before": "metrics.noun-before-value",
    "shared": "metrics.shared-subject",
    "verb": "metrics.verb-phrase",
    "predicate": "metrics.predicate-after",
    "topic": "metrics.topic",
}


def name_rule(how: str) -> str:
    """The rule by which a claim stands: how its subject was found."""
    return _NAMES[how]
