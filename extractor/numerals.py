"""Numerals: reading Chinese and digit numbers.

Readers take folded text. A pattern and the reader of what it matches stand together here and are tested
against each other.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "贰": 2,
    "两": 2,
    "俩": 2,
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
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
CN_CHARS = "零〇一二两三四五六七八九十百千万亿"
"""The characters of a Chinese number in running text (formal 壹贰叁 stand in no report's sentences)."""

_PLAIN = re.compile(r"[0-9]{1,200}(?:\.[0-9]{1,9})?")
_BLANK = re.compile(r"[\s_]")
_DIGITS_ONLY = re.compile(r"[零〇○一二三四五六七八九]{2,}")
_DECIMALS = re.compile(r"([零〇○一壹二贰两三叁四肆五伍六陆七柒八捌九玖]+)([十百千万亿]*)")
_ABOUT = dict.fromkeys(map(ord, "余多几来"))
_ABOUT_OR_NOUGHT = _ABOUT | {ord("零"): None}
_PLACES = TENS | MYRIADS
_SIGNS = {"负": -1, "-": -1, "+": 1, "正": 1}
_MIXED_PART = re.compile(r"(\d[\d,]*(?:\.\d+)?)([十拾百佰千仟]?[万亿兆]*)")
_FRACTION = re.compile(r"(?:(.+?)又)?([^又]+?)分之([^又]+)")
_TENTHS = re.compile(r"(.+?)成(.*)")
_MAX_DIGITS = 300


@lru_cache(maxsize=4096)
def parse_int(text: str) -> int | None:
    """A whole number in digits or Chinese, None where it is none.

    >>> parse_int("一万五千亿"), parse_int("一万零十二"), parse_int("二〇一九"), parse_int("廿三"), parse_int("一一要")
    (1500000000000, 10012, 2019, 23, None)
    """
    text = text.replace(",", "").replace("廿", "二十").replace("卅", "三十")
    if text.isascii():
        return int(text) if text.isdecimal() and len(text) <= _MAX_DIGITS else None
    if len(text) > _MAX_DIGITS:
        return None
    if _DIGITS_ONLY.fullmatch(text):
        return int("".join(str(DIGITS[c]) for c in text)) if len(text) >= 4 or text[0] in "零〇○" else None
    return _positional(text)


@lru_cache(maxsize=4096)
def parse_number(text: str) -> float | None:
    """A number as printed, digits, Chinese or mixed, with its magnitude words; None where it is none.

    Fractions and tenths are read as parts of one: 百分之五 is 0.05, 三成 is 0.3.

    >>> parse_number("10.56亿"), parse_number("100000万"), parse_number("两千四百五"), parse_number("5亿1万4千6百")
    (1056000000.0, 1000000000.0, 2450.0, 500014600.0)
    >>> parse_number("百分之二十"), parse_number("七成半"), parse_number("三百五十又三分之一")
    (0.2, 0.75, 350.3333333333333)
    >>> parse_number("十四五") is parse_number("4/5G") is parse_number("") is None
    True
    """
    if _PLAIN.fullmatch(text):
        return float(text)
    text = _BLANK.sub("", text)
    if not text or len(text) > _MAX_DIGITS:
        return None
    if text[0] in _SIGNS:
        value = parse_number(text[1:])
        return None if value is None else value * _SIGNS[text[0]]
    if "分" in text and (match := _FRACTION.fullmatch(text)):
        return _fraction(*match.groups())
    if "成" in text and (match := _TENTHS.fullmatch(text)):
        return _tenths(match[1], match[2])
    return _plain(text)


def _fraction(whole: str | None, denominator: str, numerator: str) -> float | None:
    base = parse_number(whole) if whole else 0.0
    below = _plain("一" + denominator) if denominator[0] in "百千万佰仟" else _plain(denominator)
    above = _plain("一" + numerator) if numerator == "百" else parse_number(numerator)
    if base is None or above is None or not below:
        return None
    return base + above / below


def _tenths(tenths: str, rest: str) -> float | None:
    value = _plain(tenths)
    below = 0.0 if not rest else 0.5 if rest == "半" else (_plain(rest) or 0.0) / 10
    return None if value is None else round((value + below) / 10, 12)


def _plain(text: str) -> float | None:
    """A number without sign, fraction or tenths."""
    if text == "半":
        return 0.5
    if text[0].isascii():
        return _mixed(text)
    if text.startswith("半"):
        rest = _plain("一" + text[1:])
        return None if rest is None else rest / 2
    text = text.translate(_ABOUT)
    whole, point, decimals = text.partition("点")
    if not point:
        value = parse_int(whole)
        return None if value is None else float(value)
    match = _DECIMALS.fullmatch(decimals)
    value = parse_int(whole)
    if match is None or value is None:
        return None
    part = float("0." + "".join(str(DIGITS[c]) for c in match[1]))
    return (value + part) * _magnitude(match[2])


def _mixed(text: str) -> float | None:
    """Digits with magnitude words, repeated or not: 1,234.5万亿, 5万4千6百, 3万4000, 1千零1."""
    text = text.translate(_ABOUT_OR_NOUGHT)
    text = f"0{text}" if text.startswith(".") else text
    total = section = 0.0
    position = 0
    for match in _MIXED_PART.finditer(text):
        if match.start() != position:
            return None
        position = match.end()
        number = float(match[1].replace(",", ""))
        small, great = (match[2][:1], match[2][1:]) if match[2][:1] in TENS else ("", match[2])
        section += number * _magnitude(small)
        if great:
            total += section * _magnitude(great)
            section = 0.0
    value = total + section
    return value if position == len(text) and text and math.isfinite(value) else None


def _magnitude(words: str) -> float:
    """What magnitude words multiply by: 万亿 is 10**12."""
    return float(math.prod(_PLACES[c] for c in words))


def _positional(text: str) -> int | None:
    """A Chinese number by its places; a last digit without a place takes the next lower one (四百五 is 450)."""
    total = section = digit = 0
    seen = False
    place = 0
    for index, char in enumerate(text):
        if char in DIGITS:
            if seen and digit:
                return None
            digit, seen = DIGITS[char], True
            if digit == 0:
                place = 0
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit, seen, place = 0, False, TENS[char]
        elif char in MYRIADS and index:
            section += digit
            total = _raised(total, section, MYRIADS[char])
            section = digit = 0
            seen, place = False, MYRIADS[char]
        else:
            return None
    return total + section + digit * (max(place // 10, 1) if place >= 100 else 1) if text else None


def _raised(total: int, section: int, myriad: int) -> int:
    """What stands before 万, 亿 or 兆, multiplied: 一万五千亿 raises the 一万 too, 五亿一万 only the 一."""
    if section == 0:
        return total * myriad
    lower, upper = total % myriad, total - total % myriad
    return upper + (lower + section) * myriad
