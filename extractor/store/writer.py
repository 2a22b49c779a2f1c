"""Writing one document: insert what is new, change what differs, remove what is gone, and note each change."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from extractor.alignment import Alignment
from extractor.parts import PARTS
from extractor.rows import KEYS, Row, Rows
from extractor.store.changelog import ChangeLog
from extractor.store.connection import now
from extractor.store.statements import Tables

_REFERENCES = {"item": ("item_id", "items"), "claim": ("metric_claim_id", "metric_claims")}
_WRITE_ORDER = (
    "items", "metric_claims", "document_meeting_types", "evidence", "directives", "deadlines", "redactions", "noise",
    "keywords",
)  # fmt: skip


class _Stored(NamedTuple):
    """A row as the ledger has it, and with its offsets in the text that is written now (None where they are gone)."""

    row: Row
    moved: Row


class DocumentWriter:
    """Brings the rows of one document to what was extracted of a text; `changes` says what that took.

    A document's first coming is one change, its rows are not listed; later every row is. A fact whose place moved
    with the text around it is the same fact: it keeps its id, and its new place is no change. To move or remove a
    document takes no text.
    """

    def __init__(self, connection: sqlite3.Connection, tables: Tables, run_id: int | None, source: str, text: str = ""):
        self._connection = connection
        self._tables = tables
        self._run_id = run_id
        self._source = source
        self._text = text
        found = connection.execute("select * from documents where source = ?", (source,)).fetchone()
        self._old: Row | None = dict(found) if found else None
        self._log = ChangeLog(run_id, self._old["text"] if self._old else "", text)
        self._evidence_of: frozenset[str] = frozenset()

    @cached_property
    def alignment(self) -> Alignment | None:
        """Where the stored text stands in the one that is written; None where there is none or it is the same."""
        if self._old is None or self._old["text"] == self._text:
            return None
        return Alignment(self._old["text"], self._text)

    @property
    def changes(self) -> list[Row]:
        """What was done, as rows of the table of that name."""
        return self._log.rows

    def write(self, document: Row, facts: Rows, parts: Collection[str]) -> None:
        """Write the document and the facts of some parts."""
        tables = {table for name in parts for table in PARTS[name].tables}
        kept = _columns_of(set(PARTS) - set(parts))
        self._evidence_of = _columns_of(parts)
        # what a part needs is extracted with it: its clues are there, too, and stand already
        clues = [row for row in facts["evidence"] if row["field"] in self._evidence_of]
        facts = {**facts, "evidence": clues}
        self._write_document({"corrected": False} | {c: v for c, v in document.items() if c not in kept})
        ids: dict[str, dict[Any, int]] = {}
        gone: dict[str, list[_Stored]] = {}
        for name in _WRITE_ORDER:
            if name not in tables:
                ids[name] = {} if self._old is None else self._ids_of(name)
                continue
            stored = {} if self._old is None else self._stored(name)
            ids[name] = self._write_rows(name, self._with_references(name, facts[name], ids), stored)
            gone[name] = list(stored.values())
        for name in reversed(_WRITE_ORDER):
            self._remove(name, gone.get(name, []))

    def move(self, source: str) -> None:
        """Give the document another name."""
        if self._old is not None:
            self._log.document_id = self._old["id"]
            self._log.differs("documents", self._old, {"source": source})
            names = {"new": source, "old": self._source}
            self._connection.execute("update documents set source = :new where source = :old", names)
            self._connection.execute("update corrections set source = :new where source = :old", names)

    def remove(self) -> None:
        """Remove the document with all its facts; its corrections are kept, and stale."""
        if self._old is not None:
            self._log.document_id = self._old["id"]
            self._log.went(self._source)
            self._connection.execute("delete from documents where id = ?", (self._old["id"],))
            self._connection.execute("update corrections set state = 'stale' where source = ?", (self._source,))

    def save_changes(self) -> None:
        """Write the changes into their table."""
        statements = self._tables["changes"]
        self._connection.executemany(statements.insert, [statements.values(change) for change in self.changes])

    def _write_document(self, document: Row) -> None:
        statements = self._tables["documents"]
        values = {**document, "run_id": self._run_id, "extracted_at": now()}
        if self._old is None:
            cursor = self._connection.execute(statements.insert, statements.values(values))
            self._log.document_id = int(cursor.lastrowid or 0)
            self._log.came(self._source)
            return
        self._log.document_id = self._old["id"]
        if self._log.differs("documents", self._old, document) or self._run_id:
            self._connection.execute(statements.update(values, ("source",)), values)

    def _stored(self, table: str) -> dict[Any, _Stored]:
        """The stored rows of a table by their keys in the text that is written; by id where their place is gone."""
        stored: dict[Any, _Stored] = {}
        for found in self._connection.execute(self._tables[table].select, (self._log.document_id,)):
            row = dict(found)
            if table == "evidence" and row["field"] not in self._evidence_of:
                continue
            moved = _moved(row, self.alignment) if self.alignment and "char_start" in row else row
            key = tuple(moved[k] for k in KEYS[table])
            stored[("gone", row["id"]) if None in key or key in stored else key] = _Stored(row, moved)
        return stored

    def _ids_of(self, table: str) -> dict[Any, int]:
        if table not in ("items", "metric_claims"):
            return {}
        query = f"select char_start, id from {table} where document_id = ?"
        return dict(tuple(row) for row in self._connection.execute(query, (self._log.document_id,)))

    def _with_references(self, name: str, rows: list[Row], ids: Mapping[str, Mapping[Any, int]]) -> list[Row]:
        """The rows with references as ids; an item's parent stands in the same table and is resolved while writing."""
        common: Row = {"document_id": self._log.document_id}
        if "corrected" in self._tables[name].columns:
            common["corrected"] = False
        resolved = [{**common, **row} for row in rows]
        for column, (target, table) in _REFERENCES.items():
            if rows and column in rows[0]:
                for row in resolved:
                    row[target] = ids[table].get(row.pop(column))
        return resolved

    def _write_rows(self, table: str, rows: list[Row], stored: dict[Any, _Stored]) -> dict[Any, int]:
        """Insert rows, then update others; rows of `stored` that stay are taken out of it, so what is left is gone.

        New rows come first: one that stays may refer to a new one, such as a heading put in above it.
        """
        statements, key = self._tables[table], KEYS[table]
        next_id = self._next_id(table) if rows and "id" in statements.columns else 0
        found_by = ("id",) if next_id else ("document_id", *key)
        ids: dict[Any, int] = {}
        fresh: list[tuple[Any, ...]] = []
        differing: list[Row] = []
        for row in rows:
            old = stored.pop(tuple(row[k] for k in key), None) if stored else None
            if next_id:
                row["id"] = old.row["id"] if old else next_id
                next_id += old is None
                ids[row.get("char_start")] = row["id"]
            if "parent" in row:
                row["parent_id"] = ids.get(row.pop("parent"))
            if old is None:
                fresh.append(statements.values(row))
                if self._old is not None:
                    self._log.added(table, row)
            elif self._log.differs(table, old.moved, row) or old.moved != old.row:
                differing.append(row)
        self._connection.executemany(statements.insert, fresh)
        for row in differing:
            self._connection.execute(statements.update(row, found_by), row)
        return ids

    def _next_id(self, table: str) -> int:
        return int(self._connection.execute(f"select coalesce(max(id), 0) + 1 from {table}").fetchone()[0])

    def _remove(self, table: str, stored: list[_Stored]) -> None:
        if not stored:
            return
        found_by = ("id",) if "id" in self._tables[table].columns else ("document_id", *KEYS[table])
        delete = self._tables[table].delete(found_by)
        for row, _ in stored:
            self._log.removed(table, row)
            self._connection.execute(delete, row)


def _moved(row: Row, alignment: Alignment) -> Row:
    return {**row, "char_start": alignment.at(row["char_start"]), "char_end": alignment.end_at(row["char_end"])}


def _columns_of(parts: Collection[str]) -> frozenset[str]:
    return frozenset(column for name in parts for column in PARTS[name].columns)
