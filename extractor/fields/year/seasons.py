"""Seasons: what says in which months of the year, whichever year, the speech is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.fields.year.calendar import Season
from extractor.fields.year.clue import Clue, window

_MONTH = re.compile(r"月(?P<due>(?:底|末|中旬|上旬|\d{1,2}日)(?:以|之)?前)?(?P<until>底|末)?")
_BEFORE = re.compile(r"(?P<told>截[至止]到?今?年?|1[-—~至到]|今年|预计[到至])?(?P<month>1[0-2]|[1-9])$")
_OTHER_YEAR = re.compile(r"[去明来次上\d]年")
_COHORT = re.compile(
    r"(?P<year>20\d\d)(?:(?:级|年级)[^。，；\n]{0,8}?(?P<new>新生|新同学|开学|迎新|入学|军训)|届(?:[^。，；\n]{0,8}?毕业|初三|九年级|高三|中考|高考))"
)
_SCHOOL_YEAR = re.compile(
    r"(?P<first>20\d\d)(?:学?年)?[ ]?[-—–~至到][ ]?(?P<second>20\d\d)[ ]?(?:学年度?)?[ ]?第?(?P<term>[一二上下])学期"
    r"(?P<ends>[^。；\n]{0,14}?(?:休业|散学|期末|结束|放假|寒假|暑假|总结|表彰|工作回顾))?"
)
_TERMS = {"一": ((0, 8), (1, 2)), "上": ((0, 8), (1, 2)), "二": ((1, 2), (1, 7)), "下": ((1, 2), (1, 7))}
"""The months of a school year's two terms: years after the first, month."""
_OPENING = 400
_AHEAD = 5
_REPORTED = 2


def read_cohorts(text: str) -> Iterator[Clue]:
    """“2022级新生” in head or opening: a class is welcomed in autumn, and sent off in summer of the year it bears."""
    for match in _COHORT.finditer(text, 0, _OPENING):
        year = int(match["year"])
        months = ((year, 8), (year, 10)) if match["new"] else ((year, 5), (year, 7))
        yield Clue(window(*months), *match.span(), "year.cohort", 0.85)
        return


def read_school_years(text: str) -> Iterator[Clue]:
    """“2009—2010学年度第一学期” in head or opening: a term runs from August or from February, and ends with it."""
    if match := _SCHOOL_YEAR.search(text, 0, _OPENING):
        first, second = int(match["first"]), int(match["second"])
        if second == first + 1:
            (low, opens), (high, ends) = _TERMS[match["term"]]
            last = first + high, ends
            begin = (last[0], ends - 1) if match["ends"] else (first + low, opens)
            yield Clue(window(begin, last), *match.span(), "year.school-year", 0.9)


def read_months(text: str) -> Iterator[Clue]:
    """“截至10月底”, “1-5月”, “今年6月” are over, “11月底前” is to come: the first of either kind.

    Figures up to a month are reported in the next two or three, a time limit is set some months ahead at most.
    """
    seen: set[bool] = set()
    for match in _MONTH.finditer(text):
        start = match.start()
        before = _BEFORE.search(text[max(0, start - 8) : start])
        if before is None or not (before["told"] or match["due"]):
            continue
        due = bool(match["due"]) or (before["told"] or "").startswith("预计")
        if due in seen or _OTHER_YEAR.search(text[max(0, start - 12) : start]):
            continue
        months = _months(int(before["month"]), before["told"], due)
        if months:
            seen.add(due)
            span = start - len(before.group()), match.end()
            yield Clue(tuple((m - 1, m - 1) for m in months), *span, "year.season", 0.65, "season")


def _months(month: int, told: str | None, due: bool) -> range:
    if due:
        return range(max(1, month - _AHEAD), month + 1)
    if told == "今年":
        return range(month, 13)
    return range(month + 1, min(month + _REPORTED + 1, 12) + 1)


def read_seasons(hits: Iterable[tuple[int, int, Season]]) -> Iterator[Clue]:
    """Phrases that are said in one part of the year; `windows` are months 0..11 here."""
    seen: set[tuple[int, ...]] = set()
    for start, end, season in hits:
        if season.months not in seen:
            seen.add(season.months)
            yield Clue(tuple((m - 1, m - 1) for m in season.months), start, end, "year.season", 0.55, "season")
