"""Pictures as SVG, drawn by small pure functions: every bar, cell and line is a link to the rows behind it.

Colours, fonts and dark mode come from the site's style sheet through class names; nothing is inline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 560
_ROW = 24


@dataclass(frozen=True, slots=True)
class Datum:
    """One thing in a picture: its label, its size, where its rows are, and what a reader is told on pointing at it."""

    label: str
    value: float
    href: str
    says: str
    kind: str = ""


def picture(name: str, height: float, parts: Sequence[str]) -> str:
    """An SVG of the pictures' common width."""
    head = f'<svg class="picture" viewBox="0 0 {WIDTH} {height:g}" role="group" aria-label="{escape(name)}">'
    return "".join((head, *parts, "</svg>"))


def _link(datum: Datum, *parts: str) -> str:
    says = escape(datum.says)
    return f'<a href="{escape(datum.href)}" aria-label="{says}"><title>{says}</title>{"".join(parts)}</a>'


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text {place}{f' class={kind!r}' if kind else ''}>{escape(words)}</text>"


def _box(x: float, y: float, width: float, height: float, kind: str = "bar", opacity: float | None = None) -> str:
    shade = f' fill-opacity="{opacity:.2f}"' if opacity is not None else ""
    size = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    return f'<rect {size} class="{escape(kind)}"{shade}/>'


def bars(name: str, data: Sequence[Datum], unit: str = "", left: int = 120) -> str:
    """Horizontal bars, one a row, with labels before and numbers behind.

    >>> bars("讲话", [Datum("总结会", 3, "/x", "总结会：3")]).count("<rect")
    1
    """
    most = max((d.value for d in data), default=0) or 1
    room = WIDTH - left - 64
    rows = []
    for n, d in enumerate(data):
        y, width = n * _ROW, room * d.value / most
        number = f"{d.value:,g}{unit}"
        rows.append(
            _link(
                d,
                _text(left - 8, y + 16, d.label, "end"),
                _box(left, y + 4, max(width, 1), _ROW - 8, f"bar {d.kind}".strip()),
                _text(left + width + 6, y + 16, number, kind="number"),
            )
        )
    return picture(name, max(len(data), 1) * _ROW, rows)


def columns(name: str, data: Sequence[Datum], height: int = 150) -> str:
    """Columns side by side, with numbers above and labels below; labels are thinned out where they are many."""
    most = max((d.value for d in data), default=0) or 1
    step = WIDTH / max(len(data), 1)
    longest = max((len(d.label) for d in data), default=1)
    every = max(1, -(-len(data) * (8 * longest + 8) // WIDTH))
    parts = []
    for n, d in enumerate(data):
        tall, x = (height - 20) * d.value / most, n * step
        label = [_text(x + step / 2, height + 16, d.label, "middle")] if n % every == 0 else []
        number = [_text(x + step / 2, height - tall - 4, f"{d.value:g}", "middle", "number")] if step > 16 else []
        bar = _box(x + step * 0.12, height - tall, step * 0.76, max(tall, 1))
        parts.append(_link(d, bar, *number, *label))
    return picture(name, height + 24, parts)


def shares(name: str, rows: Mapping[str, Sequence[Datum]], left: int = 120) -> str:
    """Rows of which each is divided among its parts; a part's class names its colour."""
    room, parts = WIDTH - left, []
    for n, (label, data) in enumerate(rows.items()):
        total = sum(d.value for d in data) or 1
        parts.append(_text(left - 8, n * _ROW + 16, label, "end"))
        x = float(left)
        for d in data:
            width = room * d.value / total
            said = _text(x + width / 2, n * _ROW + 16, f"{100 * d.value / total:.0f}", "middle", "inside")
            parts.append(_link(d, _box(x, n * _ROW + 3, width - 1, _ROW - 6, d.kind), said if width > 26 else ""))
            x += width
    return picture(name, max(len(rows), 1) * _ROW, parts)


def matrix(name: str, heads: Sequence[str], rows: Mapping[str, Mapping[str, Datum]], left: int = 150) -> str:
    """Rows by columns; a cell says its number and is the darker the more there is, those of kind `sum` apart."""
    step = (WIDTH - left) / max(len(heads), 1)
    most = max((d.value for row in rows.values() for d in row.values() if d.kind != "sum"), default=0) or 1
    parts = [_text(left + (n + 0.5) * step, 14, head, "middle") for n, head in enumerate(heads)]
    for n, (label, row) in enumerate(rows.items(), 1):
        parts.append(_text(left - 8, n * _ROW + 16, label, "end"))
        for m, head in enumerate(heads):
            if head in row:
                d = row[head]
                shade = 0 if d.kind == "sum" else 0.12 + 0.5 * d.value / most
                cell = _box(left + m * step + 1, n * _ROW + 2, step - 2, _ROW - 4, "cell", shade)
                parts.append(_link(d, cell, _text(left + (m + 0.5) * step, n * _ROW + 16, f"{d.value:,g}", "middle")))
    return picture(name, (len(rows) + 1) * _ROW, parts)


def timeline(name: str, data: Sequence[tuple[Datum, int]], first: int, months: int, height: int = 110) -> str:
    """A column for each month that has something, where the month stands in time, and a line at each new year.

    Months are counted from the year 0 (`12 * year + month - 1`); `first` is the axis's first and `months` its length.
    """
    most = max((d.value for d, _ in data), default=0) or 1
    step = (WIDTH - 24) / max(months, 1)
    years = range(-(-first // 12), (first + months) // 12 + 1)
    every = max(1, -(-len(years) * 44 // WIDTH))
    parts = []
    for year in years:
        x = (12 * year - first) * step
        parts.append(f'<line class="rule" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{height}"/>')
        if year % every == 0:
            parts.append(_text(x + 3, height + 16, str(year)))
    for d, month in data:
        tall, x = (height - 16) * d.value / most, (month - first) * step
        bar = _box(x + 0.5, height - tall, max(step - 1, 2.5), max(tall, 2))
        parts.append(_link(d, _box(x, 0, step, height, "reach"), bar))
    return picture(name, height + 24, parts)


def intervals(name: str, data: Sequence[tuple[Datum, int, int]], low: int, high: int, left: int = 190) -> str:
    """A line from a first to a last year for each thing, and a dot at its likeliest year (`value`, 0 for none)."""
    row, span, room = 18, max(high - low, 1), WIDTH - left - 30

    def x(year: float) -> float:
        return left + 10 + room * (year - low) / span

    every = max(1, -(-span // 8))
    height = len(data) * row + 26
    years = range(low, high + 1, every)
    parts = [f'<line class="rule" x1="{x(y):.1f}" x2="{x(y):.1f}" y1="0" y2="{height - 20}"/>' for y in years]
    parts += [_text(x(y), height - 4, str(y), "middle") for y in years]
    for n, (d, first, last) in enumerate(data):
        y = n * row + 9
        label = _text(left - 8, y + 4, d.label, "end", "small")
        line = f'<line class="interval" x1="{x(first):.1f}" x2="{x(last) + 0.1:.1f}" y1="{y}" y2="{y}"/>'
        dot = f'<circle class="dot" cx="{x(d.value):.1f}" cy="{y}" r="3.2"/>' if d.value else ""
        parts.append(_link(d, label, line, dot))
    return picture(name, height, parts)
