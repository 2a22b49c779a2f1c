"""Rubrics: a line without an enumerator that names the points below it, and a title that calls the text a report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.fields.roles.cues import Cues
from extractor.records import Item, Layout, Role

_LINE = re.compile(r"^[ ]*(?P<name>[^\n，。；：！？、“]{4,22}?)[ ：]*$", re.MULTILINE)
_STRONG = 2.0
_REPORT = re.compile(
    r"(?:工作总结|总结报告|述[职廉责][^，。]{0,10}报告|(?:工作|情况|经验|事迹)(?:汇报|介绍|材料)|情况报告"
    r"|汇报发言|经验交流(?:发言)?|典型(?:发言|材料)|先进事迹)(?:材料|稿|全文|范文|[\d一二三四五六七八九十]|（[^（）]*）){0,3}$"
)
_PLANS = re.compile(r"计划|打算|思路|安排|部署|建议|要点|方案|对照检查|检视")
_WHOLE = 2.5


def name_series(
    folded: str, layout: Layout, items: Sequence[Item], series: Sequence[Sequence[int]], cues: Cues
) -> Mapping[int, tuple[Role, float]]:
    """For the points at the top, by index: the role that the rubric above their series names, else the title's."""
    whole = _of_title(layout)
    named: dict[int, tuple[Role, float]] = {}
    for run in series:
        if items[run[0]].parent is not None:
            continue
        floor = items[run[0] - 1].heading.end if run[0] else layout.head.end
        rubric = _of_line(folded, floor, items[run[0]].start, cues) or whole
        if rubric:
            named |= dict.fromkeys(run, rubric)
    return named


def _of_line(folded: str, floor: int, start: int, cues: Cues) -> tuple[Role, float] | None:
    """What the last short line above a series names: 去年工作回顾, 今年工作安排."""
    found = None
    for match in _LINE.finditer(folded, floor, start):
        for role, weight, pattern in cues.names:
            if weight > _STRONG and pattern.search(match["name"]):
                found = role, weight
                break
    return found


def _of_title(layout: Layout) -> tuple[Role, float] | None:
    title = re.sub(r"\s", "", layout.title_text or "")
    return ("achievement", _WHOLE) if _REPORT.search(title) and not _PLANS.search(title) else None
