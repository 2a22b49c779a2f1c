"""Realistic corpora of any size, made from our own speeches: paragraphs of several, numbers and years changed.

usage: python -m tests.bench.corpus FOLDER COUNT [SEED]
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from extractor.places import sample_speeches
from extractor.reading import Input, read_speech

_HIDDEN_OR_PRINTED = re.compile(r"\d+|[XＸ×]+")
_NUMBER = re.compile(r"(?<![\d.第〔])\d{1,4}(?![\d年月日])")
_HEAD = 3
_DENSE = 20
"""Quantities in a thousand characters; real speeches have some 13, our own 48: they were written to show forms."""
_KEPT = 0.25
"""The share of dense paragraphs that stay, so that quantities are about as frequent as in real speeches."""
_LONG = 40
PER_FOLDER = 1000
PLAIN = 12


def make_corpus(folder: Path, count: int, seed: int = 1, plain: int = PLAIN) -> None:
    """Write `count` speeches below a folder, a thousand to a subfolder; the same seed makes the same files.

    `plain` paragraphs with few quantities lengthen each, and some of its dense ones are left out.
    """
    dice = random.Random(seed)
    paths = sorted(p for p in sample_speeches().iterdir() if p.is_file())
    texts = [read_speech(Input(path, path.name)).text for path in paths]
    for n in range(count):
        place = folder / f"{n // PER_FOLDER:03}" / f"{n:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(splice(dice, texts, plain), encoding="utf-8")


def splice(dice: random.Random, texts: Sequence[str], plain: int = PLAIN) -> str:
    """One speech's head and paragraphs, with quiet paragraphs of all in between, its numbers changed."""
    own = dice.choice(texts).split("\n")
    quiet = _quiet(tuple(texts))
    lines = own[:_HEAD] + [line for line in own[_HEAD:] if not _is_dense(line) or dice.random() < _KEPT]
    for line in dice.sample(quiet, min(plain, len(quiet))):
        lines.insert(dice.randint(min(_HEAD, len(lines)), len(lines)), line)
    return _NUMBER.sub(lambda m: str(dice.randrange(1, 10 ** len(m.group()))), "\n".join(lines))


@lru_cache(maxsize=2)
def _quiet(texts: tuple[str, ...]) -> list[str]:
    return [line for text in texts for line in text.split("\n") if len(line) > _LONG and not _is_dense(line)]


def _is_dense(line: str) -> bool:
    return len(_HIDDEN_OR_PRINTED.findall(line)) * 1000 > _DENSE * len(line)


if __name__ == "__main__":
    make_corpus(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
