"""Clues in the body: whom the speaker represents, obeys, commands, and calls 我."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.fields.speaker.bodies import RANKS, Bodies, Body, read_body, read_level
from extractor.fields.speaker.head import speaks_from_below
from extractor.fields.speaker.patterns import (
    ASSEMBLY,
    ATTENDED,
    BESIDE,
    BODY,
    BUREAU,
    CHIEF,
    COMMITTEE,
    CONVENED,
    DEPUTIES,
    ELECTED,
    FOLLOWED,
    GUIDED,
    HOSTS,
    LED,
    LEVEL,
    NATION,
    NATIONAL,
    POSTED,
    RANKED,
    REPRESENTS,
    SELF,
    UNIT,
    WATCHED,
)
from extractor.fields.speaker.verdicts import BELOW, OWN
from extractor.gazetteer import Gazetteer
from extractor.lexicon import Lexicon
from extractor.records import Evidence, Layout

_OWN_HOUSE = re.compile(r"院(?:党委|党总支|党组|委会|领导|部)")
"""我代表院党委: of a hospital, a college or a court, which other words tell."""
_INSPECTING = re.compile(r"在巡[察视](?!工作|整改|反馈|动员)")
_CHAIRED = 120
"""How far into the body a title that is glued to it may call the text a chair's script."""
_BEFORE_ALL = ("健", "安", "完", "齐")
"""What makes 全 the end of a word: 健全, 安全."""


@lru_cache(maxsize=8)
def _tables(lexicon: Lexicon) -> tuple[Gazetteer, dict[str, str], Gazetteer, dict[str, tuple[str, float]]]:
    below = {word: level for level, words in lexicon["levels"]["below"].items() for word in words}
    own = {word: (kind, 2.0) for kind, words in lexicon["bodies"]["self"].items() for word in words}
    own |= {word: (kind, 0.7) for kind, words in lexicon["bodies"]["hints"].items() for word in words}
    return Gazetteer(below), below, Gazetteer(own), own


def find_represented(text: str, layout: Layout, known: Bodies) -> Iterator[Evidence]:
    """Whom the speaker says to represent, the first named body; a later mention weighs less."""
    weight = 0.93
    for match in REPRESENTS.scan(text, layout.body.start, layout.body.end):
        who, *others = re.split(r"[、和及与，]", match["who"] or match["whose"])
        body = Body(None, None) if _OWN_HOUSE.match(who) else read_body(who, known)
        both = body.kind == "party_committee" and any("政府" in other for other in others[:2])
        mine = weight * (0.5 if match["whose"] and re.search(r"长$|同志$|书记$|领导$", match["whose"]) else 1)
        if who.startswith(("中华全国", "全国")):
            yield Evidence(LEVEL, "national", match.start(), match.end(), REPRESENTS.name, mine)
        if body.kind:
            yield Evidence(BODY, body.kind, match.start(), match.end(), REPRESENTS.name, 0.55 if both else mine)
        if both:
            yield Evidence(BODY, "government", match.start(), match.end(), REPRESENTS.name, 0.5)
        if body.level:
            yield Evidence(LEVEL, body.level, match.start(), match.end(), REPRESENTS.name, mine)
        if (body.kind or body.level) and mine == weight:
            weight *= 0.85


def find_national(text: str, layout: Layout) -> Iterator[Evidence]:
    """The organs of the centre speaking for themselves, in head or opening."""
    for match in NATIONAL.scan(text, layout.head.start, min(layout.body.end, layout.body.start + 400)):
        government = "国务院" in match.group() or "中央人民政府" in match.group()
        kind = "government" if government else "congress" if "人大" in match.group() else "party_committee"
        yield Evidence(LEVEL, "national", match.start(), match.end(), NATIONAL.name, 0.97)
        yield Evidence(BODY, kind, match.start(), match.end(), NATIONAL.name, 0.97)
        return


def find_guides(text: str, layout: Layout, known: Bodies) -> Iterator[Evidence]:
    """Groups that guide from above, and the committees under whose leadership the speaker works."""
    if match := next(GUIDED.scan(text, layout.body.start, layout.body.end), None):
        level = "national" if match["up"] == "中央" else read_level(match["up"], known)
        if level in RANKS[:-1]:
            visited = _INSPECTING.search(text, layout.head.start, layout.head.end) or re.match(
                r"对(?!我)[^，。\n]{1,20}(?:开展|进行|巡[察视])", text[match.end() : match.end() + 30]
            )
            below = level if visited else RANKS[RANKS.index(level) + 1]
            yield Evidence(LEVEL, below, match.start(), match.end(), GUIDED.name, 0.4)
    for match in LED.scan(text, layout.body.start, layout.body.end):
        levels = [read_level(part, known) for part in re.split(r"[、和及与]", match["up"])]
        found = [level for level in levels if level]
        if found:
            lowest = max(found, key=RANKS.index)
            yield Evidence(LEVEL, lowest, match.start(), match.end(), LED.name, 0.3)
            yield Evidence(BODY, "government", match.start(), match.end(), LED.name, 0.08)
            return


def find_self_reference(text: str, layout: Layout, known: Bodies) -> Iterator[Evidence]:
    """我县, 全市, 县委, 科级: one clue for each level, the weight by the logarithm of the count."""
    own, named, bodies = _Tally(), _Tally(), _Tally()
    start, ceiling = layout.head.start, 0
    if layout.title_text and speaks_from_below(layout.title_text):
        start = layout.title[-1].end
        ceiling = RANKS.index(read_level(layout.title_text, known) or RANKS[0])
    for match in SELF.scan(text, start, layout.body.end):
        level = known.nouns[match["area"]]
        if level in RANKS and RANKS.index(level) < ceiling:
            continue  # who was called together by a county speaks for no province
        own.add(level, match.span(), 1 if match.group()[0] == "全" else 2)
    for match in COMMITTEE.scan(text, layout.head.start, layout.body.end):
        named.add(known.nouns[match["area"]], match.span(), 1)
        if not match.group().endswith("局"):
            bodies.add("government" if "政府" in match.group() else "party_committee", match.span(), 1)
    yield from own.clues(LEVEL, SELF.name, 0.2, 0.8)
    yield from named.clues(LEVEL, COMMITTEE.name, 0.07, 0.35)
    yield from bodies.clues(BODY, COMMITTEE.name, 0.07, 0.3)
    units = _Tally()
    for match in UNIT.scan(text, layout.body.start, min(layout.body.end, layout.body.start + 1500)):
        units.add(known.nouns[match["area"]], match.span(), 1)
    yield from units.clues(LEVEL, UNIT.name, 0.05, 0.2)
    for match in RANKED.scan(text, layout.body.start, layout.body.end):
        level = "county" if "科" in match.group() else "prefectural"
        yield Evidence(LEVEL, level, match.start(), match.end(), RANKED.name, 0.12)
        return


class _Tally:
    """How often each value is met, and where first."""

    def __init__(self) -> None:
        self.counts: dict[str, float] = {}
        self.first: dict[str, tuple[int, int]] = {}

    def add(self, value: str, span: tuple[int, int], strength: float) -> None:
        self.counts[value] = self.counts.get(value, 0.0) + strength
        self.first.setdefault(value, span)

    def clues(self, field: str, rule: str, each: float, most: float) -> Iterator[Evidence]:
        """One clue for each value; its weight grows with the logarithm of the count."""
        for value, count in self.counts.items():
            start, end = self.first[value]
            weight = round(min(most, each * math.log2(1 + count)), 2)
            yield Evidence(field, value, start, end, rule, weight)


def find_set_phrases(text: str, layout: Layout, known: Bodies) -> Iterator[Evidence]:
    """An election, thanks to people's congress and CPPCC, a congress's own name: who must be speaking."""
    if match := next(ELECTED.scan(text, layout.body.start, layout.body.end), None):
        body = read_body(match["office"], known)
        kind = "government" if re.search(r"[省市州盟县区旗镇乡]长", match["office"]) else body.kind
        if kind:
            yield Evidence(BODY, kind, match.start(), match.end(), ELECTED.name, 0.85)
        if level := body.level:
            yield Evidence(LEVEL, level, match.start(), match.end(), ELECTED.name, 0.8)
    if match := next(POSTED.scan(text, layout.body.start, layout.body.end), None):
        yield from _posted(match, known)
    if match := next(WATCHED.scan(text, layout.body.start, layout.body.end), None):
        yield Evidence(BODY, "government", match.start(), match.end(), WATCHED.name, 0.5)
    if not layout.title and (match := next(DEPUTIES.scan(text, layout.head.start, layout.body.end), None)):
        yield Evidence(BODY, "government", match.start(), match.end(), DEPUTIES.name, 0.25)
    if match := next(CONVENED.scan(text, layout.body.start, min(layout.body.end, layout.body.start + 400)), None):
        kind = "government" if match["who"].endswith("政府") else "party_committee"
        yield Evidence(BODY, kind, match.start(), match.end(), CONVENED.name, 0.15)
    early = min(layout.body.end, layout.body.start + 400)
    if match := next(BUREAU.scan(text, layout.body.start, early), None):
        yield Evidence(BODY, "department", match.start(), match.end(), BUREAU.name, 0.4)
    if match := next(ATTENDED.scan(text, layout.body.start, early), None):
        level = "county" if match["up"] == "市" else "township"
        yield Evidence(LEVEL, level, match.start(), match.end(), ATTENDED.name, 0.3)
    chaired = text.find("主持词", layout.head.start, layout.body.start + _CHAIRED) >= 0
    stop = layout.body.start if chaired else min(layout.body.end, layout.body.start + 500)
    if match := next(CHIEF.scan(text, layout.body.start, stop), None):
        yield Evidence(BODY, "party_committee", match.start(), match.end(), CHIEF.name, 0.35)
    if match := next(FOLLOWED.scan(text, layout.body.start, min(layout.body.end, layout.body.start + 500)), None):
        yield Evidence(BODY, "government", match.start(), match.end(), FOLLOWED.name, 0.35)
    if match := next(BESIDE.scan(text, layout.body.start, min(layout.body.end, layout.body.start + 500)), None):
        yield Evidence(BODY, "party_committee", match.start(), match.end(), BESIDE.name, 0.35)
        yield Evidence(LEVEL, known.nouns[match["area"]], match.start(), match.end(), BESIDE.name, 0.3)
    if match := next(HOSTS.scan(text, layout.body.start, min(layout.body.end, layout.body.start + 300)), None):
        yield Evidence(BODY, "government", match.start(), match.end(), HOSTS.name, 0.2)
    start, stop = layout.body.start, min(layout.body.end, layout.body.start + 200)
    match = next(ASSEMBLY.scan(text, start, stop), None) if text.find("届", start, stop) >= 0 else None
    if match and (kind := read_body(match["whose"], known).kind):
        yield Evidence(BODY, kind, match.start(), match.end(), ASSEMBLY.name, 0.3 if layout.title else 0.6)
    if match and (level := read_level(match["whose"], known)):
        yield Evidence(LEVEL, level, match.start(), match.end(), ASSEMBLY.name, 0.3)


def _posted(match: re.Match[str], known: Bodies) -> Iterator[Evidence]:
    """What the own office tells: a governor's government, else the body that it names."""
    body = read_body(match["office"], known)
    kind = "government" if re.search(r"[省市州盟县区旗镇乡]长$", match["office"]) else body.kind
    if body.level and kind:
        yield Evidence(BODY, kind, match.start(), match.end(), POSTED.name, 0.8)
        yield Evidence(LEVEL, body.level, match.start(), match.end(), POSTED.name, 0.85)


def find_nation(text: str, layout: Layout) -> Iterator[Evidence]:
    """我国 where a text speaks of no smaller area."""
    if match := next(NATION.scan(text, layout.body.start, layout.body.end), None):
        yield Evidence(LEVEL, "national", match.start(), match.end(), NATION.name, 0.3)
        yield Evidence(BODY, "government", match.start(), match.end(), NATION.name, 0.25)


def find_below(text: str, layout: Layout, lexicon: Lexicon) -> Iterator[Evidence]:
    """Those whom the speaker commands; one clue for each level."""
    below, levels, _, _ = _tables(lexicon)
    tally = _Tally()
    for word, start, end in below.scan(text, layout.body.start, layout.body.end):
        tally.add(levels[word], (start, end), 1)
    yield from tally.clues(LEVEL, BELOW.name, 0.22, 0.6)


def find_own_body(text: str, layout: Layout, lexicon: Lexicon) -> Iterator[Evidence]:
    """Bodies that speak of themselves; one clue for each kind."""
    _, _, own, kinds = _tables(lexicon)
    tally = _Tally()
    for word, start, end in own.scan(text, layout.body.start, layout.body.end):
        if word[0] == "全" and text[start - 1 : start] in _BEFORE_ALL:
            continue
        kind, strength = kinds[word]
        tally.add(kind, (start, end), strength)
    yield from tally.clues(BODY, OWN.name, 0.14, 0.75)
