"""The words by which claims are read, compiled once for each lexicon."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon


class Words:
    """A set of words that says which of them opens or ends a stretch of text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        by_first: dict[str, set[int]] = {}
        by_last: dict[str, set[int]] = {}
        for word in self._words:
            by_first.setdefault(word[0], set()).add(len(word))
            by_last.setdefault(word[-1], set()).add(len(word))
        self._first = {char: sorted(sizes, reverse=True) for char, sizes in by_first.items()}
        self._last = {char: sorted(sizes, reverse=True) for char, sizes in by_last.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def opening(self, text: str, start: int, end: int, borders: Container[int] | None = None) -> int:
        """The length of the longest word that begins at `start` and ends by `end`, 0 where none does.

        With `borders`, both its ends must lie on borders between words of the text.
        """
        if start >= end or (sizes := self._first.get(text[start])) is None:
            return 0
        if borders is not None and start not in borders:
            return 0
        for size in sizes:
            after = start + size
            if after <= end and text[start:after] in self._words and (borders is None or after in borders):
                return size
        return 0

    def ending(self, text: str, start: int, end: int, borders: Container[int] | None = None) -> int:
        """The length of the longest word that ends at `end` and begins no earlier than `start`, 0 where none does.

        With `borders`, its ends must lie on borders; a longer word (调整为) may begin inside one (结构调整).
        """
        if start >= end or (sizes := self._last.get(text[end - 1])) is None:
            return 0
        if borders is not None and end not in borders:
            return 0
        for size in sizes:
            before = end - size
            if before >= start and text[before:end] in self._words:
                return size if borders is None or size > 1 or before in borders else 0
        return 0


@dataclass(frozen=True)
class Vocabulary:
    """The word sets of `claims.toml`."""

    governing: Words
    opening: Words
    naming: Words
    objects: Words
    alone: Words
    phases: Words
    relative: Words
    whole: Words
    predicates: Words
    adverbs: Words
    manner: Words
    cuts: Words
    single: frozenset[str]
    compounds: Words
    protected: Words
    averages: Words
    increases: Words
    decreases: Words
    indicators: Words
    stops: Words
    deeds: Words
    finding: Words
    makes: Words
    regions: Words
    region_heads: frozenset[str]
    openers: frozenset[str]
    """The first characters of verbs, indicators and cuts: where a noun phrase may be cut."""
    before: Words
    after: Words


@lru_cache(maxsize=8)
def read_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon."""

    def words(table: str) -> Words:
        return Words(lexicon["claims"][table]["words"])

    approximations = lexicon["claims"]["approximations"]
    naming = frozenset(lexicon["claims"]["naming"]["words"])
    return Vocabulary(
        governing=Words(w for w in lexicon["claims"]["governing"]["words"] if w not in naming),
        opening=words("opening"),
        naming=Words(naming),
        objects=words("objects"),
        alone=words("alone"),
        phases=words("phases"),
        relative=words("relative"),
        whole=words("whole"),
        predicates=words("predicates"),
        adverbs=words("adverbs"),
        manner=words("manner"),
        cuts=words("cuts"),
        single=frozenset(lexicon["claims"]["single"]["words"]),
        compounds=words("compounds"),
        protected=words("protected"),
        averages=words("averages"),
        increases=words("increases"),
        decreases=words("decreases"),
        indicators=words("indicators"),
        stops=Words((*lexicon["claims"]["stops"]["words"], *lexicon["claims"]["cuts"]["words"])),
        deeds=words("deeds"),
        finding=words("finding"),
        makes=words("makes"),
        regions=Words(
            head + noun
            for head in lexicon["claims"]["regions"]["heads"]
            for noun in (*lexicon["claims"]["regions"]["nouns"], HIDDEN)
        ),
        openers=frozenset(word[0] for table in _CUTTING for word in lexicon["claims"][table]["words"]),
        region_heads=frozenset(head[0] for head in lexicon["claims"]["regions"]["heads"]),
        before=Words(approximations["before"]),
        after=Words(approximations["after"]),
    )


_CUTTING = ("governing", "opening", "naming", "whole", "indicators", "cuts")
NUMBER = "\ue000"
"""Stands for each character of a placeholder that hides a number that counts."""
HIDDEN = "\ue001"
"""Stands for each character of any other placeholder."""
DIGIT = rf"[\d{HIDDEN}{NUMBER}]"
"""A pattern of one digit, printed or hidden."""


_BEHIND = re.compile(r"(\(\?<[!=])([^)]*)\)")


def anchored(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern of many that each begin with a literal character, so that a search skips to such characters.

    What must or must not stand before the character is looked at behind it: `(?<!都)已` becomes `已(?<!都已)`.

    >>> anchored(["(?<!都)已", "曾"]).findall("已完成，都已完成，曾完成")
    ['已', '曾']
    """
    return re.compile("|".join(map(_begin_with_character, patterns)))


def _begin_with_character(pattern: str) -> str:
    conditions = []
    while condition := _BEHIND.match(pattern):
        conditions.append(condition.groups())
        pattern = pattern[condition.end() :]
    first, rest = pattern[0], pattern[1:]
    return first + "".join(f"{opening}(?:{before}){first})" for opening, before in conditions) + rest
