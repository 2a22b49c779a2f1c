"""Creating a ledger, or what an older one lacks: tables, search index, look-up tables, and indexes if it has speeches.

A ledger says in its `user_version` by what it was made; one that is current costs nothing more. The tables are
declared in `extractor.tables` and created from `schema.sql`, which is written from there (`make golden`, a test holds
them together): SQLModel takes longer to load than ten thousand files to look through.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path
from zlib import crc32

from extractor.indexes import INDEXES, index_statements
from extractor.lexicon import Lexicon
from extractor.search import create_index
from extractor.store.connection import connect, transaction

_MADE_BY = ("schema.sql", "search.py")


def create(path: Path, lexicon: Lexicon) -> None:
    """Create what is missing and fill the look-up tables from the lexicon, in one transaction; then the indexes.

    A ledger without speeches has no indexes yet: its first run builds them at its end, or, where it broke off, the
    next one at its start.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    version = _version(lexicon)
    connection = connect(path)
    try:
        made_by = connection.execute("pragma user_version").fetchone()[0]
        if made_by != version:
            with transaction(connection):
                for statement in _tables().split(";\n"):
                    connection.execute(statement)
                if made_by:
                    _add_columns(connection)
                for table in _look_ups(lexicon):
                    _fill_look_up(connection, table, lexicon)
                create_index(connection)
                connection.execute(f"pragma user_version = {version}")
        if connection.execute("select 1 from documents").fetchone():
            build_indexes(connection)
    finally:
        connection.close()


def build_indexes(connection: sqlite3.Connection) -> None:
    """Build each index that is missing, those of a table in one transaction; where none is, nothing is written."""
    there = {row[0] for row in connection.execute("select name from sqlite_master where type = 'index'")}
    for table in INDEXES:
        if missing := [statement for name, statement in index_statements(table) if name not in there]:
            with transaction(connection):
                for statement in missing:
                    connection.execute(statement)


def _add_columns(connection: sqlite3.Connection) -> None:
    """Add the columns that tables of an older ledger lack; they stay NULL until a run writes them."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(_tables())
        for (table,) in model.execute("select name from sqlite_master where type = 'table'").fetchall():
            there = {row["name"] for row in connection.execute(f"pragma table_info({table})")}
            for _, column, kind, required, *_ in model.execute(f"pragma table_info({table})").fetchall():
                if column not in there and not required:
                    connection.execute(f'alter table {table} add column "{column}" {kind}')


def _look_ups(lexicon: Lexicon) -> tuple[str, ...]:
    """The look-up tables: every list of codes in the lexicon."""
    return tuple(name for name, entries in lexicon["codes"].items() if isinstance(entries, list))


def _version(lexicon: Lexicon) -> int:
    """A number for the code and the codes by which a ledger is made, 31 bits."""
    package = resources.files("extractor")
    sources = b"".join(package.joinpath(name).read_bytes() for name in _MADE_BY)
    codes = json.dumps(lexicon["codes"], ensure_ascii=False, sort_keys=True)
    return crc32(codes.encode(), crc32(sources)) & 0x7FFFFFFF


def _tables() -> str:
    return resources.files("extractor").joinpath("schema.sql").read_text(encoding="utf-8")


def _fill_look_up(connection: sqlite3.Connection, table: str, lexicon: Lexicon) -> None:
    connection.executemany(
        f"insert into {table} (code, label_zh, label_en, rank, description)"
        " values (:code, :label_zh, :label_en, :rank, :description) on conflict (code) do update set"
        " label_zh = excluded.label_zh, label_en = excluded.label_en, rank = excluded.rank,"
        " description = excluded.description",
        lexicon["codes"][table],
    )
