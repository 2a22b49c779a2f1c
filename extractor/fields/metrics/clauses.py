"""Clauses: where the clause and the sentence around a value begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, count
from operator import add

from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER

_BREAKS = frozenset("，。；！？：\n….")
_STOPS = frozenset("。！？…\n.")
_CERTAIN = _BREAKS - frozenset("\n.：")
_REACH = 120
_SENTENCE_REACH = 400
_BREAK = re.compile(r"[，。；！？：\n….]")
_INDENTED = re.compile(r"\n[ ]{2,}|\n\n|\n[（(]?[一二三四五六七八九十\d]{1,3}(?:[、）)]|\.(?!\d))")
_MASKS = frozenset((NUMBER, HIDDEN))
_ENDS = frozenset("。！？；：”）.")
_FULL_LINE = range(24, 60)


class Clauses:
    """The clauses of a masked text; a mark that ends no clause is told when it is met."""

    def __init__(self, masked: str) -> None:
        self.masked = masked
        lengths = accumulate(map(len, _BREAK.split(masked)))
        self._marks: list[int] = list(map(add, lengths, count()))[:-1]

    def bounds(self, offset: int) -> tuple[int, int]:
        """The clause around an offset, code points, half-open, no further away than `_REACH`."""
        marks, limit = self._marks, min(offset + _REACH, len(self.masked))
        at = first = bisect_left(marks, offset)
        while at < len(marks) and marks[at] < limit:
            if self._cuts(marks[at]):
                limit = marks[at]
                break
            at += 1
        return self._start(offset, first, _REACH, _BREAKS), limit

    def sentence(self, offset: int) -> int:
        """Where the sentence around an offset begins, no further away than `_SENTENCE_REACH`."""
        return self._start(offset, bisect_left(self._marks, offset), _SENTENCE_REACH, _STOPS)

    def _start(self, offset: int, at: int, reach: int, kinds: frozenset[str]) -> int:
        """Behind the nearest mark of these kinds before the mark numbered `at`, no further away than `reach`."""
        floor, masked, marks = offset - reach if offset > reach else 0, self.masked, self._marks
        for index in range(at - 1, -1, -1):
            mark = marks[index]
            if mark < floor:
                break
            if masked[mark] in kinds and self._cuts(mark):
                return mark + 1
        return floor

    def _cuts(self, at: int) -> bool:
        """Whether a mark ends a clause: no decimal point, no clock colon, no wrapped line."""
        masked, char = self.masked, self.masked[at]
        if char in _CERTAIN:
            return True
        if char == "\n":
            return not self._wrapped(at)
        if char == ".":
            return not (_is_number(masked[at - 1 : at]) and _is_number(masked[at + 1 : at + 2]))
        return not (masked[at - 1 : at].isdecimal() and masked[at + 1 : at + 2].isdecimal())

    def _wrapped(self, at: int) -> bool:
        """Whether a line end stands inside a sentence: in a full line or beside a placeholder."""
        masked = self.masked
        before, after = masked[at - 1 : at], masked[at + 1 : at + 2]
        if not after or before in _ENDS or _INDENTED.match(masked, at):
            return False
        if before in _MASKS or after in _MASKS:
            return True
        return at - (masked.rfind("\n", max(0, at - 60), at) + 1) in _FULL_LINE


def _is_number(char: str) -> bool:
    return char.isdecimal() or char == NUMBER
