"""Redactions: what each placeholder hides (ANNOTATION.md §4)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Placeholder, Redaction, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_redactions(
    speech: Speech, layout: Layout, placeholders: tuple[Placeholder, ...], items: tuple[Item, ...], lexicon: Lexicon
) -> tuple[Redaction, ...]:
    """Each placeholder with its slot."""
    return ()
