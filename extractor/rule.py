"""A rule: a fact about the genre with a name, examples both ways and the source that forced it.

Two kinds. A `Rule` is a pattern over the folded text whose named groups are fields of the record that it yields.
A `Verdict` names one branch of an ordinary function where context decides (is this X a number, a place, a name?).
Both carry sentences that they must find and sentences that they must leave alone; one test proves them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import RuleError

_NAME = re.compile(r"[a-z][a-z_]*(\.[a-z0-9][a-z0-9-]*)+")


@dataclass(frozen=True)
class Rule:
    """A pattern over folded text.

    `finds` maps a sentence to the exact texts that the pattern finds in it, in order; `ignores` are sentences in
    which it finds nothing. `read` maps a named group to the function that reads it. `weight` (0..1) is the strength
    of the clue where clues compete. Raises `RuleError` when built without examples or with a malformed pattern.
    """

    name: str
    pattern: str
    finds: Mapping[str, tuple[str, ...]]
    ignores: tuple[str, ...]
    source: str
    yields: str = ""
    read: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    weight: float = 1.0
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self.name, self.finds, self.ignores, self.source)
        try:
            regex = re.compile(self.pattern, re.VERBOSE | re.MULTILINE)
        except re.error as error:
            raise RuleError(f"rule {self.name}: pattern is malformed ({error}); mend it") from error
        if unknown := set(self.read) - set(regex.groupindex):
            raise RuleError(f"rule {self.name}: reads groups that its pattern lacks: {', '.join(sorted(unknown))}")
        object.__setattr__(self, "regex", regex)

    def scan(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every place in the folded text where the rule fires."""
        return self.regex.finditer(folded, start, len(folded) if end is None else end)

    def values(self, match: re.Match[str]) -> dict[str, Any]:
        """What the named groups say, read by their readers; groups that did not take part are left out."""
        groups = {k: v for k, v in match.groupdict().items() if v is not None}
        return {k: self.read[k](v) if k in self.read else v for k, v in groups.items()}


@dataclass(frozen=True)
class Verdict:
    """One named branch of a judgement made by code.

    `finds` maps a sentence to the texts of the rows that carry this name after a whole extraction of the sentence;
    `ignores` are sentences in which no row carries it.
    """

    name: str
    yields: str
    says: str
    finds: Mapping[str, tuple[str, ...]]
    ignores: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        _check(self.name, self.finds, self.ignores, self.source)


def _check(name: str, finds: Mapping[str, tuple[str, ...]], ignores: tuple[str, ...], source: str) -> None:
    if not _NAME.fullmatch(name):
        raise RuleError(f"rule {name!r}: a name reads field.shape, lower case ASCII")
    if not (finds and ignores and source):
        raise RuleError(f"rule {name}: needs examples that it finds, examples that it ignores, and a source")
