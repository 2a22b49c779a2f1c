"""Units: the measure word after a value, as printed, with its base unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from extractor.lexicon import Lexicon

Kind = Literal["measure", "count", "uncounted", "noun", "none"]

_MAGNITUDE = re.compile(r"[ ]*\n?[ ]*([余多来]?)((?:[十百万亿]|千(?![伏瓦米克卡赫]))*)([余多来]?)[ ]*\n?[ ]*")
_TENTHS = {c: i / 10 for i, c in enumerate("一二三四五六七八九", 1)} | {"半": 0.5}
_POWERS = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


class Unit(NamedTuple):
    """What follows a value: `text` is the unit as printed, `end` where it ends, `factor` turns it into `base`."""

    text: str
    end: int
    kind: Kind
    word: str
    base: str
    factor: float
    approximation: str
    extra: float = 0.0
    """What 半 or a digit after 成 adds: 六成五."""


@dataclass(frozen=True)
class Units:
    """The unit words of a lexicon, by their text."""

    forms: Mapping[str, tuple[Kind, str, float]]
    sizes: Mapping[str, tuple[int, ...]]
    """The lengths of the words that begin with a character, longest first."""
    thresholds: frozenset[str]

    def read(self, text: str, start: int) -> Unit:
        """The unit that begins at `start`, after blanks and 余 or 多; its text is empty where none is printed."""
        match = _MAGNITUDE.match(text, start)
        assert match is not None
        approximation = match[1] or match[3]
        factor = 1.0
        for char in match[2]:
            factor *= _POWERS[char]
        word, kind, base, scale = self._longest(text, match.end())
        if kind in ("none", "noun"):
            end = match.end(2) if match[2] else start
            if match[3] and match[2]:
                end = match.end(3)
            return Unit(match[2], end, "count" if match[2] else kind, "", match[2] and "", factor, approximation)
        end = match.end() + len(word)
        wrapped = text[end + 1 : end + 2] if text[end : end + 1] == "\n" else ""
        if wrapped and (form := self.forms.get(word + wrapped)):
            (kind, base, scale), word = form, word + wrapped
            end += 2
        if text[end : end + 1] == "/" and (per := self._longest(text, end + 1))[1] != "none":
            word, base = f"{word}/{per[0]}", f"{base}/{per[0]}"
            end += 1 + len(per[0])
        extra = 0.0
        if word == "成" and (extra := _TENTHS.get(text[end : end + 1], 0.0)):
            return Unit(word, end + 1, kind, word, base, factor * scale, approximation, extra)
        return Unit(match[2] + word, end, kind, word, base, factor * scale, approximation)

    def _longest(self, text: str, start: int) -> tuple[str, Kind, str, float]:
        for size in self.sizes.get(text[start : start + 1], ()):
            if form := self.forms.get(text[start : start + size]):
                return text[start : start + size], *form
        return "", "none", "", 1.0


@lru_cache(maxsize=8)
def read_units(lexicon: Lexicon) -> Units:
    """The units of a lexicon."""
    table = lexicon["units"]
    forms: dict[str, tuple[Kind, str, float]] = {}
    for word in table["counts"]["words"]:
        forms[word] = ("count", word, 1.0)
    for word, entry in table["measures"].items():
        forms[word] = ("measure", entry["base"], float(entry["factor"]))
    for word in table["uncounted"]["words"]:
        forms[word] = ("uncounted", word, 1.0)
    for word in table["nouns"]["words"]:
        forms[word] = ("noun", "", 1.0)
    sizes: dict[str, set[int]] = {}
    for word in forms:
        sizes.setdefault(word[0], set()).add(len(word))
    longest_first = {first: tuple(sorted(lengths, reverse=True)) for first, lengths in sizes.items()}
    return Units(forms, longest_first, frozenset(table["thresholds"]["words"]))
