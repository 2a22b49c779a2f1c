"""Opening a ledger's file, and turning what SQLite says into one line that helps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from extractor.errors import BusyError, StoreError

WAIT_SECONDS = 10.0
"""How long a writer waits for another."""
_LOG = "wal_autocheckpoint=8000"
"""Pages in the write-ahead log before they go into the file: 32 MB, so that a page written often is copied seldom."""
_CACHE = "cache_size=-32000"
"""Kibibytes (the sign says so) of pages kept in memory."""
_ADVICE = {
    "full": "free some space and run again; every finished document is kept",
    "readonly": "give a file that can be written",
    "unable to open": "check that the folder exists and can be written",
    "malformed": "restore it from a copy, or extract into a new file",
    "not a database": "give another --db",
    "no such table": "give a ledger made by `taizhang extract`",
    "has no column": "it was made by another version; extract into a new file",
}


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def one_line(path: Path) -> Iterator[None]:
    """Turn database and file errors into a `StoreError` that says what, where and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise BusyError(
                f"database {path}: {error}; {_writer(path)} is writing; wait for it or give another --db"
            ) from error
        reason = str(error)
        advice = next((says for word, says in _ADVICE.items() if word in reason), "restore the file from a copy")
        raise StoreError(f"database {path}: {reason}; {advice}") from error
    except OSError as error:
        raise StoreError(f"database {path}: {error.strerror or error}; give a folder that can be written") from error


def _writer(path: Path) -> str:
    """Who writes, as far as the ledger says: the last run that has begun and not ended."""
    query = "select id, started_at, arguments from runs where finished_at is null order by id desc limit 1"
    try:
        with closing(read_only(path)) as connection:
            run = connection.execute(query).fetchone()
    except sqlite3.Error:
        run = None
    return f"run {run['id']} (taizhang {run['arguments']}, since {run['started_at']})" if run else "another run"


def connect(path: Path) -> sqlite3.Connection:
    """A connection that writes: foreign keys enforced, write-ahead log, transactions begun by hand."""
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", _LOG, _CACHE):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that only reads; a run that is writing never blocks it."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=WAIT_SECONDS)
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, keep: bool = True) -> Iterator[None]:
    """One transaction, taken back where something raises, or at its end when `keep` is false."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT" if keep else "ROLLBACK")
