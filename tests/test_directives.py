"""Directives: modality, head verb, addressee and deadline; every sentence is ours."""

from __future__ import annotations

import pytest

from extractor.extract import extract
from extractor.records import Directive, Speech


def only(text: str) -> Directive:
    (found,) = extract(Speech("example.txt", text)).directives
    return found


@pytest.mark.parametrize(
    ("text", "modality", "action"),
    [
        ("会议要求：一要加强巡查。", "must", "加强"),
        ("会议要求：一、严禁私搭乱建。", "forbid", "严禁"),
        ("我郑重承诺：一是坚守底线。", "pledge", "坚守"),
        ("会议要求：一、进一步压实责任。", "plain", "压实"),
    ],
)
def test_how_a_directive_asks(text: str, modality: str, action: str) -> None:
    found = only(text)
    assert (found.modality, found.action) == (modality, action)


def test_who_must_act_and_by_when() -> None:
    text = "（2019年3月5日）\n会议要求：一要管好水源。各乡镇要明确专人，6月底前建好台账。"
    found = only(text)
    assert found.addressee is not None
    assert text[found.addressee.start : found.addressee.end] == "各乡镇"
    assert found.deadline is not None
    assert text[found.deadline.start : found.deadline.end] == "6月底前"
    assert only("会议要求：一要管好水源。").addressee is None
    text = "会议要求：一要管好水源。希望各村要专人看守。"
    asked = only(text).addressee
    assert asked is not None
    assert text[asked.start : asked.end] == "各村"
