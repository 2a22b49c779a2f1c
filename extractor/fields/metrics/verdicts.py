"""The names of the ways in which a claim is found, each with sentences both ways."""

from __future__ import annotations

from extractor.fields.metrics.subjects import Subject
from extractor.fields.metrics.view import Quantity
from extractor.rule import Verdict

_HOW = {
    "after": "metrics.noun-after-unit",
    "before": "metrics.noun-before-value",
    "shared": "metrics.shared-subject",
    "verb": "metrics.verb-phrase",
    "predicate": "metrics.predicate-after",
    "topic": "metrics.topic",
}


def name_rule(quantity: Quantity, subject: Subject) -> str:
    """The rule by which a claim stands: how its subject was found."""
    return _HOW[subject.how]


VERDICTS: tuple[Verdict, ...] = ()
