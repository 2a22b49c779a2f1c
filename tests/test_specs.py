"""The number, percent, currency and dimension cases of Recognizers-Text (MIT), read from beside the checkout.

Every number there that is one in our sense is read; each class that is none has its reason. The metamorphic half
replaces the digits of the same inputs by placeholders: place and unit of a claim stay, the number goes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.fields.metrics import find_claims
from extractor.fields.metrics.units import read_units
from extractor.fields.metrics.values import find_values
from extractor.lexicon import Lexicon
from extractor.numerals import parse_number
from extractor.records import Claim, Layout, Redaction, Span, Speech
from extractor.text import fold

SPECS = Path(__file__).resolve().parents[2] / "shared" / "specs"
pytestmark = pytest.mark.skipif(not SPECS.is_dir(), reason="../shared/specs is not beside this checkout")

OUT_OF_SCOPE = {
    "powers and exponents: formulas, not speech": r"\^|\d[eE][-+]?\d",
    "k and M as magnitudes: no speech prints them": r"\d ?[kKmM]$",
    "dozens: 打 is a unit, not a magnitude": r"打$",
    "fractions with a slash: 4/5G is a standard, 2019/4/23 a date": r"\d/\d",
    "discounts: 折 measures no result": r"折",
}
NO_CLAIM_UNITS = {
    "one Chinese numeral and a classifier counts nothing (ANNOTATION.md §3)": r"^[一二两三四五六七八九十](?!万|亿)[^\d]*$",
    "sums of two units (五元三毛, 十五斤半): reports print decimals": r"[元斤吨米].*[角毛分半]|日元\d",
    "两 as a weight stands in no report": r"两$",
    "a currency without an amount, or before it (￥300, 人民币50元)": r"^(?:人民币|美元|[$￥¥])",
    "a sign is part of the wording (负增长), not of the value": r"^负",
    "bits and bytes resolved to kilo-units": r"比特|千字节",
}
HIDING = ("X", "XX", "×", "xx", "某")


def cases(*models: str) -> Iterator[tuple[str, dict[str, object]]]:
    for model in models:
        for case in json.loads((SPECS / f"{model}.json").read_text(encoding="utf-8")):
            yield model, case


def results(*models: str) -> list[tuple[str, str, int, str]]:
    if not SPECS.is_dir():
        return []
    return [
        (case["Input"], result["Text"], result["Start"], result["Resolution"]["value"])  # type: ignore[index]
        for _, case in cases(*models)
        for result in case["Results"]  # type: ignore[attr-defined]
    ]


def excused(text: str, *classes: dict[str, str]) -> bool:
    return any(re.search(pattern, text) for table in classes for pattern in table.values())


@pytest.mark.parametrize(("sentence", "text", "start", "value"), results("NumberModel"))
def test_numbers(sentence: str, text: str, start: int, value: str) -> None:
    number = parse_number(fold(text))
    if excused(fold(text), OUT_OF_SCOPE):
        assert number is None or number == pytest.approx(float(value))
    else:
        assert number == pytest.approx(float(value), rel=1e-9)


@pytest.mark.parametrize(("sentence", "text", "start", "value"), results("PercentModel"))
def test_percentages(sentence: str, text: str, start: int, value: str) -> None:
    plain = re.sub(r"\s", "", fold(text))
    if excused(plain, OUT_OF_SCOPE) or re.search(r"k", plain):
        return
    number = parse_number(re.sub(r"个百分点$|%$", "", plain))
    scale = 100 if re.search(r"分之|成", plain) else 1
    assert number is not None
    assert number * scale == pytest.approx(float(value.rstrip("%")))


@pytest.mark.parametrize(("sentence", "text", "start", "value"), results("CurrencyModel", "DimensionModel"))
def test_quantities_with_their_units(sentence: str, text: str, start: int, value: str, lexicon: Lexicon) -> None:
    if excused(fold(text), OUT_OF_SCOPE, NO_CLAIM_UNITS):
        return
    folded = fold(sentence)
    found = {v.start: v for v in find_values(folded)}
    unit = read_units(lexicon).read(folded, found[start].end)
    magnitude = parse_number(f"1{unit.text.removesuffix(unit.word)}") or 0.0
    assert unit.word
    assert (found[start].number or 0.0) * magnitude == pytest.approx(float(value))


def claims_of(text: str, hidden: list[Span], lexicon: Lexicon) -> list[Claim]:
    frame = Layout((), (), None, None, None, Span(0, 0), Span(0, len(text)), (), ())
    redactions = tuple(Redaction(h.start, h.end, "quantity", "test") for h in hidden)
    return list(find_claims(Speech("spec.txt", text), frame, redactions, (), lexicon))


@pytest.mark.parametrize("placeholder", HIDING)
def test_hiding_the_digits_keeps_place_and_unit(placeholder: str, lexicon: Lexicon) -> None:
    compared = 0
    for _, case in cases("NumberModel", "PercentModel", "CurrencyModel", "DimensionModel"):
        text = str(case["Input"])
        for claim in claims_of(text, [], lexicon):
            if not re.fullmatch(r"[\d.]+", fold(text[claim.start : claim.end])):
                continue
            end = claim.start + len(placeholder)
            hidden = text[: claim.start] + placeholder + text[claim.end :]
            again = {c.start: c for c in claims_of(hidden, [Span(claim.start, end)], lexicon)}
            twin = again.get(claim.start)
            assert twin is not None, hidden
            assert (twin.unit, twin.redacted, twin.number, twin.quantity) == (claim.unit, True, None, None), hidden
            compared += 1
    assert compared > 40
