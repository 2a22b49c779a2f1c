"""Sharing: several values of one clause that answer several subjects, one each (A和B分别增长X%和X%)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.fields.metrics.subjects import Subject, is_joined
from extractor.fields.metrics.view import Quantity, View
from extractor.records import Span

_AND = re.compile(r"[、和与及]|以及")
_INDICATOR = frozenset("业率额量值入出资数重税积模价度产款亡伤")
_BETWEEN = ("", "、", "和", "与", "及")
_SHARES = ("", "%", "‰", "倍", "成", "个百分点", "百分点")
_MOST = 12


def distribute(view: View, quantities: Sequence[Quantity], subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects, with those of joined values told apart where as many subjects are joined before them."""
    told = list(subjects)
    for index in range(len(told) - 2, -1, -1):
        if _waits(view, quantities[index], told[index], quantities[index + 1], told[index + 1]):
            told[index] = told[index]._replace(span=told[index + 1].span, how="after")
    for index in range(2, len(told)):
        if (like := _earlier_like(view, quantities, told, index)) is not None:
            told[index] = told[index]._replace(span=told[like].span)
    index = 0
    while index < len(told):
        after = index + 1
        while after < len(told) and after - index < _MOST and _continues(view, quantities[after], told[after]):
            after += 1
        if after - index > 1:
            spans = _answered(view, quantities, told, index, after - index)
            for offset, span in enumerate(spans):
                told[index + offset] = told[index + offset]._replace(span=span)
        index = after
    return told


def _waits(view: View, quantity: Quantity, subject: Subject, following: Quantity, subject_after: Subject) -> bool:
    """Whether the noun of a value stands after the next one: X户、X人贫困人口."""
    if subject_after.how != "after" or following.first or subject.how == "after" or not quantity.unit.text:
        return False
    if view.masked[quantity.end : following.value.start].strip() not in _BETWEEN:
        return False
    if quantity.unit.word == following.unit.word:
        return False
    located = subject.how == "before" and view.masked[quantity.value.start - 1] in "有的"
    return located or subject.how == "verb" or (subject.how != "before" and quantity.first)


def _earlier_like(view: View, quantities: Sequence[Quantity], subjects: Sequence[Subject], index: int) -> int | None:
    """The earlier value of the sentence that a change is a change of: 事故X起、死亡X人，比上年多|X起、多|X人."""
    quantity = quantities[index]
    unit, sentence, start = quantity.unit, quantity.sentence, quantity.value.start
    if subjects[index].how != "shared" or unit.word in _SHARES or quantities[index - 1].unit.word == unit.word:
        return None
    words = view.words
    if not (
        words.increases.ending(view.masked, quantity.floor, start)
        or words.decreases.ending(view.masked, quantity.floor, start)
    ):
        return None
    for other in range(index - 2, max(index - _MOST, -1), -1):
        if quantities[other].value.start < sentence:
            return None
        if quantities[other].unit.word == unit.word:
            return other
    return None


def _continues(view: View, quantity: Quantity, subject: Subject) -> bool:
    return subject.how == "shared" and is_joined(view, quantity)


def _answered(
    view: View, quantities: Sequence[Quantity], subjects: Sequence[Subject], index: int, count: int
) -> Sequence[Span]:
    """The subject of each of `count` joined values from `index` on; none where they share one."""
    span, how = subjects[index].span, subjects[index].how
    if span is None or len({quantities[i].unit.word for i in range(index, index + count)}) > 1:
        return ()
    parts = _parts(view, span)
    if how == "before" and len(parts) == count:
        return parts
    if how != "shared" or not quantities[index].unit.word:
        return ()
    first = max(index - count, 0)
    if quantities[first].value.start < quantities[index].sentence:
        return ()
    earlier = [(other.span, other.verb) for other in subjects[first:index] if other.span]  # 受理案件X件，审结X件 differ
    return [span for span, _ in earlier] if len(earlier) == len(set(earlier)) == count else ()


def _parts(view: View, span: Span) -> list[Span]:
    """A coordination of indicators cut at its conjunctions; the whole where a part is no indicator."""
    cuts = [(m.start(), m.end()) for m in _AND.finditer(view.masked, span.start, span.end)]
    starts, ends = [span.start, *(e for _, e in cuts)], [*(s for s, _ in cuts), span.end]
    parts = [Span(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
    named = all(p.end - p.start >= 3 and view.masked[p.end - 1] in _INDICATOR for p in parts)
    return parts if named else [span]
