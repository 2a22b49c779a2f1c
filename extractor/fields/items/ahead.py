"""Ahead: what the marks to come say of a series, whether it goes on, starts at all, or returns after another."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.fields.items.markers import Mark

_AHEAD = 80
"""How many marks ahead are looked at."""
_SECOND = 1000
"""How far, in characters, from 一是 in mid-sentence its 二是 may stand."""
_TWIN = 120
"""How far from it, either way, a second 一是 may stand."""


def goes_on(marks: Sequence[Mark], index: int, family: str, last: int, line: bool, home: int | None) -> bool:
    """Whether a mark after `index` continues a series, no mark of the rank of its home coming first."""
    for mark in marks[index + 1 : index + 1 + _AHEAD]:
        if mark.family == family and (mark.line == line or not mark.line):
            if mark.ordinal is None or mark.ordinal == last + 1:
                return True
            if mark.ordinal == 1 and mark.line == line:
                return False
        elif mark.rank and mark.line and ((home and mark.rank <= home) or (not home and mark.rank == 1)):
            return False
    return False


def may_start(marks: Sequence[Mark], index: int) -> bool:
    """Whether a mark without a sentence end before it opens a series: its second must follow, or its twin stand by."""
    mark = marks[index]
    if mark.family == "cn_paren":
        return True
    if mark.ordinal != 1:
        return False
    following = (m for m in marks[index + 1 : index + 1 + _AHEAD] if m.family == mark.family)
    if mark.family != "shi":
        return any(m.ordinal == 2 for m in following)
    second = next(following, None)
    if second and second.ordinal == 2:
        return second.start - mark.start < _SECOND
    return any(_is_twin(mark, m) for m in (second, marks[index - 1] if index else None) if m)


def _is_twin(mark: Mark, other: Mark) -> bool:
    """Whether two points of one sentence both go by 一是 (一是修路，一是架桥)."""
    return other.style == mark.style and other.ordinal == 1 and not other.firm and abs(other.start - mark.start) < _TWIN


def returns(marks: Sequence[Mark], index: int, last: int) -> bool:
    """Whether a series begun anew in mid-point counts up and the outer one then goes on: 一是（一是，二是）二是."""
    ordinal = 0
    for mark in marks[index : index + _AHEAD]:
        if mark.family != marks[index].family or mark.line:
            return False
        if mark.ordinal != ordinal + 1:
            return ordinal > 1 and mark.ordinal == last + 1
        ordinal = mark.ordinal
    return False
