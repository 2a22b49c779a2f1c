"""Words: the one interface to jieba. Segment and tag only where words are needed.

Bulk work runs on rjieba, the Rust port with jieba's dictionary and model: it gives `jieba.cut` token for token (a
test proves it on real texts) at some twenty times the speed. Lexicon terms go in as user words in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_USER_WORD_FREQUENCY = 10_000


class Segmenter:
    """A cut and a tagger over one dictionary: jieba's own and `words` on top."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        import rjieba  # loads its dictionary at once

        self._jieba: Any = rjieba.Jieba() if words else rjieba
        for word in words:
            self._jieba.add_word(word, _USER_WORD_FREQUENCY, "nz")

    def cut(self, text: str) -> list[str]:
        """The words of a text in order; joined they are the text.

        >>> Segmenter().cut("完善应急预案")
        ['完善', '应急', '预案']
        """
        words: list[str] = self._jieba.cut(text)
        return words

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Words with their part of speech in jieba's tag set (v verb, n noun, d adverb …)."""
        pairs: list[tuple[str, str]] = self._jieba.tag(text)
        return pairs


@lru_cache(maxsize=4)
def segmenter(words: tuple[str, ...] = ()) -> Segmenter:
    """The shared segmenter for a set of user words; building one takes about a second."""
    return Segmenter(words)


MEDIAN_RARITY = 11.9547675029
"""The median of `document_frequencies`, what jieba takes a word that it does not know to be worth."""
GREATEST_RARITY = 13.900677652


@lru_cache(maxsize=1)
def document_frequencies() -> dict[str, str]:
    """The inverse document frequency of each word in jieba's own table (`jieba.analyse`), as printed; 270,000 words.

    Read from jieba's file: to import `jieba.analyse` takes three times the time and the memory, for its taggers.
    """
    jieba = find_spec("jieba")
    folder = Path(((jieba and jieba.submodule_search_locations) or [""])[0])
    fields = (folder / "analyse" / "idf.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))
