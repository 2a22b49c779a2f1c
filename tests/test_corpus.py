"""The sample corpus: our own speeches, and gold that resolves against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.lexicon import load_lexicon
from extractor.places import sample_gold, sample_speeches
from extractor.reading import Input, read_speech
from extractor.records import Speech
from extractor.scoring import score

GOLD = sorted(sample_gold().glob("*.gold.json"))
SPEECHES = sorted(p for p in sample_speeches().iterdir() if p.is_file())
CODES = load_lexicon()["codes"]
FLOOR = {
    "documents.meeting_type": 0.9, "documents.year": 0.9, "documents.year_interval": 0.9,
    "documents.speaker_level": 0.9, "documents.speaker_body": 0.9, "items": 0.95, "directives": 0.9,
    "metric_claims": 0.9, "metric_claims.exact": 0.75, "redactions": 0.97, "redactions.typed": 0.85,
}  # fmt: skip


def speech_of(gold: dict[str, Any]) -> Speech:
    path = sample_speeches() / gold["source"]
    return read_speech(Input(path, path.name))


def codes(table: str) -> set[str]:
    return {entry["code"] for entry in CODES[table]}


def test_there_is_gold_for_every_speech() -> None:
    assert len(SPEECHES) >= 20
    assert {json.loads(p.read_text(encoding="utf-8"))["source"] for p in GOLD} == {p.name for p in SPEECHES}


@pytest.mark.parametrize("path", SPEECHES, ids=lambda p: p.stem)
def test_a_speech_is_of_sample_length(path: Path) -> None:
    assert 600 <= len(read_speech(Input(path, path.name)).text) <= 3000


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_gold_resolves_against_its_text(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = speech_of(gold).text
    document = gold["document"]
    assert document["meeting_type"] in codes("meeting_types") | {None}
    assert document["speaker_level"] in codes("speaker_levels") | {None}
    assert document["speaker_body"] in codes("speaker_bodies") | {None}
    starts = {item["start"] for item in gold["items"]}
    for item in gold["items"]:
        assert text[item["start"] :].startswith(item["marker"]), item
        assert item["parent"] is None or item["parent"] in starts, item
        assert item["role"] in codes("roles"), item
    for claim in gold["metric_claims"]:
        assert text[claim["start"] : claim["end"]] == claim["value"], claim
        assert claim["subject"] in text.replace("\n", "") or claim["subject"] in text, claim
    for redaction in gold["redactions"]:
        assert text[redaction["start"] : redaction["end"]].strip(), redaction
        assert redaction["slot"] in codes("slots"), redaction
    hidden = {r["start"] for r in gold["redactions"] if r["slot"] == "quantity"}
    assert {c["start"] for c in gold["metric_claims"] if c["redacted"]} <= hidden


@pytest.mark.parametrize("measure", FLOOR)
def test_the_extractors_agree_with_our_gold(measure: str, sample_ledger: Path) -> None:
    measures = score(sample_ledger, sample_gold()).measures()[measure]
    assert measures.get("f1", measures.get("accuracy", 0.0)) >= FLOOR[measure], measures


def test_score_prints_the_figures_of_the_shared_script(shared: Path, shared_ledger: Path) -> None:
    namespace: dict[str, Any] = {"__name__": "score"}
    exec((shared / "score.py").read_text(encoding="utf-8"), namespace)
    theirs, _ = namespace["score"](shared_ledger, shared / "gold")
    ours = score(shared_ledger, shared / "gold").measures()
    for measure, values in theirs.items():
        if values.get("n"):
            assert ours[measure] == pytest.approx(values), measure
