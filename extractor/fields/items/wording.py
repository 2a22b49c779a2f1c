"""Wording: word series (首先…其次…) and verb series (一抓…二抓…) count only where they structure two points or more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractor.fields.items.markers import Mark
from extractor.lexicon import Lexicon

_THANKS = re.compile(
    r"[，]?(?:我|是|请)?[^。；！：\n]{0,40}?(?:表示|致以|说一?声|道一?声)[^。；！：\n]{0,10}?"
    r"(?:欢迎|祝贺|感谢|谢意|敬意|问候|祝福|慰问|歉意|谢谢|辛苦了)"
)
"""首先我对大家的到来表示热烈的欢迎。其次…说一声谢谢: courtesies are no points."""
_REACH = 2500
"""How far apart, in characters, two points of a word series may begin."""


@lru_cache(maxsize=8)
def _agenda(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(lexicon["enumerators"]["structure"]["not_after"], key=len, reverse=True)
    return re.compile(rf"[ ]?(?:{'|'.join(map(re.escape, words))})")


def _is_courtesy(folded: str, mark: Mark, lexicon: Lexicon) -> bool:
    return bool(_agenda(lexicon).match(folded, mark.end) or _THANKS.match(folded, mark.end))


def structuring_marks(folded: str, marks: Sequence[Mark], lexicon: Lexicon) -> list[Mark]:
    """The marks without words and verbs that number nothing."""
    kept: dict[int, Mark] = {m.start: m for m in marks if m.family not in ("word", "parallel")}
    table = lexicon["enumerators"]["structure"]
    words = [m for m in marks if m.family == "word" and not _is_courtesy(folded, m, lexicon)]
    for mark in _word_series(folded, words, marks, table["first"], table["next"], table["last"]):
        kept[mark.start] = mark
    for mark in _verb_series([m for m in marks if m.family == "parallel"]):
        kept[mark.start] = mark
    return [kept[start] for start in sorted(kept)]


def _word_series(
    folded: str, words: Sequence[Mark], marks: Sequence[Mark], first: list[str], following: list[str], last: list[str]
) -> list[Mark]:
    """首先 with the 其次 and 最后 that follow it, numbered 1, 2, …; 首先 alone where 第二 follows it."""
    kept: list[Mark] = []
    series: list[Mark] = []
    for mark in words:
        near = bool(series) and mark.start - series[-1].start <= _REACH
        if mark.style in first:
            kept.extend(_numbered(series))
            series = [mark]
        elif near and (mark.style in following or (mark.style in last and _same_place(folded, series[-1], mark))):
            series.append(mark)
    kept.extend(_numbered(series))
    return kept + _before_second([m for m in words if m.style in first], marks, frozenset(m.start for m in kept))


def _same_place(folded: str, before: Mark, mark: Mark) -> bool:
    """最后 belongs to the series if it stands as 其次 does: both open a line, or both in one line."""
    return before.style != "首先" and (
        mark.line == before.line and (mark.line or folded.count("\n", before.start, mark.start) < 4)
    )


def _numbered(series: Sequence[Mark]) -> list[Mark]:
    if len(series) < 2:
        return []
    return [replace(mark, ordinal=number, style="word") for number, mark in enumerate(series, 1)]


def _before_second(words: Sequence[Mark], marks: Sequence[Mark], kept: frozenset[int]) -> list[Mark]:
    """首先，… 第二，…: the word stands for 第一."""
    ordered = [m for m in marks if m.family == "di"]
    starts = [m.start for m in ordered]
    found = []
    for mark in words:
        index = bisect_right(starts, mark.start)
        after = ordered[index] if index < len(ordered) and mark.start not in kept else None
        if after and after.ordinal == 2 and after.start - mark.start <= _REACH and after.line == mark.line:
            found.append(replace(mark, ordinal=1, family="di", style="word"))
    return found


def _verb_series(marks: Sequence[Mark]) -> list[Mark]:
    """Runs 一抓…二抓…三抓… of one verb, two or more."""
    kept: list[Mark] = []
    run: list[Mark] = []
    for mark in marks:
        if run and (mark.style, mark.ordinal) == (run[-1].style, (run[-1].ordinal or 0) + 1):
            run.append(mark)
            continue
        kept.extend(run if len(run) > 1 else ())
        run = [mark] if mark.ordinal == 1 else []
    kept.extend(run if len(run) > 1 else ())
    return kept
