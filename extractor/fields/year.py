"""Year: when the speech was delivered, from dated evidence (ANNOTATION.md §1)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Dating, Layout, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_year(speech: Speech, layout: Layout, lexicon: Lexicon) -> Dating:
    """The delivery year, its interval and basis, with evidence."""
    return Dating(None, None, None, "unknown", None, ())
