"""Values: where a number, or a placeholder that hides one, stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER
from extractor.numerals import CN_CHARS, parse_number
from extractor.records import Redaction, Span

_N = rf"[\d{NUMBER}](?:[\d{NUMBER}]|,(?=\d\d\d)|\.(?=[\d{NUMBER}]))*"
_CN = "(?:[零〇一二两三四五六七八九十百万亿]|千(?![瓦米克伏卡赫])|兆(?![瓦赫字帕比]))"
_VALUE = re.compile(
    rf"""
      (?P<share>(?:百|千|万|{_CN}+|\d+)分之(?:[{CN_CHARS}点]+|{_N}))
    | (?P<ratio>{_N}[ ]*[:：∶][ ]*{_N}(?:[ ]*[:：∶][ ]*{_N})*)
    | (?P<digit>\d、\d(?=[十百千])|{_N}(?:[ ]?[-—~～至到]{{1,2}}[ ]?{_N}(?![ ]*[年月日号]))?)
    | (?P<cn>
        (?:(?<![将最靠附接临邻])近|(?<![大合条制])约|(?<![赶])超|(?<![以之])上|逾|[数几](?=[十百千万亿]))?
        (?:{_CN}{{2,}}(?:点[零一二三四五六七八九]+)?
          |(?<=[近约超上逾数几])[十百千万亿]+
          |[零一二三四五六七八九]点[零一二三四五六七八九]+(?![十半分钟])
          |[一二两三四五六七八九](?=\n?(?:[万亿]|倍|个?百分点|番|成(?![功立效员果都本为年品人长绩])))
          |十(?=[余多来几]|倍|个百分点)))
    """,
    re.VERBOSE,
)
_RUN_CHARS = f"{CN_CHARS}兆近约超上逾数几0-9{NUMBER}"
_RUN = re.compile(rf"[{_RUN_CHARS}](?:[{_RUN_CHARS}]+|(?<=[0-9{NUMBER}])|(?=[余多来万亿倍个番成点分百\n]))")
"""Where a number may begin: a lone Chinese numeral is none unless 余, 万, 倍 or the like follows."""
_GROUPED = re.compile(r"，(?=\d{3}(?!\d))(?<=\d，)")
_THOUSANDS = re.compile(r"(?<![\d.，])\d{1,3}(?:，\d{3})+(?![\d.，])")
"""Thousands set apart by full-width commas, as in print before 1990: １，９９２亿元."""
_KEPT = frozenset("0123456789.%,:：-")
_NUMBER_CHARS = frozenset("近约超上逾")
_PLACES = frozenset("百千万亿十")


class Value(NamedTuple):
    """A number as printed, `[start, end)`; `number` is None where it is hidden or cannot be read."""

    start: int
    end: int
    shape: str
    number: float | None
    redacted: bool
    prefix: str = ""


def mask(folded: str, redactions: Iterable[Redaction], noise: Iterable[Span]) -> str:
    """The folded text with placeholders replaced by what they hide, a number or something else, and noise blanked."""
    pieces: list[str] = []
    at = 0
    for span in sorted((*redactions, *noise), key=lambda span: span.start):
        if span.start < at:
            continue
        printed = folded[span.start : span.end]
        pieces += (folded[at : span.start], _masked(printed, span))
        at = span.end
    masked = "".join((*pieces, folded[at:])) if pieces else folded
    return _THOUSANDS.sub(_group, masked) if _GROUPED.search(masked) else masked


def _group(thousands: re.Match[str]) -> str:
    return thousands.group().replace("，", ",")


def _masked(printed: str, span: Span) -> str:
    if not isinstance(span, Redaction):
        return " " * len(printed)
    if span.slot != "quantity":
        return HIDDEN * len(printed)
    return "".join(char if char in _KEPT else NUMBER for char in printed)


def find_values(masked: str) -> Iterator[Value]:
    """Every number in a masked text, in order, whether or not it will be a claim."""
    end = 0
    for run in _RUN.finditer(masked):
        at, stop = max(run.start(), end), run.end()
        while at < stop:
            match = _VALUE.match(masked, at)
            if match is None:
                at += 1
                continue
            at = end = match.end()
            if match.lastgroup == "ratio":
                parts = list(re.finditer(_N, match.group()))
                for part in parts if len(parts) > 2 else parts[:1]:
                    yield _value(masked, match.start() + part.start(), match.start() + part.end(), "ratio")
            else:
                yield _value(masked, match.start(), match.end(), match.lastgroup or "")


def _value(masked: str, start: int, end: int, shape: str) -> Value:
    printed = masked[start:end]
    if NUMBER in printed:
        return Value(start, end, shape, None, True)
    prefix = printed[0] if printed[0] in _NUMBER_CHARS else ""
    plain = printed[len(prefix) :]
    if shape == "digit" and not plain[-1:].isdigit():
        return Value(start, end, shape, None, False, prefix)
    bare = plain[:1] in _PLACES and plain[0] != "十" and _PLACES.issuperset(plain)
    return Value(start, end, shape, parse_number("一" + plain if bare else plain), False, prefix)
