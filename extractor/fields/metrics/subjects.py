"""Subjects: what a value counts or measures, as printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.fields.metrics.following import only_acts, opens_with_verb, predicate_after, read_after
from extractor.fields.metrics.preceding import strip_head, trimmed
from extractor.fields.metrics.tails import strip_tail
from extractor.fields.metrics.topics import find_topic, name_topic
from extractor.fields.metrics.view import Quantity, View
from extractor.records import Span

_JOINED = re.compile(r"[，、 \n和与及或到至：以—-]*(?:分别)?[，、 ]*")
_AMONG = re.compile(r"(?:其中|当中|还有|仍有|尚有)(?:有|就有|的)?[ ]?$")
_LEVEL = re.compile(r"[一-鿿]{1,4}[到至](?:.{2,4}年的?)?[近约]?")
_ALREADY = re.compile(r"(?:现|目前|至今)?(?:已|还有|仍有)")
_OF_THEM = re.compile(r"(?:[上中里下]?的(?:仅|只|还|就|共|也|约)?(?:占|有|就有)?|了)(?:近|约)?[ ]?$")
_AIM = re.compile(
    r"(?:年度|全年|年初|年|预期|既定|省定|市定|县定)?(?:计划|目标任务|任务目标|目标|任务|预算|控制指标)(?:数|任务|进度|确保数|力争数|基数)?"
    r"|(?:序时|时间|时序)进度|[^，。；]{0,12}平均(?:水平|值|数)"
)
"""What a value is measured against and does not count: 完成年度计划|62%, 超目标任务|200亩."""
_RATES = frozenset(("增速", "增幅", "降幅"))
_POINTS = frozenset(("个百分点", "百分点"))
_SHORT = 5
_PREDICATE = 2
_SHARES = frozenset(("%", "‰", "倍", "成", "个百分点", "百分点", "番"))


class Subject(NamedTuple):
    """The subject's span (None where none is printed), the governing verb's, and how it was found."""

    span: Span | None
    verb: Span | None
    how: str


def find_subject(
    view: View, quantity: Quantity, last: tuple[Quantity, Subject] | None, like: tuple[Quantity, Subject] | None
) -> Subject:
    """The subject of a value; `last` is the value before in its sentence and its own, `like` the last in its unit."""
    tail = strip_tail(view, quantity)
    verb, head, theme = strip_head(view, quantity, tail)
    pre = trimmed(view, head, tail) or theme
    if pre is not None and last and _AIM.fullmatch(view.masked, pre.start, pre.end):
        return Subject(last[1].span, last[1].verb, "shared")
    if pre is not None and _is_average(view, pre) and not _is_rate(view, quantity, pre, last):
        if not _follows_at_once(view, quantity, last) and (topic := find_topic(view, quantity)):
            return Subject(topic, verb, "topic")
        pre = None
    lead = view.masked[quantity.floor : quantity.value.start].strip()
    if last and not quantity.first and _LEVEL.fullmatch(lead):
        return Subject(last[1].span, last[1].verb, "shared")
    if pre and like and _ALREADY.match(lead):
        text = view.masked[pre.start : pre.end]
        if text in view.words.naming or text in view.words.governing:
            return Subject(like[1].span, pre, "shared")
    share = quantity.unit.word in _SHARES or quantity.value.shape == "share"
    modifying = view.masked[quantity.end : quantity.end + 1] == "的"
    post = None
    if not (
        (share and (not modifying or _is_changed(view, quantity) or (pre and _is_stated(view, quantity))))
        or (modifying and pre and not share)
    ):
        acts = view.words.governing.ending(view.masked, quantity.floor, quantity.floor + len(lead)) >= 2
        post = read_after(view, quantity, pre is not None and not acts and not lead.endswith("的"))
    if post is not None and (pre or last) and opens_with_verb(view, post):
        if like and lead.endswith(("有", "中")):
            return Subject(like[1].span, like[1].verb, "shared")
        post = None if pre and (verb or quantity.unit.kind == "measure") else post
    if post is not None:
        return Subject(post, verb, "after")
    if like and _counts_some_of(view, quantity, pre, like):
        return Subject(like[1].span, like[1].verb, "shared")
    joined = is_joined(view, quantity)
    if last and pre is None and _AMONG.search(view.masked, quantity.floor, quantity.value.start):
        return Subject(last[1].span, last[1].verb, "shared")
    if predicate := predicate_after(view, quantity, pre, joined or share):
        return Subject(predicate, verb, "predicate")
    if pre is not None:
        return Subject(_headless(view, quantity, pre), verb, "before")
    predicated = share or joined or tail < quantity.value.start
    return _without_noun(view, quantity, verb, last, like, predicated)


def _without_noun(
    view: View,
    quantity: Quantity,
    verb: Span | None,
    last: tuple[Quantity, Subject] | None,
    like: tuple[Quantity, Subject] | None,
    predicated: bool,
) -> Subject:
    """The subject where the clause prints no noun phrase: the one before, the verb, or the topic."""
    if last and quantity.first and not _follows_at_once(view, quantity, last) and (topic := name_topic(view, quantity)):
        return Subject(topic, verb, "topic")
    if verb is not None and _counts_itself(view, quantity, verb, last):
        return Subject(verb, verb, "verb")
    if last and (verb is None or predicated or last[0].unit.word == quantity.unit.word):
        return Subject(last[1].span, verb if verb and _is_direct(view, quantity, verb) else last[1].verb, "shared")
    if verb is not None and like and quantity.unit.kind == "count":
        return Subject(like[1].span, verb, "shared")
    if verb is not None and quantity.unit.word not in _SHARES:
        return Subject(verb, verb, "verb")
    return Subject(find_topic(view, quantity) or verb, verb, "topic")


def _is_changed(view: View, quantity: Quantity) -> bool:
    """Whether a word of change stands before the value: 以年均递增7.5%|的速度前进."""
    words, floor, end = view.words, quantity.floor, quantity.value.start
    return words.increases.ending(view.masked, floor, end) > 0 or words.decreases.ending(view.masked, floor, end) > 0


def _counts_itself(view: View, quantity: Quantity, verb: Span, last: tuple[Quantity, Subject] | None) -> bool:
    """Whether a verb directly before the value is what is counted, whatever the value before counts: 立案|90件."""
    if _is_direct(view, quantity, verb) and view.masked[verb.start : verb.end] in view.words.alone:
        return True
    return last is not None and _is_phase(view, quantity, verb, last[1])


def _is_direct(view: View, quantity: Quantity, verb: Span) -> bool:
    return not view.masked[verb.end : quantity.value.start].strip()


def _is_phase(view: View, quantity: Quantity, verb: Span, last: Subject) -> bool:
    """Whether things are told apart by how far they are: 其中|续建31个、新开工47个."""
    if view.masked[verb.start : verb.end] not in view.words.phases:
        return False
    among = view.masked.startswith("其中", quantity.floor)
    before = last.verb if last.how == "verb" else None
    return among or (before is not None and view.masked[before.start : before.end] in view.words.phases)


def _is_stated(view: View, quantity: Quantity) -> bool:
    """Whether a predicate stands directly before the value: 使用率保持在|92%的合理区间."""
    return view.words.predicates.ending(view.masked, quantity.floor, quantity.value.start) >= _PREDICATE


def _headless(view: View, quantity: Quantity, pre: Span) -> Span:
    """The phrase with its 的 where nothing but a predicate follows: 持证上岗的|只有58%."""
    if view.masked[pre.end : pre.end + 1] != "的":
        return pre
    stated = view.words.predicates.opening(view.masked, pre.end + 1, quantity.value.start)
    return Span(pre.start, pre.end + 1) if stated or quantity.unit.base == "人" else pre


def _counts_some_of(view: View, quantity: Quantity, pre: Span | None, like: tuple[Quantity, Subject]) -> bool:
    """Whether a value counts some of what a value before it counts: 提出意见30条，吸收了|20条; 开工的|12个."""
    before, span = like[0], like[1].span
    if span is None or quantity.unit.word in _SHARES:
        return False
    if view.masked[span.end : span.end + 1] == "的":
        return False
    if pre is None:
        lead = view.masked[quantity.floor : quantity.value.start].strip(" 先后其中现目前已共就还仍均，、")
        return quantity.first and lead == "有" and quantity.unit.kind == "count"
    if quantity.unit.kind != "count" and quantity.unit.base != "人":
        return False
    if _OF_THEM.match(view.masked, pre.end, quantity.value.start):
        return True
    if quantity.unit.kind != "count":
        return False
    return pre.end - pre.start <= _SHORT and before.right + 1 >= quantity.left and only_acts(view, pre)


def _is_average(view: View, span: Span) -> bool:
    """Whether a phrase names only a share for each, whose topic stands before: 年人均, 农村年人均."""
    text = view.masked[span.start : span.end]
    return text in view.words.averages or (len(text) <= _SHORT and text.endswith(("年人均", "平均")))


def _is_rate(view: View, quantity: Quantity, span: Span, last: tuple[Quantity, Subject] | None) -> bool:
    """Whether points are the change of a rate, which is what is measured: 增速下降|4个百分点."""
    named = quantity.unit.word in _POINTS and view.masked[span.start : span.end] in _RATES
    return named and (last is None or last[1].span is None or _is_changed(view, quantity))


def _follows_at_once(view: View, quantity: Quantity, last: tuple[Quantity, Subject] | None) -> bool:
    """Whether the value before stands in this clause or the one before it."""
    return last is not None and last[0].right + 3 >= quantity.left


def is_joined(view: View, quantity: Quantity) -> bool:
    """Whether only 、, 和 or nothing stands between the value before and this one: X件X人, X元和X元."""
    match = _JOINED.match(view.masked, quantity.floor, quantity.value.start)
    return not quantity.first and match is not None and match.end() == quantity.value.start


def printed(text: str, span: Span | None) -> str | None:
    """A span's text as printed, blanks and line ends of the layout left out."""
    return "".join(text[span.start : span.end].split()) or None if span else None
