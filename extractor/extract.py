"""One speech in, everything found in it out: the fields in their order, each given what the earlier ones found."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from extractor.fields import (
    deadlines,
    directives,
    items,
    keywords,
    layout,
    meeting,
    metrics,
    noise,
    placeholders,
    redactions,
    roles,
    speaker,
    year,
)
from extractor.lexicon import Lexicon, load_lexicon
from extractor.parts import PARTS, with_needs
from extractor.records import Extraction, Speech
from extractor.rule import Rule, Verdict

FIELDS = (noise, layout, meeting, year, speaker, items, roles, placeholders, redactions, metrics, deadlines, directives,
          keywords)  # fmt: skip


def extract(speech: Speech, lexicon: Lexicon | None = None, parts: Collection[str] = PARTS) -> Extraction:
    """Every fact of one speech, or those of some parts and what they need.

    A text without any fact gives an empty extraction, never an error.

    >>> extract(Speech("a.txt", "在全市安全生产工作会议上的讲话\\n同志们：")).meeting.meeting_type
    'work_conference'
    """
    lexicon = lexicon or load_lexicon()
    wanted = with_needs(parts)
    frame = layout.read_layout(speech, noise.find_noise(speech, lexicon), lexicon)
    found: dict[str, Any] = {"layout": frame}
    if "meeting" in wanted:
        found["meeting"] = meeting.find_meeting(speech, frame, lexicon)
    if "year" in wanted:
        found["dating"] = year.find_year(speech, frame, lexicon)
    if "speaker" in wanted:
        found["speaker"] = speaker.find_speaker(speech, frame, lexicon)
    if "items" in wanted:
        points = items.find_items(speech, frame, lexicon)
        found["items"] = roles.judge_roles(speech, frame, points, lexicon)
    if "metrics" in wanted:
        runs = placeholders.find_placeholders(speech, frame, lexicon)
        found["redactions"] = redactions.find_redactions(speech, frame, runs, found["items"], lexicon)
        found["claims"] = metrics.find_claims(speech, frame, found["redactions"], found["items"], lexicon)
    if "deadlines" in wanted:
        found["deadlines"] = deadlines.find_deadlines(speech, frame, found["dating"], lexicon)
    if "directives" in wanted:
        limits = found["deadlines"]
        found["directives"] = directives.find_directives(speech, frame, found["items"], limits, lexicon)
    if "keywords" in wanted:
        found["keywords"] = keywords.find_keywords(speech, frame, lexicon)
    return Extraction(**found)


def all_rules(lexicon: Lexicon | None = None) -> tuple[Rule | Verdict, ...]:
    """Every rule of every field, in the order of the fields."""
    lexicon = lexicon or load_lexicon()
    return tuple(rule for module in FIELDS for rule in module.rules(lexicon))
