"""Deadlines: every time limit in the text (SCHEMA.md)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Dating, Deadline, Layout, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_deadlines(speech: Speech, layout: Layout, dating: Dating, lexicon: Lexicon) -> tuple[Deadline, ...]:
    """Every time limit, with its ISO date where text and year settle it."""
    return ()
