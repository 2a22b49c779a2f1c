"""Changes: whether a value is the size of a change (增长X%, 减少X人) or a level (增长到X)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.fields.metrics.subjects import Subject
from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import Words
from extractor.records import Change

_GAP = re.compile(r"[比较][^，。；\d]{0,10}(?:计划|目标|任务|预算|平均|常年|标准|全国|全省|全市|行业|均值|水平)")
_SKIPPED = Words(
    (
        " ",
        "\n",
        "约",
        "近",
        "了",
        "超过",
        "超",
        "达到",
        "达",
        "分别",
        "为",
        "：",
        "不低于",
        "高于",
        "不少于",
        "平均",
        "幅度",
        "幅",
        "逾",
        "至少",
        "将近",
        "不足",
        "以上",
        "左右",
        "就",
        "最多",
        "最多达",
        "多达",
        "高达",
        "“",
    )
)


def find_change(view: View, quantity: Quantity, subject: Subject, before: Sequence[Change]) -> Change:
    """The change that the word directly before a value states, or the one before it where values are joined."""
    masked, words, floor = view.masked, view.words, quantity.floor
    end = quantity.value.start
    if masked[floor:end].strip(" 、和与及，到至—-~～") in ("", "分别") and before and not quantity.first:
        return before[-1]
    if _GAP.search(masked, floor, end):
        return "none"
    while end > floor:
        more, less = words.increases.ending(masked, floor, end), words.decreases.ending(masked, floor, end)
        if more or less:
            return "increase" if more > less else "decrease"
        size = _SKIPPED.ending(masked, floor, end)
        if not size:
            break
        end -= size
    verb = masked[subject.verb.start : subject.verb.end] if subject.verb and subject.how in ("before", "after") else ""
    if not verb and before and masked[floor : floor + 1] == "、" and quantity.unit.kind == "count":
        return before[-1]
    if quantity.unit.word in ("%", "‰", "倍", "成"):
        return "none"
    if verb in ("新增", "净增", "增加", "增设", "净增加"):
        return "increase"
    return "decrease" if verb in ("减少", "压减", "压缩", "精简", "精减", "裁减", "削减", "核减", "降低") else "none"
