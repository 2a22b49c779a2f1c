"""Details of a claim: comparison, period, and the value in its base unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter

from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import DIGIT, HIDDEN, NUMBER, anchored
from extractor.lexicon import Lexicon
from extractor.records import Span

# A class stands first: a search skips to its characters.
_PERIOD = re.compile(
    rf"[\d{HIDDEN}{NUMBER}“今去上下明前一二三四五两全](?<![比较与同].)(?:"
    rf"(?<={DIGIT}){DIGIT}{{3}}年(?:[上下]半年|[一二三四]季度|前三季度|[\d-]+月份?|底|末)?"
    r"|(?<=“)十[一二三四]五”(?:时期|期间)?|(?<=[今去上明])年(?:[上下]半年|[一二三四]季度|前三季度|以来)?"
    r"|(?<=[上下])半年|(?<=前)三季度|(?<=[一二三四])季度|(?<=全)年|(?<=[五三两])年来?)"
)


@lru_cache(maxsize=8)
def _comparisons(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon["claims"]["comparisons"]["words"], key=lambda word: (-len(word), word))
    since = [rf"{char}[\d{HIDDEN}{NUMBER}]{{4}}年(?:同期|末|底)?" for char in "比较"]
    return anchored([*words, *since])


def find_comparison(view: View, quantity: Quantity, lexicon: Lexicon) -> Span | None:
    """What a value is compared with (同比, 比上年), None where nothing is named."""
    match = _comparisons(lexicon).search(view.masked, quantity.floor, quantity.value.start)
    return Span(*match.span()) if match else None


def find_periods(masked: str) -> tuple[Span, ...]:
    """Every period of a masked text in order, but those that are compared with: 2019年, 上半年, “十三五”时期."""
    return tuple(Span(*match.span()) for match in _PERIOD.finditer(masked))


def find_period(view: View, quantity: Quantity) -> Span | None:
    """The period that a value belongs to, as printed before it in its sentence."""
    at = bisect_right(view.periods, quantity.value.start, key=attrgetter("end")) - 1
    start = max(quantity.sentence, quantity.value.start - 120)
    return view.periods[at] if at >= 0 and view.periods[at].start >= start else None


def find_predicate(view: View, quantity: Quantity) -> Span | None:
    """The predicate directly before a value (完成, 达到, 增长), None where a noun stands there."""
    end = _end_before(view, quantity, " 近约超了")
    size = view.words.predicates.ending(view.masked, quantity.floor, end)
    return Span(end - size, end) if size >= 2 else None


def find_verb(view: View, quantity: Quantity) -> Span | None:
    """The verb directly before a value whose noun follows (制定|5部法规), None where another word stands there."""
    masked, words, floor = view.masked, view.words, quantity.floor
    end = _end_before(view, quantity, " 了")
    if words.indicators.ending(masked, floor, end):
        return None
    verbs = (words.governing, words.naming, words.opening)
    size = max(verb.ending(masked, floor, end, quantity.borders) for verb in verbs)
    return Span(end - size, end) if size >= 2 else None


def _end_before(view: View, quantity: Quantity, skipped: str) -> int:
    end = quantity.value.start
    while end > quantity.floor and view.masked[end - 1] in skipped:
        end -= 1
    return end


def normalise(quantity: Quantity) -> tuple[float | None, str | None]:
    """The value in its base unit: 1.2亿元 is 120000000 元, 三成 is 30 %, 翻2番 is 4 倍."""
    value, unit = quantity.value, quantity.unit
    if value.shape == "share":
        return (None if value.number is None else _exact(value.number * 100)), "%"
    if unit.word == "番":
        return (None if value.number is None else 2.0**value.number if value.number < 60 else None), "倍"
    base = unit.base or None
    return (None if value.number is None else _exact((value.number + unit.extra) * unit.factor)), base


def _exact(product: float) -> float:
    """A product without what binary fractions add: 1.1亿 is 110000000, not 110000000.00000001."""
    return float(f"{product:.12g}")
