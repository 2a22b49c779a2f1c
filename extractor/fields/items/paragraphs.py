"""Paragraphs: the lines of a speech without noise, hard wraps joined, numbered so that places can be compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractor.records import Layout, Span

_FINAL = frozenset("。！？：；…”）.!—")
_STOP = re.compile(r"[。；：！？]")
_OPENER = re.compile(
    r"[#*>·（]{0,4}(?:[一二三四五六七八九十]{1,3}(?:[、.）是要])|\d{1,2}[.、）]|第[一二三四五六七八九十]|—)"
)


class Paragraphs:
    """The paragraphs of a text in order, with the number of the one in which an offset stands."""

    def __init__(self, folded: str, layout: Layout) -> None:
        self._folded = folded
        self.spans = _join_wraps(folded, layout.paragraphs)
        self._starts = [s.start for s in self.spans]

    def number(self, offset: int) -> int:
        """The number of the paragraph in which an offset stands, or the one before it; -1 above the first."""
        return bisect_right(self._starts, offset) - 1

    def span(self, offset: int) -> Span:
        """The paragraph in which an offset stands."""
        number = self.number(offset)
        return self.spans[number] if number >= 0 else Span(0, 0)

    def runs_in(self, marker_start: int, marker_end: int) -> bool:
        """Whether a point's paragraph is more than its heading: text follows it, or it ends as a sentence."""
        end = self.span(marker_start).end
        stop = _STOP.search(self._folded, marker_end, end)
        return end - stop.end() > 4 or self._folded[end - 1] in "。；" if stop else end - marker_end > 90


def _join_wraps(folded: str, lines: Sequence[Span]) -> list[Span]:
    """Lines as paragraphs; where lines are broken in mid-sentence at one width, they are joined."""
    long = [s for s in lines if s.end - s.start >= 18]
    open_ended = sum(folded[s.end - 1] not in _FINAL for s in long)
    if len(long) < 6 or open_ended * 2 < len(long):
        return list(lines)
    width = sorted(s.end - s.start for s in long)[len(long) * 3 // 4]
    if width > 60:
        return list(lines)
    joined: list[Span] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and _is_cut(folded, last, line, width):
            joined[-1] = Span(last.start, line.end)
        else:
            joined.append(line)
    return joined


def _is_cut(folded: str, above: Span, line: Span, width: int) -> bool:
    """Whether a line goes on with the sentence of the one above."""
    last_line = above.end - max(above.start, folded.rfind("\n", above.start, above.end) + 1)
    if last_line < width * 0.8 or folded.count("\n", above.end, line.start) > 1:
        return False
    return folded[above.end - 1] not in "。！？：" and not _OPENER.match(folded, line.start)
