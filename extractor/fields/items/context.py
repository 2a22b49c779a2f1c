"""Context: which enumerator-like runs may open a point at all, before any series is built."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractor.fields.items.markers import Mark
from extractor.fields.items.outline import bare_headings, outline_lines
from extractor.lexicon import Lexicon
from extractor.records import Layout, Span

_FINAL = frozenset("。！？：；…”）.!，、")
_DATE_OR_LIST = re.compile(r"\d{1,2}(?:[日月号、]|[.]\d)|[\d一二三四五六七八九十]+[、和及至]\s?\d")
_TITLE_DASH = re.compile(
    r"(?:[\d○〇零一二三四五六七八九十Xx×*]{2,4}年[^\n，。]{0,12})?(?:在|致)[^\n]{2,80}$|[^\n]{0,60}(?:讲话|发言|致辞|报告|提纲|党课|述职|汇报|辅导)[^\n]{0,8}$|[^\n。，]{0,12}$"
)
_HAN = re.compile(r"[ ]?[一-鿿“《]")
_SHORT_LIST = re.compile(r"[一二三四五六七八九十](?:[级届批期年月次类等审个名孩胎楼号度档环日者组班中小区队所层手]|是)")
_CLASSED = re.compile(r"[小大中甲乙丙特](?:[（〔【\[].{1,4}[）〕】\]])[型类级等档]")
"""小（二）型水库: a class of works, not a point."""
_LISTED = re.compile(r"\s?\d{1,2}、\s?\d")
"""1、2、5村, also where the list is broken over lines."""
_CITED = re.compile(r"[ ]?(?:项|款|目|条|条第|稿|期|篇|季)(?!重|点|规)")


class Spans:
    """Sorted spans that answer whether an offset lies inside one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda s: s.start)
        self._starts = [s.start for s in self._spans]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index].end


@lru_cache(maxsize=8)
def _tails(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    table = lexicon["enumerators"]["tails"]
    return frozenset(table["one"]), frozenset(table["more"])


def credible_marks(folded: str, layout: Layout, marks: Sequence[Mark], lexicon: Lexicon) -> list[Mark]:
    """The marks that stand in the speech itself: not in noise, titles, quotations, outlines, dates or words."""
    outside = Spans((*layout.noise, *layout.title))
    quoted = Spans(layout.quoted)
    outline = outline_lines(folded, marks)
    bare = bare_headings(folded, marks)
    one, more = _tails(lexicon)
    titled = layout.title[0].start if layout.title else -1
    kept = []
    for mark in marks:
        if mark.start in outside or mark.start in quoted or mark.start in outline or mark.end == titled:
            continue
        if _ends_word(folded, mark, one, more) or _is_prose(folded, mark, layout):
            continue
        if mark.line and _is_page_mark(folded, mark):
            continue
        if mark.rule == "items.cn-bare" and mark.start not in bare:
            continue
        kept.append(mark)
    return kept


def _ends_word(folded: str, mark: Mark, one: frozenset[str], more: frozenset[str]) -> bool:
    """Whether the numeral inside a line is the end of a word (统一、举一反三，) or counts (二、三年级)."""
    if mark.line:
        return False
    if mark.family == "cn" and (folded[mark.end - 1] in "，：" or _SHORT_LIST.match(folded, mark.end)):
        return True
    return not mark.firm and folded[mark.start - 1] in (one if mark.ordinal == 1 else more)


def _is_page_mark(folded: str, mark: Mark) -> bool:
    """A PDF chunk number: `2、` at a line start that cuts a sentence of the line above in two."""
    if mark.family != "num":
        return False
    above_end = len(folded[: mark.start].rstrip()) if mark.start < 400 else _strip_back(folded, mark.start)
    if not above_end or folded.count("\n", above_end, mark.start) > 1:
        return False
    line_start = folded.rfind("\n", 0, above_end) + 1
    above = folded[line_start:above_end].lstrip()
    if above[-1] in _FINAL or len(above) < 30 or re.match(r"[一二三四五六七八九十\d（第]{1,3}[、.，）是要]", above):
        return False
    return any(c in above for c in "，。；")


def _strip_back(folded: str, offset: int) -> int:
    while offset and folded[offset - 1] in " \n":
        offset -= 1
    return offset


def _is_prose(folded: str, mark: Mark, layout: Layout) -> bool:
    """Whether what follows shows a date, a list of numbers, a cited article, a dash under the title."""
    if mark.family == "num":
        after = folded[mark.end : mark.end + 8]
        if _LISTED.match(after):
            return True
        if not mark.firm and not _HAN.match(after):
            return True
        return bool(_DATE_OR_LIST.match(after)) and not (mark.line and not re.match(r"\d{1,2}[、号]", after))
    if mark.family in ("cn_paren", "num_paren"):
        if folded[mark.start] not in "（〔【[" and folded[mark.start - 2 : mark.start - 1].isdigit():
            return True
        cited = not mark.firm and bool(_CITED.match(folded, mark.end) or _CLASSED.match(folded, mark.start - 1))
        return cited or folded[mark.start - 1 : mark.start] in ("第", "件", "图", "表")
    if mark.family == "dash":
        return _is_title_dash(folded, mark, layout)
    return False


def _is_title_dash(folded: str, mark: Mark, layout: Layout) -> bool:
    """A dash line under the title, or one that names whom a motto is from."""
    if mark.start < layout.head.end:
        return True
    end = folded.find("\n", mark.end)
    line = folded[mark.end : len(folded) if end < 0 else end].strip()
    if len(line) > 90 or "。" in line:
        return False
    return bool(_TITLE_DASH.match(line)) and (mark.start < 600 or len(line) < 13)
