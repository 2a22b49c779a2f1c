"""Items: the tree of numbered points (ANNOTATION.md §2)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_items(speech: Speech, layout: Layout, lexicon: Lexicon) -> tuple[Item, ...]:
    """Every numbered point in order, roles not yet judged (`other`)."""
    return ()
