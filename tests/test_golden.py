"""Golden output: every fact of the sample corpus as of today, reviewed as a diff when it changes.

`pytest --update-golden` (or `make golden`) rewrites it. Gold is human truth; this is not.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.extract import extract
from extractor.lexicon import Lexicon
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.rows import document_row, fact_rows

GOLDEN = Path(__file__).parent / "golden"


def facts_of(path: Path, lexicon: Lexicon) -> list[str]:
    """One line a fact, so that a diff shows facts."""
    speech = read_speech(Input(path, path.name))
    extraction = extract(speech, lexicon)
    document = {k: v for k, v in document_row(speech, extraction).items() if k not in ("text", "sha256")}
    lines = [line("documents", document)]
    for table, rows in fact_rows(speech, extraction).items():
        lines += [line(table, {k: v for k, v in row.items() if k not in ("text", "clause")}) for row in rows]
    return lines


def line(table: str, row: dict[str, Any]) -> str:
    return f"{table} {json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False)}"


@pytest.mark.parametrize("path", sorted(sample_speeches().iterdir()), ids=lambda p: p.stem)
def test_the_output_is_as_reviewed(path: Path, lexicon: Lexicon, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{path.name}.jsonl"
    found = facts_of(path, lexicon)
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == found
