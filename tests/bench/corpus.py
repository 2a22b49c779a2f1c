"""Realistic corpora of any size, made from our own speeches: paragraphs of several, numbers and years changed.

usage: python -m tests.bench.corpus FOLDER COUNT [SEED]
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from extractor.places import sample_speeches
from extractor.reading import Input, read_speech

_PLAIN = re.compile(r"[^\dXＸ×]{40,}")
_NUMBER = re.compile(r"(?<![\d.第〔])\d{1,4}(?![\d年月日])")
PER_FOLDER = 1000


def make_corpus(folder: Path, count: int, seed: int = 1, plain: int = 0) -> None:
    """Write `count` speeches below a folder, a thousand to a subfolder; the same seed makes the same files.

    `plain` paragraphs without any quantity lengthen each: our own speeches are denser in facts than real ones.
    """
    dice = random.Random(seed)
    paths = sorted(p for p in sample_speeches().iterdir() if p.is_file())
    texts = [read_speech(Input(path, path.name)).text for path in paths]
    for n in range(count):
        place = folder / f"{n // PER_FOLDER:03}" / f"{n:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(splice(dice, texts, plain), encoding="utf-8")


def splice(dice: random.Random, texts: list[str], plain: int = 0) -> str:
    """One speech's head and paragraphs, with paragraphs of two others in between."""
    lines = dice.choice(texts).split("\n")
    for other in dice.sample(texts, 2):
        paragraphs = [line for line in other.split("\n") if len(line) > 80]
        lines[-1:-1] = dice.sample(paragraphs, min(2, len(paragraphs)))
    quiet = [line for text in texts for line in text.split("\n") if _PLAIN.fullmatch(line)] if plain else []
    lines[-1:-1] = dice.sample(quiet, min(plain, len(quiet)))
    return _NUMBER.sub(lambda m: str(dice.randrange(1, 10 ** len(m.group()))), "\n".join(lines))


if __name__ == "__main__":
    make_corpus(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
