"""Sites: a placeholder with what stands around it, as the judgement of its slot needs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from extractor.lexicon import Lexicon
from extractor.records import Layout, Placeholder, Span

RUN = r"[XxΧХхⅩⅹ×*某○〇N▲△□_]+"
_LOOK_BACK, _LOOK_AHEAD, _QUOTE = 16, 24, 200
_JOINTS = ("、", "和", "与", "及", "以及")
_RANGES = ("至", "到", "~", "～", "-", "—", "——")
# Somebody's home (×××家里), no 家 that counts firms.
HOME = re.compile(r"家(?:里|中(?=[，。的看有])|门口|捐)")
_COUNTED, _LISTED_BEFORE = re.compile(r"\d+[个家名位]"), re.compile(rf"{RUN}[、和与及]$")
_BROKEN = re.compile(r"\n[ ]*[年月日号时%个万亿千百起件人次名户家项条]")
_CUT_ABOVE, _CUT_BELOW = re.compile(r"[^。！？：；…》）\n ][ ]*\n[ ]*$"), re.compile(r"\n[ ]*[一-鿿、，]")


class Site(NamedTuple):
    """One run in its surroundings; `before` and `after` are what stands beside it on its line, without blanks.

    `kind` is the table of the lexicon in which the `word` right after the run stands (`place`, `person`, `measure` …).
    Of a list (X、X路) each run but the last is `listed`: it has the kind, the word and the `rest` of the last, and
    each but the first has the `before` of the first. `quote` is the inside of the innermost “…” or 《…》 (`book`).
    """

    start: int
    end: int
    run: str
    before: str
    after: str
    kind: str
    word: str
    rest: str
    listed: bool
    quote: str
    book: bool


@lru_cache(maxsize=4)
def _follow_words(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """Each word that may follow a run with its kind, and for each first character the lengths, longest first."""
    tables = lexicon["redactions"]
    kinds: dict[str, str] = {}
    for kind in ("plain", "title", "topic", "bare", "organisation", "place", "person"):
        kinds |= dict.fromkeys(tables["after"].get(kind, ()), kind)
    offices = [word for word, kind in kinds.items() if kind == "person" and len(word) > 1]
    kinds |= {f"{front}{word}": "person" for word in offices for front in tables["person"]["prefixes"]}
    units = lexicon.tables.get("units", {})
    measures = {*tables["number"]["measures"], *units.get("measures", ()), *units.get("counts", {}).get("words", ())}
    kinds |= {
        word: "measure" for word in measures if kinds.get(word) not in ("plain", "place", "organisation", "person")
    }
    sizes: dict[str, set[int]] = {}
    for word in kinds:
        sizes.setdefault(word[0], set()).add(len(word))
    return kinds, {first: tuple(sorted(lengths, reverse=True)) for first, lengths in sizes.items()}


def word_at_front(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The kind and the longest known word with which the text begins; two empty strings without any.

    >>> from extractor.lexicon import load_lexicon
    >>> word_at_front("公司的项目", load_lexicon()), word_at_front("。", load_lexicon())
    (('organisation', '公司'), ('', ''))
    """
    kinds, sizes = _follow_words(lexicon)
    for size in sizes.get(text[:1], ()):
        word = text[:size]
        if kind := kinds.get(word):
            return kind, word
    return "", ""


@lru_cache(maxsize=16)
def words_of(lexicon: Lexicon, table: str, key: str) -> tuple[str, ...]:
    """The words of one list of this field's lexicon, ready for `str.endswith`."""
    return tuple(lexicon["redactions"][table][key])


def read_sites(text: str, layout: Layout, runs: tuple[Placeholder, ...], lexicon: Lexicon) -> list[Site]:
    """A site for each run, in order."""
    starts = [quote.start for quote in layout.quoted]
    sites: list[Site] = []
    following: Site | None = None
    for run in reversed(runs):
        before, after = _read_surroundings(text, run, layout.head.end)
        listed = following is not None and _are_listed(text[run.end : following.start], following.kind)
        if following is not None and listed:
            kind, word, rest = following.kind, following.word, following.rest
        else:
            kind, word = word_at_front(after, lexicon)
            rest = after
        quote, book = _read_quote(text, layout.quoted, starts, run)
        following = Site(
            run.start, run.end, text[run.start : run.end], before, after, kind, word, rest, listed, quote, book
        )  # fmt: skip
        sites.append(following)
    return _share_fronts(sites[::-1])


def _read_surroundings(text: str, run: Span, head: int) -> tuple[str, str]:
    """What stands before and after a run on its line; a run that a file broke onto its own line joins on (x⏎月).

    The count of a list of names reads as 等 (×、×2个社区).
    """
    line = text[max(0, run.start - _LOOK_BACK) : run.start]
    before = line.rpartition("\n")[2].replace(" ", "")
    after = text[run.end : run.end + _LOOK_AHEAD].lstrip(" ")
    if _COUNTED.match(after) and _LISTED_BEFORE.search(line):
        after = "等" + after
    cut = not before and run.start > head and _CUT_ABOVE.search(line) and _CUT_BELOW.match(after)
    if not (cut or _BROKEN.match(after)):
        return before, after
    return before or line.rstrip("\n ").rpartition("\n")[2], after.lstrip("\n ")


def _are_listed(gap: str, kind: str) -> bool:
    """Whether what stands between two runs makes them one list, one range (X至X个) or one spaced name."""
    if gap in _RANGES:
        return kind == "measure"
    return gap in _JOINTS or (0 < len(gap) <= 3 and gap.isspace() and "\n" not in gap)


def _read_quote(text: str, quoted: tuple[Span, ...], starts: list[int], run: Span) -> tuple[str, bool]:
    """The inside of the innermost quotation around a run, and whether it stands in book marks."""
    position = bisect_right(starts, run.start) - 1
    while position >= 0 and starts[position] > run.start - _QUOTE:
        span = quoted[position]
        if run.end <= span.end:
            return text[span.start : span.end], text[span.start - 1 : span.start] == "《"
        position -= 1
    return "", False


def _share_fronts(sites: list[Site]) -> list[Site]:
    """The sites with, for the later runs of a list, what stands before its first (通过X、X等案例)."""
    for position in range(1, len(sites)):
        if sites[position - 1].listed:
            sites[position] = sites[position]._replace(before=sites[position - 1].before)
    return sites
