"""Placeholders: which alphabet hides things in this document, and where (ANNOTATION.md §4)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Layout, Placeholder, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_placeholders(speech: Speech, layout: Layout, lexicon: Lexicon) -> tuple[Placeholder, ...]:
    """Every unbroken placeholder run that hides something, in order."""
    return ()
