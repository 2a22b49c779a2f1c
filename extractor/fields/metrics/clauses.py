"""Clauses: where the clause and the sentence around a value begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER

_BREAKS = "，。；！？：\n….."
_STOPS = "。！？…\n."
_BREAK = re.compile(r"[，。；！？：\n….]")
_INDENTED = re.compile(r"\n[ ]{2,}|\n\n|\n[（(]?[一二三四五六七八九十\d]{1,3}[、.）)]")
_MASKS = frozenset((NUMBER, HIDDEN))
_ENDS = frozenset("。！？；：”）.")
_FULL_LINE = range(24, 60)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a masked text, found around an offset within `reach` characters."""

    masked: str
    reach: int = 120
    sentence_reach: int = 400

    def bounds(self, offset: int) -> tuple[int, int]:
        """The clause around an offset, code points, half-open, no further away than `reach`."""
        start = self._start(offset, _BREAKS, self.reach)
        limit = min(offset + self.reach, len(self.masked))
        for match in _BREAK.finditer(self.masked, offset, limit):
            if self._cuts(match.start()):
                return start, match.start()
        return start, limit

    def sentence(self, offset: int) -> int:
        """Where the sentence around an offset begins, no further away than `sentence_reach`."""
        return self._start(offset, _STOPS, self.sentence_reach)

    def _start(self, offset: int, marks: str, reach: int) -> int:
        floor, at = max(0, offset - reach), offset
        while (at := max(self.masked.rfind(mark, floor, at) for mark in marks)) >= 0:
            if self._cuts(at):
                return at + 1
        return floor

    def _cuts(self, at: int) -> bool:
        """Whether a mark ends a clause: no decimal point, no clock colon, no wrapped line."""
        masked, char = self.masked, self.masked[at]
        if char == "\n":
            return not self._wrapped(at)
        if char == ".":
            return not (_is_number(masked[at - 1 : at]) and _is_number(masked[at + 1 : at + 2]))
        if char == "：":
            return not (masked[at - 1 : at].isdecimal() and masked[at + 1 : at + 2].isdecimal())
        return True

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
