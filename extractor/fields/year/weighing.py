"""Weighing: of all the clues, the years that explain them best.

A clue of weight w says: the speech falls into my windows with probability w. Months are scored by the log odds of
all clues, taken as independent; a narrow window that is right says more than a wide one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from extractor.fields.year.clue import FIRST_MONTH, Clue

_SURE = 0.85
_SPAN = 324
"""Months from which a speech comes, a priori: 2000 to 2026."""
_BRIEF = 60
"""Months: a window shorter than these has its length also where it lies before the span."""
_KEPT = 0.12
"""A year is in the interval while it is at least this likely, measured against the likeliest."""
_HALF_LIFE = 2.5
"""Years after which the newest word of a text is half as likely to be still its newest."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The likeliest year and the interval around it; `supported` counts what speaks for a bound at all."""

    year: int
    low: int
    high: int


def latest_floor(clues: Sequence[Clue]) -> int | None:
    """The newest thing that the text surely knows, as a month."""
    return max((c.first for c in clues if c.bound == "floor" and c.weight >= _SURE), default=None)


def weigh(clues: Sequence[Clue], horizon: int) -> Weighed | None:
    """The years that the clues leave; None without a clue. One that points beyond the calendar's end is no clue."""
    clues = [clue for clue in clues if clue.first <= horizon]
    if not any(clue.bound != "season" for clue in clues):
        return None
    newest = latest_floor(clues)
    live = [c for c in clues if not _outdated(c, newest)]
    first = _first_month(live, newest)
    scores = _score(live, first, horizon)
    if newest is not None:
        _prefer_recent(scores, newest - first, sum(c.bound == "floor" for c in clues))
    best = max(scores)
    weights = [math.exp(score - best) for score in scores]
    masses = [sum(weights[i : i + 12]) for i in range(0, len(weights), 12)]
    return _interval(masses, first // 12)


def _outdated(clue: Clue, newest: int | None) -> bool:
    """A thing once current is only remembered where the text knows a newer one."""
    return newest is not None and clue.bound == "window" and clue.weight < _SURE and clue.last < newest


def _first_month(clues: Sequence[Clue], newest: int | None) -> int:
    """The January before which no clue points."""
    firsts = [c.first for c in clues if c.bound in ("window", "stated")] + ([newest] if newest is not None else [])
    return max(FIRST_MONTH, min(firsts, default=FIRST_MONTH)) // 12 * 12


def _gain(weight: float, months: int, span: int) -> float:
    """Log odds of a month inside the windows against one outside."""
    months = max(1, min(months, span * 9 // 10))
    weight = min(weight, 0.99)
    return max(0.0, math.log(weight / (1 - weight)) + math.log((span - months) / months))


def _length(first: int, last: int, horizon: int) -> int:
    """The months of a window; of a long one those before the span are left out."""
    return min(last, horizon) - (first if last - first < _BRIEF else max(first, horizon - _SPAN)) + 1


def _score(clues: Sequence[Clue], first: int, horizon: int) -> list[float]:
    steps = [0.0] * (horizon - first + 2)
    seasons = [0.0] * 12
    for clue in clues:
        if clue.bound == "season":
            gain = _gain(clue.weight, len(clue.windows), 12)
            for low, _ in clue.windows:
                seasons[low] += gain
            continue
        gain = _gain(clue.weight, sum(_length(a, b, horizon) for a, b in clue.windows), _SPAN)
        for low, high in clue.windows:
            low, high = max(low, first), min(high, horizon)
            if low <= high:
                steps[low - first] += gain
                steps[high - first + 1] -= gain
    scores = list(accumulate(steps))[:-1]
    return [score + seasons[i % 12] for i, score in enumerate(scores)] if any(seasons) else scores


def _prefer_recent(scores: list[float], newest: int, count: int) -> None:
    """Speeches repeat the newest words: the further from the newest, the less likely."""
    decay = math.log(2) / (12 * _HALF_LIFE) * min(count, 4) / 4
    for i in range(max(newest, 0), len(scores)):
        scores[i] -= decay * (i - newest)


def _interval(masses: Sequence[float], first: int) -> Weighed:
    best = max(range(len(masses)), key=masses.__getitem__)
    floor = _KEPT * masses[best]
    low = high = best
    while low > 0 and masses[low - 1] >= floor:
        low -= 1
    while high + 1 < len(masses) and masses[high + 1] >= floor:
        high += 1
    return Weighed(first + best, first + low, first + high)
