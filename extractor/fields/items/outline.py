"""Outlines: headings listed before the speech, which open no item because they come again in the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.fields.items.markers import Mark

_LONGEST_HEADING = 70
_LEAST_LINES = 3
_PROBE = 14
_HEADED = re.compile(r"目录(?:/提纲)?[：….\s]*$")
"""What a site prints above an outline, whose headings need not come again in a text that it cuts off."""


def outline_lines(folded: str, marks: Sequence[Mark]) -> frozenset[int]:
    """Starts of the marks that stand in a table of contents: neighbouring short lines, most of them repeated below."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for mark in marks:
        if not mark.line:
            continue
        end = folded.find("\n", mark.end)
        end = len(folded) if end < 0 else end
        if run and folded[run[-1][1] : mark.start].strip(" \n#*>·"):
            found.update(_repeated(folded, run))
            run = []
        run.append((mark.start, end))
    found.update(_repeated(folded, run))
    return frozenset(found)


def _repeated(folded: str, run: list[tuple[int, int]]) -> list[int]:
    """The starts of a run of lines, if it is long enough and most of its lines come again below it."""
    if len(run) < _LEAST_LINES or any(end - start > _LONGEST_HEADING for start, end in run):
        return []
    if _HEADED.search(folded, max(0, run[0][0] - 20), run[0][0]):
        return [start for start, _ in run]
    below = run[-1][1]
    again = sum(folded.find(folded[start : min(end, start + _PROBE)].strip(), below) >= 0 for start, end in run)
    return [start for start, _ in run] if again * 3 >= len(run) * 2 else []


def bare_headings(folded: str, marks: Sequence[Mark]) -> frozenset[int]:
    """Starts of headings of a numeral and a blank (`一　先看家底`): short lines numbered in order, 一、 nowhere."""
    bare = [m for m in marks if m.rule == "items.cn-bare" and m.line and _is_short(folded, m)]
    if [m.ordinal for m in bare] != list(range(1, len(bare) + 1)) or len(bare) < _LEAST_LINES:
        return frozenset()
    if any(m.rule == "items.cn" and m.line for m in marks):
        return frozenset()
    return frozenset(m.start for m in bare)


def _is_short(folded: str, mark: Mark) -> bool:
    end = folded.find("\n", mark.end)
    return 0 <= end - mark.end <= _LONGEST_HEADING // 2
