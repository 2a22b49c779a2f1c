"""Comparing two ledgers of the same texts, such as two versions of the rules made: rows gained, lost and changed.

Documents are matched by source, their rows by `rows.KEYS`. Ids, runs and times are no facts; references to other
rows are compared by the place of the row referred to.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.differences import Difference, Tally, kind_of, place
from extractor.errors import StoreError
from extractor.rows import KEYS, Row
from extractor.store.connection import one_line, read_only

TABLES = ("documents", *KEYS)
_NO_FACTS = {"id", "document_id", "run_id", "extracted_at", "sha256", "text", "char_count", "format", "encoding"}
_REFERENCES = {"parent_id": "items", "item_id": "items", "metric_claim_id": "metric_claims"}
_CONTEXT = 14


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of two ledgers: in both, in one only, in both with another text (and so not comparable)."""

    shared: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    other_text: tuple[str, ...]


class Comparison:
    """Two open ledgers. Raises `StoreError` where either is none."""

    def __init__(self, a: Path, b: Path) -> None:
        self._a, self._b = _open(a), _open(b)
        texts_a, texts_b = _texts(self._a, a), _texts(self._b, b)
        both = sorted(texts_a.keys() & texts_b.keys())
        self.sources = Sources(
            tuple(s for s in both if texts_a[s] == texts_b[s]),
            tuple(sorted(texts_a.keys() - texts_b.keys())),
            tuple(sorted(texts_b.keys() - texts_a.keys())),
            tuple(s for s in both if texts_a[s] != texts_b[s]),
        )
        self._columns = {table: _shared_columns(self._a, self._b, table) for table in TABLES}
        self.tally = Tally()

    def close(self) -> None:
        """Close both ledgers."""
        self._a.close()
        self._b.close()

    def differences(self, tables: tuple[str, ...] = TABLES) -> Iterator[Difference]:
        """Every difference, speech by speech in the order of the text; `tally` counts them as they pass."""
        for source in self.sources.shared:
            text = self._a.execute("select text from documents where source = ?", (source,)).fetchone()[0]
            for table in tables:
                columns = self._columns[table]
                if not columns:
                    continue
                before, after = (_rows(connection, table, source, columns) for connection in (self._a, self._b))
                for difference in compare_rows(table, source, text, before, after):
                    self.tally.add(difference)
                    yield difference
                self.tally.tables.setdefault(table, Counter())["same"] += _same(before, after)


def compare_rows(
    table: str, source: str, text: str, before: Mapping[Any, Row], after: Mapping[Any, Row]
) -> Iterator[Difference]:
    """The differences between the rows of one table of one speech, each by its key, in the order of the text."""
    keys = sorted(before.keys() | after.keys(), key=lambda key: (_offset(before, after, key) or 0, str(key)))
    for key in keys:
        a, b = before.get(key), after.get(key)
        fields = tuple(name for name in a if a[name] != b[name]) if a and b else ()
        if a == b:
            continue
        kind = kind_of(a, b, fields)
        row = b or a or {}
        around = place(text, row, _CONTEXT)
        yield Difference(table, kind, source, _offset(before, after, key), row.get("rule") or "", a, b, fields, *around)


def _offset(before: Mapping[Any, Row], after: Mapping[Any, Row], key: Any) -> int | None:
    offset = (after.get(key) or before[key]).get("char_start")
    return offset if isinstance(offset, int) else None


def _same(before: Mapping[Any, Row], after: Mapping[Any, Row]) -> int:
    return sum(after.get(key) == row for key, row in before.items())


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreError(f"database {path}: no such file; run `taizhang extract PATH… --db {path}` first")
    return read_only(path)


def _texts(connection: sqlite3.Connection, path: Path) -> dict[str, int]:
    """The hash of each source's text."""
    with one_line(path):
        return {row["source"]: hash(row["text"]) for row in connection.execute("select source, text from documents")}


def _shared_columns(a: sqlite3.Connection, b: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table that both ledgers have, those that are no facts left out."""
    theirs = [{row["name"] for row in c.execute(f"pragma table_info({table})")} for c in (a, b)]
    return tuple(sorted(theirs[0] & theirs[1] - _NO_FACTS))


def _rows(
    connection: sqlite3.Connection, table: str, source: str, columns: tuple[str, ...]
) -> dict[tuple[Any, ...], Row]:
    """The rows of one table of one speech by key; references become the place that they refer to."""
    selected, joins = [], []
    for name in columns:
        target = _REFERENCES.get(name)
        selected.append(f"{name}_.char_start as {name.removesuffix('_id')}" if target else f't."{name}"')
        if target:
            joins.append(f"left join {target} {name}_ on {name}_.id = t.{name}")
    owner = "d.id = t.id" if table == "documents" else "d.id = t.document_id"
    query = (
        f"select {', '.join(selected)} from documents d join {table} t on {owner} {' '.join(joins)} where d.source = ?"
    )
    with closing(connection.execute(query, (source,))) as found:
        rows = [dict(row) for row in found]
    return {tuple(row.get(name) for name in KEYS.get(table, ("source",))): row for row in rows}
