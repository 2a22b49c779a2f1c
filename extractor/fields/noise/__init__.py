"""Noise: lines and marks that are no part of the speech (ANNOTATION.md §5).

A rule's pattern is the tell of a notice; its reach says how much of the text goes with it: the mark alone, the
bracket around it, everything from the line's start, or the line (the sentence where a whole speech is one line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from extractor.fields.noise.marks import Mark, marks
from extractor.fields.noise.pages import PINYIN
from extractor.gazetteer import Gazetteer
from extractor.lexicon import Lexicon
from extractor.records import Noise, Speech
from extractor.rule import Rule, Verdict

LINE = 160
"""The longest line, in code points, that is noise as a whole because a notice stands in it."""
TOP = 40
"""How many lines of a text may be the cover that a site puts before it."""


BETWEEN = Verdict(
    "noise.between",
    "Noise",
    "short lines before the title that stand between two lines of noise",
    {"仅供学习 禁止外传\n某某文行\n免费QQ群：\n在全镇工作会议上的讲话\n同志们：": ("某某文行",)},
    ("在全镇工作会议上的讲话\n某某某\n同志们：",),
    "seen: a site's name and slogans between its copying notice and its chat group",
)


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*(mark.rule for mark in marks(lexicon)), PINYIN, BETWEEN)


def find_noise(speech: Speech, lexicon: Lexicon) -> tuple[Noise, ...]:
    """Every span of noise, in order, none inside another."""
    text = speech.folded
    hits = _hits(text, lexicon)
    found = [noise for mark in marks(lexicon) for noise in _find(mark, text, hits.get(mark.rule.name))]
    pinyin = [Noise(m.start(), m.end(), "pinyin", PINYIN.name) for m in PINYIN.scan(text)] if "）" in text else []
    found += pinyin if len(pinyin) > 4 else []
    kept = _outermost(found)
    return _outermost([*kept, *_between(text, kept)])


def _find(mark: Mark, text: str, lines: set[tuple[int, int]] | None) -> Iterator[Noise]:
    seen = -1
    for start, end in sorted(_lines_with(mark.cues, text) if lines is None else lines):
        if start <= seen:
            continue
        for match in mark.rule.scan(text, start, end):
            a, b = _reach(mark, text, match.start(), match.end(), start, end)
            if b > max(a, seen):
                yield Noise(a, b, mark.kind, mark.rule.name)
                seen = b


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> tuple[Gazetteer, dict[str, list[str]]]:
    """The cues of all marks with cues of two characters and more, and the rules that each cue calls."""
    rules_of: dict[str, list[str]] = {}
    for mark in marks(lexicon):
        for cue in mark.cues if min(map(len, mark.cues), default=0) > 1 else ():
            rules_of.setdefault(cue, []).append(mark.rule.name)
    return Gazetteer(rules_of), rules_of


def _hits(text: str, lexicon: Lexicon) -> dict[str, set[tuple[int, int]]]:
    """For each rule with cues of two characters and more, the bounds of the lines in which one of them stands."""
    cues, rules_of = _cues(lexicon)
    lines: dict[str, set[tuple[int, int]]] = {name: set() for names in rules_of.values() for name in names}
    bounds = (0, -1)
    for cue, start, _ in cues.scan(text):
        if start > bounds[1]:
            bounds = _bounds(text, start)
        for name in rules_of[cue]:
            lines[name].add(bounds)
    return lines


def _bounds(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _lines_with(cues: tuple[str, ...], text: str) -> set[tuple[int, int]]:
    """The bounds of the lines in which a cue stands; the whole text for a rule without cues."""
    if not cues:
        return {(0, len(text))}
    lines = set()
    for cue in cues:
        at = text.find(cue)
        while at >= 0:
            start, end = _bounds(text, at)
            lines.add((start, end))
            at = text.find(cue, end)
    return lines


def _reach(mark: Mark, text: str, start: int, end: int, line: int, stop: int) -> tuple[int, int]:
    """How much of the line from `line` to `stop` goes with a mark found from `start` to `end`."""
    if mark.reach == "head":
        lead = text[line:start]
        site = len(lead.strip()) <= 30 and not re.search(
            r"讲话|发言|会议|同志|登录|登陆|查询|[，。]|^ *（?[一二三四五六七八九十\d]{1,3}[、.）]", lead
        )
        return (line if site else start), end
    if mark.reach == "line":
        if stop - line <= LINE and "。" not in text[line:start]:
            return _trimmed(text, line, stop)
        return _sentence(text, start, end, line, stop)
    return start, end


def _sentence(text: str, start: int, end: int, line: int, stop: int) -> tuple[int, int]:
    """The bracket or the sentence around a mark in a long line, at most sixty characters either way."""
    low, high = max(line, start - 60), min(stop, end + 60)
    opened = max(text.rfind(c, low, start) for c in "（【。！？；")
    a = opened if opened >= 0 and text[opened] in "（【" else opened + 1 if opened >= 0 else start
    ends = [at + 1 for at in (text.find(c, end, high) for c in "）】。！？；") if at >= 0]
    return a, min(ends, default=end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _outermost(found: list[Noise]) -> tuple[Noise, ...]:
    """The spans in order, those inside or across an earlier one left out."""
    kept: list[Noise] = []
    for noise in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or noise.start >= kept[-1].end:
            kept.append(noise)
    return tuple(kept)


def _between(text: str, noise: tuple[Noise, ...]) -> Iterator[Noise]:
    """Lines of a cover: short, without a full stop, between two lines of noise at the top of the text."""
    newlines = [m.start() for m in islice(re.finditer("\n", text), TOP)]
    top = newlines[-1] if len(newlines) == TOP else len(text)
    covers = ("copying", "membership", "label", "furniture")
    tops = [n for n in noise[: 2 * TOP] if n.start <= top and n.kind in covers]
    for before, after in pairwise(tops):
        gap = text[before.end : after.start]
        if not 1 < gap.count("\n") <= 6:
            continue
        lines = list(re.finditer(r"\S[^\n]*", gap))
        if all(len(m.group()) <= 30 and not re.search(r"讲话|发言|报告|会|。|：", m.group()) for m in lines):
            for m in lines:
                start, end = _trimmed(text, before.end + m.start(), before.end + m.end())
                yield Noise(start, end, "cover", BETWEEN.name)
