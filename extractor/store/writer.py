"""Writing one document: insert what is new, change what differs, remove what is gone, and note each change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import Any

from extractor.parts import PARTS
from extractor.rows import KEYS, Row, Rows
from extractor.store.connection import now
from extractor.store.statements import Tables

_REFERENCES = {"item": ("item_id", "items"), "claim": ("metric_claim_id", "metric_claims")}
_WRITE_ORDER = (
    "items", "metric_claims", "document_meeting_types", "evidence", "directives", "deadlines", "redactions", "noise",
    "keywords",
)  # fmt: skip
_UNLISTED = frozenset({"keywords"})
"""Tables whose rows are no changes to list: one word more in a text moves the weights of all its keywords."""
_UNTRACKED = frozenset({"id", "run_id", "extracted_at", "text", "ruleset"})


class DocumentWriter:
    """Brings the rows of one document to what was extracted; `changes` says what that took.

    A document's first coming is one change, its rows are not listed; later every row is.
    """

    def __init__(self, connection: sqlite3.Connection, tables: Tables, run_id: int | None) -> None:
        self._connection = connection
        self._tables = tables
        self._run_id = run_id
        self._document_id = 0
        self._evidence_of: frozenset[str] = frozenset()
        self.changes: list[Row] = []

    def write(self, document: Row, facts: Rows, parts: Collection[str]) -> int:
        """Write the document and the facts of some parts; gives the document's id."""
        tables = {table for name in parts for table in PARTS[name].tables}
        kept = _columns_of(set(PARTS) - set(parts))
        self._evidence_of = _columns_of(parts)
        is_new = self._write_document({"corrected": False} | {c: v for c, v in document.items() if c not in kept})
        ids: dict[str, dict[Any, int]] = {}
        gone: dict[str, list[Row]] = {}
        for name in _WRITE_ORDER:
            if name not in tables:
                ids[name] = {} if is_new else self._ids_of(name)
                continue
            stored = {} if is_new else self._stored(name)
            rows = self._with_references(name, facts[name], ids)
            ids[name] = self._write_rows(name, rows, stored, note=not is_new)
            gone[name] = list(stored.values())
        for name in reversed(_WRITE_ORDER):
            self._remove(name, gone.get(name, []))
        return self._document_id

    def remove(self, document_id: int, source: str) -> None:
        """Remove a document with all its facts."""
        self._document_id = document_id
        self._note("documents", "removed", before=source)
        self._connection.execute("delete from documents where id = ?", (document_id,))

    def save_changes(self) -> None:
        """Write the changes into their table."""
        statements = self._tables["changes"]
        self._connection.executemany(statements.insert, [statements.values(change) for change in self.changes])

    def _write_document(self, document: Row) -> bool:
        statements = self._tables["documents"]
        values = {**document, "run_id": self._run_id, "extracted_at": now()}
        query = "select * from documents where source = ?"
        old = self._connection.execute(query, (document["source"],)).fetchone()
        if old is None:
            cursor = self._connection.execute(statements.insert, statements.values(values))
            self._document_id = int(cursor.lastrowid or 0)
            self._note("documents", "added", after=document["source"])
            return True
        self._document_id = old["id"]
        if self._note_differences("documents", dict(old), document) or self._run_id:
            self._connection.execute(statements.update(values, ("source",)), values)
        return False

    def _stored(self, table: str) -> dict[Any, Row]:
        key = KEYS[table]
        found = self._connection.execute(self._tables[table].select, (self._document_id,))
        stored = {tuple(row[k] for k in key): dict(row) for row in found}
        if table == "evidence":
            return {place: row for place, row in stored.items() if row["field"] in self._evidence_of}
        return stored

    def _ids_of(self, table: str) -> dict[Any, int]:
        if table not in ("items", "metric_claims"):
            return {}
        query = f"select char_start, id from {table} where document_id = ?"
        return dict(tuple(row) for row in self._connection.execute(query, (self._document_id,)))

    def _with_references(self, name: str, rows: list[Row], ids: Mapping[str, Mapping[Any, int]]) -> list[Row]:
        """The rows with references as ids; an item's parent stands in the same table and is resolved while writing."""
        common: Row = {"document_id": self._document_id}
        if "corrected" in self._tables[name].columns:
            common["corrected"] = False
        resolved = [{**common, **row} for row in rows]
        for column, (target, table) in _REFERENCES.items():
            if rows and column in rows[0]:
                for row in resolved:
                    row[target] = ids[table].get(row.pop(column))
        return resolved

    def _write_rows(self, table: str, rows: list[Row], stored: dict[Any, Row], note: bool) -> dict[Any, int]:
        """Insert and update rows; rows of `stored` that stay are taken out of it, so what is left is gone."""
        statements, key = self._tables[table], KEYS[table]
        next_id = self._next_id(table) if rows and "id" in statements.columns else 0
        ids: dict[Any, int] = {}
        fresh: list[tuple[Any, ...]] = []
        for row in rows:
            old = stored.pop(tuple(row[k] for k in key), None) if stored else None
            if next_id:
                row["id"] = old["id"] if old else next_id
                next_id += old is None
                ids[row.get("char_start")] = row["id"]
            if "parent" in row:
                row["parent_id"] = ids.get(row.pop("parent"))
            if old is None:
                fresh.append(statements.values(row))
                if note:
                    self._note(table, "added", row, after=_brief(row))
            elif self._note_differences(table, old, row):
                self._connection.execute(statements.update(row, ("document_id", *key)), row)
        self._connection.executemany(statements.insert, fresh)
        return ids

    def _next_id(self, table: str) -> int:
        return int(self._connection.execute(f"select coalesce(max(id), 0) + 1 from {table}").fetchone()[0])

    def _remove(self, table: str, rows: list[Row]) -> None:
        delete = self._tables[table].delete(("document_id", *KEYS[table])) if rows else ""
        for row in rows:
            self._note(table, "removed", row, before=_brief(row))
            self._connection.execute(delete, row)

    def _note_differences(self, table: str, old: Row, new: Row) -> bool:
        differs = False
        for column, value in new.items():
            if old[column] != value:
                differs = True
                if column not in _UNTRACKED:
                    self._note(table, "changed", new, column, _printed(old[column]), _printed(value))
        return differs

    def _note(
        self, table: str, change: str, row: Row | None = None, field: str | None = None,
        before: str | None = None, after: str | None = None,
    ) -> None:  # fmt: skip
        if table in _UNLISTED:
            return
        about = row or {}
        self.changes.append(
            {"run_id": self._run_id, "document_id": self._document_id, "table_name": table, "change": change,
             "char_start": about.get("char_start"), "field": field, "before": before, "after": after,
             "rule": about.get("rule")}
        )  # fmt: skip


def _columns_of(parts: Collection[str]) -> frozenset[str]:
    return frozenset(column for name in parts for column in PARTS[name].columns)


def _brief(row: Row) -> str:
    kept = {k: v for k, v in row.items() if k not in ("id", "document_id", "text", "clause") and v is not None}
    return json.dumps(kept, ensure_ascii=False)


def _printed(value: Any) -> str | None:
    return None if value is None else str(value)
