"""Subjects: what a value counts or measures, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.fields.metrics.view import Quantity, View, find_borders
from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER
from extractor.records import Span
from extractor.segment import segmenter

_TIME_AT_HEAD = re.compile(
    rf"(?:[\d一二三四五六七八九十{HIDDEN}{NUMBER}]+个?方面(?:的)?|(?:[\d{HIDDEN}{NUMBER}]{{1,4}}|[一二三四五六七八九十两几]+)(?:年末?|个?月份?|年底|日)(?:来|以来|间|底|末)?前?|“?十[一二三四]五”?(?:时期|期间|以来|末)"
    rf"|[1-4一二三四]季度|近[一二三四五几\d]+年(?:来)?|到|[\d{NUMBER}{HIDDEN}]+[-—至][\d{NUMBER}{HIDDEN}]+月份?)(?:[，]|全)?"
)
_TIME_AT_TAIL = re.compile(
    rf"(?:比|较|是|由|从|到|至)?[ ]?(?:[\d{HIDDEN}{NUMBER}]{{2,4}}|上|去|前|本|今)年(?:同期|末|底|度)?(?:的|水平)?[ ]?$|(?:比|较)[^，。；\d]{{1,8}}$|占[^，。；]{{1,20}}的[ ]?$|是“?十[一二三四五]五”?(?:时期|末)的$"
)
_SHARE = re.compile(r"占(?!地(?![方区])|比|补|用)[^，。；]{0,24}$")
_JOINED = re.compile(r"[，、 \n和与及或到至：以—-]*(?:分别)?[，、 ]*")
_MODIFYING = re.compile(rf"为(?:主|重点|核心|代表|龙头|支撑|基础)的{HIDDEN}*")
_NAMES_AT_TAIL = re.compile(rf"{HIDDEN}+(?:、{HIDDEN}+)+等?$|(?<=.)等$")
_INDICATOR = frozenset("率额量值数")
_PARTICLES = "了出起到过的着"
_MAX_LENGTH = 60
_BLANKS = re.compile(r"\s+")
_SHARES = frozenset(("%", "‰", "倍", "个百分点", "百分点", "番"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject's span (None where none is printed), the governing verb's, and how it was found."""

    span: Span | None
    verb: Span | None
    how: str


def find_subject(view: View, quantity: Quantity, before: Sequence[Subject]) -> Subject:
    """The subject of a value, given the subjects of the sentence before it."""
    tail = strip_tail(view, quantity)
    verb, head = strip_head(view, quantity, quantity.floor, tail)
    pre = _trimmed(view, head, tail)
    if pre is not None and _is_average(view, pre):
        if topic := _topic(view, quantity):
            return Subject(topic, verb, "topic")
        pre = None
    share = quantity.unit.word in _SHARES or quantity.value.shape in ("share", "tenths")
    modifying = view.masked[quantity.end : quantity.end + 1] == "的"
    post = None if (share and not modifying) or (modifying and pre) else read_after(view, quantity, pre is not None)
    if post is not None:
        return Subject(post, verb, "after")
    joined = is_joined(view, quantity)
    if predicate := _predicate_after(view, quantity, pre, joined or share):
        return Subject(predicate, verb, "predicate")
    if pre is not None:
        return Subject(pre, verb, "before")
    return _without_noun(view, quantity, verb, before, share or joined or tail < quantity.value.start)


def _without_noun(
    view: View, quantity: Quantity, verb: Span | None, before: Sequence[Subject], predicated: bool
) -> Subject:
    """The subject where the clause prints no noun phrase: the one before, the verb, or the topic."""
    if before and (verb is None or predicated):
        return Subject(before[-1].span, before[-1].verb, "shared")
    if verb is not None and quantity.unit.word not in _SHARES:
        return Subject(verb, verb, "verb")
    return Subject(_topic(view, quantity) or verb, verb, "topic")


def strip_tail(view: View, quantity: Quantity) -> int:
    """Where the noun phrase before a value ends: predicates, adverbs and comparisons between them left out."""
    masked, words, floor, end = view.masked, view.words, quantity.floor, quantity.value.start
    borders = quantity.borders
    while end > floor:
        if masked[end - 1] in " \n":
            end -= 1
            continue
        if words.protected.ending(masked, floor, end):
            break
        size = words.predicates.ending(masked, floor, end, borders) or words.before.ending(masked, floor, end, borders)
        if not size and masked[end - 1] in "达为超占增降" and masked[end - 2 : end - 1] in _INDICATOR:
            size = 1
        if not size:
            match = _TIME_AT_TAIL.search(masked, max(floor, end - 30), end)
            size = end - match.start() if match else 0
        if not size:
            break
        end -= size
    if match := _SHARE.search(masked, max(floor, end - 30), end):
        end = match.start()
        while end > floor and (size := words.predicates.ending(masked, floor, end, borders)):
            end -= size
    return end


def strip_head(view: View, quantity: Quantity, start: int, end: int) -> tuple[Span | None, int]:
    """The governing verb before a noun phrase, and where the phrase itself begins."""
    masked, words, borders = view.masked, view.words, quantity.borders
    start = _skip_adverbs(view, quantity, start, end)
    verb: Span | None = None
    at = start
    while at < end:
        if at == start and words.whole.opening(masked, at, end):
            return None, start
        size = words.governing.opening(masked, at, end, borders)
        if (size == 1 and (at > start or end - at < 3)) or (size and at + size >= end and at > start):
            size = 0
        if not size and (at == start or masked[at - 1] == "”"):
            size = words.naming.opening(masked, at, end, borders)
            size = size if _governs(view, at + size, end) else 0
        if size:
            verb, at = Span(at, at + size), at + size
            while at < end and masked[at] in _PARTICLES and at + 1 in borders:
                at += 1
            start = at = _skip_adverbs(view, quantity, at, end)
        else:
            at += 1
    for match in _MODIFYING.finditer(masked, start, end):
        start = match.end() if match.end() < end else start
    if verb is None and end - start > 2 and (size := words.governing.ending(masked, start + 2, end, borders)) >= 2:
        verb = Span(end - size, end)
    return verb, start


def _governs(view: View, start: int, end: int) -> bool:
    """Whether a naming verb has an object after it: 改造|老旧小区, but not 整改|措施."""
    words, masked = view.words, view.masked
    if named := words.naming.opening(masked, start, end):
        return end - start - named >= 2 and not words.compounds.opening(masked, start + named, end)
    return end - start >= 2 and not words.compounds.opening(masked, start, end)


def _skip_adverbs(view: View, quantity: Quantity, start: int, end: int) -> int:
    """Where time, place and manner at the head of a phrase end."""
    masked, words = view.masked, view.words
    while start < end:
        if masked[start] in " \n、，)）”":
            start += 1
            continue
        match = _TIME_AT_HEAD.match(masked, start, end)
        size = match.end() - start if match else 0
        if not size and masked[start : start + 3] != "全社会":
            size = words.regions.opening(masked, start, end)
        size = size or words.adverbs.opening(masked, start, end, quantity.borders)
        if not size and masked[start] == HIDDEN:
            size = 1
        if not size or (start + size >= end and size > 1 and not match):
            break
        start += size
    return start


def _trimmed(view: View, start: int, end: int) -> Span | None:
    """A stretch without the punctuation and particles at its ends, None where nothing is left."""
    masked = view.masked
    while start < end and masked[start] in " \n、，：（）)”的":
        start += 1
    while end > start and masked[end - 1] in " \n、，：（(“的和与及":
        end -= 1
    if match := _NAMES_AT_TAIL.search(masked, start, end):
        end = match.start()
    if end - start > _MAX_LENGTH:
        start = end - _MAX_LENGTH
    if end <= start or (end - start == 1 and masked[start] in "人其各共我") or not set(masked[start:end]) - _MASKS:
        return None
    return Span(start, end)


_MASKS = frozenset((HIDDEN, NUMBER))


def _is_average(view: View, span: Span) -> bool:
    """Whether a phrase names only a share for each, whose topic stands before: 年人均, 农村年人均."""
    text = view.masked[span.start : span.end]
    return text in view.words.averages or text.endswith("年人均")


def is_joined(view: View, quantity: Quantity) -> bool:
    """Whether only 、, 和 or nothing stands between the value before and this one: X件X人, X元和X元."""
    match = _JOINED.match(view.masked, quantity.floor, quantity.value.start)
    return not quantity.first and match is not None and match.end() == quantity.value.start


def read_after(view: View, quantity: Quantity, preceded: bool) -> Span | None:
    """The counted noun phrase that follows the unit, up to its predicate."""
    masked, words, borders = view.masked, view.words, quantity.borders
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    while start < limit and masked[start] in " \n的":
        start += 1
    if start >= limit or masked[start] in "、（(”）)和与及或，":
        return None
    if masked[start] != "被" and words.stops.opening(masked, start, limit, borders):
        return None
    if words.governing.opening(masked, start, limit, borders) >= 2:
        return None
    if preceded and words.naming.opening(masked, start, limit, borders):
        return None
    end = _phrase_end(view, quantity, start, limit)
    if end == limit and limit == quantity.ceiling:
        end = _before_next(view, start, end)
    return _trimmed(view, start, end)


def _phrase_end(view: View, quantity: Quantity, start: int, limit: int) -> int:
    """Where a noun phrase gives way to its predicate; a verb at the very end still names (危房改造)."""
    masked, stops, borders = view.masked, view.words.stops, quantity.borders
    end, quoted = start + 1, masked[start] == "“"
    while end < limit:
        char = masked[end]
        if quoted or char == "“":
            quoted = char != "”"
        elif char in "”）)" or (char in "（(" and end - start > 30):
            break
        elif masked[end - 1] != "的" and (size := stops.opening(masked, end, limit, borders)):
            if end + size < limit or limit == quantity.ceiling or masked[end : end + size] not in view.words.naming:
                break
        elif masked[end - 1] != "的" and view.words.governing.opening(masked, end, limit - 2, borders) >= 2:
            break
        elif masked[end + 1 : end + 2] == "了" or (masked[end + 2 : end + 3] == "了" and end in borders):
            break
        end += 1
    return end


def _before_next(view: View, start: int, end: int) -> int:
    """Where a noun phrase ends that the next value follows: 8名教师|和2名校长."""
    cut = max(view.masked.rfind(c, start, end) for c in "、和与及，")
    return cut if cut > start else end


def _predicate_after(view: View, quantity: Quantity, pre: Span | None, shared: bool) -> Span | None:
    """The verb phrase after a value that counts no noun: X人|稳定脱贫, 又有X人|获奖."""
    masked, borders = view.masked, quantity.borders
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    lead = masked[quantity.floor : quantity.value.start].strip()
    if shared or (pre and not lead.endswith("有")) or (quantity.unit.kind == "measure" and quantity.unit.word not in _PERSONS):
        return None
    if size := view.words.governing.opening(masked, start, limit, borders):
        start += size
    if not quantity.first and not lead and quantity.unit.word in _PERSONS:
        return None
    end = start
    while end < limit and masked[end] not in "、（”":
        end += 1
    return _trimmed(view, start, min(end, start + 20))


_PERSONS = frozenset(("人", "名", "位"))


def _topic(view: View, quantity: Quantity) -> Span | None:
    """The noun phrase that opens the clause before: X标准提高，年人均|提高X元."""
    start, end = view.clauses.bounds(max(quantity.left - 2, 0))
    if start < quantity.sentence or end > quantity.left or end - start > 80:
        return None
    borders = find_borders(view.masked, start, end, segmenter())
    start = _skip_adverbs(view, replace(quantity, borders=borders), start, end)
    at = start + 2
    while at < end and not view.words.stops.opening(view.masked, at, end, borders):
        at += 1
    return _trimmed(view, start, at)


def printed(text: str, span: Span | None) -> str | None:
    """A span's text as printed, blanks and line ends of the layout left out."""
    return _BLANKS.sub("", text[span.start : span.end]) or None if span else None
