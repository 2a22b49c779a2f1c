"""Bodies and levels: what a phrase such as 县纪委监委 or 某市住建局 says of its body and of its territory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon, alternation

RANKS = ("national", "provincial", "prefectural", "county", "township", "village")
"""The levels of territories, the highest first."""
_AREA = r"(?:自治区|自治县|直辖市|街道|社区|地区|省|市|州|盟|县|区|旗|镇|乡|村)"
_NOT_AREAS = re.compile(
    r"(?:小|园|校|山|灾|片|景|牧|林|库|矿|厂|疫|社|保税|城|郊|自治|地)区$|(?<![县、某×xX*])市区$|[都城上门超菜股楼夜]市$|(?:农|乡|新|山|渔)村$|行政村$"
)
_COLLECTIVE = re.compile(
    r"乡镇|镇街|镇（街道）|县（市、区）|县（区）|[市区]?县[市区]+|区县|市县|县乡|城乡|乡村|村（社区）|村居|[县乡][处科]?级|乡[亲土愁]"
)
_CENTRE = re.compile(
    r"最高人民(?:法院|检察院)|中共中央|中央政治局|党中央|团中央|全国总工会|全国妇联|全国人大|全国政协|国务院"
)
_CORPS = {"总队": "provincial", "支队": "prefectural", "大队": "county"}
"""Corps of fire brigade, police and inspection, by the level at which they stand."""
_GARRISON = re.compile(r"军分区$|省军区$|警备区$")
_ZONE_BODY = re.compile(r"(?:开发|高新|经开|示范|管理|产业园|工业园)区")
_ZONE = re.compile(r"(?:开发|高新|经开|示范|管理|合作|[\u4e00-\u9fff]新|产业园|工业园)区$")


@dataclass(frozen=True)
class Body:
    """A body named in a phrase: its kind, its level where an area noun or a known place tells it."""

    kind: str | None
    level: str | None


@dataclass(frozen=True)
class Bodies:
    """The compiled names of bodies and areas."""

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    decoys: re.Pattern[str]
    area: re.Pattern[str]
    nouns: dict[str, str]
    places: dict[str, str]


@lru_cache(maxsize=8)
def bodies(lexicon: Lexicon) -> Bodies:
    """The names of a lexicon."""
    words = lexicon["bodies"]["words"]
    places: dict[str, str] = {}
    for table in ("former_county", "county", "former_prefectural", "prefectural", "provincial"):
        places |= dict.fromkeys(lexicon["divisions"][table], table.removeprefix("former_"))
    return Bodies(
        tuple((kind, re.compile(alternation(words[kind]))) for kind in lexicon["bodies"]["order"]),
        re.compile(alternation(lexicon["bodies"]["decoys"])),
        re.compile(_AREA),
        dict(lexicon["levels"]["nouns"]),
        places,
    )


def read_body(phrase: str, known: Bodies) -> Body:
    """The body that a phrase names, the more telling kind first, and the level of its lowest area.

    >>> from extractor.lexicon import load_lexicon
    >>> read_body("县纪委监委", bodies(load_lexicon()))
    Body(kind='discipline', level='county')
    """
    phrase = known.decoys.sub("，", _COLLECTIVE.sub("，", phrase))
    kind = next((kind for kind, pattern in known.kinds if pattern.search(phrase)), None)
    if kind in (None, "party_committee", "government") and _ZONE_BODY.search(phrase):
        kind = "department"
    if _CENTRE.search(phrase):
        return Body("party_committee" if "政治局" in phrase else kind, "national")
    return Body(kind, read_level(phrase, known))


def read_place(phrase: str, known: Bodies) -> tuple[str, str] | None:
    """The last known administrative division that a phrase names, with its level.

    >>> from extractor.lexicon import load_lexicon
    >>> read_place("我代表昆山市人民政府", bodies(load_lexicon()))
    ('昆山市', 'county')
    """
    for match in reversed(list(known.area.finditer(phrase))):
        head = phrase[max(0, match.start() - 10) : match.end()]
        for length in range(len(head), 2, -1):
            if level := known.places.get(head[-length:]):
                return head[-length:], level
    return None


def read_level(phrase: str, known: Bodies) -> str | None:
    """The level of the lowest area that a phrase names: by a known place, else by its noun."""
    lowest = None
    phrase = _COLLECTIVE.sub("，", phrase)
    for match in known.area.finditer(phrase):
        level = _level(phrase, match, known)
        if level and (lowest is None or RANKS.index(level) > RANKS.index(lowest)):
            lowest = level
    return lowest or next((level for word, level in _CORPS.items() if word in phrase), None)


def _level(phrase: str, match: re.Match[str], known: Bodies) -> str | None:
    head = phrase[max(0, match.start() - 10) : match.end()]
    if match.group() == "自治区":
        return "provincial"
    if _GARRISON.search(head):
        return "provincial" if head.endswith("省军区") else "prefectural"
    if match.group() == "区" and _ZONE.search(head):
        return "county"
    for length in range(len(head), 2, -1):  # 丰城市, 盐城市: known places before what only seems one (城市)
        if level := known.places.get(head[-length:]):
            return level
    if _NOT_AREAS.search(head) or re.match(
        r"长期|场|民|域|别|间|镇建设|庄|容|级|居|（社区）|振兴", phrase[match.end() :]
    ):
        return None
    for length in range(len(head), 1, -1):
        if level := known.places.get(head[-length:]):
            return level
    return known.nouns[match.group()]
