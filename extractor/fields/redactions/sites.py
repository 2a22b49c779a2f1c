"""Sites: a placeholder with what stands around it, as the judgement of its slot needs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon
from extractor.records import Layout, Placeholder, Span

_LOOK_BACK, _LOOK_AHEAD = 16, 24
_JOINTS = ("、", "和", "与", "及", "以及", "、 ")
_BROKEN = re.compile(r"\n[ ]*[年月日号时%个万亿千百起件人次名户家项条]")


@dataclass(frozen=True, slots=True)
class Site:
    """One run in its surroundings: `before` and `after` are what stands beside it, blanks next to it left out.

    `kind` names the table of the lexicon in which the word right after the run stands (`place`, `person`, `measure`,
    …), `word` is that word; `listed` says that the run is followed by another of the same list (X、X路), whose
    `kind` and `word` it then has; `quote` is the inside of the innermost “…” or 《…》 around it.
    """

    start: int
    end: int
    run: str
    before: str
    after: str
    kind: str
    word: str
    listed: bool
    quote: str
    book: bool
    rest: str


@lru_cache(maxsize=4)
def follow_words(lexicon: Lexicon) -> tuple[dict[str, str], int]:
    """Each word that may follow a run with its kind, and the length of the longest."""
    kinds: dict[str, str] = {}
    for kind in ("plain", "title", "topic", "bare", "organisation", "place", "person"):
        kinds |= dict.fromkeys(lexicon["redactions"]["after"].get(kind, ()), kind)
    units = lexicon.tables.get("units", {})
    measures = {
        *lexicon["redactions"]["number"]["measures"],
        *units.get("measures", {}),
        *units.get("counts", {}).get("words", ()),
    }
    offices = [word for word, kind in kinds.items() if kind == "person" and len(word) > 1]
    kinds |= {f"{front}{word}": "person" for word in offices for front in lexicon["redactions"]["person"]["prefixes"]}
    kinds |= {word: "measure" for word in measures if kinds.get(word) not in ("place", "organisation", "person")}
    return kinds, max(map(len, kinds))


def word_after(text: str, kinds: dict[str, str], longest: int) -> tuple[str, str]:
    """The kind and the longest known word with which the text begins, two empty strings without any.

    >>> word_after("公司的项目", {"公司": "organisation", "公": "measure"}, 2)
    ('organisation', '公司')
    """
    for size in range(min(longest, len(text)), 0, -1):
        if kind := kinds.get(text[:size]):
            return kind, text[:size]
    return "", ""


def read_sites(text: str, layout: Layout, runs: tuple[Placeholder, ...], lexicon: Lexicon) -> list[Site]:
    """A site for each run, read from the last to the first so that the runs of a list know their end."""
    kinds, longest = follow_words(lexicon)
    starts = [q.start for q in layout.quoted]
    sites: list[Site] = []
    for position in range(len(runs) - 1, -1, -1):
        run = runs[position]
        before, after = _read_surroundings(text, run)
        kind, word = word_after(after, kinds, longest)
        last = sites[-1] if sites else None
        listed = last is not None and _are_listed(text[run.end : last.start])
        if last is not None and listed:
            kind, word = last.kind, last.word
        quote = _around(layout.quoted, starts, run)
        sites.append(
            Site(
                run.start,
                run.end,
                text[run.start : run.end],
                before,
                after,
                kind,
                word,
                listed,
                text[quote.start : quote.end] if quote else "",
                bool(quote) and text[quote.start - 1 : quote.start] == "《" if quote else False,
                last.rest if last is not None and listed else after,
            )
        )
    return list(_share_fronts(sites[::-1]))


def _read_surroundings(text: str, run: Span) -> tuple[str, str]:
    """What stands before and after a run on its line; a run that a file broke onto a line of its own joins on (x⏎月)."""
    line = text[max(0, run.start - _LOOK_BACK) : run.start]
    before = line.rpartition("\n")[2].replace(" ", "")
    after = text[run.end : run.end + _LOOK_AHEAD].lstrip(" ")
    if not before and _BROKEN.match(after):
        return line.rstrip("\n ").rpartition("\n")[2], after.lstrip("\n ")
    return before, after


def _are_listed(gap: str) -> bool:
    """Whether what stands between two runs makes them one list or one spaced name."""
    return gap in _JOINTS or (0 < len(gap) <= 3 and gap.isspace() and "\n" not in gap)


def _around(quoted: tuple[Span, ...], starts: list[int], run: Span) -> Span | None:
    """The innermost quotation around a run."""
    position = bisect_right(starts, run.start) - 1
    while position >= 0 and starts[position] > run.start - 200:
        if run.end <= quoted[position].end:
            return quoted[position]
        position -= 1
    return None


def _share_fronts(sites: list[Site]) -> Iterator[Site]:
    """The sites with, for the later runs of a list, the front of its first (通过X、X等案例)."""
    front: str | None = None
    for site in sites:
        if front is not None:
            site = _fronted(site, front)
        yield site
        front = site.before if site.listed else None


def _fronted(site: Site, front: str) -> Site:
    return Site(
        site.start, site.end, site.run, front, site.after, site.kind, site.word, site.listed, site.quote, site.book,
        site.rest,
    )  # fmt: skip
