"""Anniversaries, yearly days, and years of the cycle of sixty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.fields.year.calendar import Birth, Calendar, Cycle, Ordinal
from extractor.fields.year.clue import FIRST_MONTH, Clue, month_of, window
from extractor.fields.year.dates import Printed
from extractor.numerals import parse_int

_SPRING = re.compile(r"再过|即将|新春|拜年|将至|来临|迎来|祝|春节")
_COUNT = re.compile(
    r"[”]?(?:祖国|以来|以后|的|到今天|迎来|已|已经|至今|走过)?[ “]{0,2}"
    r"(?P<n>\d{1,3}|[一二三四五六七八九十百廿]{1,5})(?P<more>多|余)?[ ]?个?(?P<unit>周年|年|华诞|周岁|岁)?(?:诞辰)?"
)
_LOCAL = re.compile(
    r"(?:建[区校院县市厂局乡镇行站州]|成立|创办|办学|创建|设立|建站|建制)(?:已有|至今|已)?"
    r"(?P<n>\d{1,3}|[一二三四五六七八九十百廿]{1,6})(?:周年|年)"
)
_FOUNDING = re.compile(r"[^。；\n]{0,24}?(?:成立|设立|创办|创建|建[区校院县市厂]|始建|创立)|创办|成立")
_ELAPSED = re.compile(
    r"[自从](?P<year>(?:19|20)\d\d)年[^。；\n]{2,60}?(?:至今|已经?|走过了?|历时)[^。；，\n\d]{0,4}?"
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?:年(?![级度代前底初])|春秋|寒暑)"
)
_SERVED = re.compile(
    r"我[^。；\n\d]{0,6}(?:是|于|从|自)?(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?[^，。；\n\d]{0,6}(?:来|到|调|任|上任|赴任)[^。；\n\d]{0,30}?"
    r"(?:转眼|一晃|屈指|已经?|至今|整整|算来)[^。；\n\d]{0,16}?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?:年(?![级度代前底初])|春秋|寒暑)"
)
"""我是2003年5月来县里工作的，转眼已有6年时间: a farewell counts the years of office."""
_IN_OFFICE = re.compile(
    r"我[^。；\n\d]{0,6}(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?[^，。；\n\d]{0,4}(?:任|来|到)[^\n]{0,200}?"
    r"任职(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:来|多来)"
)
"""我2009年4月任局长…将任职三年来的工作述职."""
_TERM = re.compile(r"(?P<year>(?:19|20)\d\d)年[^。；\n]{0,24}?一次会议以来")
_FIVE = re.compile(r"(?:过去的?|[这本]届?|走过的?)五年|五年来")
_JUBILEE = re.compile(r"今年|迎来|喜迎|隆重庆祝|庆祝|纪念|恰逢|适逢|正值|值此|即将")
_SPEECH_CITED = re.compile(r"(?:大会|座谈会|纪念大会)(?:上|重要)")
_UNTIL = re.compile(r"(?:到|至|到\d{4}年|至\d{4}年|迎接|力争在|即到)$")
_GIFT = re.compile(r"(?:成绩|行动|业绩|姿态|面貌)向[党的中国“]{0,3}$")
"""以优异成绩向建党90周年献礼: the day is still to come."""
_ORDINAL = re.compile(r"第(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5})(?:个|届|次)[^，。；\n]{0,4}$")


def read_anniversaries(
    text: str, hits: Iterable[tuple[int, int, Birth]], title: tuple[int, int] | None, calendar: Calendar
) -> Iterator[Clue]:
    """Anniversaries of what the calendar knows the birth of."""
    seen: set[int] = set()
    for start, end, birth in hits:
        count = _COUNT.match(text, end, end + 20)
        unit = (count["unit"] or "") if count else ""
        number = parse_int(count["n"].replace("百", "一百")) if count and count["n"] == "百" else (
            parse_int(count["n"]) if count else None)  # fmt: skip
        if count is None or number is None or not 1 <= number <= 230 or not unit:
            continue
        year = birth.year + number
        if (key := year * 2 + bool(count["more"])) in seen or year * 12 > calendar.horizon + 24:
            continue
        seen.add(key)
        yield from _jubilee(text, start, count, year, birth.month, title, calendar)


def _jubilee(
    text: str,
    start: int,
    count: re.Match[str],
    year: int,
    month: int,
    title: tuple[int, int] | None,
    calendar: Calendar,
) -> Iterator[Clue]:
    end, before, after = count.end(), text[max(0, start - 12) : start], text[count.end() : count.end() + 6]
    if _UNTIL.search(before):
        yield Clue(((FIRST_MONTH, month_of(year, 12)),), start, end, "year.anniversary-ahead", 0.85, "ceiling")
        return
    if _GIFT.search(before) and "献礼" in text[end : end + 24]:
        yield Clue(((FIRST_MONTH, month_of(year, month)),), start, end, "year.anniversary-ahead", 0.85, "ceiling")
        return
    if after.startswith("奋斗目标"):
        return
    if count["more"]:
        yield Clue(((month_of(year, 1), calendar.horizon),), start, end, "year.anniversary", 0.9, "floor")
        return
    if count["unit"] == "年":
        loose = year % 10 == 0 or (parse_int(count["n"]) or 0) % 10 == 0
        yield Clue(((month_of(year - 1, 10), calendar.horizon),), start, end, "year.anniversary", 0.85, "floor")
        yield Clue(window((year, 1), (year + 1, 6)), start, end, "year.anniversary", 0.6 if loose else 0.75)
        return
    yield Clue(((month_of(year - 1, 3), calendar.horizon),), start, end, "year.anniversary", 0.93, "floor")
    if _SPEECH_CITED.match(after):
        yield Clue(((month_of(year, month), month_of(year, month) + 15),), start, end, "year.anniversary", 0.45)
    elif re.search(r"去年|过去的?一年|上年", before):
        yield Clue(window((year, 12), (year + 1, 6)), start, end, "year.anniversary-last-year", 0.88)
    elif (title and title[0] <= start < title[1]) or re.search("今[年天]", before) or after.startswith("之际"):
        yield Clue(window((year, 1), (year, 12)), start, end, "year.anniversary-this-year", 0.92)
    elif _JUBILEE.search(before):
        yield Clue(window((year - 1, 12), (year + 1, 3)), start, end, "year.anniversary", 0.85)
    else:
        yield Clue(window((year - 1, 10), (year + 1, 4)), start, end, "year.anniversary", 0.75)


def read_local_anniversaries(text: str, dates: Sequence[Printed]) -> Iterator[Clue]:
    """An anniversary of something whose founding year the text prints itself."""
    counts = [(m, parse_int(m["n"])) for m in _LOCAL.finditer(text)]
    if not counts:
        return
    founded = {
        p.year
        for p in dates
        if not p.ranged
        and (_FOUNDING.match(text, p.end, p.end + 30) or _FOUNDING.search(text[max(0, p.start - 4) : p.start]))
    }
    for match, number in counts:
        for year in founded:
            if number and 5 <= number <= 200 and 2000 <= year + number <= 2027:
                span = match.span()
                yield Clue(window((year + number - 1, 11), (year + number, 12)), *span, "year.local-anniversary", 0.8)


def read_elapsed(text: str) -> Iterator[Clue]:
    """“自2004年…已历三年”: the years gone by since one that the text prints; a term of five since its first session."""
    for match in _ELAPSED.finditer(text):
        year = int(match["year"]) + (parse_int(match["n"].replace("两", "二")) or 0)
        yield Clue(window((year, 1), (year, 12)), *match.span(), "year.elapsed", 0.75)
    for pattern in (_SERVED, _IN_OFFICE) if "任" in text or "来" in text else ():
        for match in pattern.finditer(text):
            year = int(match["year"]) + (parse_int(match["n"].replace("两", "二")) or 0)
            yield Clue(window((year, 1), (year + 1, 3)), *match.span(), "year.served", 0.8)
    if "一次会议以来" in text and _FIVE.search(text):
        for match in _TERM.finditer(text):
            year = int(match["year"]) + 5
            yield Clue(window((year - 1, 12), (year, 12)), *match.span(), "year.term-ends", 0.85)


def read_ordinals(text: str, hits: Iterable[tuple[int, int, Ordinal]]) -> Iterator[Clue]:
    """“第三十个教师节”: the count of a yearly day or fair gives the year."""
    for start, end, ordinal in hits:
        count = _ORDINAL.search(text[max(0, start - 14) : start])
        number = parse_int(count["n"]) if count else None
        if number:
            year = ordinal.zero + number
            yield Clue(window((year, 1), (year, 12)), start, end, "year.yearly-day", 0.9)


def read_cycle(text: str, hits: Iterable[tuple[int, int, Cycle]]) -> Iterator[Clue]:
    """Years of the cycle of sixty, and of the twelve animals, as they are named about the spring festival."""
    for start, end, cycle in hits:
        festive = _SPRING.search(text[max(0, start - 12) : end + 10])
        if len(cycle.years) > 1:
            if festive:
                windows = tuple((month_of(y - 1, 12), month_of(y, 3)) for y in cycle.years)
                yield Clue(windows, start, end, "year.animal", 0.6)
            continue
        last = (cycle.years[0], 3) if festive else (cycle.years[0] + 1, 1)
        yield Clue(window((cycle.years[0] - 1, 12), last), start, end, "year.cycle", 0.85 if festive else 0.75)
