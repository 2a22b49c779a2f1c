"""The floor that the main job must hold on the shared real texts."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extractor.scoring import score

FLOOR = {
    "documents.meeting_type": 0.85, "documents.speaker_level": 0.85, "documents.speaker_body": 0.85,
    "documents.year": 0.85, "documents.year_interval": 0.9, "items": 0.95, "directives": 0.90,
    "metric_claims": 0.90, "metric_claims.exact": 0.70, "redactions": 0.97, "redactions.typed": 0.85,
}  # fmt: skip


@pytest.mark.parametrize("measure", FLOOR)
def test_real_texts_score_above_the_floor(measure: str, shared: Path, shared_ledger: Path) -> None:
    measures = score(shared_ledger, shared / "gold").measures()[measure]
    assert measures.get("f1", measures.get("accuracy", 0.0)) >= FLOOR[measure], measures


def test_no_real_text_fails(shared_ledger: Path) -> None:
    with sqlite3.connect(shared_ledger) as connection:
        assert connection.execute("select source, detail from failures").fetchall() == []
        assert connection.execute("select documents_extracted from runs").fetchone() == (65,)
