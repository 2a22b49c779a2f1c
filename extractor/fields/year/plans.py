"""Plans and periods: five-year plans by number, and years that have a name in them (开局之年, 收官之年)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractor.fields.year.calendar import Calendar, Period
from extractor.fields.year.clue import Clue, month_of, window
from extractor.lexicon import Lexicon
from extractor.numerals import parse_int

_PLAN_END = re.compile(
    r"五(?:(?=[”\"’]|规划|计划|期间|时期|期末|末|收官|开局|以来)|(?<=十[一二三四五六]五)(?![一-龥]?[大小名个届次件条项年月]))"
)
"""Ten and some fives are no number (十二五医改开局良好); fifteen is one (十五个单位)."""
_PLAN = re.compile(r"(?P<open>[“\"‘])?(?P<plan>十[一二三四五六]?五|[六七八九]五)$")
_COUNTED = re.compile(
    r"第(?P<n>十[一二三四五六]?|[六七八九])个五年(?:规划|计划)(?P<draft>纲要（草案）|[^。\n]{0,6}（草案）)?"
)
_PLAN_WORD = re.compile(r"规划|计划(?!生育)|期间|时期|期末|末|收官|开局|以来")
_WILL = re.compile(r"确保|力争|奋力|夺取|实现|争取|打好|打赢|坚决|务必|全力")
_SUBJECT = re.compile(
    r"(?P<this>今年|本年|即将过去的?一年|这一年，?[是也]|当前)|(?P<last>去年|过去的?一年|上年|一年来|刚刚过去)|(?P<next>明年|来年|下一年)"
)
_GOOD_START = ("开好局", "开好头", "起好步")
"""为“十四五”开好局、起好步: said in the first year, and as the one before it ends."""
_DRAFT = re.compile(r"编制|谋划|制定|制订|起草|研究")
_PAST = re.compile(r"走过|过去|已(?!到|经到)|结束")
_START = re.compile(r"(?:规划|发展|伟大|时期|的|新|全面){0,3}(?:起点|路口|开局|征程|大幕|起步)")
_SOON = re.compile(r"即将|就要|将要|临近|行将")
_REVIEWED = re.compile(r"(?:时期|期间|规划)[^。\n]{0,24}?(?:回顾|工作总结)")
_LOOKED_BACK = re.compile(r"(?:回顾|总结|回首)[^，。；：\n]{0,3}$")
_DONE = re.compile(
    r"(?:规划|计划|时期)?[^，。；！？\n]{0,10}(?:目标|任务|指标)[^，。；！？\n]{0,4}(?:顺利|圆满|全面|胜利|如期|超额|提前|基本)(?:得到|得以)?(?:完成|实现)"
)
_TARGET = re.compile(r"(?P<year>20\d\d)年?(?:[-—至]20\d\d年)?[^。\n]{0,10}?三年行动")
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
    names = calendar.cue("first", "second", "third", "fourth", "last")
    gap = r"[^。；！？，\n“]"
    return re.compile(rf"(?:{gap}{{0,16}}?|{gap}{{0,3}}，今年{gap}{{0,6}}?)“?(?:{names})")


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
        end += text[end : end + 1] in '”"’'
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
    yield from _counted(text, plans)
    if plans:
        yield from _plan_bounds(plans, calendar)


def _counted(text: str, plans: dict[int, tuple[int, int]]) -> Iterator[Clue]:
    """“第十三个五年规划纲要（草案）”: a plan by its full name; its draft lies before a congress in its first year."""
    if "个五年" not in text:
        return
    for match in _COUNTED.finditer(text):
        number = parse_int(match["n"]) or 0
        plans.setdefault(number, match.span())
        if match["draft"]:
            first, _ = plan_years(number)
            yield Clue(window((first - 1, 12), (first, 4)), *match.span(), "year.plan-drafted", 0.85)


def _plan_clues(
    text: str, start: int, end: int, first: int, last: int, calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    if named := _named_year(lexicon, calendar).match(text, end, end + 28):
        yield from _named_clues(text, start, named, Period(first, last))
    elif _REVIEWED.match(text, end, end + 34) or _LOOKED_BACK.search(text[max(0, start - 6) : start]):
        yield Clue(window((last, 10), (last + 1, 6)), start, end, "year.period-review", 0.8)
    elif _DONE.match(text, end, end + 40) and not _WILL.search(_clause(text, start)[-14:]):
        yield Clue(window((last, 10), (last + 1, 12)), start, end, "year.period-done", 0.6)
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
        yield Clue(window((first - 2, 10), (first + 2, 3)), start, end, "year.plan-period", 0.45)
    else:
        yield Clue(window((first - 1, 10), (last + 1, 6)), start, end, "year.plan-period", 0.5)


def read_periods(
    text: str, hits: Iterable[tuple[int, int, Period]], calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    """Named years of other periods: “全面贯彻党的二十大精神的开局之年”, “脱贫攻坚收官之年”."""
    seen: set[tuple[str, int]] = set()
    for start, end, period in hits:
        named = _named_year(lexicon, calendar).match(text, end, end + 24)
        if named is None or (named.lastgroup == "last" and "小康" in text[start:end] and "基本" in named.group()):
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
    if named[kind] in _GOOD_START:
        yield Clue(window((year - 1, 10), (year, 12)), start, end, "year.period-year", 0.65)
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


def read_three_years(text: str) -> Iterator[Clue]:
    """A three-year action that names its first year, in its 收官之年."""
    if "三年行动" in text and "收官" in text and (match := _TARGET.search(text)):
        last = int(match["year"]) + 2
        yield Clue(window((last, 1), (last + 1, 3)), *match.span(), "year.period-target", 0.9)
