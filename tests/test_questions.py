"""The canned queries on a ledger of many speeches: none scans a big table without an index, all answer in time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.indexes import INDEXES
from extractor.places import site_folder
from extractor.site.queries import Query, read_queries
from extractor.tables import FACTS
from tests.many import multiply

QUERIES = [query for query in read_queries(site_folder() / "queries") if query.name != "bad_offsets"]
BIG = ("evidence", "items", "directives", "metric_claims", "deadlines", "redactions", "noise", "keywords")
"""The tables that hold many rows a speech; `documents` may be gone through, its rows are short up to the text."""


@pytest.fixture(scope="module")
def many(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("many") / "taizhang.db"
    multiply(sample_ledger, path, 1000, indexed=False)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_no_big_table_is_scanned_without_need(many: sqlite3.Connection, query: Query) -> None:
    plan = many.execute("explain query plan " + query.sql, {p.name: "" for p in query.parameters})
    steps = [str(row[3]).split() for row in plan]
    scanned = [words[1] for words in steps if words[0] == "SCAN" and "COVERING" not in words]
    assert not {_table_of(query.sql, name) for name in scanned} & set(BIG), steps


def _table_of(sql: str, alias: str) -> str:
    """The table that an alias stands for: `documents` for `d` in `join documents d`."""
    words = sql.replace(",", " ").split()
    return next((table for table, name in pairwise(words) if name == alias and table in BIG), alias)


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_it_answers_in_time(many: sqlite3.Connection, query: Query) -> None:
    """A tenth of the ten thousand speeches of the aim (200 ms), with room for a busy machine."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        many.execute(query.sql, {p.name: "" for p in query.parameters}).fetchall()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.2


def test_the_indexes_exist_and_no_other(many: sqlite3.Connection) -> None:
    names = {row[0] for row in many.execute("select name from sqlite_master where type = 'index' and sql is not null")}
    ours = {f"{table}_{'_'.join(columns)}" for table, indexes in INDEXES.items() for columns in indexes}
    assert names - {"search_queue_document"} == ours


def test_no_index_is_the_beginning_of_another() -> None:
    for table, indexes in INDEXES.items():
        for one in indexes:
            longer = [other for other in indexes if other != one and other[: len(one)] == one]
            assert not longer, (table, one)


def test_every_reference_is_found_by_an_index() -> None:
    """Else each speech that goes makes SQLite look through the whole table for what points at it."""
    for model in FACTS:
        table = model.__table__  # type: ignore[attr-defined]
        first = {columns[0] for columns in INDEXES.get(table.name, ())} | {next(iter(table.primary_key)).name}
        for column in table.columns:
            targets = {key.column.table.name for key in column.foreign_keys}
            assert not targets & {"documents", "items", "metric_claims"} or column.name in first, column
