"""Hard wraps: a text whose lines were broken at one width, in mid-word, read as if they were not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from statistics import median

_BREAK = re.compile(r"\n[ ]*(?=[一-龥”])")
_MIDWAY = re.compile(r"[一-龥，、“]")
_NARROW, _WIDE = 18, 64
_FEW = 6
_EVEN = 3
"""How many characters the broken lines of a wrapped text differ in width."""


@dataclass(frozen=True)
class Joined:
    """A text without the breaks of its lines; `at` takes its offsets back to those of the text as it stands."""

    text: str
    ends: tuple[int, ...] = ()
    """Where each break stood, in the joined text."""
    lost: tuple[int, ...] = ()
    """How many characters the breaks up to each took away."""

    def at(self, offset: int) -> int:
        """The offset in the text as it stands."""
        index = bisect_right(self.ends, offset)
        return offset + (self.lost[index - 1] if index else 0)

    def end_at(self, offset: int) -> int:
        """The offset, in the text as it stands, after the last character before an offset."""
        return self.at(offset - 1) + 1 if offset else 0

    def into(self, offset: int) -> int:
        """The offset in the joined text of one in the text as it stands."""
        gone = 0
        for end, lost in zip(self.ends, self.lost, strict=True):
            if end + lost > offset:
                break
            gone = lost
        return offset - gone


def join_lines(text: str) -> Joined:
    """The text as one reads it; only that of a hard-wrapped file differs from what is printed.

    >>> join_lines("今天开会。\\n讲三点意见。").text
    '今天开会。\\n讲三点意见。'
    """
    breaks = [line for m in _BREAK.finditer(text) if (line := _broken(text, *m.span()))]
    if len(breaks) < _FEW or 5 * len(breaks) < 2 * len(re.findall(r"\S[^\n]*", text[:20_000])):
        return Joined(text)
    middle = median(width for _, _, width in breaks)
    even = [(start, end) for start, end, width in breaks if abs(width - middle) <= _EVEN]
    if 4 * len(even) < 3 * len(breaks):
        return Joined(text)
    parts: list[str] = []
    ends: list[int] = []
    lost: list[int] = []
    last = 0
    for start, end in even:
        parts.append(text[last:start])
        lost.append((lost[-1] if lost else 0) + end - start)
        ends.append(end - lost[-1])
        last = end
    return Joined("".join([*parts, text[last:]]), tuple(ends), tuple(lost))


def _broken(text: str, end: int, after: int) -> tuple[int, int, int] | None:
    """The bounds of a break and its line's width, where a line is cut in mid-sentence at a wrapped line's width."""
    low = max(0, end - _WIDE - 8)
    line = text[max(text.rfind("\n", low, end) + 1, low) : end]
    printed = line.rstrip(" ")
    width = len(printed.lstrip())
    if not (_NARROW <= width <= _WIDE and _MIDWAY.match(printed[-1])):
        return None
    return end - len(line) + len(printed), after, width
