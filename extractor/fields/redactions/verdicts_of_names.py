"""Verdicts of names: the branches that tell persons, organisations, places and fields of work."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, Mapping[str, tuple[str, dict[str, tuple[str, ...]], tuple[str, ...]]]] = {
    "person": {
        "surname": (
            "a surname stands before it, at the front of its phrase",
            {"局长李某被立案审查。": ("某",), "张XX家庭农场和李×两位同学": ("XX", "×")},
            ("某县的做法很好。", "江X镇地处山区。"),
        ),
        "house": ("somebody's home follows", {"到村民×××家里座谈。": ("×××",)}, ("走访企业×××家。",)),
        "title": (
            "a title follows, or the list ends in people or a case",
            {"X书记、XX副市长作了批示。": ("X", "XX"), "向X等同志学习。": ("X",), "汲取X案、X案的教训。": ("X", "X")},
            ("X县县长到会。", "XX委员会开了会。"),
        ),
        "office": (
            "a title or calling stands before it",
            {"会议由校长××主持。": ("××",), "请**公司***、**科技***等同志谈谈看法。": ("***", "***")},
            ("市委书记到XX市调研。",),
        ),
        "byline": ("it is a line by itself", {"在大会上的讲话\nXXX\n同志们：": ("XXX",)}, ("在X县大会上的讲话",)),
        "acts": (
            "it speaks, reads out or is asked to",
            {"刚才，X宣读了决定，XX汇报了情况。": ("X", "XX"), "请XX传达文件。": ("XX",)},
            ("刚才，X县作了发言。",),
        ),
        "habit": (
            "a bare run of three at the front of its clause, never a place or a number in this document",
            {"教训深刻。XXX在检讨里这样说过。": ("XXX",)},
            ("XXX镇很大。XXX在全县走在前列。",),
        ),
    },
    "organisation": {
        "kind": (
            "a kind of unit, firm or school follows",
            {"XX公司、××大学和市XX局负责。": ("XX", "××", "XX"), "与XXX合作办厂，被XX报道。": ("XXX", "XX")},
            ("XX单位要负责。", "XX局长讲了话。"),
        ),
        "near": (
            "such a kind follows within a few characters",
            {"支持**师范大学扩建。": ("**",)},
            ("XX市要支持大学扩建。",),
        ),
        "project": ("项目 or 工程 follows", {"XX项目顺利开工。": ("XX",)}, ("完成X个项目。",)),
    },
    "place": {
        "kind": (
            "an area, a body named after its area, a street, a water or a site follows",
            {"X县XX镇要抓好X路、X湖和X水库治理，X委作了部署。": ("X", "XX", "X", "X", "X", "X")},
            ("X局作了部署。", "完成X个县的改造。"),
        ),
        "near": (
            "a kind of site follows within a few characters",
            {"XX农业发展园区建成。": ("XX",)},
            ("XX农业公司成立。",),
        ),
        "front": (
            "全, 我, 赴, 在 or the like stands before it",
            {"全X上下齐心，干部赴X学习，我X的变化很大。": ("X", "X", "X")},
            ("请X传达文件。",),
        ),
        "habit": (
            "a bare run in a document that mostly names its place",
            {"全X工业增长。眼下，X迎来机遇期。": ("X",)},
            ("抓实XX监督。XX成效明显。",),
        ),
    },
    "topic": {
        "field": (
            "a general word of work follows, or 以…为",
            {
                "抓实XX监督，做好XX工作。": ("XX", "XX"),
                "以XX为导向谋发展。": ("XX",),
                "“党旗在XX一线飘扬”": ("XX",),
            },
            ("全X工作要上台阶。", "到X工作不久。"),
        ),
        "habit": (
            "a bare run in a document that mostly hides its field of work",
            {"抓实XX监督。今年的XX成效明显。": ("XX",)},
            ("X市很美。推动X再上台阶。",),
        ),
    },
}
