"""Texts: what of a point is read to judge it: its heading, the rest of it, the sentence before its series."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.fields.roles.cues import Cues
from extractor.records import Item

_SENTENCE = re.compile(r"[。！\n]")
_CLAUSE = re.compile(r"[，。；！？：\n]")
_QUOTED = re.compile(r"“[^”]*”")
_ALL_QUOTED = re.compile(r"“([^”]*)”")
_CONCESSION = re.compile(r"(?=[虽尽])(?:虽然?|尽管)[^，。；！？]{1,30}，(?=但|却|可|然而|仍|还|不过)")
"""矛盾虽有所缓解，但尚未根本解决: what follows decides."""
_CHOICE = re.compile(r"([一-鿿])不\1|有没有")
_BODY = 200
_LEAD = 110


def lead_in(folded: str, first: Item, floor: int) -> str:
    """The sentence before a series, with the one before it if it is short; not above `floor`."""
    end = first.start
    while end > floor and folded[end - 1] in " \n#*":
        end -= 1
    start = max(floor, end - _LEAD)
    text = folded[start:end]
    stops = [m.end() for m in _SENTENCE.finditer(text, 0, max(0, len(text) - 1))]
    if stops and len(text) - stops[-1] < 10:
        stops.pop()
    return text[stops[-1] :] if stops else text


def heading_text(folded: str, item: Item, cues: Cues) -> str:
    """A point's heading for judging: no quotations, no 强不强; a very short one with the clause after it."""
    text = folded[item.heading.start : min(item.heading.end, item.heading.start + 90)]
    if len(text) < 6 and item.heading.end + 1 < item.end and not _tells(text, cues):
        stop = _CLAUSE.search(folded, item.heading.end + 1, min(item.end, item.heading.end + 80))
        text = folded[item.heading.start : stop.start() if stop else min(item.end, item.heading.end + 80)]
    text = text.strip(" *")
    if whole := _ALL_QUOTED.fullmatch(text):
        return whole.group(1)
    return _CHOICE.sub("", _CONCESSION.sub("", _QUOTED.sub("“”", text))).strip(" *")


def _tells(text: str, cues: Cues) -> bool:
    """Whether a very short heading says by itself what it does: 不能等, 当好参谋, a vice, one quoted word."""
    if _ALL_QUOTED.fullmatch(text) or cues.modal.search(text) or cues.lacking.search(text):
        return True
    return len(text) > 2 and bool(cues.imperative.match(text))


def body_text(folded: str, item: Item, first_child: int | None) -> str:
    """What a point says after its heading and before its first child, capped."""
    end = min(item.end, item.heading.end + _BODY, first_child if first_child is not None else item.end)
    return folded[item.heading.end : end]


def series_of(items: Sequence[Item]) -> list[list[int]]:
    """Indices of the items of each series: neighbours under one parent whose numbers rise in one style."""
    open_series: dict[int | None, list[int]] = {}
    all_series: list[list[int]] = []
    for index, item in enumerate(items):
        run = open_series.get(item.parent)
        if run is None or not _continues(items[run[-1]], item):
            run = open_series[item.parent] = []
            all_series.append(run)
        run.append(index)
    return all_series


def _continues(before: Item, item: Item) -> bool:
    if item.ordinal is None or before.ordinal is None:
        return item.ordinal is before.ordinal and item.marker_style == before.marker_style
    return item.ordinal > before.ordinal or (item.ordinal == before.ordinal != 1)
