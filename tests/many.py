"""A ledger of many speeches from one of few: every document and fact copied with ids of its own, years shifted."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from extractor.search import index_pending
from extractor.store.creation import build_indexes
from extractor.tables import FACTS

_REFERENCES = {"parent_id": "items", "item_id": "items", "metric_claim_id": "metric_claims", "document_id": "documents"}


def multiply(ledger: Path, target: Path, speeches: int, indexed: bool = True) -> int:
    """Write a ledger of at least so many speeches; gives how many there are. The search index is filled if wanted."""
    shutil.copy(ledger, target)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("pragma synchronous=off")
    connection.execute("pragma journal_mode=off")  # a log of gigabytes is slow to read back from
    connection.execute("begin")
    _drop_indexes(connection)
    known = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    tables = ["documents", *(name for model in FACTS if (name := str(model.__tablename__)) in known)]
    most = {t: _largest(connection, t) for t in tables}
    few = connection.execute("select count(*) from documents").fetchone()[0]
    for copy in range(1, -(-speeches // few)):
        for table in tables:
            _copy(connection, table, copy, most)
    connection.execute("commit")
    build_indexes(connection)
    if indexed:
        index_pending(connection)
    connection.execute("analyze")
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma wal_checkpoint(truncate)")
    count = int(connection.execute("select count(*) from documents").fetchone()[0])
    connection.close()
    return count


def _drop_indexes(connection: sqlite3.Connection) -> None:
    """Sorting all rows into an index at the end takes a fraction of placing them one by one."""
    query = "select name from sqlite_master where type = 'index' and sql is not null and tbl_name <> 'search_queue'"
    for (name,) in connection.execute(query).fetchall():
        connection.execute(f"drop index {name}")


def _largest(connection: sqlite3.Connection, table: str) -> int:
    if "id" not in _columns(connection, table):
        return 0
    return int(connection.execute(f"select coalesce(max(id), 0) from {table}").fetchone()[0])


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"pragma table_info({table})")]


def _copy(connection: sqlite3.Connection, table: str, copy: int, most: dict[str, int]) -> None:
    def value(column: str) -> str:
        if column == "id":
            return f"id + {copy * most[table]}"
        if column in _REFERENCES:
            return f"{column} + {copy * most[_REFERENCES[column]]}"
        if column == "source":
            return f"source || '#{copy}'"
        if column in ("year", "year_min", "year_max"):
            return f"{column} - {copy % 7}"
        return column

    columns = _columns(connection, table)
    key = "id" if table == "documents" else "document_id"
    connection.execute(
        f"insert into {table} ({', '.join(columns)}) select {', '.join(map(value, columns))} from {table}"
        f" where {key} <= {most['documents']}"
    )
