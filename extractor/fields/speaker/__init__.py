"""Speaker: level and body for which the speaker speaks (ANNOTATION.md §1.2, §1.3).

Clues are weighed together: the chance that a value is right is one minus the product of its clues' doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.fields.speaker import clues, head, patterns, verdicts
from extractor.fields.speaker.bodies import Bodies, bodies, read_place
from extractor.fields.speaker.patterns import BODY, LEVEL
from extractor.lexicon import Lexicon
from extractor.records import Evidence, Layout, Speaker, Speech
from extractor.rule import Rule, Verdict

TERRITORY = Verdict(
    "speaker.territory",
    "Evidence",
    "a whole territory is addressed and no body named: its party committee speaks oftenest, a weak clue",
    {"在全县造林现场会上的讲话\n同志们：\n现在开会。": ("在全县造林现场会上的讲话",)},
    ("我代表县政府讲三点。", "大家好，今天讲三点。"),
    "seen: chairs' scripts and addresses to a whole county that name no body",
)
_MUNICIPALITY = re.compile(r"北京市|上海市|天津市|重庆市")
_SPOKEN_FOR = (patterns.ELECTED.name, patterns.REPRESENTS.name)
INSTITUTIONS = ("enterprise", "school", "hospital")


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*patterns.RULES, *verdicts.VERDICTS, TERRITORY)


def find_speaker(speech: Speech, layout: Layout, lexicon: Lexicon) -> Speaker:
    """The speaker's level and body, with evidence."""
    text, known = speech.folded, bodies(lexicon)
    evidence = _adjust(list(_gather(text, layout, known, lexicon)), text, known)
    if not any(e.field == LEVEL for e in evidence):
        evidence += clues.find_nation(text, layout)
    evidence = _without_addressed(evidence, text, lexicon)
    if not any(e.field == BODY for e in evidence):
        evidence += _territory(evidence)
    body = _winner(evidence, BODY)
    level = _level(evidence, body)
    title, name = head.read_name(text, speech.text, layout)
    return Speaker(level, body, title, name, _ranked(evidence, {LEVEL: level, BODY: body}))


def _without_addressed(evidence: list[Evidence], text: str, lexicon: Lexicon) -> list[Evidence]:
    """Villagers' groups and the like are addressed, not spoken for, where a whole 镇 or 县 is called one's own."""
    above = [e for e in evidence if e.field == LEVEL and e.weight >= 0.2 and e.value not in ("village", "institution")]
    grassroots = [e for e in evidence if e.field == BODY and e.value == "grassroots"]
    hints = lexicon["bodies"]["hints"]["grassroots"]
    if not above or any(e.weight >= 0.3 or text[e.start : e.end] not in hints for e in grassroots):
        return evidence
    return [e for e in evidence if e not in grassroots]


def _territory(evidence: list[Evidence]) -> list[Evidence]:
    """The party committee of the territory that is addressed, where one is."""
    levels = [e for e in evidence if e.field == LEVEL and e.value != "institution"]
    strongest = max(levels, key=lambda e: e.weight, default=None)
    if strongest is None:
        return []
    return [replace(strongest, field=BODY, value="party_committee", rule=TERRITORY.name, weight=0.1)]


def _gather(text: str, layout: Layout, known: Bodies, lexicon: Lexicon) -> Iterable[Evidence]:
    yield from clues.find_national(text, layout)
    yield from head.find_leader(text, layout, lexicon)
    yield from head.find_office(text, layout, known)
    yield from head.find_title_clues(text, layout, known, lexicon)
    yield from clues.find_represented(text, layout, known)
    yield from clues.find_guides(text, layout, known)
    yield from clues.find_self_reference(text, layout, known)
    yield from clues.find_set_phrases(text, layout, known)
    yield from clues.find_below(text, layout, lexicon)
    yield from clues.find_own_body(text, layout, lexicon)


def _adjust(evidence: list[Evidence], text: str, known: Bodies) -> list[Evidence]:
    """市 is a county-level city where it commands towns and no counties; 区 an autonomous region where it has 盟市."""
    below = {e.value for e in evidence if e.rule == verdicts.BELOW.name}
    if any(e.value == "provincial" and _MUNICIPALITY.search(text[e.start : e.end]) for e in evidence):
        return [replace(e, value="provincial") if _bare(e, text, "市", "prefectural") else e for e in evidence]
    if _county_city(evidence, below, text, known):
        return [replace(e, value="county") if _bare(e, text, "市", "prefectural") else e for e in evidence]
    if "provincial" in below and "自治区" in text:
        return [replace(e, value="provincial") if _bare(e, text, "区", "county") else e for e in evidence]
    return evidence


def _county_city(evidence: list[Evidence], below: set[str], text: str, known: Bodies) -> bool:
    """Whether 全市, 市委 mean a city at county level: by its known name, in so many words, or by whom it commands."""
    placed = [e for e in evidence if e.rule == verdicts.PLACED.name]
    if placed and all(e.value == "county" and "市" in text[e.start : e.end] for e in placed):
        return not any(e.value == "county" and e.rule == patterns.SELF.name for e in evidence)
    for clue in evidence:
        if clue.field == LEVEL and clue.value == "county" and clue.rule in _SPOKEN_FOR:
            place = read_place(text[clue.start : clue.end], known)
            if place and place[0].endswith("市") and place[1] == "county":
                return True
    if "县级市" in text:
        return True
    if "师市" in text:
        return False
    if "county" not in below or below & {"prefectural", "provincial"} or "市委、市政府和" in text:
        return False
    return not any(e.value == "county" and e.rule != verdicts.BELOW.name and e.weight > 0.15 for e in evidence)


def _bare(clue: Evidence, text: str, noun: str, level: str) -> bool:
    return clue.field == LEVEL and clue.value == level and noun in text[clue.start : clue.end]


def _winner(evidence: Iterable[Evidence], field: str) -> str | None:
    """The value with the best joint chance, None without a clue."""
    doubts: dict[str, float] = {}
    for clue in evidence:
        if clue.field == field:
            doubts[clue.value] = doubts.get(clue.value, 1.0) * (1 - clue.weight)
    return min(doubts, key=lambda value: doubts[value]) if doubts else None


def _level(evidence: list[Evidence], body: str | None) -> str | None:
    """The level of the territory; an enterprise, school or hospital governs none."""
    if body in INSTITUTIONS:
        return "institution"
    if body == "grassroots":
        return "village"
    level = _winner(evidence, LEVEL)
    if body == "mass_organisation" and level is None:
        return "institution"
    return level


def _ranked(evidence: list[Evidence], winners: dict[str, str | None]) -> tuple[Evidence, ...]:
    """The clues with their weights, those of losing values held below the winner's best."""
    ranked = []
    for field, winner in winners.items():
        mine = [e for e in evidence if e.field == field]
        best = max((e.weight for e in mine if e.value == winner), default=0.0)
        other = max((e.weight for e in mine if e.value != winner), default=0.0)
        scale = 0.98 * best / other if other >= best > 0 else 1.0
        ranked += [e if e.value == winner else replace(e, weight=round(e.weight * scale, 3)) for e in mine]
    return tuple(ranked)
