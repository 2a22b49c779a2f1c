"""Reckoned years: plan years, named years of a period, anniversaries, plenums, sessions, years of the cycle of sixty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extractor.fields.year.calendar import Birth, Calendar, Cycle, Ordinal, Period
from extractor.fields.year.clue import FIRST_MONTH, Clue, month_of, window
from extractor.fields.year.printed import Printed
from extractor.lexicon import Lexicon
from extractor.numerals import parse_int

_PLAN_END = re.compile(r"五(?=[”\"’]|规划|计划|期间|时期|期末|末|收官|开局|以来)")
_PLAN = re.compile(r"(?P<open>[“\"‘])?(?P<plan>十[一二三四五六]?五|[六七八九]五)$")
_PLAN_WORD = re.compile(r"规划|计划(?!生育)|期间|时期|期末|末|收官|开局|以来")
_PLENUM = re.compile(r"(?:[一二三四五六七]中(?:全会)?[、，和及与]?)+(?:全会)?")
_INSPECTION = re.compile(r"(?:中央纪委)?(?P<session>[二三四五六七])次全(?:会|体会议)")
_SESSION = re.compile(r"(?:全国(?:人民代表大会|人大|政协))?第?(?P<session>[一二三四五])次会议")
_NATIONAL = re.compile(r"全国(?:人民代表大会|人大|政协)第?$")
_CONGRESS = re.compile(r"(?:二十[一二三]?|十[一二三四五六七八九]?|[八九])$")
_ORDINAL = re.compile(r"第(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,5})(?:个|届|次)[^，。；\n]{0,4}$")
_PROGRESS = re.compile(r"截[至止]到?今?年?(?P<a>\d{1,2})月(?:底|末)|1[-—~至到](?P<b>\d{1,2})月")
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
_JUBILEE = re.compile(r"今年|迎来|喜迎|隆重庆祝|庆祝|纪念|恰逢|适逢|正值|值此|即将")
_SPEECH_CITED = re.compile(r"(?:大会|座谈会|纪念大会)(?:上|重要)")
_WILL = re.compile(r"确保|力争|奋力|夺取|实现|争取|打好|打赢|坚决|务必|全力")
_SUBJECT = re.compile(
    r"(?P<this>今年|本年|这一年，?[是也]|当前)|(?P<last>去年|过去的?一年|上年|一年来|刚刚过去)|(?P<next>明年|来年|下一年)"
)
_DRAFT = re.compile(r"编制|谋划|制定|制订|起草|研究")
_PAST = re.compile(r"走过|过去|已(?!到|经到)|结束")
_START = re.compile(r"(?:规划|发展|伟大|时期|的|新|全面){0,3}(?:起点|路口|开局|征程|大幕|起步)")
_UNTIL = re.compile(r"(?:到|至|到\d{4}年|至\d{4}年|迎接|力争在|即到)$")
_SOON = re.compile(r"即将|就要|将要|临近|行将")
_REVIEWED = re.compile(r"(?:时期|期间|规划)[^。\n]{0,24}?(?:回顾|工作总结)")
_TARGET = re.compile(r"(?P<year>20\d\d)年?(?:[-—至]20\d\d年)?[^。\n]{0,10}?三年行动")
_DUE = re.compile(r"(?P<month>\d{1,2})月(?:底|末|中旬|上旬|\d{1,2}日)(?:以|之)?前")
_TASK = re.compile(r"部署|安排|谋划|做好|研究|抓好")


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of the n-th five-year plan, from the sixth on.

    >>> plan_years(13)
    (2016, 2020)
    """
    first = 1981 + 5 * (number - 6)
    return first, first + 4


def _plan_number(word: str) -> int:
    if len(word) == 3:
        return 10 + (parse_int(word[1]) or 0)
    return 10 if word[0] == "十" else parse_int(word[0]) or 0


@lru_cache(maxsize=8)
def _named_year(lexicon: Lexicon, calendar: Calendar) -> re.Pattern[str]:
    return re.compile(rf"(?:[^。；！？，\n“]{{0,16}}?|[^。；！？，\n“]{{0,3}}，今年[^。；！？，\n“]{{0,6}}?)(?:{calendar.cue('first', 'second', 'third', 'fourth', 'last')})")


def _clause(text: str, start: int) -> str:
    """What stands before a place in its own sentence, at most 40 characters."""
    told = text[max(0, start - 40) : start]
    return re.split(r"[。；！？\n]", told)[-1]


def read_plans(text: str, calendar: Calendar, lexicon: Lexicon) -> Iterator[Clue]:
    """The clues of five-year plans: named years, drafting, and the plans that are spoken of."""
    seen: set[tuple[str, int]] = set()
    plans: dict[int, tuple[int, int]] = {}
    for ending in _PLAN_END.finditer(text):
        end = ending.end()
        match = _PLAN.search(text[max(0, end - 4) : end])
        if match is None:
            continue
        start = max(0, end - 4) + match.start()
        end += text[end : end + 1] in "”\"’"
        follows = _PLAN_WORD.match(text, end)
        if text.startswith("普法", end) or text[start - 1 : start] in ("第", "二", "三"):
            continue
        number = _plan_number(match["plan"])
        if not match["open"] and number == 10 and not follows:
            continue
        plans.setdefault(number, (start, end))
        first, last = plan_years(number)
        for clue in _plan_clues(text, start, end, first, last, calendar, lexicon):
            if (key := (clue.rule, clue.first)) not in seen:
                seen.add(key)
                yield clue
    if plans:
        yield from _plan_bounds(plans, calendar)


def _plan_clues(
    text: str, start: int, end: int, first: int, last: int, calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    if named := _named_year(lexicon, calendar).match(text, end, end + 28):
        yield from _named_clues(text, start, named, Period(first, last))
    elif _REVIEWED.match(text, end, end + 34):
        yield Clue(window((last, 10), (last + 1, 6)), start, end, "year.period-review", 0.8)
    elif _START.match(text, end, end + 14):
        yield Clue(window((first - 1, 10), (first + 1, 6)), start, end, "year.period-year", 0.55)
    around = text[max(0, start - 10) : start] + "|" + text[end : end + 14]
    if "建议" in around.split("|")[1][:6] and "规划" in around:
        yield Clue(window((first - 1, 7), (first, 3)), start, end, "year.plan-drafted", 0.75)
    elif "规划" in around and _DRAFT.search(around):
        yield Clue(window((first - 2, 9), (first, 6)), start, end, "year.plan-drafted", 0.7)


def _plan_bounds(plans: dict[int, tuple[int, int]], calendar: Calendar) -> Iterator[Clue]:
    newest = max(plans)
    first, last = plan_years(newest)
    start, end = plans[newest]
    yield Clue(((month_of(first - 2, 6), calendar.horizon),), start, end, "year.plan-period", 0.92, "floor")
    if newest - 1 in plans:
        yield Clue(window((first - 2, 10), (first + 1, 6)), start, end, "year.plan-period", 0.5)
    else:
        yield Clue(window((first - 1, 10), (last + 1, 6)), start, end, "year.plan-period", 0.5)


def read_periods(
    text: str, hits: Iterable[tuple[int, int, Period]], calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    """Named years of other periods: “全面贯彻党的二十大精神的开局之年”, “脱贫攻坚收官之年”."""
    seen: set[tuple[str, int]] = set()
    for start, end, period in hits:
        named = _named_year(lexicon, calendar).match(text, end, end + 24)
        if named is None or named.lastgroup == "last" and "小康" in text[start:end] and "基本" in named.group():
            continue
        for clue in _named_clues(text, start, named, period):
            if (key := (clue.rule, clue.first)) not in seen:
                seen.add(key)
                yield clue


def _named_clues(text: str, start: int, named: re.Match[str], period: Period) -> Iterator[Clue]:
    steps = {"first": 0, "second": 1, "third": 2, "fourth": 3}
    kind, end = named.lastgroup or "", named.end()
    year = period.last if kind == "last" else None if period.first is None else period.first + steps[kind]
    if year is None:
        return
    sure = named[kind].endswith("年") or kind != "last"
    if _SOON.search(named.group()):
        yield Clue(window((year, 3), (year, 12)), start, end, "year.period-this-year", 0.85)
        return
    if kind == "first" and named[kind] in ("开局", "起步"):
        ahead = _WILL.search(_clause(text, start)[-14:])
        span = window((year - 2, 10), (year, 9)) if ahead else window((year, 9), (year + 1, 12))
        yield Clue(span, start, end, "year.period-year", 0.55)
        return
    clause = _clause(text, start)
    subjects = list(_SUBJECT.finditer(clause + named.group()))
    subject = subjects[-1].lastgroup if subjects else None
    if _TASK.search(clause[-8:]):
        yield Clue(window((year - 1, 11), (year, 6)), start, end, "year.period-planned", 0.8)
        return
    if _PAST.search(named.group()[: -len(named[kind])]):
        subject = "last"
    if subject == "this":
        yield Clue(window((year, 1), (year, 12)), start, end, "year.period-this-year", 0.93)
    elif subject == "next":
        yield Clue(window((year - 1, 8), (year - 1, 12)), start, end, "year.period-next-year", 0.85)
    elif subject == "last":
        yield Clue(window((year, 12), (year + 1, 8)), start, end, "year.period-last-year", 0.85)
    elif _WILL.search(clause[-14:]):
        yield Clue(window((year - 1, 9), (year, 12)), start, end, "year.period-year", 0.7)
    elif not sure:
        yield Clue(window((year, 7), (year + 2, 3)), start, end, "year.period-year", 0.5)
    else:
        yield Clue(window((year - 1, 11), (year + 1, 4)), start, end, "year.period-year", 0.7)


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
    text: str, start: int, count: re.Match[str], year: int, month: int, title: tuple[int, int] | None, calendar: Calendar
) -> Iterator[Clue]:
    end, before, after = count.end(), text[max(0, start - 12) : start], text[count.end() : count.end() + 6]
    if _UNTIL.search(before):
        yield Clue(((FIRST_MONTH, month_of(year, 12)),), start, end, "year.anniversary-ahead", 0.85, "ceiling")
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
    elif title and title[0] <= start < title[1] or "今年" in before or after.startswith("之际"):
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
        if not p.ranged and (_FOUNDING.match(text, p.end, p.end + 30) or _FOUNDING.search(text[max(0, p.start - 4) : p.start]))
    }
    for match, number in counts:
        for year in founded:
            if number and 5 <= number <= 200 and 2000 <= year + number <= 2027:
                span = match.span()
                yield Clue(window((year + number - 1, 11), (year + number, 12)), *span, "year.local-anniversary", 0.8)


def read_sittings(text: str, calendar: Calendar) -> Iterator[Clue]:
    """Plenums of the Central Committee and the CCDI, sessions of the NPC and the CPPCC: all that counts in 届."""
    plenums: list[tuple[int, int, int]] = []
    place = text.find("届")
    while place >= 0:
        congress = _CONGRESS.search(text[max(0, place - 3) : place])
        if congress is not None:
            start, number = place - len(congress.group()), parse_int(congress.group()) or 0
            if named := _PLENUM.match(text, place + 1, place + 40):
                plenums += _plenums(named, number, start, calendar)
            elif named := _INSPECTION.match(text, place + 1, place + 20):
                if "纪委" in text[start - 4 : place + 6]:
                    yield from _inspection(start, named, number, calendar)
            elif (named := _SESSION.match(text, place + 1, place + 24)) and (
                _NATIONAL.search(text[max(0, start - 12) : start]) or "全国" in named.group()
            ):
                yield from _session(text, start, named, number, calendar)
        place = text.find("届", place + 1)
    if plenums:
        yield from _newest_plenum(text, max(plenums), calendar)


def _plenums(named: re.Match[str], congress: int, start: int, calendar: Calendar) -> Iterator[tuple[int, int, int]]:
    for word in re.findall(r"[一二三四五六七](?=中)", named.group()):
        month = calendar.plenums.get((congress, parse_int(word) or 0))
        if month is not None:
            yield month, start, named.end()


def _newest_plenum(text: str, newest: tuple[int, int, int], calendar: Calendar) -> Iterator[Clue]:
    """The newest plenum that is named dates the speech until the next one."""
    month, start, end = newest
    told, follows = text[max(0, start - 12) : start], text[end : end + 8]
    if re.search(rf"(?:{calendar.cues['ahead']})[党的“]{{0,3}}$", told) or re.match(calendar.cues["ahead_after"], follows):
        yield Clue(((month - 12, month),), start, end, "year.event-ahead", 0.8, "ceiling")
        return
    yield Clue(((month, calendar.horizon),), start, end, "year.plenum", 0.96, "floor")
    if re.search(calendar.cues["fresh"], told) or re.match(calendar.cues["fresh_after"], follows):
        yield Clue(((month, month + 3),), start, end, "year.event-fresh", 0.85)
    after = min((m for m in calendar.plenums.values() if m > month + 1), default=calendar.horizon)
    yield Clue(((month, max(month + 8, min(after + 4, month + 22))),), start, end, "year.plenum", 0.65)
    yield Clue(((month, month + 11),), start, end, "year.plenum", 0.35)


def _inspection(start: int, named: re.Match[str], congress: int, calendar: Calendar) -> Iterator[Clue]:
    month = calendar.inspections.get((congress, parse_int(named["session"]) or 0))
    if month is not None:
        yield Clue(((month, calendar.horizon),), start, named.end(), "year.inspection", 0.93, "floor")
        yield Clue(((month, month + 11),), start, named.end(), "year.inspection", 0.75)


def _session(text: str, start: int, named: re.Match[str], term: int, calendar: Calendar) -> Iterator[Clue]:
    end, year = named.end(), 2003 + 5 * (term - 10) + (parse_int(named["session"]) or 1) - 1
    yield Clue(((month_of(year, 3), calendar.horizon),), start, end, "year.session", 0.9, "floor")
    if re.match(r"以来的?(?:过去)?五年", text[end : end + 8]):
        yield Clue(window((year + 4, 12), (year + 5, 4)), start, end, "year.session-term", 0.9)
    elif not re.match(r"以来|闭幕以来", text[end : end + 4]):
        yield Clue(window((year, 3), (year + 1, 2)), start, end, "year.session", 0.6)


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


def read_ordinals(text: str, hits: Iterable[tuple[int, int, Ordinal]]) -> Iterator[Clue]:
    """“第三十个教师节”: the count of a yearly day or fair gives the year."""
    for start, end, ordinal in hits:
        count = _ORDINAL.search(text[max(0, start - 14) : start])
        number = parse_int(count["n"]) if count else None
        if number:
            year = ordinal.zero + number
            yield Clue(window((year, 1), (year, 12)), start, end, "year.yearly-day", 0.9)


def read_three_years(text: str) -> Iterator[Clue]:
    """A three-year action that names its first year, in its 收官之年."""
    if "三年行动" in text and "收官" in text and (match := _TARGET.search(text)):
        last = int(match["year"]) + 2
        yield Clue(window((last, 1), (last + 1, 3)), *match.span(), "year.period-target", 0.9)


def read_progress(text: str) -> Iterator[Clue]:
    """“截至10月底”, “1-5月”: figures of the current year up to a month are reported soon after it."""
    for match in _PROGRESS.finditer(text):
        month = parse_int(match["a"] or match["b"]) or 0
        if 2 <= month <= 11 and not text[max(0, match.start() - 6) : match.start()].endswith("年"):
            windows = tuple((m % 12, m % 12) for m in range(month, min(month + 2, 12)))
            yield Clue(windows, *match.span(), "year.season", 0.5, "season")
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
