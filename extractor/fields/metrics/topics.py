"""Topics: the clause before names what a value measures (森林覆盖率，由40%|提高到45%)."""

from __future__ import annotations

import re

from extractor.fields.metrics.preceding import skip_adverbs, trimmed
from extractor.fields.metrics.view import Quantity, View, find_borders
from extractor.records import Span
from extractor.segment import segmenter

_LONGEST = 80
_NOMINAL = frozenset("率额量值数重入资款价例模积度")
_NOUNS = frozenset(("n", "nz", "nt", "ns", "vn", "an", "j", "l"))
_REASONS = ("由于", "因", "随着", "按", "根据", "据", "扣除", "剔除")
"""What opens a clause between a subject and its predicate: X周转量，由于…的减少，只增长X%; 据不完全统计，已有…."""
_EACH = ("全国", "平均", "每人", "人均", "每户", "每年")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")


def find_topic(view: View, quantity: Quantity) -> Span | None:
    """The noun phrase that the clause before consists of, ends with after a verb, or opens with."""
    if (clause := _clause_before(view, quantity)) is None:
        return None
    masked, words, (start, end) = view.masked, view.words, clause
    borders = find_borders(masked, start, end, segmenter())
    start = skip_adverbs(view, borders, start, end)
    if _ends_in_noun(masked, start, end):
        acts = [
            at + size
            for at in range(start, end - 2)
            if (size := words.governing.opening(masked, at, end - 1, borders)) > 1
        ]
        if acts or _is_predicated(view, quantity):
            return trimmed(view, acts[-1] if acts else start, end)
    at = start + 2
    while at < end and not words.stops.opening(masked, at, end, borders):
        at += 1
    return trimmed(view, start, at)


def name_topic(view: View, quantity: Quantity) -> Span | None:
    """The clause before, where it is a noun phrase and no more: 农民的纯收入，全国平均每人|355元."""
    if (clause := _clause_before(view, quantity)) is None or not _is_predicated(view, quantity):
        return None
    start, end = clause
    borders = find_borders(view.masked, start, end, segmenter())
    start = skip_adverbs(view, borders, start, end)
    acts = any(view.words.governing.opening(view.masked, at, end, borders) > 1 for at in range(start, end - 1))
    return None if acts or not _ends_in_noun(view.masked, start, end) else trimmed(view, start, end)


def _clause_before(view: View, quantity: Quantity) -> tuple[int, int] | None:
    """The clause before, its closing remark and a clause of cause between left out."""
    masked = view.masked
    start, end = view.clauses.bounds(max(quantity.left - 2, 0))
    if masked.startswith(_REASONS, start) and start - 2 > quantity.sentence:
        start, end = view.clauses.bounds(start - 2)
    if start < quantity.sentence or end > quantity.left or end - start > _LONGEST:
        return None
    remark = _REMARK.search(masked, start, end)
    return start, remark.start() if remark else end


def _is_predicated(view: View, quantity: Quantity) -> bool:
    """Whether a predicate alone stands before the value in its clause, so that the clause before is its subject."""
    at = skip_adverbs(view, quantity.borders, quantity.left, quantity.value.start)
    while view.masked.startswith(_EACH, at, quantity.value.start):
        at += 2
    return at == quantity.value.start or view.words.predicates.opening(view.masked, at, quantity.value.start) > 0


def _ends_in_noun(masked: str, start: int, end: int) -> bool:
    if end <= start:
        return False
    return masked[end - 1] in _NOMINAL or segmenter().tag(masked[start:end])[-1][1] in _NOUNS
