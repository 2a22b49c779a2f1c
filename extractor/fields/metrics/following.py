"""Following: the noun phrase or the predicate after a value and its unit."""

from __future__ import annotations

import re

from extractor.fields.metrics.preceding import trimmed
from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import HIDDEN
from extractor.records import Span

_REACHING = re.compile(r"[一-鿿]{1,2}[到至]")
_PERSONS = frozenset(("人", "名", "位"))
_NO_NOUN = frozenset("、（(”）)和与及或，∶:∼~")


def read_after(view: View, quantity: Quantity, preceded: bool) -> Span | None:
    """The counted noun phrase that follows the unit, up to its predicate."""
    masked, words, borders = view.masked, view.words, quantity.borders
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    while start < limit and masked[start] in " \n的":
        start += 1
    if start >= limit or masked[start] in _NO_NOUN:
        return None
    if masked[start] != "被" and words.stops.opening(masked, start, limit, borders):
        return None
    if words.governing.opening(masked, start, limit) >= 2:
        return None
    if words.predicates.opening(masked, start, limit) >= 2:
        return None
    if preceded and words.naming.opening(masked, start, limit, borders):
        return None
    if _REACHING.match(masked, start, limit):
        return None
    end = _phrase_end(view, quantity, start, limit)
    if end < limit and (cut := masked.find("的", start + 1, end)) > 0 and masked[cut - 1] not in "上下":
        end = cut
    if end == limit and limit == quantity.ceiling:
        cut = max(masked.rfind(c, start, end) for c in "、和与及，")
        end = cut if cut > start else end
    return trimmed(view, start, end)


def _phrase_end(view: View, quantity: Quantity, start: int, limit: int) -> int:
    """Where a noun phrase gives way to its predicate; a verb at the very end still names (危房改造)."""
    masked, borders = view.masked, quantity.borders
    end, quoted = start + 1, masked[start] == "“"
    while end < limit:
        char = masked[end]
        if quoted or char == "“":
            quoted = char != "”"
        elif char in "（(" and (close := _closing(masked, end, limit)):
            end = close
        elif (
            char in "”）)（("
            or (end in borders and (_is_predicate(view, quantity, end, limit) or masked[end + 2 : end + 3] == "了"))
            or masked[end + 1 : end + 2] == "了"
        ):
            break
        end += 1
    return end


def _closing(masked: str, at: int, limit: int) -> int:
    """Where the bracket that opens at `at` closes, 0 where it does not soon."""
    return max(masked.find("）" if masked[at] == "（" else ")", at, min(limit, at + 12)), 0)


def _is_predicate(view: View, quantity: Quantity, at: int, limit: int) -> bool:
    masked, words, borders = view.masked, view.words, quantity.borders
    if masked[at - 1] in "的、":
        return False
    if size := words.stops.opening(masked, at, limit, borders):
        return at + size < limit or limit == quantity.ceiling or masked[at : at + size] not in words.naming
    return words.governing.opening(masked, at, limit - 2) >= 2


def predicate_after(view: View, quantity: Quantity, pre: Span | None, shared: bool) -> Span | None:
    """The verb phrase after a value that counts no noun: X人|稳定脱贫, 又有X人|获奖."""
    masked = view.masked
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    lead = masked[quantity.floor : quantity.value.start].strip()
    measured = quantity.unit.kind == "measure" and quantity.unit.word not in _PERSONS
    persons = quantity.unit.word in _PERSONS
    if shared or (pre and not (persons and lead.endswith("有"))) or measured:
        return None
    if masked[start : start + 1] in ("没", "未", "不", "也", "就", "由"):
        return None
    if not quantity.first and not lead and persons:
        return None
    start += view.words.governing.opening(masked, start, limit, quantity.borders)
    while start < limit and masked[start] == HIDDEN:
        start += 1
    end = start
    while end < limit and masked[end] not in "、（”":
        end += 1
    return trimmed(view, start, min(end, start + 20))
