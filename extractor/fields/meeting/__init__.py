"""Meeting: what kind of occasion the text was written for (ANNOTATION.md §1.1).

The title decides; failing that the opening; failing that the genre, then set phrases. Every clue is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extractor.fields.meeting.called import read_name
from extractor.fields.meeting.clues import ALSO, FIELD, OPENED, find_clues, find_opening
from extractor.fields.meeting.names import WORK, Called, Names, find_genre, find_names, names
from extractor.fields.meeting.phrases import CLUES, TARGETS
from extractor.lexicon import Lexicon
from extractor.records import Evidence, Layout, Meeting, Speech
from extractor.rule import Rule, Verdict

TITLED = Verdict(
    "meeting.title",
    "Evidence",
    "the title, or the subtitle, calls the occasion by its kind",
    {
        "在全市总结暨组织工作会议上的讲话\n同志们：": ("总结", "工作会议"),
        "在全县安全生产调度会上的讲话\n同志们：": ("调度会",),
    },
    ("在全市工业强市大会上的讲话\n同志们：",),
    "ANNOTATION.md §1: the title decides; of a compound the first named is meeting_type",
)
GENRED = Verdict(
    "meeting.genre",
    "Evidence",
    "the title names no meeting, but a genre that has its own occasion",
    {"新春致辞\n同志们：": ("致辞",), "总结发言\n同志们：": ("总结发言",)},
    ("在全市工作会议上的讲话\n同志们：",),
    "ANNOTATION.md §1: “总结发言” with no meeting named is summary",
)
GENERIC = Verdict(
    "meeting.generic",
    "Evidence",
    "a conference that title or opening names only by its subject: 全市教育大会",
    {"在全市工业强市大会上的讲话\n同志们：": ("大会",)},
    ("总结发言\n同志们：",),
    "seen: 全市…大会 on a field of work is a work conference",
)
CAMPAIGN = Verdict(
    "meeting.campaign",
    "Evidence",
    "the title or the opening names a study campaign",
    {"在全县党史学习教育总结会上的讲话\n同志们：": ("党史学习教育",)},
    ("在全县总结会上的讲话\n同志们：",),
    "SCHEMA.md documents.campaign",
)
_SUBTITLE = re.compile(r"^[ ]*[-—–][^\n]{5,}", re.MULTILINE)
_RUN_IN = re.compile(
    r"\s*(?P<title>[^，。！？；：\n]{2,40}?(?:讲话|讲稿|发言|党课|致辞|主持词|述职报告)(?:稿|范文|材料|讲稿|发言稿){0,2})(?=：[^\n])"
)
"""A title that runs on into its text after a colon: 2019年党课讲稿：守住底线党员要…"""
_GENERIC = re.compile(r"大会|会议|(?<=[^机社协开])会(?=上|$)")


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (TITLED, OPENED, ALSO, GENRED, GENERIC, CAMPAIGN, *(rule for _, _, rule in (*CLUES, TARGETS)))


def find_meeting(speech: Speech, layout: Layout, lexicon: Lexicon) -> Meeting:
    """The meeting's types, name, genre and campaign, with evidence."""
    text, known = speech.folded, names(lexicon)
    solid, offsets = _head_text(text, layout)
    evidence = [*_from_title(solid, offsets, known), *find_opening(text, layout, known, _opening_start(layout))]
    evidence += _from_generic(text, layout, solid, offsets)
    evidence += find_clues(text, layout)
    types = _types(evidence)
    campaign = _campaign(text, layout, lexicon)
    return Meeting(
        meeting_type=types[0] if types else None,
        meeting_types=types,
        meeting_name=read_name(speech, solid, offsets, [e for e in evidence if e.value in types[:1]]),
        genre=_genre(layout, text, lexicon),
        campaign=campaign.value if campaign else None,
        evidence=(*evidence, *([campaign] if campaign else [])),
    )


def _head_text(text: str, layout: Layout) -> tuple[str, list[int]]:
    """The title and the subtitles below it, without white space, with each character's offset."""
    if not layout.title:
        run_in = _RUN_IN.match(text, layout.body.start)
        start, end = run_in.span("title") if run_in else (0, 0)
        return text[start:end], list(range(start, end))
    stop = layout.salutation.start if layout.salutation else layout.head.end
    stop = max(stop, layout.title[-1].end)
    low = layout.title[-1].end
    spans = [(span.start, span.end) for span in layout.title]
    spans += [(low + m.start(), low + m.end()) for m in _SUBTITLE.finditer(text[low : min(stop, low + 300)])]
    offsets = [at for start, end in spans for at in range(start, end) if not text[at].isspace()]
    return "".join(text[at] for at in offsets), offsets


def _opening_start(layout: Layout) -> int:
    """Where the opening begins: a bulletin's cover above the title is part of it."""
    return 0 if layout.title_rule == "layout.title-plain" else layout.body.start


def _from_title(solid: str, offsets: list[int], known: Names) -> list[Evidence]:
    found = find_names(solid, known)
    genre = find_genre(solid, known)
    if genre and genre.code == "appointment" and all(c.code in ("congress", "appointment") for c in found):
        found = [genre, *found]
    if {called.code for called in found} == {"congress", "appointment"}:  # 在人大会议上当选市长后的讲话
        found.sort(key=lambda called: called.code)
    evidence = [_clue(called, offsets, TITLED.name, 0.98 - 0.01 * n) for n, called in enumerate(found)]
    if genre and not found:
        evidence.append(_clue(genre, offsets, GENRED.name, 0.6 if genre.code == "ceremony" else 0.85))
    return evidence


def _clue(called: Called, offsets: list[int], rule: str, weight: float) -> Evidence:
    return Evidence(FIELD, called.code, offsets[called.start], offsets[called.end - 1] + 1, rule, round(weight, 2))


def _from_generic(text: str, layout: Layout, solid: str, offsets: list[int]) -> list[Evidence]:
    """A conference of no special kind, in the title or in the opening's first sentences."""
    if match := _GENERIC.search(solid):
        return [Evidence(FIELD, WORK, offsets[match.start()], offsets[match.end() - 1] + 1, GENERIC.name, 0.5)]
    stop = min(layout.body.end, layout.body.start + 300)
    calls = re.compile(r"(?:召开|举行|开)[^。！？\n]{2,40}?(?P<name>大会|会议|会(?=[，。]))")
    match = calls.search(text, layout.body.start, stop)
    return [Evidence(FIELD, WORK, match.start("name"), match.end("name"), GENERIC.name, 0.35)] if match else []


def _types(evidence: list[Evidence]) -> tuple[str, ...]:
    """The types in the order of naming: those of the best source, then what 也是… adds."""
    if not evidence:
        return ()
    best = max(e.weight for e in evidence)
    source = next(e.rule for e in evidence if e.weight == best)
    same = [e for e in evidence if e.rule == source] if source in (TITLED.name, ALSO.name, OPENED.name) else []
    if source == OPENED.name:
        same = same[:1]
    first = next(e for e in evidence if e.weight == best)
    also = [e for e in evidence if e.rule == ALSO.name]
    return tuple(dict.fromkeys(e.value for e in (first, *same, *also)))


@lru_cache(maxsize=8)
def _campaigns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What titles call a campaign, what the opening calls it, and its full name by either."""
    known = lexicon["campaigns"]["campaigns"]
    table = {name: entry["full"] for entry in known for name in (*entry["names"], *entry.get("in_titles", ()))}
    in_opening = [name for entry in known for name in entry["names"]]
    return _any_of(table), _any_of(in_opening), table


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def _campaign(text: str, layout: Layout, lexicon: Lexicon) -> Evidence | None:
    """The campaign that the title names; failing that the one that the opening names first."""
    in_titles, in_opening, table = _campaigns(lexicon)
    stop = layout.title[-1].end if layout.title else layout.body.start
    found = in_titles.search(text, layout.head.start, stop)
    weight = 0.95
    if found is None:
        weight = 0.6
        found = in_opening.search(text, layout.body.start, min(layout.body.end, layout.body.start + 300))
    return (
        Evidence("campaign", table[found.group()], found.start(), found.end(), CAMPAIGN.name, weight) if found else None
    )


def _genre(layout: Layout, text: str, lexicon: Lexicon) -> str | None:
    """What the title calls the text: the genre whose word ends latest, the longer one first."""
    if not layout.title:
        return None
    title = re.sub(r"\s", "", "".join(text[span.start : span.end] for span in layout.title))
    best: tuple[int, int, str] = (0, 0, "")
    for genre, words in lexicon["genres"]["genres"].items():
        for word in words:
            if (at := title.rfind(word)) >= 0:
                best = max(best, (at + len(word), len(word), genre))
    return best[2] or None
