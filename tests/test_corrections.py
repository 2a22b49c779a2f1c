"""Corrections: an analyst's word survives re-extraction, moves with its text, and is never dropped."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.correctable import read_value
from extractor.corrections import find_place
from extractor.errors import StoreError
from tests.conftest import SPEECH, taizhang


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text(SPEECH, encoding="utf-8")
    done = taizhang("extract", path, "--db", tmp_path / "a.db")
    assert done.returncode == 0, done.stderr
    return tmp_path / "a.db"


def rows(db: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute(query).fetchall()


def correct(db: Path, *arguments: str) -> str:
    done = taizhang("correct", "a.txt", *arguments, "--db", db, "--author", "林知远")
    assert done.returncode == 0, done.stderr
    return done.stdout


def change_text(db: Path, before: str, after: str) -> None:
    path = db.parent / "texts" / "a.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert taizhang("extract", path, "--db", db).returncode == 0


def test_a_document_value_survives_and_the_rules_own_value_is_kept(ledger: Path) -> None:
    printed = correct(ledger, "year=2015", "--note", "见会议通知")
    assert "2014 → 2015" in printed
    assert rows(ledger, "select year, corrected from documents") == [(2015, 1)]
    taizhang("reextract", "--only", "year", "--db", ledger)
    assert rows(ledger, "select year, corrected from documents") == [(2015, 1)]
    assert rows(ledger, "select rule_value, author, state from corrections") == [("2014", "林知远", "applied")]


def test_a_corrected_fact_moves_with_its_text(ledger: Path) -> None:
    at = SPEECH.index("12%")
    correct(ledger, "--table", "metric_claims", "--at", str(at), "status=target")
    change_text(ledger, "同志们：", "同志们，大家好：")
    found = rows(ledger, "select char_start, status, corrected from metric_claims where value = '12'")
    assert found == [(at + 4, "target", 1)]
    assert rows(ledger, "select char_start, state from corrections") == [(at + 4, "applied")]


def test_a_corrected_fact_is_told_from_others_that_read_alike(ledger: Path) -> None:
    change_text(ledger, SPEECH, SPEECH + "清淤5处，" * 9 + "收工。\n")
    at = len(SPEECH) + len("清淤5处，") * 4 + len("清淤")
    correct(ledger, "--table", "metric_claims", "--at", str(at), "status=target")
    change_text(ledger, "同志们：", "同志们，大家好：")
    moved = at + len("，大家好")
    assert rows(ledger, "select char_start from metric_claims where corrected") == [(moved,)]
    assert rows(ledger, "select state, char_start from corrections") == [("applied", moved)]


def test_corrections_follow_a_renamed_file_and_wait_for_one_that_went(ledger: Path) -> None:
    folder = ledger.parent / "texts"
    correct(ledger, "year=2015")
    (folder / "a.txt").rename(folder / "b.txt")
    assert taizhang("extract", folder, "--db", ledger).returncode == 0
    assert rows(ledger, "select source, state from corrections") == [("texts/b.txt", "applied")]
    taizhang("reextract", "--only", "year", "--db", ledger)
    assert rows(ledger, "select source, year from documents") == [("texts/b.txt", 2015)]
    (folder / "b.txt").rename(ledger.parent / "b.txt")
    taizhang("extract", folder, "--db", ledger, "--prune")
    assert rows(ledger, "select state from corrections") == [("stale",)]
    (ledger.parent / "b.txt").rename(folder / "b.txt")
    assert taizhang("extract", folder, "--db", ledger).returncode == 0
    assert rows(ledger, "select source, year from documents") == [("texts/b.txt", 2015)]
    assert rows(ledger, "select state from corrections") == [("applied",)]


def test_a_correction_whose_place_is_gone_becomes_stale_and_comes_back(ledger: Path) -> None:
    correct(ledger, "--table", "metric_claims", "--at", str(SPEECH.index("12%")), "status=target")
    change_text(ledger, "，同比增长12%", "")
    assert rows(ledger, "select state from corrections") == [("stale",)]
    assert "12" in taizhang("corrections", "list", "--stale", "--db", ledger).stdout
    change_text(ledger, "X万亩", "X万亩，同比增长12%")
    assert rows(ledger, "select state from corrections") == [("applied",)]


def test_facts_are_added_and_deleted(ledger: Path) -> None:
    start = SPEECH.index("三件事")
    correct(
        ledger, "--table", "metric_claims", "--at", f"{start}:{start + 1}", "--add", "unit=件", "subject=事", "number=3"
    )
    assert rows(ledger, "select unit, subject, number, rule from metric_claims where value = '三'") == [
        ("件", "事", 3.0, "correction")
    ]
    correct(ledger, "--table", "redactions", "--at", str(SPEECH.index("X万亩")), "--delete")
    assert rows(ledger, "select count(*) from redactions") == [(0,)]
    taizhang("reextract", "--only", "metrics", "--db", ledger)
    assert rows(ledger, "select count(*) from redactions") == [(0,)]


def test_directives_follow_a_corrected_role(ledger: Path) -> None:
    correct(ledger, "--table", "items", "--at", str(SPEECH.index("二、")), "role=other")
    assert rows(ledger, "select count(*) from directives") == [(0,)]
    correct(ledger, "--table", "items", "--at", str(SPEECH.index("一、")), "role=directive")
    assert rows(ledger, "select marker, rule from directives") == [("一、", "correction")]


def test_a_directive_that_a_correction_made_can_be_corrected(ledger: Path) -> None:
    at = str(SPEECH.index("一、"))
    correct(ledger, "--table", "items", "--at", at, "role=directive")
    correct(ledger, "--table", "directives", "--at", at, "addressee=各村", "due_date=2014-11")
    for parts in ("deadlines", "items"):
        assert taizhang("reextract", "--only", parts, "--db", ledger).returncode == 0
        query = "select addressee, due_date from directives where marker = '一、'"
        assert rows(ledger, query) == [("各村", "2014-11")]
    assert set(rows(ledger, "select state from corrections")) == {("applied",)}


@pytest.mark.parametrize("part", ["speaker", "year", "metrics", "keywords"])
def test_what_the_rules_say_outlives_later_corrections_and_partial_extractions(ledger: Path, part: str) -> None:
    correct(ledger, "year=2015")
    correct(ledger, "year=2016")
    correct(ledger, "--table", "items", "--at", str(SPEECH.index("一、")), "role=other")
    taizhang("reextract", "--only", part, "--db", ledger)
    assert rows(ledger, "select rule_value, state from corrections") == [
        ("2014", "applied"), ("2014", "applied"), ("achievement", "applied")
    ]  # fmt: skip
    assert rows(ledger, "select year, corrected from documents") == [(2016, 1)]


def test_what_depends_on_a_corrected_value_follows(ledger: Path) -> None:
    correct(ledger, "year=2016", "meeting_type=summary")
    assert rows(ledger, "select year_min, year_max from documents") == [(2016, 2016)]
    assert rows(ledger, "select meeting_type, position from document_meeting_types") == [("summary", 0)]
    correct(ledger, "year_min=2015")
    assert rows(ledger, "select year_min, year_max from documents") == [(2015, 2016)]


@pytest.mark.parametrize(
    ("table", "words", "values"),
    [
        ("redactions", "各乡镇", ["slot=organisation"]),
        ("metric_claims", "三", ["number=3", "unit=件"]),
        ("deadlines", "上半年", ["date=2014-06"]),
        ("items", "各乡镇", ["role=other"]),
    ],
)
def test_an_added_fact_is_a_row_like_the_others(ledger: Path, table: str, words: str, values: list[str]) -> None:
    start = SPEECH.index(words)
    correct(ledger, "--table", table, "--at", f"{start}:{start + len(words)}", "--add", *values)
    for _ in range(2):
        query = f"select char_start, corrected, rule from {table} where rule = 'correction'"
        assert rows(ledger, query) == [(start, 1, "correction")]
        assert taizhang("reextract", "--only", "metrics", "--only", "items", "--db", ledger).returncode == 0


def test_an_added_point_reaches_to_the_end_of_its_line(ledger: Path) -> None:
    start = SPEECH.index("各乡镇")
    correct(ledger, "--table", "items", "--at", f"{start}:{start + 3}", "--add", "role=directive", "path=2.1")
    query = "select marker, heading, depth, char_end, parent_id is not null from items where char_start = "
    assert rows(ledger, f"{query}{start}") == [("各乡镇", "要在10月底前完成整地", 1, SPEECH.index("整地。") + 3, 1)]
    assert rows(ledger, f"select path from directives where char_start = {start}") == [("2.1",)]


def test_corrections_travel_as_csv(ledger: Path, tmp_path: Path) -> None:
    correct(ledger, "speaker_level=township")
    file = tmp_path / "corrections.csv"
    assert taizhang("corrections", "export", file, "--db", ledger).returncode == 0
    with file.open(encoding="utf-8", newline="") as source:
        assert [row["value"] for row in csv.DictReader(source)] == ["township"]
    other = tmp_path / "other.db"
    taizhang("extract", tmp_path / "texts", "--db", other)
    assert "1 recorded" in taizhang("corrections", "import", file, "--db", other).stdout
    assert rows(other, "select speaker_level, corrected from documents") == [("township", 1)]
    assert "0 recorded, 1 already there" in taizhang("corrections", "import", file, "--db", other).stdout


def test_imported_corrections_of_a_speech_that_is_not_there_wait_for_it(ledger: Path, tmp_path: Path) -> None:
    at = SPEECH.index("12%")
    correct(ledger, "year=2015")
    correct(ledger, "--table", "metric_claims", "--at", str(at), "status=target")
    file, other, texts = tmp_path / "c.csv", tmp_path / "b.db", tmp_path / "texts"
    assert taizhang("corrections", "export", file, "--db", ledger).returncode == 0
    (texts / "a.txt").rename(tmp_path / "a.txt")
    (texts / "b.txt").write_text(SPEECH.replace("全县", "全区"), encoding="utf-8")
    taizhang("extract", texts, "--db", other)
    told = taizhang("corrections", "import", file, "--db", other)
    assert "2 recorded (2 of speeches that are not there yet), 0 already there" in told.stdout
    assert taizhang("corrections", "list", "--stale", "--db", other).stdout.count("[stale]") == 2
    assert "0 recorded, 2 already there" in taizhang("corrections", "import", file, "--db", other).stdout
    (tmp_path / "a.txt").rename(texts / "a.txt")
    taizhang("extract", texts, "--db", other)
    assert rows(other, "select year from documents where source = 'texts/a.txt'") == [(2015,)]
    assert rows(other, "select status from metric_claims where corrected") == [("target",)]
    assert rows(other, "select distinct state from corrections") == [("applied",)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["colour=red"], "cannot be corrected"),
        (["meeting_type=party"], "no code party"),
        (["year=soon"], "is no int"),
        (["year"], "FIELD=VALUE"),
        (["--table", "items", "--at", "3", "role=other"], "no row of items begins at 3"),
        (["--table", "metric_claims", "unit=户"], "--at"),
        (["--table", "items", "--at", "x", "role=other"], "--at x"),
        (["--table", "items", "--at", str(SPEECH.index("一、")), "role=null"], "cannot be empty"),
        (["--table", "metric_claims", "--at", str(SPEECH.index("12%")), "status=done"], "no code done"),
        (["--table", "redactions", "--at", "3:4", "--add", "slot=null"], "cannot be empty"),
        (["--table", "directives", "--at", "3:4", "--add", "action=抓好"], "cannot be added"),
        (["date=2014-13"], "is no date"),
        (["year=20141"], "is no year"),
    ],
)
def test_a_wrong_correction_is_one_line_and_changes_nothing(ledger: Path, arguments: list[str], message: str) -> None:
    done = taizhang("correct", "a.txt", *arguments, "--db", ledger)
    assert done.returncode == 1
    assert message in done.stderr
    assert rows(ledger, "select count(*) from corrections") == [(0,)]
    assert taizhang("reextract", "--only", "items", "--db", ledger).returncode == 0


@given(st.text(max_size=30), st.text(max_size=30), st.text(min_size=1, max_size=5), st.integers(0, 80))
def test_a_place_found_again_holds_its_quotation(before: str, after: str, quote: str, start: int) -> None:
    text = before + quote + after
    place = find_place(text, {"quote": quote, "char_start": start, "context": None})
    assert place is None or text.startswith(quote, place)


def test_values_are_read_as_their_columns_hold_them() -> None:
    assert read_value("documents", "year", "2020") == 2020
    assert read_value("metric_claims", "redacted", "true") is True
    assert read_value("metric_claims", "number", "null") is None
    with pytest.raises(StoreError, match="fields of items"):
        read_value("items", "id", "3")
