"""Extents: where each point ends, its heading, depth and path."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.fields.items.series import Point, Tracker
from extractor.records import Item, Layout, Span, Speech

_WORD_SERIES = frozenset({"shi", "parallel", "word", "qi", "di"})
_HEADING_END = re.compile(r"[。；！？：\n]")


def build_items(speech: Speech, layout: Layout, tracker: Tracker, points: Sequence[Point]) -> tuple[Item, ...]:
    """The points as items; their roles are not judged yet."""
    ends = _ends(layout, tracker, points)
    depths: list[int] = []
    paths: list[str] = []
    places: dict[int | None, int] = {}
    seen: dict[tuple[int | None, int], int] = {}
    items = []
    for index, point in enumerate(points):
        parent = point.parent
        place = seen[parent, point.series] = seen.get((parent, point.series), 0) + 1
        places[parent] = places.get(parent, 0) + 1
        step = str(point.ordinal if point.ordinal is not None else place)
        depths.append(0 if parent is None else depths[parent] + 1)
        paths.append(step if parent is None else f"{paths[parent]}.{step}")
        mark = point.mark
        items.append(
            Item(
                mark.start,
                ends[index],
                speech.text[mark.start : mark.end].rstrip("，,："),
                mark.family,
                point.ordinal,
                None if parent is None else points[parent].mark.start,
                depths[-1],
                paths[-1],
                _heading(speech.folded, mark.end, ends[index]),
                "other",
                mark.rule,
            )
        )
    return tuple(items)


def _heading(folded: str, start: int, end: int) -> Span:
    """The text after a marker up to the first `。；！？：` or line end."""
    while start < end and folded[start] in " ，、：":
        start += 1
    stop = _HEADING_END.search(folded, start, end)
    stop_at = stop.start() if stop else end
    return Span(start, start + len(folded[start:stop_at].rstrip()))


def _ends(layout: Layout, tracker: Tracker, points: Sequence[Point]) -> list[int]:
    """Where each point ends: at the next point that is not below it, at a closing paragraph, or at the text's end."""
    folded = tracker.folded
    last = layout.paragraphs[-1].end if layout.paragraphs else len(folded)
    ends = [max(last, p.mark.end) for p in points]
    open_points: list[int] = []
    for index, point in enumerate(points):
        while open_points and open_points[-1] != point.parent:
            done = open_points.pop()
            ends[done] = min(ends[done], _outer_end(tracker, points, done, point.mark.start))
        open_points.append(index)
    for index in open_points:
        ends[index] = _outer_end(tracker, points, index, ends[index])
    _confine(tracker, points, ends)
    for index in range(len(points) - 1, -1, -1):  # a salutation inside a part does not end it: its children go on
        parent = points[index].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
    return [max(p.mark.end, _trim(folded, end)) for p, end in zip(points, ends, strict=True)]


def _confine(tracker: Tracker, points: Sequence[Point], ends: list[int]) -> None:
    """The last point of a word series ends with its paragraph where every earlier one keeps to one paragraph.

    What follows (“…；三是督查跟上。⏎要看到，…”) belongs to the part that the series stands in.
    """
    series: dict[int, list[int]] = {}
    for index, point in enumerate(points):
        if point.mark.family in _WORD_SERIES:
            series.setdefault(point.series, []).append(index)
    parents = {point.parent for point in points}
    for run in series.values():
        *earlier, last = run
        if earlier and last not in parents and all(_is_single(tracker, points[i], ends[i]) for i in earlier):
            ends[last] = min(ends[last], tracker.paragraphs.span(points[last].mark.start).end)


def _is_single(tracker: Tracker, point: Point, end: int) -> bool:
    return tracker.paragraph(point.mark.start) == tracker.paragraph(_trim(tracker.folded, end) - 1)


def _outer_end(tracker: Tracker, points: Sequence[Point], index: int, limit: int) -> int:
    """The end of a point before `limit`: a closing paragraph ends it if its series does not go on there."""
    closing = tracker.closing(points[index].mark, limit - 1)
    return limit if closing is None else closing


def _trim(folded: str, end: int) -> int:
    while end and folded[end - 1] in " \n":
        end -= 1
    return end
