"""One speech in, everything found in it out: the fields in their order, each given what the earlier ones found."""

from __future__ import annotations

from extractor.fields import (
    deadlines,
    directives,
    items,
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
from extractor.records import Extraction, Speech
from extractor.rule import Rule, Verdict

FIELDS = (noise, layout, meeting, year, speaker, items, roles, placeholders, redactions, metrics, deadlines, directives)


def extract(speech: Speech, lexicon: Lexicon | None = None) -> Extraction:
    """Every fact of one speech; a text without any gives an empty extraction, never an error.

    >>> extract(Speech("a.txt", "在全市安全生产工作会议上的讲话\\n同志们：")).meeting.meeting_type
    'work_conference'
    """
    lexicon = lexicon or load_lexicon()
    frame = layout.read_layout(speech, noise.find_noise(speech, lexicon), lexicon)
    occasion = meeting.find_meeting(speech, frame, lexicon)
    dating = year.find_year(speech, frame, lexicon)
    points = roles.judge_roles(speech, frame, items.find_items(speech, frame, lexicon), lexicon)
    hidden = redactions.find_redactions(
        speech, frame, placeholders.find_placeholders(speech, frame, lexicon), points, lexicon
    )
    limits = deadlines.find_deadlines(speech, frame, dating, lexicon)
    return Extraction(
        layout=frame,
        meeting=occasion,
        dating=dating,
        speaker=speaker.find_speaker(speech, frame, lexicon),
        items=points,
        directives=directives.find_directives(speech, frame, points, limits, lexicon),
        deadlines=limits,
        claims=metrics.find_claims(speech, frame, hidden, points, lexicon),
        redactions=hidden,
    )


def all_rules(lexicon: Lexicon | None = None) -> tuple[Rule | Verdict, ...]:
    """Every rule of every field, in the order of the fields."""
    lexicon = lexicon or load_lexicon()
    return tuple(rule for module in FIELDS for rule in module.rules(lexicon))
