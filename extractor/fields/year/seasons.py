"""Seasons: what says in which months of the year, whichever year, the speech is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.fields.year.calendar import Season
from extractor.fields.year.clue import Clue
from extractor.numerals import parse_int

_PROGRESS = re.compile(
    r"截[至止]到?今?年?(?P<a>\d{1,2})月(?:底|末)|1[-—~至到](?P<b>\d{1,2})月|(?P<later>今年)(?P<c>\d{1,2})月"
)
_DUE = re.compile(r"(?P<month>\d{1,2})月(?:底|末|中旬|上旬|\d{1,2}日)(?:以|之)?前")


def read_progress(text: str) -> Iterator[Clue]:
    """“截至10月底”, “1-5月”: figures of the current year up to a month are reported soon after it."""
    for match in _PROGRESS.finditer(text):
        month = parse_int(match["a"] or match["b"] or match["c"]) or 0
        if 2 <= month <= 11 and not text[max(0, match.start() - 6) : match.start()].endswith("年"):
            last = 13 if match["later"] else min(month + 3, 13)
            windows = tuple((m - 1, m - 1) for m in range(month if match["later"] else month + 1, last))
            yield Clue(windows, *match.span(), "year.season", 0.7 if match["later"] else 0.5, "season")
            return


def read_due(text: str) -> Iterator[Clue]:
    """“11月底前”: a month that is still to come, and seldom far ahead."""
    for match in _DUE.finditer(text):
        month = int(match["month"])
        told = text[max(0, match.start() - 8) : match.start()]
        if 2 <= month <= 12 and "年" not in told.replace("今年", ""):
            windows = tuple((m - 1, m - 1) for m in range(max(1, month - 5), month + 1))
            yield Clue(windows, *match.span(), "year.season", 0.65, "season")
            return


def read_seasons(hits: Iterable[tuple[int, int, Season]]) -> Iterator[Clue]:
    """Phrases that are said in one part of the year; `windows` are months 0..11 here."""
    seen: set[tuple[int, ...]] = set()
    for start, end, season in hits:
        if season.months not in seen:
            seen.add(season.months)
            yield Clue(tuple((m - 1, m - 1) for m in season.months), start, end, "year.season", 0.55, "season")
