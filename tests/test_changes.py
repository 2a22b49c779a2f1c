"""What changed: the diff of facts that a run leaves, as a person reads it, and re-extraction from the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.differences import from_changes
from tests.conftest import SPEECH, taizhang

BULLETIN = """
source = "our bulletins"
[[rules]]
name = "noise.bulletin"
pattern = "秋冬种简报第\\\\d+期"
source = "the last line of every bulletin"
ignores = ["秋冬种工作"]
[rules.finds]
"秋冬种简报第3期" = ["秋冬种简报第3期"]
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(SPEECH + "秋冬种简报第3期\n", encoding="utf-8")
    (folder / "b.txt").write_text(SPEECH.replace("全县", "全区"), encoding="utf-8")
    assert taizhang("extract", folder, "--db", tmp_path / "a.db").returncode == 0
    return tmp_path / "a.db"


def rows(db: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(query).fetchall()


def edit(db: Path, before: str, after: str) -> None:
    path = db.parent / "texts" / "a.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_an_edited_text_shows_the_facts_that_changed_and_no_others(ledger: Path) -> None:
    edit(
        ledger,
        "同志们：\n一、上半年工作成效明显。完成造林X万亩",
        "同志们，大家好：\n一、上半年工作成效明显。修渠6公里，完成造林X万亩",
    )
    planned = taizhang("extract", ledger.parent / "texts", "--db", ledger, "--dry-run").stdout
    assert taizhang("extract", ledger.parent / "texts", "--db", ledger).returncode == 0
    shown = taizhang("changes", "--db", ledger).stdout
    assert "run 2" in shown
    facts = [line.strip() for line in shown.splitlines() if line.startswith("  ")]
    assert facts == [line.strip() for line in planned.splitlines() if line.startswith("  ")]
    assert any(line.startswith("~ documents  sha256: ") for line in facts)
    assert any(line.startswith("+ metric_claims  上半年工作成效明显。修渠6公里，") for line in facts)
    assert len(facts) == 2, "what only moved is no change"
    assert f"taizhang explain texts/a.txt --at {SPEECH.index('完成造林') + 6}" in shown


def test_the_first_run_names_each_speech_once(ledger: Path) -> None:
    shown = taizhang("changes", "1", "--db", ledger).stdout
    assert "+ documents  source=texts/a.txt\n  + documents  source=texts/b.txt\n" in shown


def test_a_speech_that_went_is_still_named(ledger: Path) -> None:
    edit(ledger, "同比增长12%", "同比增长15%")
    taizhang("extract", ledger.parent / "texts", "--db", ledger)
    (ledger.parent / "texts" / "a.txt").unlink()
    taizhang("extract", ledger.parent / "texts", "--db", ledger, "--prune")
    assert "- documents  source=texts/a.txt" in taizhang("changes", "--db", ledger).stdout
    older = taizhang("changes", "2", "--db", ledger).stdout
    assert "\ntexts/a.txt\n" in older
    assert "造林X万亩，同比增长15%。" in older, "the text of then, though the speech is gone"


def test_too_many_changes_fail(ledger: Path) -> None:
    edit(ledger, "同比增长12%", "同比增长15%")
    taizhang("extract", ledger.parent / "texts", "--db", ledger)
    assert taizhang("changes", "--db", ledger, "--fail-if-more-than", "2").returncode == 0
    refused = taizhang("changes", "--db", ledger, "--fail-if-more-than", "1")
    assert (refused.returncode, refused.stderr) == (1, "taizhang: 2 changes, more than 1\n")
    assert taizhang("changes", "--db", ledger, "--table", "items", "--fail-if-more-than", "0").returncode == 0
    claims = taizhang("changes", "--db", ledger, "--table", "metric_claims").stdout
    assert "value: 12 → 15" in claims
    assert "sha256" not in claims
    assert "no table of facts is called claims" in taizhang("changes", "--db", ledger, "--table", "claims").stderr
    cut = taizhang("changes", "--db", ledger, "--limit", "1").stdout
    assert "… 1 more; --limit 0 prints all" in cut


def test_nothing_changed_and_no_such_run(ledger: Path) -> None:
    taizhang("extract", ledger.parent / "texts", "--db", ledger)
    assert "没有变动 · no changes" in taizhang("changes", "--db", ledger).stdout
    missing = taizhang("changes", "99", "--db", ledger)
    assert missing.returncode == 1
    assert "no run 99" in missing.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_new_rule_touches_its_fields_and_those_that_need_them(ledger: Path, tmp_path: Path, jobs: str) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "mine.toml").write_text(BULLETIN, encoding="utf-8")
    again = ("reextract", "--db", ledger, "--lexicon", words, "--jobs", jobs)
    before = rows(ledger, "select id, char_start from items")
    planned = taizhang(*again, "--dry-run")
    assert planned.returncode == 0, planned.stderr
    assert "+ noise  " in planned.stdout
    assert "⏎秋冬种简报第3期⏎" in planned.stdout
    assert "[noise.bulletin]" in planned.stdout
    assert rows(ledger, "select count(*) from noise") == [(0,)]
    assert taizhang(*again).returncode == 0
    assert rows(ledger, "select document_id, rule from noise") == [(1, "noise.bulletin")]
    assert rows(ledger, "select id, char_start from items") == before
    assert taizhang(*again).returncode == 0
    assert rows(ledger, "select documents_extracted, documents_unchanged from runs order by id desc limit 1") == [
        (0, 2)
    ]


@pytest.mark.parametrize(
    ("choice", "extracted"),
    [
        (("--only", "speaker"), 2),
        (("--only", "speaker", "--where", "source like '%b.txt'"), 1),
        (("--rule", "metrics.noun-before-value"), 2),
        (("--rule", "metrics.noun-before-value", "--where", "id = 1"), 1),
        ((), 0),
    ],
)
def test_a_choice_is_extracted_again(ledger: Path, choice: tuple[str, ...], extracted: int) -> None:
    done = taizhang("reextract", *choice, "--db", ledger)
    assert done.returncode == 0, done.stderr
    assert rows(ledger, "select documents_extracted from runs order by id desc limit 1") == [(extracted,)]
    assert rows(ledger, "select count(*) from changes where run_id = 2") == [(0,)]


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (("--only", "colour"), "no field colour; fields are layout"),
        (("--rule", "metrics.none"), "no rule metrics.none; `taizhang rules` lists them all"),
        (("--where", "colour = 1"), "no such column: colour; give a condition"),
    ],
)
def test_a_wrong_choice_is_one_line(ledger: Path, choice: tuple[str, ...], says: str) -> None:
    refused = taizhang("reextract", *choice, "--db", ledger)
    assert refused.returncode == 1
    assert says in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_fields_of_one_fact_are_one_difference_and_a_rule_alone_is_told_apart() -> None:
    def change(field: str, start: int, before: str, after: str) -> dict[str, Any]:
        return {"document_id": 1, "table_name": "items", "change": "changed", "char_start": start, "field": field,
                "before": before, "after": after, "rule": "items.shi", "context": "，⟦一是⟧抓"}  # fmt: skip

    changes = [change("role", 4, "problem", "lesson"), change("heading", 4, "抓", "抓好"), change("rule", 9, "a", "b")]
    merged, ruled = from_changes(changes, {1: "a.txt"})
    assert merged.fields == ("role", "heading")
    assert (merged.kind, merged.source, merged.left, merged.fact, merged.right) == (
        "changed",
        "a.txt",
        "，",
        "一是",
        "抓",
    )
    assert ruled.kind == "rule"
