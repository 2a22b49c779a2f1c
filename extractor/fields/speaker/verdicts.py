"""The verdicts by which the speaker is told: head, territory, audience and own body."""

from __future__ import annotations

from extractor.rule import Verdict

TITLED = Verdict(
    "speaker.title",
    "Evidence",
    "the title names the territory or the body of the occasion",
    {"在全县会议上的讲话\n同志们：": ("在全县会议上的讲话",)},
    ("同志们：\n今天开会。",),
    "ANNOTATION.md §1: “全市…我们”",
)

OFFICE = Verdict(
    "speaker.office",
    "Evidence",
    "the office of the speaker: in the name line, or before 在 in the title",
    {
        "在全县教育工作会议上的讲话\n县长 张三\n同志们：": ("县长 张三", "县长 张三"),
        "区委书记在全区大会上的讲话\n同志们：": ("区委书记", "区委书记"),
    },
    ("在全县教育工作会议上的讲话\n同志们：",),
    "seen: the speaker's office under or in the title",
)

PLACED = Verdict(
    "speaker.place",
    "Evidence",
    "the head names an administrative division whose level is known",
    {"在昆山市工作会议上的讲话\n同志们：": ("在昆山市工作会议上的讲话",)},
    ("在某某市工作会议上的讲话\n同志们：",),
    "ANNOTATION.md §1: a place name left standing settles the level; GB/T 2260",
)

LEADER = Verdict(
    "speaker.leader",
    "Evidence",
    "the name of a leader of the centre stands under the title",
    {"在座谈会上的讲话\n习近平\n同志们：": ("习近平", "习近平")},
    ("在座谈会上的讲话\n张三\n同志们：",),
    "ANNOTATION.md §1.2: national",
)

BELOW = Verdict(
    "speaker.below",
    "Evidence",
    "those whom the speaker commands: 各乡镇 ⇒ county",
    {"同志们：\n各乡镇要抓好落实。": ("各乡镇",)},
    ("同志们：\n大家要抓好落实。",),
    "ANNOTATION.md §1: the level by those looked down to",
)

OWN = Verdict(
    "speaker.own-body",
    "Evidence",
    "a body that speaks of itself: 局党组, 我校, 医院党委",
    {"同志们：\n局党组高度重视，我局成立了专班。": ("局党组",)},
    ("同志们：\n大家要抓好落实。", "同志们：\n要抓安全团结、安全旅游、安全校园，健全村规。"),
    "ANNOTATION.md §1.3",
)

TOPIC = Verdict(
    "speaker.topic",
    "Evidence",
    "the field of work in the title: whether party committee or government is the likelier",
    {"在全县安全生产会议上的讲话\n同志们：": ("安全生产",)},
    ("在全县会议上的讲话\n同志们：",),
    "seen: who usually speaks on what",
)

VISITS = Verdict(
    "speaker.visits",
    "Evidence",
    "who visits a department mostly stands at the head of its own territory",
    {"在区教育局调研座谈会上的讲话\n同志们：\n今天来看看大家。": ("在区教育局调研座谈会上的讲话",)},
    ("在区教育局工作会议上的讲话\n同志们：\n今天开会。", "在某镇调研时的讲话\n同志们：\n今天来看看大家。"),
    "ANNOTATION.md §1.1: 调研讲话; the body visited is not the speaker's",
)

INSPECTS = Verdict(
    "speaker.inspects",
    "Evidence",
    "the title tells whom the speaker inspects",
    {"在巡察某乡党委动员会上的讲话\n同志们：\n今天开会。": ("在巡察某乡党委动员会上的讲话",)},
    ("在全县巡察工作会议上的讲话\n同志们：\n今天开会。",),
    "ANNOTATION.md §1.3: discipline 巡视巡察",
)

VERDICTS = (TITLED, OFFICE, PLACED, LEADER, BELOW, OWN, TOPIC, VISITS, INSPECTS)
