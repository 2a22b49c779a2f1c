"""Speaker: level and body for which the speaker speaks (ANNOTATION.md §1.2, §1.3)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Layout, Speaker, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_speaker(speech: Speech, layout: Layout, lexicon: Lexicon) -> Speaker:
    """The speaker's level and body, with evidence."""
    return Speaker(None, None, None, None, ())
