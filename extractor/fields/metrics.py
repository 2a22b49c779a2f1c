"""Metric claims: checkable statements of quantities (ANNOTATION.md §3)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Claim, Item, Layout, Redaction, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_claims(
    speech: Speech, layout: Layout, redactions: tuple[Redaction, ...], items: tuple[Item, ...], lexicon: Lexicon
) -> tuple[Claim, ...]:
    """Every claim in order; placeholders count where their slot is `quantity`."""
    return ()
