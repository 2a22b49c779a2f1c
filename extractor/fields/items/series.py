"""Series: one pass over the marks with a stack of open series gives every point its parent.

A series continues, restarts, nests, skips or repeats. GB/T 9704 styles nest by their rank; the others (第一，一是,
dashes) by what goes on below them, by paragraphs, and by what closes a part.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractor.fields.items.markers import Mark
from extractor.lexicon import Lexicon

_AHEAD = 80
"""How many marks the tracker looks ahead to see whether a series goes on."""
_LEAD_IN = re.compile(r"下一步|下步|今后|为此|因此|会议要求|对此|接下来|同时要|要求：$|不足|问题|启示|体会|表现")


@dataclass(slots=True)
class Point:
    """One mark that opens an item: its ordinal in its series and the index of its parent, or None."""

    mark: Mark
    ordinal: int | None
    parent: int | None
    series: int


@dataclass(slots=True)
class Series:
    """An open series: its family and style, the indices of its points, its home (the parent's index)."""

    family: str
    style: str
    number: int
    home: int | None
    points: list[int] = field(default_factory=list)
    last: int = 0
    line: bool = False
    child_families: set[str] = field(default_factory=set)


@lru_cache(maxsize=8)
def _closing(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon["enumerators"]["closings"]["openers"], key=len, reverse=True)
    return re.compile(rf"^[ ]*(?:{'|'.join(map(re.escape, words))})", re.MULTILINE)


class Tracker:
    """Walks the marks of one text in order and keeps the stack of open series."""

    def __init__(self, folded: str, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.folded = folded
        self.marks = marks
        self.points: list[Point] = []
        self.stack: list[Series] = []
        self.breaks = [m.start() for m in re.finditer(r"\n", folded)]
        self.closings = [m.start() for m in _closing(lexicon).finditer(folded)]
        self._count = 0

    def read(self) -> list[Point]:
        """Every mark that opens an item, with its parent."""
        for index in range(len(self.marks)):
            self._place(index)
        return self.points

    # ---- places and paragraphs

    def paragraph(self, offset: int) -> int:
        """The number of the line in which an offset stands."""
        return bisect_left(self.breaks, offset)

    def paragraph_start(self, offset: int) -> int:
        """Where that line begins."""
        number = self.paragraph(offset)
        return self.breaks[number - 1] + 1 if number else 0

    def line_end(self, offset: int) -> int:
        """Where that line ends."""
        number = self.paragraph(offset)
        return self.breaks[number] if number < len(self.breaks) else len(self.folded)

    def runs_in(self, mark: Mark) -> bool:
        """Whether text follows the heading in the same line."""
        end = self.line_end(mark.start)
        stop = re.compile(r"[。；：！？]").search(self.folded, mark.end, end)
        return bool(stop) and end - stop.end() > 4 if stop else end - mark.end > 90

    def closed(self, after: int, before: int) -> bool:
        """Whether a paragraph that closes a part (同志们，…) begins between two offsets."""
        return bisect_right(self.closings, before) > bisect_right(self.closings, after)

    # ---- looking ahead

    def goes_on(self, series: Series, index: int) -> bool:
        """Whether a later mark continues a series, no mark of its home's own rank coming first."""
        home = self.points[series.home].mark.rank if series.home is not None else None
        for mark in self.marks[index + 1 : index + 1 + _AHEAD]:
            if mark.family == series.family and (mark.line == series.line or not mark.line):
                if mark.ordinal is None:
                    return True
                if mark.ordinal == series.last + 1:
                    return True
                if mark.ordinal == 1 and mark.line == series.line:
                    return False
            elif mark.rank and mark.line and ((home and mark.rank <= home) or (not home and mark.rank == 1)):
                return False
        return False

    # ---- placing

    def _place(self, index: int) -> None:
        mark = self.marks[index]
        depth = self._continued(mark)
        if depth is None and not mark.firm and not self._may_start(index):
            return
        if depth is not None:
            del self.stack[depth + 1 :]
            series = self.stack[depth]
        else:
            series = self._open(index)
        self.points.append(Point(mark, mark.ordinal, series.home, series.number))
        series.points.append(len(self.points) - 1)
        series.last = mark.ordinal or 0

    def _may_start(self, index: int) -> bool:
        """A mark without a sentence end before it opens a series only if its second follows."""
        mark = self.marks[index]
        if mark.family == "cn_paren":
            return True
        if mark.ordinal != 1:
            return False
        return any(m.family == mark.family and m.ordinal == 2 for m in self.marks[index + 1 : index + 1 + _AHEAD])

    def _continued(self, mark: Mark) -> int | None:
        """The depth of the open series that a mark continues, or None."""
        if mark.ordinal == 1:
            return None
        exact = [d for d, s in enumerate(self.stack) if self._follows(s, mark, strict=True)]
        if exact:
            same = [d for d in exact if self.stack[d].line == mark.line]
            return (same or exact)[-1]
        if not mark.firm:
            return None
        loose = [d for d, s in enumerate(self.stack) if self._follows(s, mark, strict=False)]
        return loose[-1] if loose else None

    def _follows(self, series: Series, mark: Mark, *, strict: bool) -> bool:
        if mark.ordinal is None:
            return series.family == mark.family
        if series.family == mark.family:
            if mark.family == "parallel" and series.style != mark.style:
                return False
            return mark.ordinal == series.last + 1 if strict else not (mark.ordinal < series.last and not mark.line)
        mixed = {series.family, mark.family} <= {"di", "shi", "word", "qi"}
        return strict and mixed and mark.ordinal == series.last + 1

    def _open(self, index: int) -> Series:
        mark = self.marks[index]
        while self.stack and not self._nests(self.stack[-1], index):
            self.stack.pop()
        home = self.stack[-1].points[-1] if self.stack else None
        if self.stack:
            self.stack[-1].child_families.add(mark.family)
        self._count += 1
        series = Series(mark.family, mark.style, self._count, home, line=mark.line)
        self.stack.append(series)
        return series

    def _nests(self, outer: Series, index: int) -> bool:
        """Whether a new series that begins with this mark details the last point of an open one."""
        mark = self.marks[index]
        above = self.points[outer.points[-1]].mark
        if above.rank and mark.rank:
            return above.rank < mark.rank and not self._left_behind(outer, above, index)
        if above.rank:
            return not self._left_behind(outer, above, index)
        if above.family in ("dash", "bullet"):
            return self._nests_in_dash(outer, above, index)
        return self._nests_in_verbal(outer, above, index)

    def _left_behind(self, outer: Series, above: Mark, index: int) -> bool:
        """Whether the text has left the last point of a series: a closing paragraph, or one that sums up its part."""
        mark = self.marks[index]
        if self.paragraph(above.start) == self.paragraph(mark.start) or self.goes_on(outer, index):
            return False
        if self.closed(above.start, mark.start):
            return True
        if mark.line or len(outer.points) < 2 or not self.runs_in(above):
            return False
        return all(self._one_paragraph(outer, n) for n in range(len(outer.points) - 1))

    def _one_paragraph(self, series: Series, number: int) -> bool:
        """Whether a point of a series is one line long and runs in after its heading."""
        here = self.points[series.points[number]].mark
        following = self.points[series.points[number + 1]].mark
        return self.runs_in(here) and not self.folded[self.line_end(here.start) : following.start].strip(" \n#*")

    def _nests_in_dash(self, outer: Series, above: Mark, index: int) -> bool:
        mark = self.marks[index]
        if self.paragraph(above.start) == self.paragraph(mark.start):
            return True
        if mark.family in ("cn", "cn_paren", "dash", "bullet"):
            return False
        return self.goes_on(outer, index)

    def _nests_in_verbal(self, outer: Series, above: Mark, index: int) -> bool:
        mark = self.marks[index]
        together = self.paragraph(above.start) == self.paragraph(mark.start)
        if outer.family == mark.family and outer.style == mark.style:
            return outer.line and not mark.line and together
        if self.goes_on(outer, index):
            return True
        if self.closed(above.start, mark.start):
            return False
        if together and (outer.line or self._near(above, mark)):
            return True
        if mark.family in outer.child_families:
            return True
        if above.line and not self.runs_in(above) and mark.rank != 1:
            return True
        return outer.family == "di" and above.line and mark.rank != 1 and not self._left_behind(outer, above, index)

    def _near(self, above: Mark, mark: Mark) -> bool:
        """Whether only the heading, and no lead-in of a new series, stands between two marks of a sentence."""
        between = self.folded[above.end : mark.start]
        return len(between) < 120 and between.count("。") + between.count("；") <= 1 and not _LEAD_IN.search(between)
