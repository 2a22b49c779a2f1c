"""The calendar: the lexicon `calendar.toml`, read once and ready to scan a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from extractor.fields.year.clue import FIRST_MONTH, Window, month_on
from extractor.gazetteer import Gazetteer
from extractor.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Event:
    """What a name stands for: months since which, and until which, one speaks of it as of a present thing.

    `named` is the month since which it is spoken of at all: a congress or games are named long before they open.
    """

    name: str
    kind: str
    named: int
    since: int
    until: int | None
    floor: float
    currency: float

    @property
    def current(self) -> Window | None:
        """The months in which it is said of the present, where they end."""
        return None if self.until is None else (self.since, self.until)


@dataclass(frozen=True, slots=True)
class Birth:
    """What anniversaries are counted from."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Period:
    """A run of years with a first and a last, where known."""

    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Season:
    """The months of the year in which a phrase is said."""

    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A yearly day or fair; `zero` is the year before its first."""

    zero: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """A year of the cycle of sixty, or of the twelve animals: the years that it can be."""

    years: tuple[int, ...]


Entry = Event | Birth | Period | Season | Ordinal | Cycle
KINDS = (Event, Birth, Period, Season, Ordinal, Cycle)
_STEMS, _BRANCHES, _ANIMALS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"


@dataclass(frozen=True, eq=False)
class Calendar:
    """The lexicon, ready: `hits` finds every name in one pass over the text."""

    names: Gazetteer
    named: Mapping[str, tuple[tuple[type, Any], ...]]
    """The entries of each name, by kind."""
    plenums: Mapping[tuple[int, int], int]
    inspections: Mapping[tuple[int, int], int]
    cues: Mapping[str, str]
    horizon: int

    def hits(self, folded: str) -> dict[type, list[tuple[int, int, Any]]]:
        """Start, end and entry of every name, the longest at each place, by kind of entry.

        The events of one name come together, as a tuple.
        """
        found: dict[type, list[tuple[int, int, Any]]] = {kind: [] for kind in KINDS}
        for name, start, end in self.names.scan(folded):
            for kind, entry in self.named[name]:
                found[kind].append((start, end, entry))
        return found

    def cue(self, *names: str) -> str:
        """An alternation of the named lists, longest word first, each list a group of its name."""
        return "|".join(f"(?P<{name}>{self.cues[name]})" for name in names)


def _event(row: Mapping[str, object], kinds: Mapping[str, Mapping[str, float]]) -> Event:
    kind, since, until = str(row["kind"]), row.get("since"), row.get("until")
    first = month_on(since) if isinstance(since, date) else FIRST_MONTH
    span = int(kinds[kind]["months"])
    last = month_on(until) if isinstance(until, date) else first + span if span else None
    floor = kinds[kind]["floor"] if since else 0.0
    named = row.get("named")
    known = month_on(named) if isinstance(named, date) else first
    return Event(str(row["name"]), kind, known, first, last, floor, kinds[kind]["currency"])


def _entries(tables: Mapping[str, list[Mapping[str, object]]]) -> Iterator[tuple[str, Entry]]:
    kinds: Mapping[str, Mapping[str, float]] = tables["kinds"]  # type: ignore[assignment]
    for row in tables["events"]:
        yield from ((alias, _event(row, kinds)) for alias in _aliases(row))
    for row in tables["founded"]:
        since = row["since"]
        assert isinstance(since, date)
        yield from ((alias, Birth(since.year, since.month)) for alias in _aliases(row))
    for row in tables["periods"]:
        period = Period(row.get("first"), row.get("last"))  # type: ignore[arg-type]
        yield from ((alias, period) for alias in _aliases(row))
    for row in tables["seasons"]:
        yield from ((alias, Season(tuple(row["months"]))) for alias in _aliases(row))  # type: ignore[arg-type]
    for row in tables["ordinals"]:
        yield from ((alias, Ordinal(int(row["zero"]))) for alias in _aliases(row))  # type: ignore[call-overload]
    yield from _cycle()


def _cycle() -> Iterator[tuple[str, Entry]]:
    """甲子年 is 1984; an animal alone can be one of several years."""
    for i in range(60):
        name, animal = _STEMS[i % 10] + _BRANCHES[i % 12], _ANIMALS[i % 12]
        yield f"{name}年", Cycle((1984 + i,))
        yield f"{name}{animal}年", Cycle((1984 + i,))
    for i, animal in enumerate(_ANIMALS):
        yield f"{animal}年", Cycle(tuple(1996 + i + 12 * k for k in range(4)))


def _aliases(row: Mapping[str, object]) -> list[str]:
    aliases = row["aliases"]
    return list(aliases) if isinstance(aliases, list) else []


def _numbered(table: Mapping[str, date]) -> dict[tuple[int, int], int]:
    pairs = ((key.split("."), day) for key, day in table.items())
    return {(int(a), int(b)): month_on(day) for (a, b), day in pairs}


def _by_kind(entries: list[Entry]) -> tuple[tuple[type, Any], ...]:
    events = tuple(entry for entry in entries if isinstance(entry, Event))
    others = tuple((type(entry), entry) for entry in entries if not isinstance(entry, Event))
    return ((Event, events), *others) if events else others


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def read_calendar(lexicon: Lexicon) -> Calendar:
    """The calendar of a lexicon; built once."""
    tables = lexicon["calendar"]
    named: dict[str, list[Entry]] = {}
    for alias, entry in _entries(tables):
        named.setdefault(alias, []).append(entry)
    for decoy in tables["decoys"]:
        named.setdefault(decoy, [])
    return Calendar(
        Gazetteer(named),
        {name: _by_kind(entries) for name, entries in named.items()},
        _numbered(tables["plenums"]),
        _numbered(tables["inspections"]),
        {name: _alternation(words) for name, words in tables["cues"].items()},
        month_on(tables["horizon"]),
    )
