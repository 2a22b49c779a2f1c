"""From a text and spans to HTML: marks that nest, cross and end where lines end, everything escaped.

A line of the text becomes a paragraph. A mark that another one crosses, or that runs over a line's end, is closed
and opened again; its first piece alone carries its id, so it stays one link target, which the others name. A long
speech has thousands of marks, so each says nothing that its id says already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

STRETCH = 12
"""Lines that a browser lays out together, when they come into view: a watch on every line takes longer to begin."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact's place in the text: code points, half-open. `anchor` is its id in the page, `kinds` its CSS classes."""

    start: int
    end: int
    anchor: str
    kinds: str
    title: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Writer:
    """The HTML of one line after another; `open` are the marks that are open, outermost first."""

    text: str
    out: list[str] = field(default_factory=list)
    open: list[Mark] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def start(self, mark: Mark) -> None:
        again = mark.anchor in self.seen
        self.seen.add(mark.anchor)
        place = f' data-of="{escape(mark.anchor)}"' if again else f' id="{escape(mark.anchor)}"'
        data = "".join(f' data-{key}="{escape(value)}"' for key, value in mark.data.items() if value)
        title = f' title="{escape(mark.title)}"' if mark.title else ""
        self.out.append(f'<mark class="{escape(mark.kinds)}{" on" if again else ""}"{place}{title}{data}>')

    def reach(self, offset: int) -> None:
        """Close what ends at an offset; what lies inside it and goes on is opened again."""
        ending = [n for n, mark in enumerate(self.open) if mark.end <= offset]
        if not ending:
            return
        going_on = [mark for mark in self.open[ending[0] :] if mark.end > offset]
        self.out.append("</mark>" * (len(self.open) - ending[0]))
        del self.open[ending[0] :]
        for mark in going_on:
            self.begin(mark)

    def begin(self, mark: Mark) -> None:
        self.start(mark)
        self.open.append(mark)

    def write(self, start: int, end: int) -> None:
        self.out.append(escape(self.text[start:end], quote=False))


def lines(text: str) -> list[tuple[int, int]]:
    """The lines of a text as spans, without their ends; empty lines are left out.

    >>> lines("一\\n\\n二三")
    [(0, 1), (3, 5)]
    """
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def mark_text(
    text: str,
    marks: Iterable[Mark],
    paragraph: Callable[[int, int], str] = lambda start, end: "<p>",
) -> str:
    """The text as HTML paragraphs with its marks, in stretches; `paragraph` gives the opening tag of a line.

    >>> print(mark_text("甲乙丙", [Mark(0, 2, "a", "x"), Mark(1, 3, "b", "y")]).replace("><", ">\\n<"))
    <div class="stretch">
    <p>
    <mark class="x" id="a">甲<mark class="y" id="b">乙</mark>
    </mark>
    <mark class="y on" data-of="b">丙</mark>
    </p>
    </div>
    <BLANKLINE>
    """
    ordered = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))
    writer, next_mark, carried = _Writer(text), 0, list[Mark]()
    for number, (start, end) in enumerate(lines(text)):
        if number % STRETCH == 0:
            writer.out.append('</div>\n<div class="stretch">' if number else '<div class="stretch">')
        writer.out.append(paragraph(start, end))
        next_mark = _write_line(writer, ordered, next_mark, carried, start, end)
        carried = [mark for mark in writer.open if mark.end > end]
        writer.out.append("</mark>" * len(writer.open) + "</p>\n")
        writer.open.clear()
    if writer.out:
        writer.out.append("</div>\n")
    return "".join(writer.out)


def _write_line(
    writer: _Writer, marks: Sequence[Mark], next_mark: int, carried: list[Mark], start: int, end: int
) -> int:
    """Write one line; gives the number of the first mark that starts after it."""
    at = start
    for mark in carried:
        if mark.end > start:
            writer.begin(mark)
    while next_mark < len(marks) and marks[next_mark].start < end:
        mark = marks[next_mark]
        next_mark += 1
        if mark.end <= start:
            continue
        at = _go(writer, at, max(mark.start, start))
        writer.begin(mark)
    _go(writer, at, end)
    return next_mark


def _go(writer: _Writer, at: int, goal: int) -> int:
    """Write from one offset to another, closing the marks that end on the way; gives the goal."""
    for stop in sorted({mark.end for mark in writer.open if at < mark.end < goal}):
        writer.write(at, stop)
        writer.reach(stop)
        at = stop
    writer.write(at, goal)
    writer.reach(goal)
    return goal
