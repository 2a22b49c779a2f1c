"""One speech as the claim readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from extractor.fields.metrics.clauses import Clauses
from extractor.fields.metrics.units import Unit, Units
from extractor.fields.metrics.values import Value
from extractor.fields.metrics.vocabulary import Vocabulary
from extractor.segment import Segmenter


@dataclass(frozen=True)
class View:
    """The masked text with its clauses and the words to read it by; offsets are the text's own."""

    masked: str
    clauses: Clauses
    words: Vocabulary
    units: Units


class Quantity(NamedTuple):
    """A value with its unit and its place: clause `[left, right)`, `floor` where the value before it ended.

    `borders` are the offsets in the clause between two words.

    `ceiling` is where the next value begins. `after` is the approximation that follows the unit, `end` where
    value, unit and approximation end.
    """

    value: Value
    unit: Unit
    left: int
    right: int
    floor: int
    ceiling: int
    sentence: int
    after: str
    end: int
    first: bool
    """Whether it is the first value of its clause."""
    borders: frozenset[int]


def find_borders(masked: str, left: int, right: int, segmenter: Segmenter) -> frozenset[int]:
    """The offsets between two words of a stretch of text, its ends included."""
    borders, at = [left], left
    for word in segmenter.cut(masked[left:right]):
        at += len(word)
        borders.append(at)
    return frozenset(borders)
