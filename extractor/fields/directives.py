"""Directives: what a directive item asks, of whom, by when (ANNOTATION.md §2)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.gate import gated
from extractor.lexicon import Lexicon
from extractor.records import Deadline, Directive, Item, Layout, Modality, Span, Speech
from extractor.rule import Rule, Verdict

_SOURCE = "SCHEMA.md directives.modality"
_LEAD = 80
_OWN = 240
_LONGEST = 120
_PAUSE = re.compile(r"[，、 ]")
VERDICTS = (
    Verdict(
        "directives.must",
        "Directive",
        "要, 必须, 应, 务必, 确保 govern the point",
        {"下面，我讲两点要求：\n一要严查隐患。\n二要限期整改。": ("一要", "二要")},
        ("下面，我讲两点要求：\n一、狠抓项目建设。\n二、加强队伍管理。",),
        _SOURCE,
    ),
    Verdict(
        "directives.forbid",
        "Directive",
        "严禁, 不得, 决不 govern the point",
        {"会议要求：\n一、严禁公款吃喝。\n二、狠抓项目建设。": ("一、",)},
        ("会议要求：\n一、加强管理。",),
        _SOURCE,
    ),
    Verdict(
        "directives.pledge",
        "Directive",
        "the speaker binds himself",
        {"在此，我郑重承诺：\n一、坚定理想信念。\n二、守住廉洁底线。": ("一、", "二、")},
        ("会议要求：\n一、加强管理。",),
        _SOURCE,
    ),
    Verdict(
        "directives.plain",
        "Directive",
        "a bare imperative",
        {"会议要求：\n一、狠抓项目建设。\n二、加强队伍管理。": ("一、", "二、")},
        ("会议要求：\n一要严查隐患。",),
        _SOURCE,
    ),
)


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return VERDICTS


def find_directives(
    speech: Speech, layout: Layout, items: tuple[Item, ...], deadlines: tuple[Deadline, ...], lexicon: Lexicon
) -> tuple[Directive, ...]:
    """One for each item whose role is `directive`."""
    folded = speech.folded
    starts = [d.start for d in deadlines]
    pledging: dict[int | None, bool] = {}
    found = []
    for index, item in enumerate(items):
        if item.parent not in pledging:
            lead = folded[max(0, item.start - _LEAD) : item.start]
            pledging[item.parent] = bool(_words(lexicon)["pledge"].search(lead))
        if item.role == "directive":
            modality = _modality(folded, item, pledging[item.parent], lexicon)
            found.append(
                Directive(
                    item.start,
                    modality,
                    _action(folded, item, lexicon),
                    _addressee(folded, item, items[index + 1].start if index + 1 < len(items) else item.end, lexicon),
                    _deadline(item, deadlines, starts),
                    f"directives.{modality}",
                )
            )
    return tuple(found)


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    table = lexicon["directives"]
    heads = gated(sorted(table["addressees"]["heads"], key=len, reverse=True)).pattern
    others = "|".join(table["addressees"]["not"])
    adverbs = "|".join(sorted(table["verbs"]["adverbs"], key=len, reverse=True))
    ordered = sorted(table["verbs"]["words"], key=len, reverse=True)
    return {
        **{name: re.compile("|".join(table["modality"][name])) for name in ("forbid", "must", "pledge")},
        "verb": re.compile("|".join(v for v in ordered if len(v) > 1)),
        "opening": re.compile(rf"(?:{adverbs})*(?P<verb>{'|'.join(ordered)})"),
        "addressee": re.compile(
            rf"[。；：，\n ](?:希望|要求|请)?(?!{others})(?P<who>[^，。；：！？\n要前内由①-⑳]{{0,18}}?(?:{heads}))"
            r"(?:特别是[^，。]{1,16}，)?(?=(?:都|也|还|更|尤其|一定|今年)?(?:要(?![求素点])|必须|务必|应当|应该|须|负责|牵头))"
        ),
    }


def _modality(folded: str, item: Item, pledging: bool, lexicon: Lexicon) -> Modality:
    """How the point asks: what stands first in its heading decides, the speaker's own promise before all."""
    words = _words(lexicon)
    heading = folded[item.heading.start : min(item.heading.end, item.heading.start + _LONGEST)]
    if pledging or words["pledge"].search(heading):
        return "pledge"
    forbid, must = words["forbid"].search(heading), words["must"].search(heading)
    if forbid and not (must and must.start() < forbid.start()):
        return "forbid" if forbid.start() < 16 else "plain"
    if must or item.marker.endswith(("要", "须", "应")):
        return "must"
    return "plain"


def _action(folded: str, item: Item, lexicon: Lexicon) -> str | None:
    """The head verb: one that opens a clause of the heading, else the heading's first, else the point's."""
    words = _words(lexicon)
    for start, end in _clauses(folded, item.heading):
        if match := words["opening"].match(folded, start, end):
            return match.group("verb")
    match = words["verb"].search(folded, item.heading.start, min(item.heading.end, item.heading.start + _LONGEST))
    match = match or words["verb"].search(folded, item.heading.end, min(item.end, item.heading.end + 60))
    return match.group() if match else None


def _clauses(folded: str, heading: Span) -> Iterator[tuple[int, int]]:
    start, end = heading.start, min(heading.end, heading.start + _LONGEST)
    for pause in _PAUSE.finditer(folded, start, end):
        yield start, pause.start()
        start = pause.end()
    yield start, end


def _addressee(folded: str, item: Item, own_end: int, lexicon: Lexicon) -> Span | None:
    """Who must act, as printed in the point's own text behind a pause; None where it is everyone present."""
    end = min(own_end, item.heading.start + _OWN)
    match = _words(lexicon)["addressee"].search(folded, item.heading.start - 1, end)
    return Span(match.start("who"), match.end("who")) if match else None


def _deadline(item: Item, deadlines: Sequence[Deadline], starts: Sequence[int]) -> Deadline | None:
    """The first time limit inside the point."""
    index = bisect_left(starts, item.start)
    return deadlines[index] if index < len(deadlines) and deadlines[index].start < item.end else None
