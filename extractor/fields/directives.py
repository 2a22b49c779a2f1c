"""Directives: what a directive item asks, of whom, by when (ANNOTATION.md §2)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Deadline, Directive, Item, Layout, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_directives(
    speech: Speech, layout: Layout, items: tuple[Item, ...], deadlines: tuple[Deadline, ...], lexicon: Lexicon
) -> tuple[Directive, ...]:
    """One for each item whose role is `directive`."""
    return ()
