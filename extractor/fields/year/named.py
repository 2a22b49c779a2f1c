"""Named events: campaigns, congresses, drives, laws, leaders and offices that the calendar dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from extractor.fields.year.calendar import Calendar, Event
from extractor.fields.year.clue import Clue
from extractor.lexicon import Lexicon

_REACH = 14
_FLOORS = 8
"""Of all that a text knows, the newest names that bound it from below."""
_FRESH_MONTHS = 3
_AHEAD_MONTHS = 12
_NEWS_MONTHS = 4
_STUDY_MONTHS = 13
_ISSUED_MONTHS = 8
_MANY, _LISTED = 4, 0.1
_HAPPENINGS = ("year.crisis", "year.event")
"""Of these a text lists many when it looks back; only the newest are near."""
_BRIEF = 20
_HELD = ("congress", "event", "meeting", "crisis")
_LAST_YEAR = re.compile(r"(?:去年|过去的?一年|上年)[^。！？\n]{0,30}$")
_THIS = re.compile(r"今年[^！？\n去]{0,60}$")
_SINCE = re.compile(r"[”》]?(?:精神|以来|以后|之后|后|灾后|重建|恢复|周年|期间以来)")
_SUMMED = re.compile(r"[^。\n]{0,10}总结")
_LAUNCHED = re.compile(r"[^。\n总结]{0,10}(?:动员|部署|启动)")
_ISSUED = re.compile(r"印发|出台|颁布|施行|下发|实施")
_STOPS = re.compile(r"[，。；\n]")
_NEWS = re.compile(r"今年[^。；！？\n去]{0,24}$")
"""今年三月国务院印发的《…》: a document of this year."""
_MIDST = re.compile(r"在[^。；\n]{0,16}(?:学习|贯彻|落实)[^。；\n]{0,10}$")
_MIDST_OF = re.compile(r"[^。；\n]{0,24}?(?:的关键时刻|的关键时期|的重要时刻|的重要时期|热潮|的高潮|的新形势)")
"""在全党深入学习贯彻十七大精神的关键时刻: said in the year after it."""
_AT_ONCE = re.compile(r"迅速[^。；\n]{0,12}统一到[党的“]{0,3}$")
"""迅速把思想统一到党的二十大精神上来: said in the first weeks after it."""
_THIS_YEAR = re.compile(r"今年|年内|下半年")


@lru_cache(maxsize=8)
def _contexts(lexicon: Lexicon, calendar: Calendar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = calendar.cue("ahead", "fresh", "study")
    after = calendar.cue("ahead_after", "fresh_after", "since_then")
    return (
        re.compile(rf"(?:{before})(?:了|好|党的|中共|“|《|全国|中央|，|和|、|学习|宣传|贯彻){{0,7}}$"),
        re.compile(rf"[”》]?(?:精神|的|会议|大会|胜利|也|已|已经|于\w{{0,6}}){{0,2}}(?:{after})"),
    )


def read_named(
    text: str, hits: Iterable[tuple[int, int, tuple[Event, ...]]], calendar: Calendar, lexicon: Lexicon
) -> Iterator[Clue]:
    """The clues of every named event, of each name once for each way of speaking of it."""
    contexts = _contexts(lexicon, calendar)
    seen: set[tuple[str, str]] = set()
    floors: list[Clue] = []
    happenings: list[Clue] = []
    for start, end, events in hits:
        cue = _cue(text, start, end, events[0].kind, contexts)
        if (key := (events[0].name, cue)) not in seen:
            seen.add(key)
            for clue in _clues(start, end, events, cue, calendar):
                if clue.bound == "floor":
                    floors.append(clue)
                elif clue.rule in _HAPPENINGS:
                    happenings.append(clue)
                else:
                    yield clue
    yield from sorted(floors, key=lambda clue: -clue.first)[:_FLOORS]
    newest = max((clue.first for clue in happenings), default=0)
    weight = _LISTED if len(happenings) >= _MANY else 1.0
    yield from (replace(c, weight=min(c.weight, weight)) for c in happenings if c.first > newest - 12)


def _cue(text: str, start: int, end: int, kind: str, contexts: tuple[re.Pattern[str], re.Pattern[str]]) -> str:
    """What the words around a name say of it; an office or a formula is only there."""
    if kind == "campaign":
        if _LAUNCHED.match(text, end, end + 14):
            return "launched"
        return "summed" if _SUMMED.match(text, end, end + 14) else ""
    if kind in ("drive", "document"):
        before = _STOPS.split(text[max(0, start - 6) : start])[-1]
        if not _ISSUED.search(before + text[end : end + 8]):
            return ""
        return "issued_this_year" if _NEWS.search(text[max(0, start - 30) : start]) else "issued"
    if kind not in _HELD:
        return ""
    if _MIDST_OF.match(text, end, end + 40) and _MIDST.search(text[max(0, start - 34) : start]):
        return "midst"
    if _AT_ONCE.search(text[max(0, start - 24) : start]):
        return "fresh"
    found = contexts[1].match(text, end, end + _REACH) or contexts[0].search(text[max(0, start - _REACH) : start])
    cue = found.lastgroup if found else None
    present = cue is None and kind in ("crisis", "event") and not _SINCE.match(text, end)
    if present and _THIS.search(text[max(0, start - 70) : start]):
        return "this_year"
    if cue is None:
        return "last_year" if _LAST_YEAR.search(text[max(0, start - 44) : start]) else ""
    if cue.startswith("ahead") and _THIS_YEAR.search(text[max(0, start - _REACH) : end + _REACH]):
        return "ahead_this_year"
    return cue


def _clues(start: int, end: int, events: tuple[Event, ...], cue: str, calendar: Calendar) -> Iterator[Clue]:
    sure_of = cue in ("study", "since_then", "fresh", "fresh_after")
    first = min(event.since if sure_of else event.named for event in events)
    sure = max(event.floor for event in events)
    kind = events[0].kind
    if cue.startswith("ahead") and kind in ("congress", "event", "meeting"):
        since = max(event.since for event in events)
        low = since // 12 * 12 if cue == "ahead_this_year" else since - _AHEAD_MONTHS
        yield Clue(((low, since),), start, end, "year.event-ahead", 0.9, "ceiling")
        return
    if sure:
        yield Clue(((first, calendar.horizon),), start, end, f"year.{kind}", sure, "floor")
    if cue in ("fresh", "fresh_after"):
        near = tuple((event.since, event.since + _FRESH_MONTHS) for event in events)
        yield Clue(near, start, end, "year.event-fresh", 0.85)
        return
    if cue == "midst":
        near = tuple((event.since, event.since + _STUDY_MONTHS) for event in events)
        yield Clue(near, start, end, "year.event-midst", 0.75)
        return
    if cue == "issued_this_year":
        near = tuple((event.since, event.since // 12 * 12 + 11) for event in events)
        yield Clue(near, start, end, "year.document-this-year", 0.85)
    if cue == "issued" and kind in ("drive", "document"):
        near = tuple((event.since, event.since + _ISSUED_MONTHS) for event in events)
        yield Clue(near, start, end, "year.document-issued", 0.35)
    current = tuple(event.current for event in events if event.current)
    if cue == "since_then" or len(current) < len(events):
        return
    yield Clue(current, start, end, f"year.{kind}", max(event.currency for event in events))
    if cue == "last_year" and kind in _HELD:
        brief = [event for event in events if event.until is None or event.until - event.since < _BRIEF]
        near = tuple((event.since // 12 * 12 + 11, event.since // 12 * 12 + 23) for event in brief)
        if near:
            yield Clue(near, start, end, "year.event-last-year", 0.7)
    if cue == "this_year":
        near = tuple((event.since, event.since // 12 * 12 + 11) for event in events)
        yield Clue(near, start, end, "year.event-this-year", 0.7)
    if cue == "launched" and kind == "campaign":
        early = tuple((low, low + (high - low) // 3) for low, high in current)
        yield Clue(early, start, end, "year.campaign-launched", 0.5)
    if cue == "summed" and kind == "campaign":
        late = tuple(((low + high) // 2, high) for low, high in current)
        yield Clue(late, start, end, "year.campaign-summed", 0.4)
    if cue == "study" and kind == "congress":
        near = tuple((event.since, event.since + _STUDY_MONTHS) for event in events)
        yield Clue(near, start, end, "year.event-studied", 0.45)
    if kind == "meeting":
        near = tuple((event.since, event.since + _NEWS_MONTHS) for event in events)
        yield Clue(near, start, end, "year.event-studied", 0.35)
