"""Subjects: what a value counts or measures, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER
from extractor.records import Span

_TIME_AT_HEAD = re.compile(
    rf"(?:(?:[\d{HIDDEN}{NUMBER}]{{1,4}}|[一二三四五六七八九十两几]+)(?:年末?|个?月份?|年底|日)(?:来|以来|间|底|末)?|“?十[一二三四]五”?(?:时期|期间|以来|末)"
    rf"|[1-4一二三四]季度|近[一二三四五几\d]+年(?:来)?|到|[\d{NUMBER}{HIDDEN}]+[-—至][\d{NUMBER}{HIDDEN}]+月份?)(?:[，]|全)?"
)
_TIME_AT_TAIL = re.compile(
    rf"(?:比|较|是|由|从|到|至)?[ ]?(?:[\d{HIDDEN}{NUMBER}]{{2,4}}|上|去|前|本|今)年(?:同期|末|底|度)?(?:的|水平)?[ ]?$|(?:比|较)[^，。；\d]{{1,8}}$|占[^，。；]{{1,20}}的[ ]?$|是“?十[一二三四五]五”?(?:时期|末)的$"
)
_SHARE = re.compile(r"占(?!地|比|补|用)[^，。；]{0,24}$")
_JOINED = re.compile(r"[，、 \n和与及或到至：以—-]*(?:分别)?[，、 ]*")
_PARTICLES = "了出起到过的着"
_MANNER = re.compile(r"[地]")
_PARTS = re.compile(r"[、和与]|以及|及")
_INDICATOR = frozenset("率额量值入出资数重税积模价度产款")
_MAX_LENGTH = 60
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's span (None where none is printed), the governing verb's, and how it was found."""

    span: Span | None
    verb: Span | None
    how: str


def find_subject(view: View, quantity: Quantity, before: Sequence[tuple[Quantity, Subject]]) -> Subject:
    """The subject of a value, given the quantities of the sentence before it with theirs."""
    tail = strip_tail(view, quantity)
    verb, head = strip_head(view, quantity.floor if not quantity.first else quantity.left, tail)
    pre = _trimmed(view, head, tail)
    joined = _is_joined(view, quantity)
    post = read_after(view, quantity, pre is not None)
    share = (
        quantity.unit.word in ("%", "‰")
        or quantity.value.shape in ("share", "tenths")
        or quantity.unit.word in ("倍", "个百分点", "番")
    )
    if post is not None and not (share and view.masked[quantity.end : quantity.end + 1] != "的"):
        return Subject(post, verb, "after")
    if pre is not None and _text(view, pre) not in view.words.averages and not _ends_as_average(view, pre):
        return Subject(_one_of_several(view, quantity, pre), verb, "before")
    if before and (joined or pre is None) and (verb is None or share or joined or tail < quantity.value.start):
        return _inherited(view, quantity, before)
    if verb is not None and not share:
        return Subject(verb, verb, "verb")
    if post_verb := _predicate_after(view, quantity, joined):
        return Subject(post_verb, None, "predicate")
    topic = _topic(view, quantity)
    return Subject(topic or verb, verb, "topic")


def strip_tail(view: View, quantity: Quantity) -> int:
    """Where the noun phrase before a value ends: predicates, adverbs and comparisons between them left out."""
    masked, words, floor, end = view.masked, view.words, quantity.floor, quantity.value.start
    while end > floor:
        if masked[end - 1] in " \n":
            end -= 1
            continue
        if words.protected.ending(masked, floor, end):
            break
        size = words.predicates.ending(masked, floor, end) or words.before.ending(masked, floor, end)
        if not size:
            match = _TIME_AT_TAIL.search(masked, max(floor, end - 30), end)
            size = end - match.start() if match else 0
        if not size:
            break
        end -= size
    if match := _SHARE.search(masked, max(floor, end - 30), end):
        end = match.start()
        while end > floor and (size := words.predicates.ending(masked, floor, end)):
            end -= size
    return end


def strip_head(view: View, start: int, end: int) -> tuple[Span | None, int]:
    """The governing verb before a noun phrase, and where the phrase itself begins."""
    masked, words = view.masked, view.words
    start = _skip_adverbs(view, start, end)
    verb: Span | None = None
    if size := words.whole.opening(masked, start, end):
        return None, start
    at = start
    while at < end:
        size = words.governing.opening(masked, at, end)
        if size >= 2 or (size == 1 and at == start and end - at >= 3):
            verb, at = Span(at, at + size), at + size
            while at < end and masked[at] in _PARTICLES:
                at += 1
            start = at = _skip_adverbs(view, at, end)
            continue
        if at == start and (size := words.naming.opening(masked, at, end)) and _governs(view, at + size, end):
            verb = Span(at, at + size)
            at += size
            while at < end and masked[at] in _PARTICLES:
                at += 1
            start = at = _skip_adverbs(view, at, end)
            continue
        at += 1
    return verb, start


def _governs(view: View, start: int, end: int) -> bool:
    """Whether a naming verb has an object after it: 改造|老旧小区, but not 整改|措施."""
    return end - start >= 2 and not view.words.compounds.opening(view.masked, start, end)


def _skip_adverbs(view: View, start: int, end: int) -> int:
    masked, words = view.masked, view.words
    while start < end:
        if masked[start] in " \n、，)）”":
            start += 1
            continue
        if match := _TIME_AT_HEAD.match(masked, start, end):
            start = match.end()
            continue
        size = words.regions.opening(masked, start, end)
        if size and masked[start : start + 3] == "全社会":
            size = 0
        size = size or words.adverbs.opening(masked, start, end)
        if not size and masked[start] == HIDDEN:
            size = 1
        if not size or words.compounds.opening(masked, start + size, end) and end - start <= 4:
            break
        start += size
    return start


def _trimmed(view: View, start: int, end: int) -> Span | None:
    masked = view.masked
    while start < end and masked[start] in " \n、，：（）)”的和与及了地":
        start += 1
    while end > start and masked[end - 1] in " \n、，：（(“的和与及":
        end -= 1
    if end - start > _MAX_LENGTH:
        start = end - _MAX_LENGTH
    if (
        end <= start
        or (end - start == 1 and masked[start] in "人其各共我")
        or all(c in HIDDEN + NUMBER for c in masked[start:end])
    ):
        return None
    return Span(start, end)


def _is_joined(view: View, quantity: Quantity) -> bool:
    """Whether only 、, 和 or nothing stands between the value before and this one: X件X人, X元和X元."""
    match = _JOINED.match(view.masked, quantity.floor, quantity.value.start)
    return not quantity.first and match is not None and match.end() == quantity.value.start


def read_after(view: View, quantity: Quantity, preceded: bool) -> Span | None:
    """The counted noun phrase that follows the unit, up to its predicate."""
    masked, words = view.masked, view.words
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    while start < limit and masked[start] in " \n的":
        start += 1
    if start >= limit or masked[start] in "、（(”）)":
        return None
    if masked[start] in "和与及或":
        return None
    if words.stops.opening(masked, start, limit) or words.governing.opening(masked, start, limit) >= 2:
        return None
    if words.naming.opening(masked, start, limit) and preceded:
        return None
    end = start + 1
    quoted = masked[start] == "“"
    while end < limit:
        char = masked[end]
        if char == "“":
            quoted = True
        elif char == "”":
            if not quoted:
                break
            quoted = False
        elif not quoted and (char in "（(" and end - start > 30 or words.stops.opening(masked, end, limit)):
            break
        elif not quoted and end + 2 < limit and masked[end + 2] == "了":
            break
        end += 1
    if end == limit and limit == quantity.ceiling:
        end = _before_next(view, start, end)
    span = _trimmed(view, start, end)
    return span if span and span.end - span.start >= 1 else None


def _before_next(view: View, start: int, end: int) -> int:
    """Where a noun phrase ends that the next value follows: 14亿元、|3个, 8名教师|和2名."""
    cut = max(view.masked.rfind(c, start, end) for c in "、和与及，")
    return cut if cut > start else end


def _predicate_after(view: View, quantity: Quantity, joined: bool) -> Span | None:
    """The verb phrase after a value that counts no noun: X人|稳定脱贫."""
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    if joined or quantity.unit.word in ("%", "元"):
        return None
    end = start
    while end < limit and view.masked[end] not in "、（”":
        end += 1
    return _trimmed(view, start, min(end, start + 20))


def _inherited(view: View, quantity: Quantity, before: Sequence[tuple[Quantity, Subject]]) -> Subject:
    """The subject of the value before, or of its like where several values answer several subjects."""
    last = before[-1][1]
    return Subject(last.span, last.verb, "shared")


def _one_of_several(view: View, quantity: Quantity, span: Span) -> Span:
    """Of joined indicators with as many joined values, the one that this value belongs to."""
    return span


def _ends_as_average(view: View, span: Span) -> bool:
    return bool(view.masked[span.start : span.end].endswith("年人均"))


def _topic(view: View, quantity: Quantity) -> Span | None:
    """The noun phrase that opens the clause before: X标准提高，年人均|提高X元."""
    start, end = view.clauses.bounds(max(quantity.left - 2, 0))
    if start < quantity.sentence or end > quantity.left or end - start > 80:
        return None
    start = _skip_adverbs(view, start, end)
    at = start + 2
    while at < end and not view.words.stops.opening(view.masked, at, end):
        at += 1
    return _trimmed(view, start, at)


def _text(view: View, span: Span) -> str:
    return view.masked[span.start : span.end]


def printed(text: str, span: Span | None) -> str | None:
    """A span's text as printed, blanks and line ends of the layout left out."""
    return _BLANKS.sub("", text[span.start : span.end]) or None if span else None
