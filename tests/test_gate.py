"""Gates: what a gated alternation finds is what the plain one finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gate import first_characters, gated

FIRST = [
    ("推进会", {"推"}),
    ("[座恳]谈会", {"座", "恳"}),
    ("(?:推进|座谈)会", {"推", "座"}),
    ("(?P<asks>要|必须)", {"要", "必"}),
    ("(?<!大)会议", {"会"}),
    ("(?<=[一-鿿])得好", {"得"}),
    ("^必须|务必", {"必", "务"}),
    (r"\d+户", {r"\d"}),
    (r"[\dX×]户", {r"\d", "X", "×"}),
    ("强?化", None),
    ("[^不]了", None),
    (".会", None),
    ("(?:强|化)?好", None),
    ("强{0,2}化", None),
    ("", None),
    ("(?:会", None),
]
PATTERNS = ["推进会", "[座恳]谈会?", "(?:推|促)进", "(?<!大)会议", "^必须", r"\d户", r"[X×\d]人", "进(?!会)"]


@pytest.mark.parametrize(("pattern", "expected"), FIRST)
def test_first_characters(pattern: str, expected: set[str] | None) -> None:
    found = first_characters(pattern)
    assert found == (None if expected is None else frozenset(expected))


@given(st.text("推进促会座恳谈大议必须户人X×1２3，。\n好", max_size=40))
def test_a_gate_changes_nothing_that_is_found(text: str) -> None:
    plain = re.compile("|".join(PATTERNS))
    assert [m.span() for m in gated(PATTERNS).finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_patterns_whose_form_says_nothing_are_left_ungated() -> None:
    assert gated(["强?化", "推进"]).pattern == "强?化|推进"
    assert gated(["推进", "促进"]).pattern.startswith("(?=[")
