"""Numerals: what is read, that reading undoes writing, and that nothing makes a reader fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numerals import parse_int, parse_number

READ = [
    # Chinese, positional (seen: peers read these wrong)
    ("一万五千亿", 1_500_000_000_000), ("一万零十二", 10_012), ("四万万", 400_000_000), ("二十一万亿", 21 * 10**12),
    ("四千三百亿", 430_000_000_000), ("两千四百五", 2_450), ("一百零五", 105), ("九万四", 94_000), ("半百", 50),
    # mixed
    ("10.56亿", 1_056_000_000), ("100000万", 10**9), ("5亿1万4千6百", 500_014_600), ("3万4000", 34_000), ("1千零1", 1_001),
    ("1,234.5", 1234.5), (".5", 0.5),
    # parts of one
    ("三成", 0.3), ("七成半", 0.75), ("六成五", 0.65), ("百分之二十", 0.2), ("百分之百", 1.0), ("三分之一", 1 / 3),
    ("千分之二点五", 0.0025), ("一又二分之一", 1.5),
    # signs and 余
    ("负三十二", -32), ("-2.5", -2.5), ("500余万", 5_000_000), ("一千多万", 10_000_000), ("十二点七五", 12.75),
]  # fmt: skip
NO_NUMBERS = (
    "",
    " ",
    "十四五",
    "4/5G",
    "一一",
    "万",
    "亿",
    "〔2019〕14",
    "三分之",
    "分之一",
    "二点",
    "点五",
    "1.2.3",
    "百姓",
)
DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(("text", "number"), READ)
def test_reads(text: str, number: float) -> None:
    assert parse_number(text) == pytest.approx(number)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_reads_no_number_where_there_is_none(text: str) -> None:
    assert parse_number(text) is None


def written(number: int) -> str:
    """A whole number in Chinese as a careful writer writes it."""
    if number == 0:
        return "零"
    groups = []
    while number:
        number, low = divmod(number, 10_000)
        groups.append(low)
    text = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            continue
        text += "零" if text and group < 1000 and not text.endswith("零") else ""
        text += _group(group) + ("", "万", "亿", "万亿")[place]
    return text


def _group(group: int) -> str:
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, power)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + name
        gap = not digit and bool(text)
    return text


@given(st.integers(0, 10**12 - 1))
def test_reading_undoes_writing(number: int) -> None:
    assert parse_int(written(number)) == number, written(number)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_digits_are_read_with_and_without_commas(whole: int, hundredths: int) -> None:
    assert parse_number(f"{whole:,}.{hundredths:02}") == pytest.approx(whole + hundredths / 100)


@given(
    st.text("零〇一二两三四五六七八九十百千万亿点分之成又半负0123456789.,-余多 X%", max_size=24) | st.text(max_size=40)
)
def test_never_fails(text: str) -> None:
    parse_int(text)
    parse_number(text)


def test_very_long_input_is_no_number() -> None:
    assert parse_number("1" * 10_000) is None
    assert parse_int("九" * 10_000) is None
