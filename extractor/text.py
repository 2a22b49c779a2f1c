"""Text as rules see it: one canonical form for each character, one character for one character.

`fold` never changes a text's length, so an offset into the folded text is an offset into the text itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

import opencc

# Half-width punctuation is what many circulating texts print; between digits it is part of a number (1,234 20:30).
_FULL = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_HALF_PUNCTUATION = re.compile(r"[,;:!?()]")
# A point between characters is a full stop in texts that print it for 。; else it parts a name (买买提.艾力).
_POINT = re.compile(r"\.(?<=[一-鿿”）》%].)(?<![一二三四五六七八九十].)(?=[一-鿿“（《\n ]|\d{1,2}[.、）]|\Z)")
_VARIANTS = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u3000\ufeff\t", " "),
    **dict.fromkeys("─━―﹣", "—"),
    **dict.fromkeys("–−", "-"),
    **dict.fromkeys("✕╳✖", "×"),
    **dict.fromkeys("◯⭕", "○"),
    **dict.fromkeys("＊﹡", "*"),
    **dict.fromkeys("〝「『", "“"),
    **dict.fromkeys("〞」』", "”"),
    **dict.fromkeys("﹪", "%"),
    **dict.fromkeys("﹙", "（"),
    **dict.fromkeys("﹚", "）"),
    **dict.fromkeys("〈", "《"),
    **dict.fromkeys("〉", "》"),
}
_KEPT_FULL_WIDTH = set("，；：！？（）")


@lru_cache(maxsize=1)
def _folding() -> tuple[re.Pattern[str], dict[str, str]]:
    """Full-width forms to half-width (CJK punctuation stays full-width), traditional to simplified, variants."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_FULL_WIDTH}
    han = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    table |= {a: b for a, b in zip(han, simplified, strict=True) if a != b and len(b) == 1}
    table |= _VARIANTS
    return re.compile(f"[{re.escape(''.join(table))}]"), table


def fold(text: str) -> str:
    """The text in canonical form, character for character; for reading by rules, never for printing.

    >>> fold("（１）增長５％,落實")
    '（1）增长5%，落实'
    >>> fold("投入1,200万元:20:30前")
    '投入1,200万元：20:30前'
    >>> fold("方向不变.1.守住底线,增长1.5%.")
    '方向不变。1.守住底线，增长1.5%。'
    """
    variant, table = _folding()
    folded = _HALF_PUNCTUATION.sub(_full_width, variant.sub(lambda m: table[m.group()], text))
    if folded.count(".") <= folded.count("。"):
        return folded
    stops, count = _POINT.subn("。", folded)
    return stops if count > folded.count("。") else folded


def _full_width(match: re.Match[str]) -> str:
    mark, text, place = match.group(), match.string, match.start()
    if mark in ",:" and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit():
        return mark
    return _FULL[mark]
