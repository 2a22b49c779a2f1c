"""Alignment: where the characters of a text stand after the text was edited.

So a fact keeps its id when words are put in before it. The ends that two texts share are set aside, what is left is
matched sentence by sentence, and sentences that were reworded character by character (difflib).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

_SENTENCE = re.compile(r"[^，。；！？\n]*[，。；！？\n]+|[^，。；！？\n]+")
_REWORDED = 500
"""Up to so many characters a reworded stretch is matched character by character; that takes the square of them."""


class Block(NamedTuple):
    """A stretch that both texts have: where it begins in the old and in the new one, and its length, code points."""

    old: int
    new: int
    size: int


class Alignment:
    """Where each offset of an old text stands in a new one, code points.

    >>> alignment = Alignment("改造旱厕35座。", "今年，改造旱厕40座。")
    >>> alignment.at(0), alignment.at(4), alignment.end_at(6)
    (3, 7, 9)
    """

    def __init__(self, old: str, new: str) -> None:
        ends = Block(len(old), len(new), 0)
        self._blocks = [Block(0, 0, 0), *_blocks(old, new), ends]
        self._starts = [block.old for block in self._blocks]

    def at(self, offset: int) -> int | None:
        """Where the character at an offset stands, or what replaced it begins; None where it is gone."""
        block, following = self._around(offset)
        within = offset - block.old
        replaced = following.new - block.new - block.size
        if within < block.size:
            return block.new + within
        if replaced == following.old - block.old - block.size or (within == block.size and replaced):
            return block.new + within
        return None

    def end_at(self, offset: int) -> int | None:
        """Where a stretch ends whose old end is `offset`, exclusive; None where its last character is gone."""
        block, following = self._around(offset - 1)
        within = offset - block.old
        replaced = following.new - block.new - block.size
        if within <= block.size or replaced == following.old - block.old - block.size:
            return block.new + within
        return following.new if offset == following.old and replaced else None

    def _around(self, offset: int) -> tuple[Block, Block]:
        """The last block that begins at or before an offset, and the one after it."""
        index = min(bisect_right(self._starts, offset), len(self._blocks) - 1)
        return self._blocks[index - 1], self._blocks[index]


def _blocks(old: str, new: str) -> Iterator[Block]:
    """The stretches that two texts share, in order."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    if head:
        yield Block(0, 0, head)
    yield from _by_sentence(old[head : len(old) - tail], new[head : len(new) - tail], head)
    if tail:
        yield Block(len(old) - tail, len(new) - tail, tail)


def _by_sentence(old: str, new: str, base: int) -> Iterator[Block]:
    ours, theirs = _SENTENCE.findall(old), _SENTENCE.findall(new)
    at, to = (list(accumulate(map(len, pieces), initial=0)) for pieces in (ours, theirs))
    first, second = 0, 0
    for a, b, count in SequenceMatcher(None, ours, theirs).get_matching_blocks():
        yield from _by_character(old[first : at[a]], new[second : to[b]], base + first, base + second)
        first, second = at[a + count], to[b + count]
        if count:
            yield Block(base + at[a], base + to[b], at[a + count] - at[a])


def _by_character(old: str, new: str, first: int, second: int) -> Iterator[Block]:
    if not old or not new or max(len(old), len(new)) > _REWORDED:
        return
    for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if size:
            yield Block(first + a, second + b, size)
