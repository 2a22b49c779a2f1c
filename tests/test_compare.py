"""Comparing two ledgers: rows gained, lost, changed, and made by another rule; and the command."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor.compare import Comparison, compare_rows
from extractor.differences import Difference, Tally
from extractor.errors import StoreError
from tests.conftest import taizhang

TEXT = "一、完成造林X万亩，增长12%。"
ROW = {"char_start": 6, "char_end": 7, "unit": "万亩", "rule": "metrics.a"}


def changed(**values: object) -> dict[str, object]:
    return ROW | values


@pytest.mark.parametrize(
    ("before", "after", "kind", "fields", "rule"),
    [
        (None, ROW, "gained", (), "metrics.a"),
        (ROW, None, "lost", (), "metrics.a"),
        (ROW, changed(unit="亩"), "changed", ("unit",), "metrics.a"),
        (ROW, changed(rule="metrics.b"), "rule", ("rule",), "metrics.b"),
        (ROW, changed(rule="metrics.b", unit="亩"), "changed", ("unit", "rule"), "metrics.b"),
        (ROW, dict(ROW), None, (), ""),
    ],
)
def test_what_happened_to_a_row(
    before: dict[str, object] | None,
    after: dict[str, object] | None,
    kind: str | None,
    fields: tuple[str, ...],
    rule: str,
) -> None:
    key = (6,)
    rows = [{key: row} if row else {} for row in (before, after)]
    found = list(compare_rows("metric_claims", "a.txt", TEXT, *rows))
    assert [(d.kind, d.fields, d.rule) for d in found] == ([(kind, fields, rule)] if kind else [])
    for difference in found:
        assert (difference.left, difference.fact, difference.right) == ("一、完成造林", "X", "万亩，增长12%。")
        assert difference.offset == 6


def test_differences_come_in_the_order_of_the_text() -> None:
    before = {(n,): {"char_start": n, "char_end": n + 1, "rule": ""} for n in (12, 2, 7)}
    assert [d.offset for d in compare_rows("noise", "a", TEXT, before, {})] == [2, 7, 12]


def test_another_rule_is_no_difference() -> None:
    tally = Tally()
    for kind in ("gained", "lost", "changed", "rule"):
        tally.add(Difference("items", kind, "a", 0, "items.a", None, None, ()))  # type: ignore[arg-type]
    assert tally.differing() == 3
    assert tally.rules["items.a"].total() == 4


@pytest.fixture
def later(sample_ledger: Path, tmp_path: Path) -> Path:
    """The sample ledger as other rules might have made it."""
    path = tmp_path / "later.db"
    with closing(sqlite3.connect(sample_ledger)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
        target.executescript("""
            delete from metric_claims where id = (select min(id) from metric_claims where not redacted);
            update metric_claims set unit = '隻' where id = (select max(id) from metric_claims);
            update items set rule = 'items.other' where id = (select max(id) from items);
            update documents set year = 1999 where id = (select min(id) from documents);
        """)
    return path


def test_two_ledgers(sample_ledger: Path, later: Path) -> None:
    with closing(Comparison(sample_ledger, later)) as comparison:
        found = list(comparison.differences())
    assert {(d.table, d.kind) for d in found} == {
        ("metric_claims", "lost"), ("metric_claims", "changed"), ("items", "rule"), ("documents", "changed"),
    }  # fmt: skip
    assert comparison.tally.differing() == 3
    lost = next(d for d in found if d.kind == "lost")
    assert lost.before
    assert lost.fact == lost.before["value"]
    assert next(d for d in found if d.table == "documents").fields == ("year",)


def test_a_ledger_is_like_itself(sample_ledger: Path) -> None:
    with closing(Comparison(sample_ledger, sample_ledger)) as comparison:
        assert list(comparison.differences()) == []
        with closing(sqlite3.connect(sample_ledger)) as connection:
            for table, kinds in comparison.tally.tables.items():
                assert kinds["same"] == connection.execute(f"select count(*) from {table}").fetchone()[0]


def test_ids_are_no_facts(sample_ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "renumbered.db"
    shutil.copy(sample_ledger, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            pragma foreign_keys = off;
            update items set id = id + 100000;
            update items set parent_id = parent_id + 100000;
            update metric_claims set item_id = item_id + 100000;
            update directives set item_id = item_id + 100000;
            update deadlines set item_id = item_id + 100000;
        """)
    with closing(Comparison(sample_ledger, path)) as comparison:
        assert list(comparison.differences()) == []


def test_sources_and_texts_that_differ(sample_ledger: Path, later: Path) -> None:
    with closing(sqlite3.connect(later)) as connection, connection:
        first, second = (row[0] for row in connection.execute("select source from documents order by source limit 2"))
        connection.execute("update documents set source = 'elsewhere.txt' where source = ?", (first,))
        connection.execute("update documents set text = text || '。' where source = ?", (second,))
    with closing(Comparison(sample_ledger, later)) as comparison:
        assert comparison.sources.only_a == (first,)
        assert comparison.sources.only_b == ("elsewhere.txt",)
        assert comparison.sources.other_text == (second,)
        assert not {first, second} & {d.source for d in comparison.differences()}


def test_no_ledger_is_one_clear_error(sample_ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("不是数据库" * 300, encoding="utf-8")
    for path, says in ((tmp_path / "no.db", "no such file"), (tmp_path / "text.db", "not a database")):
        with pytest.raises(StoreError, match=says):
            Comparison(sample_ledger, path)


# The commands.


def test_the_report(sample_ledger: Path, later: Path) -> None:
    done = taizhang("compare", sample_ledger, later)
    assert done.returncode == 0, done.stderr
    assert "document_meeting_types" in done.stdout
    assert "→ 1999" in done.stdout
    assert "unit: " in done.stdout
    assert f"--db {sample_ledger}" in done.stdout, "a lost fact is explained by the ledger that has it"
    assert done.stdout.count("taizhang explain") == 3


def test_what_a_link_says_can_be_run(sample_ledger: Path, later: Path) -> None:
    report = taizhang("compare", sample_ledger, later, "--table", "metric_claims").stdout
    for line in (line.strip() for line in report.splitlines() if "taizhang explain" in line):
        assert taizhang(*line.split()[1:]).returncode == 0, line


def test_limits(sample_ledger: Path, later: Path) -> None:
    done = taizhang("compare", sample_ledger, later, "--limit", "1", "--table", "metric_claims")
    assert "… 1 more" in done.stdout
    assert "year" not in done.stdout
    refused = taizhang("compare", sample_ledger, later, "--fail-if-more-than", "2")
    assert refused.returncode == 1
    assert "3 rows differ, more than 2" in refused.stderr
    assert taizhang("compare", sample_ledger, later, "--fail-if-more-than", "3").returncode == 0
    unknown = taizhang("compare", sample_ledger, later, "--table", "facts")
    assert (unknown.returncode, "metric_claims" in unknown.stderr) == (1, True)


def test_json(sample_ledger: Path, later: Path) -> None:
    report = json.loads(taizhang("compare", sample_ledger, later, "--json").stdout)
    assert report["differing"] == len(report["differences"]) == 3
    assert report["tables"]["items"]["rule"] == 1
    assert report["rules"]["items.other"] == {"rule": 1}
    assert len(report["sources"]["shared"]) > 20
