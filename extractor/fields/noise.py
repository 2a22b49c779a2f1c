"""Noise: lines and marks that are no part of the speech (ANNOTATION.md §5)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Noise, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_noise(speech: Speech, lexicon: Lexicon) -> tuple[Noise, ...]:
    """Every span of noise, in order."""
    return ()
