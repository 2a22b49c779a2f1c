"""Clauses: where the clause and the sentence around a value begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER

_BREAK = re.compile(rf"[，。；！？：\n…]+[ \n]*|(?<![\d{NUMBER}])\.[ \n]*|\.(?![\d{NUMBER}])[ \n]*")
_MASKS = frozenset((NUMBER, HIDDEN))
_ENDS = frozenset("。！？；：”）.")
_FULL_STOPS = frozenset("。！？….")
_INDENTED = re.compile(r"\n[ ]{2,}|\n\n|\n[（(]?[一二三四五六七八九十\d]{1,3}[、.）)]")


@dataclass(frozen=True)
class Clauses:
    """The cuts of a text, sorted: `ends[i]` is where a clause ends, `starts[i]` where the next one begins."""

    ends: list[int]
    starts: list[int]
    stops: list[int]
    length: int

    def bounds(self, offset: int) -> tuple[int, int]:
        """The clause around an offset, code points, half-open."""
        index = bisect_right(self.starts, offset)
        start = self.starts[index - 1] if index else 0
        after = bisect_left(self.ends, offset)
        return start, self.ends[after] if after < len(self.ends) else self.length

    def sentence(self, offset: int) -> int:
        """Where the sentence around an offset begins."""
        index = bisect_right(self.stops, offset)
        return self.stops[index - 1] if index else 0


def read_clauses(masked: str) -> Clauses:
    """The clauses of a text; a line end in mid-sentence is no cut where the line was wrapped."""
    ends, starts, stops = [], [], []
    for match in _BREAK.finditer(masked):
        printed = match.group()
        if printed[0] == "\n" and _wrapped(masked, match.start(), match.end()):
            continue
        if (
            printed[0] == "："
            and masked[match.end() : match.end() + 1].isdigit()
            and masked[match.start() - 1 : match.start()].isdigit()
        ):
            continue
        ends.append(match.start())
        starts.append(match.end())
        if printed[0] in _FULL_STOPS or "\n" in printed:
            stops.append(match.end())
    return Clauses(ends, starts, stops, len(masked))


def _wrapped(masked: str, start: int, end: int) -> bool:
    """Whether a line end stands inside a sentence: the line is full or ends at a placeholder, and the next goes on."""
    if end >= len(masked) or masked[start - 1 : start] in _ENDS:
        return False
    if masked[start - 1 : start] in _MASKS or masked[end] in _MASKS:
        return not _INDENTED.match(masked, start)
    line = start - (masked.rfind("\n", max(0, start - 60), start) + 1)
    return 24 <= line <= 59 and not _INDENTED.match(masked, start)
