"""Verdicts: each clue that can decide a role, with sentences in which it weighs most."""

from __future__ import annotations

from extractor.rule import Verdict

_SOURCE = "ANNOTATION.md §2 (roles)"


def _verdict(clue: str, says: str, finds: dict[str, tuple[str, ...]], *ignores: str) -> Verdict:
    return Verdict(f"roles.{clue}", "Item", says, finds, ignores, _SOURCE)


VERDICTS: tuple[Verdict, ...] = (
    _verdict(
        "name",
        "a part's heading names what it holds",
        {"一、去年工作回顾\n全年栽树三千棵。\n二、存在的主要问题\n有的地块成活率低。": ("一、", "二、")},
        "会议要求：\n一要抓好落实。",
    ),
    _verdict(
        "lead-in",
        "the sentence before the series announces it",
        {"走访中我们得到两点启示：一是群众的事要同群众商量；二是账目公开大家才放心。": ("一是", "二是")},
        "一、狠抓春耕备播",
    ),
    _verdict(
        "modal",
        "要, 必须, 严禁 in the point's heading or marker",
        {"一要清仓查库。\n二要签字背书。": ("一要", "二要")},
        "一、去年工作回顾\n全年栽树三千棵。",
    ),
    _verdict(
        "forward",
        "adverbs that look ahead: 切实, 努力, 全力",
        {"一、切实管好校园食堂": ("一、",)},
        "一、去年工作回顾\n全年栽树三千棵。",
    ),
    _verdict(
        "imperative",
        "a verb without subject opens the heading, and nothing reports",
        {"一、优化营商环境": ("一、",)},
        "一是路灯亮了。二是井水甜了。",
    ),
    _verdict(
        "achieved",
        "aspect and states that have grown: 了, 显著增强, 更加",
        {"一是村里路灯亮了。二是家家井水甜了。": ("一是", "二是")},
        "一要清仓查库。",
    ),
    _verdict(
        "lacking",
        "words of lack: 不够, 滞后, 薄弱, 偏低",
        {"一是仓储设施滞后。二是检验力量薄弱。": ("一是", "二是")},
        "一是着力补齐短板。",
    ),
    _verdict(
        "concluded",
        "a general truth drawn from work: 只有…才",
        {"一是只有账目清楚群众才放心。": ("一是",)},
        "一是仓储设施滞后。",
    ),
    _verdict(
        "stated",
        "a statement of background or significance",
        {"一、这是全镇老百姓多年的期盼": ("一、",)},
        "一、优化营商环境",
    ),
    _verdict(
        "body",
        "what follows the heading asks or reports most",
        {"一、粮食仓容和运力。去年新建仓库12座，改造老仓30座，累计拨付资金400万元。": ("一、",)},
        "一、优化营商环境",
    ),
    _verdict(
        "part",
        "the part above names itself, its points follow",
        {"一、存在的主要问题\n1.台账。\n2.档案。": ("1.", "2.")},
        "一、优化营商环境",
    ),
    _verdict(
        "rubric",
        "a line without an enumerator names the points below it, or the title calls the text a report",
        {
            "各位代表：\n去年工作回顾\n过去的一年很不平凡。\n一、茶叶提质\n二、蚕桑扩面": ("一、", "二、"),
            "某乡2009年工作总结\n同志们：\n一、茶叶\n二、蚕桑\n三、养蜂": ("一、", "二、", "三、"),
        },
        "同志们：\n下面讲两点。\n一、茶叶提质\n二、蚕桑扩面",
    ),
    _verdict(
        "neighbours",
        "most points of the series are of one role",
        {"一是仓储设施滞后。二是台账。三是检验力量薄弱。": ("二是",)},
        "一、优化营商环境",
    ),
    _verdict(
        "children",
        "a heading takes the role of most of the points below it",
        {"一、三个方面\n（一）仓储设施滞后\n（二）检验力量薄弱\n（三）管理手段落后": ("一、",)},
        "一、优化营商环境",
    ),
    _verdict(
        "default",
        "nothing speaks for a role: background",
        {"一、台账": ("一、",)},
        "一、优化营商环境",
    ),
)
