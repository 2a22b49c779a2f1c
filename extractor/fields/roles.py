"""Roles: what each numbered point does (ANNOTATION.md §2)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def judge_roles(speech: Speech, layout: Layout, items: tuple[Item, ...], lexicon: Lexicon) -> tuple[Item, ...]:
    """The same items, each with its role and the rule that judged it."""
    return items
