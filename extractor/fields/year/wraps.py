"""Hard wraps: a text whose lines were broken at one width, in mid-word, read as if they were not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from statistics import median

_BREAK = re.compile(r"(?<=[一-龥，、“])[ ]*\n[ ]*(?=[一-龥”])")
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
    breaks = [m for m in _BREAK.finditer(text) if _NARROW <= _width(text, m.start()) <= _WIDE]
    if len(breaks) < _FEW or 5 * len(breaks) < 2 * len(re.findall(r"\S[^\n]*", text[:20_000])):
        return Joined(text)
    middle = median(_width(text, m.start()) for m in breaks)
    even = [m for m in breaks if abs(_width(text, m.start()) - middle) <= _EVEN]
    if 4 * len(even) < 3 * len(breaks):
        return Joined(text)
    parts: list[str] = []
    ends: list[int] = []
    lost: list[int] = []
    last = 0
    for match in even:
        parts.append(text[last : match.start()])
        gone = (lost[-1] if lost else 0) + match.end() - match.start()
        ends.append(match.end() - gone)
        lost.append(gone)
        last = match.end()
    return Joined("".join([*parts, text[last:]]), tuple(ends), tuple(lost))


def _width(text: str, end: int) -> int:
    """The width of the line that ends at an offset, its indent left out, at most a little over the widest."""
    low = max(0, end - _WIDE - 8)
    start = text.rfind("\n", low, end)
    return len(text[max(start + 1, low) : end].lstrip())
