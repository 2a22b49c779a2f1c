"""Year: when the speech was delivered, from dated evidence (ANNOTATION.md §1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extractor.fields.year.anniversaries import (
    read_anniversaries,
    read_cycle,
    read_elapsed,
    read_local_anniversaries,
    read_ordinals,
)
from extractor.fields.year.calendar import Birth, Calendar, Cycle, Event, Ordinal, Period, Season, read_calendar
from extractor.fields.year.clue import Clue, window
from extractor.fields.year.dates import Place, find_dates
from extractor.fields.year.named import read_named
from extractor.fields.year.plans import read_periods, read_plans, read_three_years
from extractor.fields.year.printed import read_printed
from extractor.fields.year.seasons import read_cohorts, read_months, read_school_years, read_seasons
from extractor.fields.year.sittings import read_sittings
from extractor.fields.year.verdicts import VERDICTS
from extractor.fields.year.weighing import Weighed, weigh
from extractor.fields.year.wraps import Joined, join_lines
from extractor.lexicon import Lexicon
from extractor.records import Dating, Evidence, Layout, Speech, YearBasis
from extractor.rule import Rule, Verdict

_SALUTATION = re.compile(
    r"(?:同志们|各位[^。：\n]{0,30}|尊敬的[^。：\n]{0,60})(?:、[^。：\n]{0,20})?[：！]|^(?:各位|同志们)", re.MULTILINE
)
_TITLE = re.compile(
    r"[^。；\n]{0,70}?(?:讲话|发言|报告|致辞|党课|主持词|总结|述职|表态|讲稿|提纲|发布词)"
    r"(?:稿|提纲|范文|材料|发言|讲话|报告){0,2}(?:（[^）\n]{0,20}）)?(?=\s|$)"
)
_HEAD = 1500
_ADVERTISED = 0.75
"""How surely a title knows what it names: old speeches are sold under new titles."""
_WIDEST = 3
_SUPPORTED = 10


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*VERDICTS, *_added(lexicon))


@lru_cache(maxsize=8)
def _added(lexicon: Lexicon) -> tuple[Rule, ...]:
    return lexicon.rules("year")


def find_year(speech: Speech, layout: Layout, lexicon: Lexicon) -> Dating:
    """The delivery year, its interval and basis, with evidence."""
    calendar = read_calendar(lexicon)
    noise = [(n.start, n.end) for n in layout.noise]
    joined = join_lines(speech.folded)
    read = (_printed_at(clue, joined) for clue in _clues(joined, layout, calendar, lexicon))
    clues = [c for c in read if _sound(c, noise)]
    weighed = weigh(clues, calendar.horizon)
    if weighed is None or weighed.high - weighed.low >= _SUPPORTED:
        return Dating(None, None, None, "unknown", None, _evidence(clues, weighed))
    year = weighed.year if weighed.high - weighed.low < _WIDEST else None
    stated = [c for c in clues if c.bound == "stated" and c.holds(weighed.year) and c.first // 12 == c.last // 12]
    basis: YearBasis = "stated" if stated else "derived"
    printed = max((c.date or "" for c in stated), key=len, default="") or None
    return Dating(year, weighed.low, weighed.high, basis, printed, _evidence(clues, weighed))


def _printed_at(clue: Clue, joined: Joined) -> Clue:
    """The clue with its offsets in the text as printed."""
    if not joined.ends:
        return clue
    return replace(clue, start=joined.at(clue.start), end=joined.end_at(clue.end))


def _sound(clue: Clue, noise: list[tuple[int, int]]) -> bool:
    return clue.rule.startswith("year.upload") or not any(start <= clue.start < end for start, end in noise)


def _clues(joined: Joined, layout: Layout, calendar: Calendar, lexicon: Lexicon) -> Iterator[Clue]:
    text = joined.text
    title = (joined.into(layout.title[0].start), joined.into(layout.title[-1].end)) if layout.title else None
    place = _place(joined, layout)
    dates = find_dates(text)
    yield from read_printed(text, dates, place, title, calendar, lexicon)
    hits = calendar.hits(text)
    for clue in read_named(text, hits[Event], calendar, lexicon):
        advertised = clue.bound == "floor" and clue.start < place.head
        yield replace(clue, weight=min(clue.weight, _ADVERTISED)) if advertised else clue
    yield from read_anniversaries(text, hits[Birth], title, calendar)
    yield from read_local_anniversaries(text, dates)
    yield from read_elapsed(text)
    yield from read_plans(text, calendar, lexicon)
    yield from read_periods(text, hits[Period], calendar, lexicon)
    yield from read_sittings(text, calendar)
    yield from read_ordinals(text, hits[Ordinal])
    yield from read_cycle(text, hits[Cycle])
    yield from read_seasons(hits[Season])
    yield from read_three_years(text)
    yield from read_cohorts(text)
    yield from read_school_years(text)
    yield from read_months(text)
    for rule in _added(lexicon):
        yield from _ruled(text, rule)


def _ruled(text: str, rule: Rule) -> Iterator[Clue]:
    """What a lexicon's own rule says: its group `year` is the year of delivery."""
    for match in rule.scan(text):
        year = match.groupdict().get("year") or ""
        if year.isdigit() and len(year) == 4:
            yield Clue(window((int(year), 1), (int(year), 12)), *match.span(), rule.name, min(rule.weight, 0.99))


def _place(joined: Joined, layout: Layout) -> Place:
    """The head ends where the audience is addressed, or after the first short lines."""
    text = joined.text
    if layout.salutation is not None:
        head = joined.into(layout.salutation.start)
    elif found := _SALUTATION.search(text, 0, _HEAD):
        head = found.start()
    else:
        named = _TITLE.match(text)
        head = joined.into(layout.title[-1].end) if layout.title else named.end() if named else 0
    return Place(min(head, _HEAD), len(text) - 300)


def _evidence(clues: list[Clue], weighed: Weighed | None) -> tuple[Evidence, ...]:
    """Every clue as a row; where a clue lost, its weight stays below the winners'."""
    if weighed is None:
        return ()
    interval = str(weighed.low) if weighed.low == weighed.high else f"{weighed.low}..{weighed.high}"
    best = max((c.weight for c in clues if c.bound != "season" and c.holds(weighed.year)), default=0.0)
    rows = []
    for clue in sorted(clues, key=lambda c: (c.start, c.rule)):
        value = interval if clue.bound == "season" else clue.value
        won = clue.bound == "season" or clue.holds(weighed.year)
        weight = clue.weight if won else min(clue.weight, best / 2)
        rows.append(Evidence("year", value, clue.start, clue.end, clue.rule, round(weight, 3)))
    return tuple(rows)
