"""The store: a ledger in SQLite, one transaction a document, row ids that stay as long as a fact's place stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, event, func, insert, select, update
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel, create_engine

from extractor import __version__
from extractor.errors import StoreError
from extractor.lexicon import Lexicon
from extractor.reading import Failure
from extractor.records import Extraction, Speech
from extractor.rows import KEYS, Row, Rows, document_row, fact_rows
from extractor.tables import FACTS, LOOK_UPS, ChangeRow, Document, FailureRow, Run

_REFERENCES = {
    "parent": ("parent_id", "items"),
    "item": ("item_id", "items"),
    "claim": ("metric_claim_id", "metric_claims"),
}
_TABLES: dict[str, Table] = {model.__tablename__: model.__table__ for model in FACTS}  # type: ignore[attr-defined, misc]
_WRITE_ORDER = ("items", "metric_claims", *(name for name in _TABLES if name not in ("items", "metric_claims")))
_DOCUMENTS: Table = Document.__table__  # type: ignore[attr-defined]
_RUNS: Table = Run.__table__  # type: ignore[attr-defined]
_CHANGES: Table = ChangeRow.__table__  # type: ignore[attr-defined]
_FAILURES: Table = FailureRow.__table__  # type: ignore[attr-defined]
_UNTRACKED = {"id", "run_id", "extracted_at", "text"}


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=4)
def ruleset(lexicon: Lexicon) -> str:
    """The hash of everything that decides what is extracted: the rules' code and every lexicon."""
    digest = hashlib.sha256(lexicon.digest.encode())
    for file in _code(resources.files("extractor")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _code(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name in ("fields", "lexicon"):
            yield from _python(entry)
        elif entry.name in ("extract.py", "text.py", "numerals.py", "segment.py", "records.py", "rule.py", "rows.py"):
            yield entry


def _python(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _python(entry)
        elif entry.name.endswith(".py"):
            yield entry


def open_engine(path: Path) -> Engine:
    """An engine on a database file: foreign keys enforced, write-ahead log, waits ten seconds for another writer."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Ledger:
    """A database being written by one run.

    >>> ledger = Ledger(Path("a.db"), load_lexicon())          # doctest: +SKIP
    >>> with ledger.run("extract speeches") as run: run.save(speech, extraction)   # doctest: +SKIP
    """

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        self.path = path
        self.ruleset = ruleset(lexicon)
        with _one_line(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._engine = open_engine(path)
            SQLModel.metadata.create_all(self._engine)
            self._fill_look_ups(lexicon)

    def _fill_look_ups(self, lexicon: Lexicon) -> None:
        with self._engine.begin() as connection:
            for model in LOOK_UPS:
                table: Table = model.__table__  # type: ignore[attr-defined]
                known = set(connection.scalars(select(table.c.code)))
                for entry in lexicon["codes"][table.name]:
                    if entry["code"] in known:
                        connection.execute(update(table).where(table.c.code == entry["code"]).values(**entry))
                    else:
                        connection.execute(insert(table).values(**entry))

    @contextmanager
    def run(self, arguments: str) -> Iterator[RunLog]:
        """A run: its row is written at once, its counts when it ends, whatever ends it."""
        with _one_line(self.path):
            with self._engine.connect() as connection:
                log = RunLog(connection, self.ruleset, arguments)
                try:
                    yield log
                finally:
                    log.close()
            self._engine.dispose()


@contextmanager
def _one_line(path: Path) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        reason = str(error.orig) if error.orig else str(error)
        raise StoreError(f"database {path}: {reason}; {_advice(reason)}") from error
    except OSError as error:
        raise StoreError(f"database {path}: {error.strerror}; give a folder that can be written") from error


def _advice(reason: str) -> str:
    for word, advice in (
        ("locked", "another run is writing; wait for it or give another --db"),
        ("full", "free some space and run again; every finished document is kept"),
        ("readonly", "give a file that can be written"),
        ("unable to open", "check that the folder exists and can be written"),
        ("malformed", "restore it from a copy or extract into a new file"),
        ("not a database", "give another --db"),
    ):
        if word in reason:
            return advice
    return "give another --db or restore the file from a copy"


class RunLog:
    """One run at work on a ledger."""

    def __init__(self, connection: Connection, ruleset: str, arguments: str) -> None:
        self._connection = connection
        self.counts = dict.fromkeys(("seen", "extracted", "unchanged", "failed"), 0)
        values = {
            "started_at": now(),
            "ruleset": ruleset,
            "version": __version__,
            "arguments": arguments,
            "documents_seen": 0,
            "documents_extracted": 0,
            "documents_unchanged": 0,
            "documents_failed": 0,
        }
        with connection.begin():
            self.id = _inserted(connection, _RUNS, values)
        self._current = {
            source: (sha, done_by == ruleset)
            for source, sha, done_by in connection.execute(
                select(_DOCUMENTS.c.source, _DOCUMENTS.c.sha256, _RUNS.c.ruleset).join(
                    _RUNS, _RUNS.c.id == _DOCUMENTS.c.run_id, isouter=True
                )
            )
        }
        connection.commit()

    def is_current(self, speech: Speech) -> bool:
        """Whether the ledger holds this very text, extracted by these very rules."""
        return self._current.get(speech.source) == (speech.sha256, True)

    def skip(self) -> None:
        """Count a document that is current."""
        self.counts["seen"] += 1
        self.counts["unchanged"] += 1

    def fail(self, failure: Failure) -> None:
        """Write an input that could not be read or extracted."""
        self.counts["seen"] += 1
        self.counts["failed"] += 1
        row = {"source": failure.source, "error": failure.error, "detail": failure.detail}
        with self._connection.begin():
            self._connection.execute(insert(_FAILURES).values(run_id=self.id, at=now(), **row))

    def save(self, speech: Speech, extraction: Extraction) -> None:
        """Write one document with all its facts, in one transaction; facts that stay keep their ids."""
        with self._connection.begin():
            DocumentWriter(self._connection, self.id).write(
                document_row(speech, extraction), fact_rows(speech, extraction)
            )
        self.counts["seen"] += 1
        self.counts["extracted"] += 1

    def close(self) -> None:
        """Write the counts and fold the write-ahead log into the file."""
        counts = {f"documents_{name}": n for name, n in self.counts.items()}
        with self._connection.begin():
            self._connection.execute(update(_RUNS).where(_RUNS.c.id == self.id).values(finished_at=now(), **counts))
        driver = self._connection.connection.driver_connection
        if driver is not None:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class DocumentWriter:
    """Writes one document: inserts what is new, changes what differs, removes what is gone, and notes each change."""

    def __init__(self, connection: Connection, run_id: int) -> None:
        self._connection = connection
        self._run_id = run_id
        self._changes: list[Row] = []
        self._document_id = 0

    def write(self, document: Row, facts: Rows) -> None:
        """Bring the document's rows in every table to what is given."""
        is_new = self._write_document(document)
        ids: dict[str, dict[Any, int]] = {}
        gone: list[tuple[Table, list[int]]] = []
        for name in _WRITE_ORDER:
            rows = [self._with_ids(row, ids) for row in facts[name]]
            table = _TABLES[name]
            stored = {} if is_new else self._stored(table)
            ids[name] = self._write_facts(table, rows, stored, note=not is_new)
            gone.append((table, [row["id"] for row in stored.values() if "id" in row]))
            self._remove_unkeyed(table, stored)
        for table, doomed in reversed(gone):
            if doomed:
                self._connection.execute(delete(table).where(table.c.id.in_(doomed)))
        if self._changes:
            self._connection.execute(insert(_CHANGES), self._changes)

    def _write_document(self, document: Row) -> bool:
        values = {**document, "run_id": self._run_id, "extracted_at": now()}
        old = (
            self._connection.execute(select(_DOCUMENTS).where(_DOCUMENTS.c.source == document["source"]))
            .mappings()
            .first()
        )
        if old is None:
            self._document_id = _inserted(self._connection, _DOCUMENTS, values)
            self._note("documents", "added", None, None, None, document["source"], None)
            return True
        self._document_id = old["id"]
        self._note_differences("documents", dict(old), document, None, None)
        self._connection.execute(update(_DOCUMENTS).where(_DOCUMENTS.c.id == old["id"]).values(**values))
        return False

    def _with_ids(self, row: Row, ids: Mapping[str, Mapping[Any, int]]) -> Row:
        """The row with its references as ids; a parent stands in the same table and is resolved while writing."""
        resolved: Row = {"document_id": self._document_id}
        for column, value in row.items():
            target, table = _REFERENCES.get(column, (None, ""))
            if target is None or column == "parent":
                resolved[column] = value
            else:
                resolved[target] = ids[table].get(value)
        return resolved

    def _stored(self, table: Table) -> dict[Any, Row]:
        key = KEYS[table.name]
        found = self._connection.execute(select(table).where(table.c.document_id == self._document_id)).mappings()
        return {tuple(row[k] for k in key): dict(row) for row in found}

    def _write_facts(self, table: Table, rows: list[Row], stored: dict[Any, Row], note: bool) -> dict[Any, int]:
        """Insert and update rows; rows of `stored` that stay are taken out of it, so what is left is gone."""
        key = KEYS[table.name]
        keyed = "id" in table.c
        next_id = (self._connection.scalar(select(func.max(table.c.id))) or 0) + 1 if keyed else 0
        ids: dict[Any, int] = {}
        fresh: list[Row] = []
        for row in rows:
            old = stored.pop(tuple(row[k] for k in key), None)
            if keyed:
                row["id"] = old["id"] if old else next_id
                next_id += old is None
                ids[row.get("char_start")] = row["id"]
            if "parent" in row:
                row["parent_id"] = ids.get(row.pop("parent"))
            if old is None:
                fresh.append(row)
                if note:
                    self._note(
                        table.name, "added", row.get("char_start"), None, None, self._brief(row), row.get("rule")
                    )
            elif self._note_differences(table.name, old, row, row.get("char_start"), row.get("rule")):
                self._update(table, key, row)
        if fresh:
            self._connection.execute(insert(table), fresh)
        for row in stored.values():
            self._note(table.name, "removed", row.get("char_start"), None, self._brief(row), None, row.get("rule"))
        return ids

    def _update(self, table: Table, key: tuple[str, ...], row: Row) -> None:
        statement = update(table).where(table.c.document_id == self._document_id)
        for column in key:
            statement = statement.where(table.c[column] == row[column])
        self._connection.execute(statement.values(**row))

    def _remove_unkeyed(self, table: Table, stored: Mapping[Any, Row]) -> None:
        if "id" not in table.c:
            for row in stored.values():
                statement = delete(table).where(table.c.document_id == self._document_id)
                for column in KEYS[table.name]:
                    statement = statement.where(table.c[column] == row[column])
                self._connection.execute(statement)

    def _note_differences(
        self, table: str, old: Mapping[str, Any], new: Row, char_start: int | None, rule: str | None
    ) -> bool:
        differs = False
        for column, value in new.items():
            if column not in _UNTRACKED and old[column] != value:
                self._note(table, "changed", char_start, column, old[column], value, rule)
            differs = differs or old[column] != value
        return differs

    def _note(
        self,
        table: str,
        change: str,
        char_start: int | None,
        field: str | None,
        before: Any,
        after: Any,
        rule: str | None,
    ) -> None:
        self._changes.append(
            {
                "run_id": self._run_id,
                "document_id": self._document_id,
                "table_name": table,
                "change": change,
                "char_start": char_start,
                "field": field,
                "before": _printed(before),
                "after": _printed(after),
                "rule": rule,
            }
        )

    @staticmethod
    def _brief(row: Row) -> str:
        kept = {k: v for k, v in row.items() if k not in ("id", "document_id", "text", "clause") and v is not None}
        return json.dumps(kept, ensure_ascii=False)


def _inserted(connection: Connection, table: Table, values: Row) -> int:
    """Insert one row and say its id."""
    key = connection.execute(insert(table).values(**values)).inserted_primary_key
    if key is None:
        raise StoreError(f"table {table.name}: the database gave no row id")
    return int(key[0])


def _printed(value: Any) -> str | None:
    return None if value is None else str(value)
