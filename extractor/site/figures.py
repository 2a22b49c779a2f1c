"""Numbers and dates as Chinese readers write them: 1.2万, 1,092亿, 2020年1月8日."""

from __future__ import annotations

import re
from decimal import Decimal

_POWERS = ((12, "万亿"), (8, "亿"), (4, "万"))
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z?")


def grouped(number: float) -> str:
    """A number with separators, no digit lost and none made up.

    >>> grouped(109200000000.0), grouped(0.1), grouped(1234.5)
    ('109,200,000,000', '0.1', '1,234.5')
    """
    if isinstance(number, int):
        return f"{number:,}"
    digits = f"{Decimal(repr(number)).normalize():,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def counted(number: float) -> str:
    """A number by 万 and 亿; none of its digits is lost.

    >>> counted(12000), counted(109200000000.0), counted(9999), counted(2.5), counted(-345678)
    ('1.2万', '1,092亿', '9,999', '2.5', '-34.5678万')
    """
    exact = Decimal(repr(number))
    for power, word in _POWERS:
        if abs(exact) >= 10**power:
            return f"{(exact.scaleb(-power)).normalize():,f}{word}"
    return grouped(number)


def day(date: str) -> str | None:
    """A date as far as it is known, or None where it is none.

    >>> day("2020-01-08"), day("2020-01"), day("2020"), day("月底")
    ('2020年1月8日', '2020年1月', '2020年', None)
    """
    found = _DAY.fullmatch(date)
    if not found:
        return None
    return "".join(f"{int(part)}{word}" for part, word in zip(found.groups(), "年月日", strict=True) if part)


def moment(at: str) -> str | None:
    """A moment of universal time to the minute, or None where it is none.

    >>> moment("2026-11-28T01:24:38Z")
    '2026年11月28日 01:24'
    """
    found = _MOMENT.fullmatch(at)
    return f"{day(found[1])} {found[2]}" if found else None
