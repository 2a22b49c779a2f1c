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
_TO = re.compile(r"[到至][约近]?$")
_PRESUPPOSED = re.compile(r"(?<!谋划)(?<!计划)(?<!规划)(?<!安排)的[ ]?$")
_STILL_TO_COME = re.compile(r"将|年内|年底|[\d月日底]前|要在")
_OPENING = re.compile(
    rf"(?:对|把|将|让|使|往期|剩下)?(?:全|我|本|各)?[市县区省州镇乡村校院局系统{HIDDEN}]{{0,3}}|.{{0,20}}等"
)
_WINDOW = 300


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
    asked, done = _last(target, masked, quantity.left, start), _last(achieved, masked, quantity.left, start)
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
    return "target" if directive else "achieved"


def _of_the_counted(view: View, quantity: Quantity, item: Item | None, last: Status | None) -> Status:
    """The status of things that open their clause: they stand, unless what is said of them is still to come."""
    lead = view.masked[quantity.floor : quantity.value.start].strip(" 、和与及\n")
    if last is not None and not lead and not quantity.first:
        return last
    if _PRESUPPOSED.search(lead):
        return "achieved"
    if _STILL_TO_COME.search(view.masked, quantity.end, quantity.right):
        return "target"
    opens = not lead or _OPENING.fullmatch(lead) is not None
    return "achieved" if opens or item is None or item.role != "directive" else "target"


def _last(pattern: re.Pattern[str], masked: str, start: int, end: int) -> int:
    """Where the last match in a stretch begins, -1 where there is none."""
    at = -1
    for match in pattern.finditer(masked, start, end):
        at = match.start()
    return at
