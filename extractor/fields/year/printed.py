"""Printed years and dates: which of them say when the speech was delivered, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.fields.year.calendar import Calendar
from extractor.fields.year.clue import FIRST_MONTH, Bound, Clue, month_of, window
from extractor.fields.year.dates import Place, Printed
from extractor.fields.year.passing import (
    read_budgets,
    read_issues,
    read_newest,
    read_numbered,
    read_sentences,
    read_turning,
)
from extractor.lexicon import Lexicon

_LINE_REST = re.compile(r"[\s（）()\[\]【】〔〕—\-－·.。，]*")
_DATE_LABEL = re.compile(r"(?:讲话|会议|发言)?(?:时间|日期)：?$")
_UPLOADED = re.compile(r"(?:来源|发布|上传|更新|录入|发表|日期|编辑)(?:时间|日期|于)?[：: ][^，。；\n]{0,12}$")
_EXPIRES = re.compile(
    r"(?:[上下]半年|年?底|[\d一二三四五六七八九十]{1,2}月[底份]?)?(?:任期|陆续|先后|将|已)?(?:届满|到期|期满)(?!后)"
)
_COMPARED = re.compile(r"(?:[比较]|相比|相较于?)$")
_SITE_DATE = re.compile(r"\d{4}([-/])\d{1,2}\1\d{1,2}(?=[ ]{0,3}\d{1,2}:\d\d|[ ]{0,3}$)", re.MULTILINE)
"""A date as sites print it, alone or with the time of day (2022-05-14 09:10:00 发言稿); speakers write 年月日."""
_UPLOAD_COUNT = re.compile(r"[ \d:：]{0,12}(?:浏览|阅读|点击|来源|编辑|作者|人气)")
_REVIEW_TITLE = re.compile(
    r"[^。\n]{0,36}?(?:总结|述职|述廉|考核|测评|表彰|回顾|民主生活会|组织生活会|评议|情况报告|工作汇报)"
)
_LOOKED_BACK = re.compile(r"[ ]*(?:主要|政府|各项)?工作(?:的)?回顾[ ]*$")
"""2015年工作回顾: no title but the first heading of a report, whose title was cut off; the year is over."""
_SITTING = re.compile(r"第[一二三四五六七八九十\d]{1,3}次[^。\n]{0,12}会议")
"""2026年度第二次全体会议: the year counts the meetings held in it."""
_CONFERENCE = re.compile(r"[^。\n]{0,30}?(?:工作会议?|动员[^。\n]{0,4}会|部署会|推进会|培训班|联席会|座谈会)")
_PART_OF_YEAR = re.compile(r"(?:上半年|下半年|前?[一二三四]季度|第[一二三四]季度|[春秋]季|\d{1,2}月)")
_PAST_YEAR = re.compile(
    r"(?:过去的?一年|一年来|去年)[^。，；\n]{0,8}(?:回顾|总结|情况|工作)[^。，；]{0,12}?$|(?:过去的?一年|一年来)，?$"
)
_READ_OUT = re.compile(r"(?:传达|宣读|通报|解读|审议|讨论|签订|签定)了?[^，。；《》]{0,3}$")
_PAPER = re.compile(r"[^》\n]{2,30}(?:意见|方案|要点|安排|计划|通知|办法|责任书|责任状)》")
_CLOSED_BEFORE = re.compile(r"截[至止]到?$")
_CLOSED_AFTER = re.compile(r"年?[底末]|1?2月(?:底|末|31日)")
_ANNOUNCED = re.compile(r"[^。；，\n]{0,24}?工作，?(?:再|先)?(?:讲|谈|提|强调|作)[^。；\n]{0,8}(?:意见|要求|安排|问题)")
_TAKEN_ON = re.compile(r"(?:做好|抓好|搞好|就)(?:全[区县市镇乡])?$")
_EMPTIED = re.compile(r"[ ]*月[ ]*日")
"""（2023年月日）: a date whose month and day were taken out, the year often put in by a site."""
_REACH = 16
_UNDER = 40
"""Where, in characters below a title without a salutation, a site still prints its own name and date."""


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
    text: str,
    dates: Sequence[Printed],
    place: Place,
    title: tuple[int, int] | None,
    calendar: Calendar,
    lexicon: Lexicon,
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
    yield from read_numbered(text, place)
    yield from read_issues(text, place, calendar)
    yield from read_budgets(text)
    yield from read_sentences(text, plain)
    yield from read_turning(text, plain)
    known = [p for p in plain if FIRST_MONTH // 12 <= p.year <= calendar.horizon // 12]
    yield from read_newest(text, known, calendar)


def _stated(
    text: str, printed: Printed, place: Place, title: tuple[int, int] | None, calendar: Calendar
) -> Clue | None:
    """A date line, a dated title, a signature, an upload date."""
    start, end = printed.start, printed.end
    first = text.rfind("\n", max(0, start - 120), start) + 1
    last = text.find("\n", end, end + 120)
    before, after = text[max(first, start - 120) : start], text[end : last if last >= 0 else end + 120]
    enclosed = before.endswith("（") and after.startswith("）")
    posted = start < place.head + _UNDER and _SITE_DATE.match(text, start)
    if printed.month and not enclosed and (posted or _UPLOADED.search(before) or _UPLOAD_COUNT.match(after)):
        return _uploaded(text, printed)
    alone = _LINE_REST.fullmatch(after) is not None and (
        _LINE_REST.fullmatch(before) is not None or _DATE_LABEL.search(before) is not None
    )
    if alone and printed.whole:
        return printed.clue("year.date-line", 0.97, "stated", printed.months)
    if start < place.head and (printed.whole or enclosed):
        bare = 0.75 if enclosed and _EMPTIED.match(text, end) else 0.97
        return printed.clue("year.date-line", bare, "stated", printed.months)
    if start >= place.tail and printed.whole and _LINE_REST.fullmatch(after):
        return printed.clue("year.signature", 0.9, "stated", printed.months)
    if start < place.head or (title and title[0] <= start < title[1]):
        return _titled(text, printed, after, calendar)
    return None


def _uploaded(text: str, printed: Printed) -> Clue:
    low, high = printed.months[0]
    if f"{printed.month}月" in text[max(0, printed.start - 200) : printed.end + 200]:
        return printed.clue("year.upload-month", 0.6, "window", ((low - 1, high),))
    return printed.clue("year.upload-date", 0.9, "ceiling", ((FIRST_MONTH, high),))


def _titled(text: str, printed: Printed, after: str, calendar: Calendar) -> Clue | None:
    year = printed.year
    yearly = text[printed.end - 1] == "度"
    if printed.ranged or printed.titled:
        return None
    if not _PART_OF_YEAR.match(after) and _REVIEW_TITLE.match(after):
        if _LOOKED_BACK.match(after):
            return printed.clue("year.review", 0.9, "window", window((year, 12), (year + 1, 5)))
        if yearly:
            return printed.clue("year.review-title", 0.9, "window", window((year, 11), (year + 1, 5)))
        return printed.clue("year.review-title", 0.88, "window", window((year, 6), (year + 1, 3)))
    if _SITTING.match(after):
        return printed.clue("year.title", 0.95, "stated", printed.months)
    if yearly and not _CONFERENCE.match(after):
        return printed.clue("year.title", 0.85, "window", window((year, 1), (year + 1, 3)))
    spam = re.search(calendar.cues["spam"], text[printed.start : printed.start + 60])
    return printed.clue("year.title", 0.65 if spam else 0.85, "stated", printed.months)


def _told(
    text: str, printed: Printed, contexts: tuple[re.Pattern[str], re.Pattern[str]], calendar: Calendar
) -> Clue | None:
    """A year with words beside it that relate it to the present."""
    year, start, end = printed.year, printed.start, printed.end
    if printed.decade:
        return printed.clue("year.decade", 0.6, "window", printed.months)
    if (
        printed.titled
        and not printed.ranged
        and ("关于" in text[max(0, start - 14) : start] or _is_read_out(text, printed))
    ):
        last = (year + 1, 3) if text[end - 1] == "度" else (year, 12)
        return printed.clue("year.document-of-year", 0.7, "window", window((year, 1), last))
    if printed.ranged or printed.titled:
        return printed.clue("year.document-number", 0.6, "floor", ((month_of(year - 1, 6), calendar.horizon),))
    if year < FIRST_MONTH // 12:
        return None
    if not printed.whole and _EXPIRES.match(text, end):
        return printed.clue("year.expires", 0.75, "window", window((year - 1, 7), (year, 12)))
    if not printed.whole and _TAKEN_ON.search(text[max(0, start - 4) : start]) and _ANNOUNCED.match(text, end):
        return printed.clue("year.plan-announced", 0.85, "window", window((year - 1, 12), (year, 12)))
    if not printed.whole and _CLOSED_BEFORE.search(text[max(0, start - 3) : start]) and _CLOSED_AFTER.match(text, end):
        return printed.clue("year.closed", 0.6, "window", window((year, 12), (year + 1, 9)))
    if not printed.whole and _COMPARED.search(text[max(0, start - 3) : start]):
        return printed.clue("year.compared", 0.6, "window", window((year + 1, 1), (year + 6, 6)))
    if _PAST_YEAR.search(text[max(0, start - 60) : start]):
        return printed.clue("year.review-context", 0.8, "window", window((year, 12), (year + 1, 6)))
    before = contexts[0].search(text[max(0, start - _REACH) : start])
    after = contexts[1].match(text, end, end + 24) if not printed.whole else None
    told = before.lastgroup if before else None
    follows = after.lastgroup if after else None
    shape = _shape(told, follows)
    if shape is None:
        return None
    rule, weight, bound, low, high = shape
    windows = (
        ((FIRST_MONTH, month_of(year) + high),) if low is None else ((month_of(year) + low, month_of(year) + high),)
    )
    return printed.clue(rule, weight, bound, windows)


def _is_read_out(text: str, printed: Printed) -> bool:
    """Whether the meeting takes up the paper of a year: 传达《某镇2005年护林工作意见》."""
    opens = text.rfind("《", max(0, printed.start - 30), printed.start)
    return _READ_OUT.search(text[max(0, opens - 8) : opens]) is not None and _PAPER.match(text, printed.end) is not None


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
    "review_after": ("year.review", 0.9, "window", 11, 16),
    "future_after": ("year.future", 0.55, "ceiling", None, 11),
}


def _shape(told: str | None, follows: str | None) -> Shape | None:
    if told in ("this_year", "last_year", "year_passing") or follows in ("ending_after", "coming_after", "over_after"):
        return _BEFORE[told] if told in _BEFORE else _AFTER[follows or ""]
    if follows == "plan_after" or follows == "review_after":
        if told == "plan_before" or (follows == "plan_after" and told != "review_before"):
            return _AFTER["plan_after"]
        return _AFTER["review_after"]
    if told == "review_before":
        return "year.review", 0.6, "window", 9, 16
    if told == "plan_before":
        return "year.plan", 0.5, "window", -2, 11
    if told in _BEFORE:
        return _BEFORE[told]
    return _AFTER["future_after"] if follows == "future_after" and told != "cited_before" else None
