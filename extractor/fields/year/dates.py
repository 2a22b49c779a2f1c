"""Dates: every year that is printed as a year, with its month and day as far as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.year.clue import Bound, Clue, Window, window
from extractor.numerals import DIGITS, parse_int

_ZEROS = str.maketrans("Oo", "00")
_DATE = re.compile(
    r"""
    [12一二]                                             # 2012年2月XX日  二00三年七月九日  2023/4/21  201X年
    (?:[0-9九〇○零Oo][0-9〇○零Oo一二三四五六七八九][0-9〇○零Oo一二三四五六七八九Xx×*某_][Xx×*某_]?)
    (?:[ ]?[-—~至到][ ]?(?:20)?(?P<until>\d\d))?
    (?:
        [ ]*年(?P<unit>度)?
        (?:[ ]*(?P<month>1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九]|[Xx×*某_]{1,3}|[ ]{1,4})[ ]*月份?
            (?:[ ]*
                (?P<day>[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|[Xx×*某_]{1,3}|[ ]{1,4})
            [ ]*[日号])?
        )?
      | [-./](?P<month2>1[0-2]|0?[1-9])(?:[-./](?P<day2>[0-3]?\d))?(?!\d)
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed year; `year` is the first of its decade and `decade` true for 201X年."""

    start: int
    end: int
    year: int
    month: int | None
    day: int | None
    whole: bool
    decade: bool
    ranged: bool
    titled: bool

    @property
    def date(self) -> str:
        """ISO 8601 as far as it is printed."""
        parts = [f"{self.year:04}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02}")
        return "-".join(parts)

    def clue(self, rule: str, weight: float, bound: Bound, windows: tuple[Window, ...]) -> Clue:
        """What this year says; a stated one gives its date."""
        date = self.date if bound == "stated" and not self.decade else None
        return Clue(windows, self.start, self.end, rule, weight, bound, date)

    @property
    def months(self) -> tuple[Window, ...]:
        """The months that the date leaves open."""
        last = self.year + 9 if self.decade else self.year
        return window((self.year, self.month or 1), (last, self.month or 12))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the head of the text ends, and where its tail begins."""

    head: int
    tail: int


def find_dates(text: str) -> list[Printed]:
    """Every year that is printed as a year, in order."""
    return [printed for match in _DATE.finditer(text) if (printed := _read(text, match)) is not None]


def _read(text: str, match: re.Match[str]) -> Printed | None:
    start = match.start()
    if start and (text[start - 1].isdigit() or text[start - 1] in ".-%") and text[start : start + 2] != "二○":
        return None
    digits = match.group()[:4].translate(_ZEROS)
    decade = digits[3] in "Xx×*某_" and digits[2].isdigit()
    year = _year("".join(str(DIGITS.get(c, c)) for c in (digits[:3] + "0" if decade else digits)))
    if year is None:
        return None
    month = _part(match["month"] or match["month2"], 12)
    day = _part(match["day"] or match["day2"], 31) if month else None
    whole = (match["month"] or match["month2"]) is not None
    inside = 0 <= text.rfind("《", max(0, start - 30), start) > text.rfind("》", max(0, start - 30), start)
    return Printed(start, match.end(), year, month, day, whole, decade, match["until"] is not None, inside)


def _year(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and 1840 <= int(digits) <= 2060 else None


def _part(printed: str | None, most: int) -> int | None:
    number = 1 if printed == "元" else parse_int(printed) if printed else None
    return number if number and number <= most else None
