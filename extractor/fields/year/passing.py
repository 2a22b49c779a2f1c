"""Years in passing: the newest that is named, years that open sentences, budgets, issues, titles without 年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.fields.year.calendar import Calendar
from extractor.fields.year.clue import Clue, month_of, window
from extractor.fields.year.dates import Place, Printed

_ISSUE = re.compile(r"[〔\[【（](?P<year>(?:19|20)\d\d)[〕\]】）](?=[ ]*(?:第?[^\n]{0,6}期|第?[^\n，。]{0,6}号))")
_BUDGET = re.compile(
    r"(?P<last>20\d\d)年度?[^。；\d\n]{0,24}?(?:决算|执行情况|预算执行|计划执行)[^。；\d\n]{0,16}?(?P<next>20\d\d)年度?[^。；\d\n]{0,20}?(?:预算|计划)"
)
_YEAR_FIRST = re.compile(
    r"\s*(?P<year>20[0-2]\d)(?![年级届户人个名元亩万亿多余])(?=[“]?[一-龥][^。，；\n]{3,40}?(?:讲话|发言|报告|致辞|主持词|党课|会议?))"
)
_PROMISED = re.compile(r"，[^，。；！\n]{0,6}?(?:将|要|必将)(?!近)")
_FOUNDED = re.compile(r"[^。；\n]{0,20}?(?:成立|设立|创办|创建|建[区校院县市厂园]|始建|创立|建站)")


def read_newest(text: str, plain: Sequence[Printed], calendar: Calendar) -> Iterator[Clue]:
    """Years named in passing: the speech is not older than the newest of them, and seldom much younger.

    Years that end in 0 or 5 are what plans aim at (“西部地区于2020年完成”): they bound less surely.
    """
    if not plain:
        return
    newest = max(plain, key=lambda p: (p.year, p.month or 0))
    count = sum(p.year == newest.year for p in plain)
    low = month_of(newest.year, newest.month or 1)
    sure, close = (0.6, 0.3) if newest.year % 5 == 0 and not newest.month else (0.9, 0.6) if count > 1 else (0.8, 0.45)
    yield Clue(((low, calendar.horizon),), newest.start, newest.end, "year.mentioned", sure, "floor")
    if _FOUNDED.match(text, newest.end, newest.end + 30):
        return
    near = ((low, month_of(newest.year + 1, 12)),)
    yield Clue(near, newest.start, newest.end, "year.mentioned-last", close)


def read_sentences(text: str, plain: Sequence[Printed]) -> Iterator[Clue]:
    """“2021年，全区生产总值…” where others are said of 今年: the year that opens a sentence is over."""
    if "今年" not in text:
        return
    opening = [p for p in plain if text.startswith("，", p.end) and (not p.start or text[p.start - 1] in "\n 。；）、")]
    if opening:
        newest = max(opening, key=lambda p: p.year)
        yield Clue(window((newest.year + 1, 1), (newest.year + 1, 12)), newest.start, newest.end, "year.told-over", 0.3)


def read_turning(text: str, plain: Sequence[Printed]) -> Iterator[Clue]:
    """“2014年是丰收的一年。…2015年，我院将…”: one year is told and the next one promised."""
    opening = [p for p in plain if not p.start or text[p.start - 1] in "\n 。；！"]
    newest = max(opening, key=lambda p: p.year, default=None)
    if newest and _PROMISED.match(text, newest.end) and any(p.year == newest.year - 1 for p in opening):
        months = window((newest.year - 1, 12), (newest.year, 4))
        yield Clue(months, newest.start, newest.end, "year.turning", 0.7)


def read_numbered(text: str, place: Place) -> Iterator[Clue]:
    """“2021全县护林推进会讲话”: a title that begins with a year and leaves 年 out."""
    if (match := _YEAR_FIRST.match(text)) and match.start() <= place.head:
        year = int(match["year"])
        yield Clue(window((year, 1), (year, 12)), *match.span("year"), "year.title", 0.7, "stated", match["year"])


def read_budgets(text: str) -> Iterator[Clue]:
    """Last year's accounts beside this year's budget, on whose approval a congress meets as this year begins."""
    for match in _BUDGET.finditer(text) if "预算" in text or "计划" in text else ():
        year = int(match["next"])
        if year == int(match["last"]) + 1:
            yield Clue(window((year - 1, 12), (year, 6)), *match.span(), "year.budget", 0.85)
            return


def read_issues(text: str, place: Place, calendar: Calendar) -> Iterator[Clue]:
    """〔2017〕第X期 at the top of a bulletin is its year; 〔2010〕23号 in the text is older than the speech."""
    for match in _ISSUE.finditer(text):
        year = int(match["year"])
        if match.start() < 300:
            yield Clue(window((year, 1), (year, 12)), *match.span(), "year.issue", 0.9, "stated", str(year))
        else:
            yield Clue(((month_of(year), calendar.horizon),), *match.span(), "year.document-number", 0.85, "floor")
