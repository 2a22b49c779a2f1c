"""The calendar: the lexicon `calendar.toml`, read once and ready to scan a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import ahocorasick

from extractor.fields.year.clue import FIRST_MONTH, Window, month_on
from extractor.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Event:
    """What a name stands for: months since which, and until which, one speaks of it as of a present thing."""

    name: str
    kind: str
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


Entry = Event | Birth | Period | Season | Ordinal


@dataclass(frozen=True, eq=False)
class Calendar:
    """The lexicon as a machine: `hits` finds every name in one pass over the text."""

    machine: ahocorasick.Automaton
    plenums: Mapping[tuple[int, int], int]
    inspections: Mapping[tuple[int, int], int]
    cues: Mapping[str, str]
    horizon: int

    def hits(self, folded: str) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Start, end and entries of every name in the text, the entries of one name together."""
        for last, (length, entries) in self.machine.iter(folded):
            yield last - length + 1, last + 1, entries

    def cue(self, *names: str) -> str:
        """An alternation of the named lists, longest word first, each list a group of its name."""
        return "|".join(f"(?P<{name}>{self.cues[name]})" for name in names)


def _event(row: Mapping[str, object], kinds: Mapping[str, Mapping[str, float]]) -> Event:
    kind, since, until = str(row["kind"]), row.get("since"), row.get("until")
    first = month_on(since) if isinstance(since, date) else FIRST_MONTH
    span = int(kinds[kind]["months"])
    last = month_on(until) if isinstance(until, date) else first + span if span else None
    floor = kinds[kind]["floor"] if since else 0.0
    return Event(str(row["name"]), kind, first, last, floor, kinds[kind]["currency"])


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


def _aliases(row: Mapping[str, object]) -> list[str]:
    aliases = row["aliases"]
    return list(aliases) if isinstance(aliases, list) else []


def _numbered(table: Mapping[str, date]) -> dict[tuple[int, int], int]:
    pairs = ((key.split("."), day) for key, day in table.items())
    return {(int(a), int(b)): month_on(day) for (a, b), day in pairs}


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def read_calendar(lexicon: Lexicon) -> Calendar:
    """The calendar of a lexicon; built once."""
    tables = lexicon["calendar"]
    named: dict[str, list[Entry]] = {}
    for alias, entry in _entries(tables):
        named.setdefault(alias, []).append(entry)
    machine = ahocorasick.Automaton()
    for alias, entries in named.items():
        machine.add_word(alias, (len(alias), tuple(entries)))
    machine.make_automaton()
    return Calendar(
        machine,
        _numbered(tables["plenums"]),
        _numbered(tables["inspections"]),
        {name: _alternation(words) for name, words in tables["cues"].items()},
        month_on(tables["horizon"]),
    )
