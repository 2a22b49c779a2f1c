"""Series: one pass over the marks with a stack of open series gives every point its parent.

A series continues, restarts, nests, skips or repeats. GB/T 9704 styles nest by their rank; the others (第一，一是,
dashes) by what goes on below them, by paragraphs, and by what closes a part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from extractor.fields.items.ahead import goes_on, may_start, returns
from extractor.fields.items.markers import Mark
from extractor.fields.items.paragraphs import Paragraphs
from extractor.fields.items.turns import LOOKS_BACK, NAMES_TURN, SUMS_UP, TURN, TURNS_AWAY, announced, near
from extractor.lexicon import Lexicon
from extractor.records import Layout

_OPENS, _ENDS = 90, 30
"""Where in a paragraph, in characters from its start or back from its end, it says that it sums a part up."""


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

    def __init__(self, folded: str, layout: Layout, marks: Sequence[Mark], lexicon: Lexicon) -> None:
        self.folded = folded
        self.paragraphs = Paragraphs(folded, layout)
        self.marks = marks
        self.points: list[Point] = []
        self.stack: list[Series] = []
        self.closings = [m.start() for m in _closing(lexicon).finditer(folded)]
        self._count = 0

    def read(self) -> list[Point]:
        """Every mark that opens an item, with its parent."""
        for index in range(len(self.marks)):
            self._place(index)
        return self.points

    # ---- places

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph in which an offset stands."""
        return self.paragraphs.number(offset)

    def runs_in(self, mark: Mark) -> bool:
        """Whether text follows the heading in the same paragraph."""
        return self.paragraphs.runs_in(mark.start, mark.end)

    def closing(self, mark: Mark, before: int) -> int | None:
        """Where a paragraph that closes a point (同志们，…) begins; not one right below a bare heading."""
        floor = mark.start
        number = self.paragraph(mark.start) + 1
        if number < len(self.paragraphs.spans) and mark.line and not self.runs_in(mark):
            floor = self.paragraphs.spans[number].start
        place = bisect_right(self.closings, floor)
        return self.closings[place] if place < len(self.closings) and self.closings[place] <= before else None

    # ---- looking ahead

    def goes_on(self, series: Series, index: int) -> bool:
        """Whether a later mark continues a series, no mark of its home's own rank coming first."""
        home = self.points[series.home].mark.rank if series.home is not None else None
        return goes_on(self.marks, index, series.family, series.last, series.line, home)

    # ---- placing

    def _place(self, index: int) -> None:
        mark = self.marks[index]
        depth = self._continued(mark)
        if depth is None and not mark.firm and not may_start(self.marks, index):
            return
        if depth is not None:
            del self.stack[depth + 1 :]
            series = self.stack[depth]
        else:
            series = self._open(index)
        self.points.append(Point(mark, mark.ordinal, series.home, series.number))
        series.points.append(len(self.points) - 1)
        series.last = mark.ordinal or 0

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
        apart = self.paragraph(mark.start) - self.paragraph(above.start)
        if self.goes_on(outer, index):
            return False
        if not apart:
            return not outer.line and len(outer.points) > 1 and announced(self.folded, above, mark)
        if self.closing(above, mark.start) is not None:
            return True
        if len(outer.points) < 2:
            return False
        usual = self._usual_length(outer)
        lead_in = 1 if mark.line else 0
        if self._sums_up(outer, mark, apart - lead_in, usual) or self._turns_away(outer, above, mark, apart - lead_in):
            return True
        if usual == 2 and len(outer.points) > 2:
            return apart - lead_in >= usual and self._turns(mark, lead_in)
        return not usual or (usual == 1 and apart - lead_in >= 1 and self.runs_in(above) == self._ran_in(outer))

    def _sums_up(self, outer: Series, mark: Mark, apart: int, usual: int) -> bool:
        """Whether the paragraph of a mark weighs the whole part: what is lacking, what was learnt."""
        number = self.paragraph(mark.start) - (1 if mark.line else 0)
        start = self.paragraphs.spans[number].start
        if apart >= 1 and LOOKS_BACK.match(self.folded, start):
            return True
        if apart < (1 if outer.home is not None else max(2, usual)) or mark.family in outer.child_families:
            return False
        end = min(mark.start, self.paragraphs.spans[number].end)
        return bool(
            SUMS_UP.search(self.folded, start, min(end, start + _OPENS))
            or SUMS_UP.search(self.folded, max(start, end - _ENDS), end)
        )

    def _turns_away(self, outer: Series, above: Mark, mark: Mark, apart: int) -> bool:
        """Whether the paragraph of a mark turns away from all parts, the last of them having had its say."""
        if apart < 2 or outer.home is not None or mark.rank or not above.line or self.runs_in(above):
            return False
        number = self.paragraph(mark.start) - (1 if mark.line else 0)
        heading = self.paragraphs.spans[self.paragraph(above.start)]
        if NAMES_TURN.search(self.folded, heading.start, heading.end):
            return False
        return bool(TURNS_AWAY.match(self.folded, self.paragraphs.spans[number].start))

    def _usual_length(self, outer: Series) -> int:
        """The number of paragraphs of the longest point of a series, its last one left out."""
        numbers = [self.paragraph(self.points[p].mark.start) for p in outer.points[-6:]]
        return max(b - a for a, b in pairwise(numbers))

    def _ran_in(self, outer: Series) -> bool:
        return self.runs_in(self.points[outer.points[-2]].mark)

    def _turns(self, mark: Mark, lead_in: int) -> bool:
        """Whether the paragraph of a mark, or the one above it, turns from the part to a new matter."""
        number = self.paragraph(mark.start) - lead_in
        return number >= 0 and bool(TURN.match(self.folded, self.paragraphs.spans[number].start))

    def _nests_in_dash(self, outer: Series, above: Mark, index: int) -> bool:
        mark = self.marks[index]
        if self.paragraph(above.start) == self.paragraph(mark.start):
            return True
        if mark.family in ("cn", "cn_paren", "dash", "bullet"):
            return False
        return self.goes_on(outer, index)

    def _nests_in_verbal(self, outer: Series, above: Mark, index: int) -> bool:
        mark = self.marks[index]
        if outer.family == "word" and outer.line and outer.child_families and mark.line:
            return self.paragraph(mark.start) - self.paragraph(above.start) == 1
        together = self.paragraph(above.start) == self.paragraph(mark.start)
        if outer.family == mark.family and outer.style == mark.style:
            return not mark.line and together and (outer.line or returns(self.marks, index, outer.last))
        if self.goes_on(outer, index):
            return True
        if self._left_behind(outer, above, index):
            return False
        if together and (outer.line or near(self.folded, above, mark)):
            return True
        if mark.family in outer.child_families:
            return True
        if above.line and not self.runs_in(above) and mark.rank != 1:
            return True
        return outer.family == "di" and (above.line or together) and mark.rank != 1
