"""Cues: the words that show what a point does, compiled once for a lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from extractor.gate import gated
from extractor.lexicon import Lexicon, alternation
from extractor.records import Role

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class Cues:
    """Patterns by what they show; `names` and `leads` give (role, weight) in the order of their strength."""

    names: tuple[tuple[Role, float, re.Pattern[str]], ...]
    leads: tuple[tuple[Role, float, re.Pattern[str]], ...]
    neutral: re.Pattern[str]
    modal: re.Pattern[str]
    forward: re.Pattern[str]
    imperative: re.Pattern[str]
    achieved: re.Pattern[str]
    ahead: re.Pattern[str]
    eased: re.Pattern[str]
    lacking: re.Pattern[str]
    mending: re.Pattern[str]
    short_of: re.Pattern[str]
    preventing: re.Pattern[str]
    concluded: re.Pattern[str]
    stated: re.Pattern[str]
    body: re.Pattern[str]


@lru_cache(maxsize=8)
def cues(lexicon: Lexicon) -> Cues:
    """The cues of a lexicon."""
    table = lexicon["roles"]
    own, body = table["own"], table["body"]
    return Cues(
        _graded(table["names"], 4.0, 1.5),
        _graded(table["leads"], 3.0, 1.5),
        _any(table["leads"]["neutral"]),
        _any(own["modal"]),
        _any(own["forward"]),
        re.compile(f"(?:{'|'.join(sorted(own['imperative'], key=len, reverse=True))})"),
        _any([*own["achieved"], *own["eased"], alternation(own["achieved_words"])]),
        _any(own["ahead"]),
        _any(own["eased"]),
        _any([*own["lacking"], alternation(own["lacking_words"])]),
        _any(own["mending"]),
        _any(own["short_of"]),
        _any(own["preventing"]),
        _any(own["concluded"]),
        _any(own["stated"]),
        gated([f"(?P<asks>{'|'.join(body['asks'])})", f"(?P<reports>{'|'.join(body['reports'])})"]),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return gated(f"(?:{p})" for p in patterns)


def _graded(table: Mapping[str, Any], strong: float, weak: float) -> tuple[tuple[Role, float, re.Pattern[str]], ...]:
    return tuple(
        (role, weight, _any(table[role][grade]))
        for grade, weight in (("strong", strong), ("weak", weak))
        for role in ROLES
        if table.get(role, {}).get(grade)
    )
