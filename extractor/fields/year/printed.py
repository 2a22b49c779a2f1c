"""Printed years and dates: which of them say when the speech was delivered, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.fields.year.calendar import Calendar
from extractor.fields.year.clue import FIRST_MONTH, Bound, Clue, Window, month_of, window
from extractor.lexicon import Lexicon
from extractor.numerals import DIGITS, parse_int

_ZEROS = str.maketrans("Oo", "00")
_DATE = re.compile(
    r"""
    [12一二]                                             # 2012年2月XX日  二00三年七月九日  2023/4/21  201X年
    (?:[0-9九〇○零Oo][0-9〇○零Oo一二三四五六七八九][0-9〇○零Oo一二三四五六七八九Xx×*某_]{1,2})
    (?:[ ]?[-—~至到][ ]?(?:20)?(?P<until>\d\d))?
    (?:
        [ ]*年(?P<unit>度)?
        (?:[ ]*(?P<month>1[0-2]|0?[1-9]|元|十[一二]?|[一二三四五六七八九]|[Xx×*某_]{1,3}|[ ]{1,4})[ ]*月份?
            (?:[ ]*(?P<day>[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|[Xx×*某_]{1,3}|[ ]{1,4})[ ]*[日号])?
        )?
      | [-./](?P<month2>1[0-2]|0?[1-9])(?:[-./](?P<day2>[0-3]?\d))?(?!\d)
    )
    """,
    re.VERBOSE,
)
_LINE_REST = re.compile(r"[\s（）()\[\]【】〔〕—\-－·.。，]*")
_DATE_LABEL = re.compile(r"(?:讲话|会议|发言)?(?:时间|日期)：?$")
_UPLOAD = re.compile(r"来源|发布|浏览|阅读|点击|上传|更新|编辑|作者：|录入|发表于|日期：")
_HELD = re.compile(r"[^。；\n]{0,40}?(?:召开|举行|举办)")
_BASELINE = re.compile(r"(?:比|较|由|从|自|同)$")
_REVIEW_TITLE = re.compile(r"[^。\n]{0,36}?(?:总结|述职|述廉|考核|测评|表彰|回顾|民主生活会|组织生活会|评议|情况报告|工作汇报)")
_PART_OF_YEAR = re.compile(r"(?:上半年|下半年|前?[一二三四]季度|第[一二三四]季度|[春秋]季|\d{1,2}月)")
_PAST_YEAR = re.compile(
    r"(?:过去的?一年|一年来|去年)[^。，；\n]{0,8}(?:回顾|总结|情况|工作)[^。，；]{0,12}?$|(?:过去的?一年|一年来)，?$"
)
_ISSUE = re.compile(r"[〔\[【（](?P<year>(?:19|20)\d\d)[〕\]】）](?=[ ]*(?:第?[^\n]{0,6}期|第?[^\n，。]{0,6}号))")
_REACH = 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where the head of the text ends, and where its tail begins."""

    head: int
    tail: int


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

    @property
    def months(self) -> tuple[Window, ...]:
        """The months that the date leaves open."""
        last = self.year + 9 if self.decade else self.year
        return window((self.year, self.month or 1), (last, self.month or 12))


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


@lru_cache(maxsize=8)
def _contexts(lexicon: Lexicon, calendar: Calendar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = calendar.cue(
        "this_year", "year_passing", "next_year", "last_year", "year_past", "forecast_before", "year_new",
        "review_before", "plan_before", "cited_before",
    )  # fmt: skip
    after = calendar.cue("ending_after", "coming_after", "over_after", "plan_after", "review_after")
    return (
        re.compile(rf"(?:{before}|(?<![加高升长降展低少达])(?P<future_before>{calendar.cues['future_before']}))"
                   r"(?:[，、（“是即为了好我区县市省全]{0,3})$"),
        re.compile(rf"(?:[，）]|全区|全县|全市|我[区县市镇乡校局]|政府|主要|全年){{0,2}}(?:{after})"
                   rf"|[，，]?(?P<future_after>{calendar.cues['future_after']})"),
    )  # fmt: skip


def read_printed(
    text: str, dates: Sequence[Printed], place: Place, title: tuple[int, int] | None, calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    """The clues of all printed years: stated dates, years with 今年/去年 beside them, years under review or planned."""
    contexts = _contexts(lexicon, calendar)
    plain: list[Printed] = []
    seen: set[tuple[str, int]] = set()
    for printed in dates:
        clue = _stated(text, printed, place, title, calendar) or _told(text, printed, contexts, calendar)
        if clue is None or clue.rule in ("year.review", "year.last-year", "year.forecast"):
            plain.append(printed)
        if clue is not None and (key := (clue.rule, printed.year)) not in seen:
            seen.add(key)
            yield clue
    yield from _issued(text, place, calendar)
    yield from _sentences(text, plain)
    yield from _remembered([p for p in plain if FIRST_MONTH // 12 <= p.year <= calendar.horizon // 12], calendar)


def _stated(
    text: str, printed: Printed, place: Place, title: tuple[int, int] | None, calendar: Calendar
) -> Clue | None:
    """A date line, a dated title, a signature, an upload date."""
    start, end = printed.start, printed.end
    first = text.rfind("\n", max(0, start - 120), start) + 1
    last = text.find("\n", end, end + 120)
    before, after = text[max(first, start - 120) : start], text[end : last if last >= 0 else end + 120]
    make = _maker(printed)
    enclosed = before.endswith("（") and after.startswith("）")
    if not enclosed and (_UPLOAD.search(before[-14:]) or _UPLOAD.search(after[:20])):
        if printed.month and f"{printed.month}月" in text[max(0, start - 200) : end + 200]:
            return make("year.upload-month", 0.6, "window", ((printed.months[0][0] - 1, printed.months[0][1]),))
        return make("year.upload-date", 0.9, "ceiling", ((FIRST_MONTH, printed.months[0][1]),)) if printed.month else None
    alone = _LINE_REST.fullmatch(after) is not None and (
        _LINE_REST.fullmatch(before) is not None or _DATE_LABEL.search(before) is not None
    )
    if alone and printed.whole:
        return make("year.date-line", 0.97, "stated", printed.months)
    if start < place.head and (printed.whole or enclosed):
        return make("year.date-line", 0.97, "stated", printed.months)
    if start >= place.tail and printed.whole and _LINE_REST.fullmatch(after):
        return make("year.signature", 0.9, "stated", printed.months)
    if start < place.head or title and title[0] <= start < title[1]:
        return _titled(text, printed, after, make, calendar)
    return None


def _maker(printed: Printed):  # type: ignore[no-untyped-def]
    def make(rule: str, weight: float, bound: Bound, windows: tuple[Window, ...]) -> Clue:
        date = printed.date if bound == "stated" and not printed.decade else None
        return Clue(windows, printed.start, printed.end, rule, weight, bound, date)

    return make


def _titled(text: str, printed: Printed, after: str, make, calendar: Calendar) -> Clue | None:  # type: ignore[no-untyped-def]
    year = printed.year
    yearly = text[printed.end - 1] == "度"
    if printed.ranged or printed.titled:
        return None
    if not _PART_OF_YEAR.match(after) and _REVIEW_TITLE.match(after):
        if yearly:
            return make("year.review-title", 0.9, "window", window((year, 11), (year + 1, 5)))
        return make("year.review-title", 0.88, "window", window((year, 6), (year + 1, 3)))
    spam = re.search(calendar.cues["spam"], text[printed.start : printed.start + 60])
    return make("year.title", 0.65 if spam else 0.85, "stated", printed.months)


def _told(
    text: str, printed: Printed, contexts: tuple[re.Pattern[str], re.Pattern[str]], calendar: Calendar
) -> Clue | None:
    """A year with words beside it that relate it to the present."""
    year, start, end = printed.year, printed.start, printed.end
    make = _maker(printed)
    if printed.decade:
        return make("year.decade", 0.6, "window", printed.months)
    if printed.titled and not printed.ranged and "关于" in text[max(0, start - 14) : start]:
        last = (year + 1, 3) if text[end - 1] == "度" else (year, 12)
        return make("year.document-of-year", 0.7, "window", window((year, 1), last))
    if printed.ranged or printed.titled:
        return make("year.document", 0.6, "floor", ((month_of(year - 1, 6), calendar.horizon),))
    if year < FIRST_MONTH // 12:
        return None
    if _PAST_YEAR.search(text[max(0, start - 60) : start]):
        return make("year.review-context", 0.8, "window", window((year, 12), (year + 1, 6)))
    before = contexts[0].search(text[max(0, start - _REACH) : start])
    after = contexts[1].match(text, end, end + 24) if not printed.whole else None
    told = before.lastgroup if before else None
    follows = after.lastgroup if after else None
    shape = _shape(told, follows)
    if shape is None:
        return None
    rule, weight, bound, low, high = shape
    windows = ((FIRST_MONTH, month_of(year) + high),) if low is None else ((month_of(year) + low, month_of(year) + high),)
    return make(rule, weight, bound, windows)


Shape = tuple[str, float, Bound, int | None, int]
# Months are counted from January of the printed year: -1 is December before, 12 January after.
_BEFORE: dict[str, Shape] = {
    "this_year": ("year.this-year", 0.95, "stated", 0, 11),
    "last_year": ("year.last-year", 0.9, "window", 12, 23),
    "year_past": ("year.last-year", 0.8, "window", 11, 17),
    "year_passing": ("year.this-year", 0.85, "window", 9, 12),
    "next_year": ("year.next-year", 0.8, "window", -4, 1),
    "year_new": ("year.next-year", 0.6, "window", -2, 11),
    "forecast_before": ("year.forecast", 0.75, "window", 5, 14),
    "future_before": ("year.future", 0.5, "ceiling", None, 11),
}
_AFTER: dict[str, Shape] = {
    "ending_after": ("year.this-year", 0.9, "window", 9, 12),
    "coming_after": ("year.next-year", 0.9, "window", -3, 0),
    "over_after": ("year.last-year", 0.85, "window", 11, 17),
    "plan_after": ("year.plan", 0.75, "window", -2, 8),
    "review_after": ("year.review", 0.9, "window", 10, 16),
    "future_after": ("year.future", 0.55, "ceiling", None, 11),
}


def _shape(told: str | None, follows: str | None) -> Shape | None:
    if told in ("this_year", "last_year", "year_passing") or follows in ("ending_after", "coming_after", "over_after"):
        return _BEFORE[told] if told in _BEFORE else _AFTER[follows or ""]
    if follows == "plan_after" or follows == "review_after":
        if told == "plan_before" or follows == "plan_after" and told != "review_before":
            return _AFTER["plan_after"]
        return _AFTER["review_after"]
    if told == "review_before":
        return "year.review", 0.6, "window", 9, 16
    if told == "plan_before":
        return "year.plan", 0.5, "window", -2, 11
    if told in _BEFORE:
        return _BEFORE[told]
    return _AFTER["future_after"] if follows == "future_after" and told != "cited_before" else None


def _remembered(plain: Sequence[Printed], calendar: Calendar) -> Iterator[Clue]:
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
    near = ((low, month_of(newest.year + 1, 12)),)
    yield Clue(near, newest.start, newest.end, "year.mentioned-last", close)


def _sentences(text: str, plain: Sequence[Printed]) -> Iterator[Clue]:
    """“2021年，全区生产总值…” where others are said of 今年: the year that opens a sentence is over."""
    if "今年" not in text:
        return
    opening = [p for p in plain if text.startswith("，", p.end) and (not p.start or text[p.start - 1] in "\n 。；）、")]
    if opening:
        newest = max(opening, key=lambda p: p.year)
        yield Clue(window((newest.year + 1, 1), (newest.year + 1, 12)), newest.start, newest.end, "year.told-over", 0.3)


def _issued(text: str, place: Place, calendar: Calendar) -> Iterator[Clue]:
    """〔2017〕第X期 at the top of a bulletin is its year; 〔2010〕23号 in the text is older than the speech."""
    for match in _ISSUE.finditer(text):
        year = int(match["year"])
        if match.start() < 300:
            yield Clue(window((year, 1), (year, 12)), *match.span(), "year.issue", 0.9, "stated", str(year))
        else:
            yield Clue(((month_of(year), calendar.horizon),), *match.span(), "year.document", 0.85, "floor")
