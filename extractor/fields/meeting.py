"""Meeting: what kind of occasion the text was written for (ANNOTATION.md §1.1)."""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.records import Layout, Meeting, Speech
from extractor.rule import Rule, Verdict


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return ()


def find_meeting(speech: Speech, layout: Layout, lexicon: Lexicon) -> Meeting:
    """The meeting's types, name, genre and campaign, with evidence."""
    return Meeting(None, (), None, None, None, ())
