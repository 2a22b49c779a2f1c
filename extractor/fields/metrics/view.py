"""One speech as the claim readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from extractor.fields.metrics.clauses import Clauses
from extractor.fields.metrics.units import Unit, Units
from extractor.fields.metrics.values import Value
from extractor.fields.metrics.vocabulary import Vocabulary
from extractor.records import Span
from extractor.segment import Segmenter


@dataclass(frozen=True)
class View:
    """The masked text with its clauses and the words to read it by; offsets are the text's own."""

    masked: str
    clauses: Clauses
    periods: tuple[Span, ...]
    words: Vocabulary
    units: Units


@dataclass(slots=True)
class Quantity:
    """A value with its unit and its place: clause `[left, right)`, `floor` where the value before it ended.

    `after` is the approximation that follows the unit, `end` where value, unit and approximation end. What its
    neighbours decide is filled in when they are known: `floor`, `ceiling` where the next value begins, and
    `borders`, the offsets in the clause between two words.
    """

    value: Value
    unit: Unit
    left: int
    right: int
    floor: int
    sentence: int
    after: str
    end: int
    first: bool
    """Whether it is the first value of its clause."""
    ceiling: int = 0
    borders: frozenset[int] = frozenset()


def find_borders(masked: str, left: int, right: int, segmenter: Segmenter) -> frozenset[int]:
    """The offsets between two words of a stretch of text, its ends included."""
    return frozenset(accumulate(map(len, segmenter.cut(masked[left:right])), initial=left))
