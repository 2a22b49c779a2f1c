"""Statuses: whether a value is done, asked for or expected (ANNOTATION.md §3)."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.fields.metrics.subjects import Subject
from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import HIDDEN, anchored
from extractor.lexicon import Lexicon
from extractor.records import Item, Status

_FROM = re.compile(r"(?:由|从)(?:[^，。；]{0,8}年的?|目前的?|现在的?)?[ ]?$")
_TO = re.compile(rf"[到至](?:[\d{HIDDEN}一二三四五六七八九〇○零今明后]{{1,4}}年的?)?[约近]?$")
_AIMS_LISTED = re.compile(r"(?<![现成])(?:目标|任务)：")
"""经营目标：|收入10亿元，增长8%: all that is listed is aimed at."""
_MET = re.compile(r"完成|实现了|达到了|超额")
"""Before such a list: the aims were met."""
_AIMED_AT = re.compile(r"的?(?:预定|预期|既定|年度|全年)?目标")
_PRESUPPOSED = re.compile(r"(?<!谋划)(?<!计划)(?<!规划)(?<!安排)的[ ]?$")
_ACTED_ON = re.compile(r"(?:(?<![应面相反绝])对(?![口接策等比外])|(?<![一])把|针对|围绕)[^，。；]{0,24}$")
"""要对|12座水库的责任人逐一培训: what is acted on stands already."""
_GAP = re.compile(
    r"(?:低于|高于|超出?|超过|快于|慢于|落后于?|[比较])[^，。；\d]{0,8}(?:目标|计划|任务|预算)[^，。；\d]{0,4}$"
)
_STILL_TO_COME = re.compile(r"将|年内|年底|[\d月日底]前|要在")
_DONE = re.compile(r"[立成开完建到好]了")
"""17个单位|于9月13日前成立了领导小组: the date is past."""
_OPENING = re.compile(
    rf"(?:对|把|将|让|使|往期|剩下)?(?:全|我|本|各)?[市县区省州镇乡村校院局系统{HIDDEN}]{{0,3}}|.{{0,20}}等"
)
_GRANTS = ("资金", "款", "贷款", "补助", "经费", "项目")
_WINDOW = 300
_PARAGRAPH = 1000
_HEADLINE = 40
_THIS_YEAR = re.compile(r"今年|下一步|接下来|下半年")
_PERSONS = frozenset(("人", "名", "位"))


@lru_cache(maxsize=8)
def _marks(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What marks a forecast, a target and a thing done; patterns of `claims.toml`."""
    table = lexicon["claims"]["statuses"]
    return anchored(table["forecast"]), anchored(table["target"]), anchored(table["achieved"])


def find_status(
    view: View, quantity: Quantity, subject: Subject, item: Item | None, last: Status | None, lexicon: Lexicon
) -> Status:
    """The status of a value; `last` is that of the value before it in the sentence."""
    forecast, target, achieved = _marks(lexicon)
    masked, start = view.masked, quantity.value.start
    opening = max(quantity.sentence, start - _WINDOW)
    if last == "forecast" or forecast.search(masked, opening, start):
        return "forecast"
    if _FROM.search(masked, max(quantity.left, start - 12), start):
        return "achieved"
    if (aims := _AIMS_LISTED.search(masked, opening, start)) and not _MET.search(masked, opening, aims.start()):
        return "target"
    if _AIMED_AT.match(masked, quantity.end, quantity.right):
        return "target"
    if _is_presupposed(view, quantity, subject):
        return "achieved"
    if _is_won(view, quantity, subject, item):
        return "achieved"
    gap = _GAP.search(masked, quantity.left, start)
    asked = _last(target, masked, quantity.left, gap.start() if gap else start)
    done = _last(achieved, masked, quantity.left, start)
    if asked != done:
        return "target" if asked > done else "achieved"
    if last is not None and subject.how == "shared" and not _TO.search(masked, quantity.floor, start):
        return last
    directive = item is not None and item.role == "directive"
    if subject.how == "after" and subject.verb is None and (directive or quantity.first):
        return _of_the_counted(view, quantity, item, last)
    asked, done = _last(target, masked, opening, quantity.left), _last(achieved, masked, opening, quantity.left)
    if asked != done:
        if asked > done:
            return "achieved" if item is not None and item.role in ("achievement", "problem") else "target"
        return last or "achieved"
    if item is not None and item.role in ("achievement", "problem"):
        return "achieved"
    return _of_the_paragraph(view, quantity, lexicon) or ("target" if directive else "achieved")


def _of_the_paragraph(view: View, quantity: Quantity, lexicon: Lexicon) -> Status | None:
    """What the first sentence of the paragraph says of all the others: 财政政策要加力。赤字率2.8%."""
    _, target, achieved = _marks(lexicon)
    masked = view.masked
    start = masked.rfind("\n", max(0, quantity.sentence - _PARAGRAPH), quantity.sentence) + 1
    end = masked.find("。", start, quantity.sentence)
    if end < 0 or _THIS_YEAR.search(masked, quantity.sentence, quantity.value.start):
        return None
    if achieved.search(masked, start, end):
        return "achieved"
    return "target" if end - start <= _HEADLINE and target.search(masked, start, end) else None


def _is_presupposed(view: View, quantity: Quantity, subject: Subject) -> bool:
    """Whether a count belongs to what is there, whatever is asked about it: 跟踪已签约的|12个项目."""
    if quantity.unit.kind != "count" and quantity.unit.word not in _PERSONS:
        return False
    masked, left, start = view.masked, quantity.left, quantity.value.start
    if _is_made(view, quantity):
        return False
    if subject.how == "after" and (_PRESUPPOSED.search(masked, left, start) or _ACTED_ON.search(masked, left, start)):
        return True
    return quantity.unit.word in _PERSONS and masked[quantity.end : quantity.end + 1] == "的"


def _is_won(view: View, quantity: Quantity, subject: Subject, item: Item | None) -> bool:
    """Whether money was won, in a report: 争取|1200万元治理资金."""
    if not view.masked.endswith("争取", quantity.left, quantity.value.start) or subject.span is None:
        return False
    won = view.masked.endswith(_GRANTS, subject.span.start, subject.span.end)
    return won and (item is None or item.role != "directive")


def _is_made(view: View, quantity: Quantity) -> bool:
    """Whether a verb of making stands in the clause before the value: 培育有竞争力的|12家企业."""
    makes = view.words.makes
    return any(
        makes.opening(view.masked, at, quantity.value.start) for at in range(quantity.left, quantity.value.start)
    )


def _of_the_counted(view: View, quantity: Quantity, item: Item | None, last: Status | None) -> Status:
    """The status of things that open their clause: they stand, unless what is said of them is still to come."""
    lead = view.masked[quantity.floor : quantity.value.start].strip(" 、和与及\n")
    if last is not None and not lead and not quantity.first:
        return last
    if _PRESUPPOSED.search(lead):
        return "achieved"
    if _STILL_TO_COME.search(view.masked, quantity.end, quantity.right) and not _DONE.search(
        view.masked, quantity.end, quantity.right
    ):
        return "target"
    opens = not lead or _OPENING.fullmatch(lead) is not None
    return "achieved" if opens or item is None or item.role != "directive" else "target"


def _last(pattern: re.Pattern[str], masked: str, start: int, end: int) -> int:
    """Where the last match in a stretch begins, -1 where there is none."""
    at = -1
    for match in pattern.finditer(masked, start, end):
        at = match.start()
    return at
