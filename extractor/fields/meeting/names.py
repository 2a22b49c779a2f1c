"""The names of occasions: where a text calls a meeting by its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon, alternation

_ENDS = r"(?=[^，。；！？：暨]{{0,{reach}}}?(?:会(?![员计展长商费同])|暨|仪式|典礼|班|活动(?=上)))"
_REACH = 8
_BEFORE_DEPLOYMENT = r"(?<!决策)(?<!战略)(?<!工作的)(?<!统一)"
WORK = "work_conference"
_PARTS_OF = frozenset(
    (code, part) for code in ("congress", "plenary") for part in ("开幕式", "闭幕式", "开幕会", "闭幕会")
)
"""A congress opens and closes: its 闭幕式 is the congress still."""


@dataclass(frozen=True)
class Called:
    """An occasion called by a kind: offsets are of the string that was searched; `full` names a meeting by itself."""

    code: str
    start: int
    end: int
    full: bool


@dataclass(frozen=True)
class Names:
    """One pattern of all names with the kind of each, and what may stand beside a name of another occasion."""

    pattern: re.Pattern[str]
    codes: dict[str, tuple[str, bool]]
    genres: re.Pattern[str]
    genre_codes: dict[str, str]
    after: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(maxsize=8)
def names(lexicon: Lexicon) -> Names:
    """The names of a lexicon, longest first."""
    codes: dict[str, tuple[str, bool]] = {}
    genres: dict[str, str] = {}
    for code, table in lexicon["meetings"]["types"].items():
        codes |= dict.fromkeys(table.get("stems", ()), (code, False))
        codes |= dict.fromkeys(table.get("heads", ()), (code, True))
        genres |= dict.fromkeys(table.get("genres", ()), code)
    heads = [word for word, (_, full) in codes.items() if full]
    beside = lexicon["meetings"]["beside"]
    sessions = [(w, code) for code, t in lexicon["meetings"]["types"].items() for w in t.get("sessions", ())]
    codes |= {word: (code, True) for word, code in sessions}
    bodies = alternation([word for word, _ in sessions])
    session = rf"(?P<of>{bodies})[^，。；！？常]{{0,16}}?(?:次(?:全体)?|全体)(?:（扩大）|扩大)?(?:会议|大会)"
    return Names(
        re.compile(
            rf"(?=[{''.join(sorted({word[0] for word in codes}))}])(?:{session}|{alternation(heads)}|{_stems(lexicon)})"
        ),
        codes,
        re.compile(alternation(genres)),
        genres,
        re.compile(alternation(beside["after"])),
        re.compile(alternation(beside["before"])),
    )


def _stems(lexicon: Lexicon) -> str:
    """The stems of each kind, each before 会 within the kind's reach (庆祝…周年大会 reaches far, 推进会 does not)."""
    tables = [table for table in lexicon["meetings"]["types"].values() if table.get("stems")]
    parts = [rf"(?:{alternation(table['stems'])}){_ENDS.format(reach=table.get('reach', _REACH))}" for table in tables]
    return rf"{_BEFORE_DEPLOYMENT}(?:{'|'.join(parts)})"


def find_names(text: str, known: Names) -> list[Called]:
    """Every occasion that a title or a sentence calls by its kind, in order, one for each noun phrase.

    Of two full names in one phrase (民主生活会征求意见座谈会) the last is the occasion; stems before a name stay.
    """
    found: list[Called] = []
    for match in known.pattern.finditer(text):
        code, full = known.codes[match["of"] or match.group()]
        if known.after.match(text, match.end()):
            continue
        if code == "appointment" and match.group() == "宣布大会" and text.startswith("宣布大会开", match.start()):
            continue
        if full and found and code == "plenary" and found[-1].code in ("coordination", "congress"):
            continue
        if found and (found[-1].code, match.group()) in _PARTS_OF:
            continue
        if found and found[-1].end == match.start() and (found[-1].code, code) == ("progress", "mobilisation"):
            found.pop()  # 专项推进动员会: what is mobilised for
        if full and found and found[-1].full and _modifies(text[found[-1].end : match.start()], found[-1], code):
            found.pop()
        found.append(Called(code, match.start(), match.end(), full))
    return _without_weaker(found, text)


def _modifies(gap: str, before: Called, code: str) -> bool:
    """Whether the earlier name only modifies the later one: nothing joins them."""
    if {before.code, code} <= {"study", "training"} or (before.code == "appointment" and code == "congress"):
        return False
    return not re.search(r"^上|暨|、|和|及|与|，|是|（|）|“|”|。|：", gap) and len(gap) <= 16


def _without_weaker(found: list[Called], text: str) -> list[Called]:
    """A meeting by telephone, or a celebration, gives way to a kind that is named beside it."""
    full = {called.code for called in found if called.full}
    weak = {"teleconference"} if len({c.code for c in found}) > 1 else set()
    if full & {"symposium", "press", "exchange"}:
        weak |= {"commemoration"}
    return [called for called in found if called.code not in weak or (called.full and called.code != "teleconference")]


def find_genre(text: str, known: Names) -> Called | None:
    """The occasion that the genre of a text implies, the last one that its title names."""
    named = list(known.genres.finditer(text))
    reports = [match for match in named if known.genre_codes[match.group()] == "congress"]  # 政府工作报告工作总结
    last = (reports or named)[-1] if named else None
    return Called(known.genre_codes[last.group()], last.start(), last.end(), False) if last else None
