"""Numerals: reading Chinese and digit numbers.

Readers take folded text. A pattern and the reader of what it matches stand together here and are tested
against each other.
"""

from __future__ import annotations

import re

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "贰": 2,
    "两": 2,
    "三": 3,
    "叁": 3,
    "四": 4,
    "肆": 4,
    "五": 5,
    "伍": 5,
    "六": 6,
    "陆": 6,
    "七": 7,
    "柒": 7,
    "八": 8,
    "捌": 8,
    "九": 9,
    "玖": 9,
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
SMALL_CN = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""A Chinese ordinal of an enumerator: 一 … 九十九."""


def parse_int(text: str) -> int | None:
    """A whole number in digits or Chinese, None where it is none.

    >>> parse_int("一万五千亿"), parse_int("一万零十二"), parse_int("二〇一九"), parse_int("廿三"), parse_int("一一要")
    (1500000000000, 10012, 2019, 23, None)
    """
    text = text.replace(",", "").replace("廿", "二十").replace("卅", "三十")
    if text.isascii():
        return int(text) if text.isdigit() else None
    if re.fullmatch(r"[零〇○一二三四五六七八九]{2,}", text):
        return int("".join(str(DIGITS[c]) for c in text)) if len(text) == 4 or len(text) > 4 else None
    return _positional(text)


def _positional(text: str) -> int | None:
    total = section = digit = 0
    seen_digit = False
    for char in text:
        if char in DIGITS:
            if seen_digit and digit:
                return None
            digit, seen_digit = DIGITS[char], True
        elif char in TENS:
            section += (digit or (0 if seen_digit else 1)) * TENS[char]
            digit, seen_digit = 0, False
        elif char in MYRIADS:
            section += digit
            if char == "亿":
                total = (total + section) * MYRIADS[char]
            else:
                total += section * MYRIADS[char]
            section = digit = 0
            seen_digit = False
        else:
            return None
    return total + section + digit if text else None
