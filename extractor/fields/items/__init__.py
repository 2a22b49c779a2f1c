"""Items: the tree of numbered points (ANNOTATION.md §2).

`markers` knows the enumerators, `context` and `outline` drop what opens no point, `wording` keeps the word series
that structure points, `series` builds the tree and `extents` says where each point ends.
"""

from __future__ import annotations

from extractor.fields.items.context import credible_marks
from extractor.fields.items.extents import build_items
from extractor.fields.items.markers import marker_rules, scan_marks
from extractor.fields.items.series import Tracker
from extractor.fields.items.wording import structuring_marks
from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Speech
from extractor.rule import Rule, Verdict

__all__ = ["find_items", "rules"]


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*marker_rules(lexicon).values(), *lexicon.rules("items"))


def find_items(speech: Speech, layout: Layout, lexicon: Lexicon) -> tuple[Item, ...]:
    """Every numbered point in order, roles not yet judged (`other`)."""
    marks = credible_marks(speech.folded, layout, scan_marks(speech.folded, lexicon), lexicon)
    tracker = Tracker(speech.folded, layout, structuring_marks(speech.folded, marks, lexicon), lexicon)
    return build_items(speech, layout, tracker, tracker.read())
