"""The database contract: its tables and columns are there, described in both languages, and fit PostgreSQL, too."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from extractor.tables import LOOK_UPS, TABLES, schema
from tests.conftest import ROOT

LABELLED = ("meeting_types", "speaker_levels", "speaker_bodies", "roles", "slots")
CONTRACT = {
    "documents": "id source sha256 format encoding title text char_count genre meeting_name meeting_type campaign year "
    "year_min year_max year_basis date speaker_level speaker_body speaker_title speaker_name extracted_at run_id",
    "document_meeting_types": "document_id meeting_type",
    "evidence": "document_id field value char_start char_end rule weight",
    "items": "id document_id parent_id char_start char_end marker marker_style ordinal depth path heading role rule",
    "directives": "id item_id document_id char_start char_end path marker ordinal depth heading text modality action "
    "addressee deadline due_date rule",
    "deadlines": "document_id item_id char_start char_end text date redacted rule",
    "metric_claims": "id document_id item_id char_start char_end value number unit quantity base_unit redacted subject "
    "action approximation change comparison status period clause rule",
    "redactions": "id document_id char_start char_end text slot metric_claim_id rule",
    "noise": "document_id char_start char_end kind rule",
    "runs": "id started_at finished_at ruleset version documents_seen documents_extracted documents_unchanged "
    "documents_failed arguments",
    "changes": "run_id document_id table_name change char_start field before after rule",
    "failures": "run_id source error detail at",
    "corrections": "id source sha256 table_name char_start field value author note at state",
    **dict.fromkeys(LABELLED, "code label_zh label_en rank description"),
}  # fmt: skip
CODED = {
    ("documents", "meeting_type"): "meeting_types",
    ("documents", "speaker_level"): "speaker_levels",
    ("documents", "speaker_body"): "speaker_bodies",
    ("document_meeting_types", "meeting_type"): "meeting_types",
    ("items", "role"): "roles",
    ("redactions", "slot"): "slots",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_every_column_of_the_contract_is_there(table: str, sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        columns = {row[1] for row in connection.execute(f"pragma table_info({table})")}
    assert set(CONTRACT[table].split()) <= columns


@pytest.mark.parametrize(("place", "look_up"), CODED.items())
def test_every_coded_column_points_into_its_look_up_table(
    place: tuple[str, str], look_up: str, sample_ledger: Path
) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        keys = {(row[3], row[2]) for row in connection.execute(f"pragma foreign_key_list({place[0]})")}
        assert (place[1], look_up) in keys
        assert connection.execute("pragma foreign_key_check").fetchall() == []


@pytest.mark.parametrize("model", TABLES, ids=lambda m: str(m.__tablename__))
def test_every_table_and_column_is_described_in_chinese_and_english(model: type) -> None:
    assert " · " in (model.__doc__ or "")
    for name, field in model.model_fields.items():  # type: ignore[attr-defined]
        assert " · " in (field.description or ""), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", TABLES, ids=lambda m: str(m.__tablename__))
def test_the_models_create_postgresql_tables(model: type) -> None:
    assert "CREATE TABLE" in str(CreateTable(model.__table__).compile(dialect=postgresql.dialect()))  # type: ignore[attr-defined]


def test_the_schema_is_what_the_models_say(request: pytest.FixtureRequest) -> None:
    file = ROOT / "extractor" / "schema.sql"
    if request.config.getoption("--update-golden"):
        file.write_text(schema(), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == schema()


def test_absent_facts_are_null_never_empty(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        for table in ("documents", "items", "directives", "metric_claims", "deadlines", "redactions"):
            for column in CONTRACT[table].split():
                if (table, column) == ("items", "heading") or (table, column) == ("directives", "heading"):
                    continue
                empty = connection.execute(f"select count(*) from {table} where {column} = ''").fetchone()
                assert empty == (0,), f"{table}.{column}"


def test_look_up_codes_are_labelled(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        for model in LOOK_UPS:
            rows = connection.execute(f"select code, label_zh, label_en from {model.__tablename__}").fetchall()
            assert len(rows) >= 5
            assert all(all(row) for row in rows)
