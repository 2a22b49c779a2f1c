"""Keywords: the words that tell a speech from other texts, by TF-IDF with jieba's own table.

A word's weight is its share of the speech's words (of two characters and more) times its inverse document frequency.
The speech is cut with the coined terms of the genre as words of their own (三会一课); noise, single characters, words
without Chinese characters and the empty words of the lexicon count for nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappush, heappushpop

from extractor.lexicon import Lexicon
from extractor.records import Keyword, Layout, Speech
from extractor.rule import Rule, Verdict
from extractor.segment import GREATEST_RARITY, MEDIAN_RARITY, Segmenter, document_frequencies, segmenter

TOP = 20
"""How many keywords a speech has at most."""
_FREQUENCIES = ((4, sys.maxsize), (2, 3), (1, 1))
"""Frequent words first: they leave most others nothing to be looked up for."""
_REMEMBERED = 400_000
"""How many words' worth is kept, so that memory stays flat over any number of texts."""
_PIECE = 100_000
"""How much is cut at once, code points: a novel takes no more memory than a long speech."""
_HAN_WORD = re.compile(r"[㐀-鿿]{2,}")
_ENDS = ("\n", "。")

COINED = Verdict(
    "keywords.coined",
    "Keyword",
    "a term that party and government documents coined, kept whole",
    {"各支部严格执行三会一课制度，三会一课不走过场。": ("三会一课",)},
    ("会上讲了三点，下一课在周五。",),
    "the terms of the lexicons keywords and campaigns, with their sources",
)
FREQUENT = Verdict(
    "keywords.frequent",
    "Keyword",
    "a word that is frequent in the speech and rare in other texts; one that no table knows must stand twice",
    {"河道清淤，堤防加固。": ("河道", "清淤", "堤防", "加固")},
    ("同志们，我们要认真做好各项工作。",),
    "TF-IDF as in jieba.analyse.extract_tags, over jieba's idf.txt",
)


class Worth(dict[str, float]):
    """What a word is worth: its idf, the median where no table knows it, 0.0 for an empty one; found when asked for.

    `known` are the words of jieba's table and the coined ones.
    """

    def __init__(self, coined: frozenset[str], empty: frozenset[str], counted: re.Pattern[str]) -> None:
        super().__init__(dict.fromkeys(empty, 0.0))
        self.known = dict.fromkeys(coined, str(MEDIAN_RARITY)) | document_frequencies()
        self.update((word, float(self.known[word])) for word in coined)
        self._counted = counted

    def __missing__(self, word: str) -> float:
        empty = not _HAN_WORD.fullmatch(word) or self._counted.fullmatch(word)
        worth = 0.0 if empty else float(self.known.get(word, MEDIAN_RARITY))
        if len(self) < _REMEMBERED:
            self[word] = worth
        return worth


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The segmenter that knows the coined words, and what words are worth."""

    segmenter: Segmenter
    worth: Worth
    coined: frozenset[str]


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (COINED, FREQUENT)


def find_keywords(speech: Speech, layout: Layout, lexicon: Lexicon) -> tuple[Keyword, ...]:
    """The speech's keywords, the weightiest first, each with the first place where it stands."""
    words = _vocabulary(lexicon)
    text = _without_noise(speech.folded, layout)
    counts: Counter[str] = Counter()
    for piece in _pieces(text):
        counts.update([word for word in words.segmenter.cut(piece) if len(word) > 1])
    total = counts.total()
    return tuple(
        _keyword(text, word, counts[word], weight / total, rank, words.coined)
        for rank, (weight, word) in enumerate(_weightiest(counts, words.worth), 1)
    )


def _weightiest(counts: Counter[str], worth: Worth) -> list[tuple[float, str]]:
    """The words that weigh most, with count times idf, the weightiest first.

    Most words stand once or twice; they are not even looked up where twenty others weigh more than they can.
    """
    found: list[tuple[float, str]] = []
    enough = 0
    for least, most in _FREQUENCIES:
        if most <= enough:
            break
        for word, count in [pair for pair in counts.items() if least <= pair[1] <= most]:
            if count > enough and (count > 1 or word in worth.known) and (idf := worth[word]):
                (heappush if len(found) < TOP else heappushpop)(found, (count * idf, word))
                enough = int(found[0][0] / GREATEST_RARITY) if len(found) == TOP else 0
    return sorted(found, reverse=True)


def _keyword(text: str, word: str, count: int, weight: float, rank: int, coined: frozenset[str]) -> Keyword:
    start = text.index(word)
    rule = COINED if word in coined else FREQUENT
    return Keyword(start, start + len(word), word, count, weight, rank, rule.name)


def _without_noise(folded: str, layout: Layout) -> str:
    """The text with line breaks in place of noise, so that offsets hold and no word reaches across it."""
    pieces, at = [], 0
    for noise in layout.noise:
        pieces += [folded[at : noise.start], "\n" * (noise.end - max(at, noise.start))]
        at = max(at, noise.end)
    return "".join([*pieces, folded[at:]]) if pieces else folded


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that end with a line or a sentence wherever there is one."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind(mark, start, end) + 1 for mark in _ENDS) or end
        yield text[start:end]
        start = end


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> Vocabulary:
    table = lexicon["keywords"]
    names = [name for campaign in lexicon["campaigns"]["campaigns"] for name in campaign["names"]]
    terms = {word for words in table["terms"].values() for word in words}
    coined = frozenset(word for word in (*terms, *names) if _HAN_WORD.fullmatch(word))
    empty = frozenset(word for words in table["empty"].values() for word in words)
    heads, tails = (re.escape(table["counted"][place]) for place in ("heads", "tails"))
    worth = Worth(coined, empty, re.compile(f"[{heads}]+[{tails}]{{0,2}}"))
    return Vocabulary(segmenter(tuple(sorted(coined))), worth, coined)
