"""The canned queries on a ledger of many speeches: none scans a big table without an index, all answer in time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.indexes import COVERING
from extractor.places import site_folder
from extractor.site.queries import Query, read_queries
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


def test_covering_indexes_exist(many: sqlite3.Connection) -> None:
    names = {row[0] for row in many.execute("select name from sqlite_master where type = 'index'")}
    assert {f"{table}_{'_'.join(columns)}" for table, indexes in COVERING.items() for columns in indexes} <= names
