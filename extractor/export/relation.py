"""What is exported: a table or the rows of a query, its columns described, each code followed by its Chinese label."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from extractor.errors import ExportError
from extractor.tables import LOOK_UPS, TABLES

BATCH = 500
"""How many rows are in memory at once: documents carry their whole text."""
LABEL = "_label"
_CODE = re.compile(r"([a-z_]+)[ ]([㐀-鿿]+)")
_REMARK = re.compile(r"[（：；，].*")
_LOOK_UPS = frozenset(str(model.__tablename__) for model in LOOK_UPS)

Codes = Mapping[Any, str]
Record = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows were written, and how many of their cells had to be cut."""

    rows: int
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export: `kind` is SQLite's declared type, '' where it has none (a query's columns).

    `source` is its place in the rows of the statement; `labels` is given for a label column.
    """

    name: str
    source: int
    kind: str = ""
    description: str = ""
    title: str = ""
    labels: Codes | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A name, a statement that gives the rows, and the columns to be written of each."""

    name: str
    statement: str
    columns: tuple[Column, ...]

    def count(self, connection: sqlite3.Connection) -> int:
        """How many rows there are."""
        return int(connection.execute(f"select count(*) from (\n{self.statement}\n)").fetchone()[0])

    def batches(self, connection: sqlite3.Connection) -> Iterator[list[Record]]:
        """The rows, some hundred at a time."""
        places = [(column.source, column.labels) for column in self.columns]
        cursor = connection.execute(self.statement)
        while rows := cursor.fetchmany(BATCH):
            yield [tuple(row[n] if labels is None else labels.get(row[n]) for n, labels in places) for row in rows]


def printed(value: Any) -> str:
    """A value as text; bytes, which only a query can give, are hexadecimal."""
    return value.hex() if isinstance(value, bytes) else str(value)


def read_tables(connection: sqlite3.Connection, names: Sequence[str], with_text: bool = True) -> list[Relation]:
    """The tables named, or every table of the ledger. Raises `ExportError` for one that is not there."""
    there = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    models = {str(model.__tablename__): model for model in TABLES if model.__tablename__ in there}
    if unknown := [name for name in names if name not in models]:
        raise ExportError(f"no table {', '.join(unknown)}; tables are {', '.join(models)}")
    return [_read_table(connection, name, models[name], with_text) for name in names or models]


def read_query(connection: sqlite3.Connection, query: str) -> Relation:
    """The rows of one SQL query; its coded columns are known by their names."""
    statement = query.strip().rstrip(";")
    described = connection.execute(f"select * from (\n{statement}\n) limit 0").description
    names = [column[0] for column in described]
    codes = _codes_by_name(connection)
    columns = [Column(name, n) for n, name in enumerate(names)]
    return Relation("query", statement, _with_labels(columns, {n: codes[n] for n in names if n in codes}))


def _read_table(connection: sqlite3.Connection, name: str, model: type[SQLModel], with_text: bool) -> Relation:
    info = connection.execute(f"pragma table_info({name})").fetchall()
    left_out = {"text"} if name == "documents" and not with_text else set()
    kept = [(column, kind) for _, column, kind, *_ in info if column not in left_out]
    key = [column for _, column, _, _, _, place in sorted(info, key=lambda each: int(each[5])) if place]
    words = {field: info.description or "" for field, info in model.model_fields.items()}
    columns = [
        Column(column, n, kind, words.get(column, ""), _REMARK.sub("", words.get(column, column).partition(" · ")[0]))
        for n, (column, kind) in enumerate(kept)
    ]
    statement = f"select {', '.join(column for column, _ in kept)} from {name} order by {', '.join(key) or 'rowid'}"
    return Relation(name, statement, _with_labels(columns, _codes_of(connection, model)))


def _with_labels(columns: Sequence[Column], codes: Mapping[str, Codes]) -> tuple[Column, ...]:
    """The columns, each coded one followed by its label's, unless there is one already."""
    names = {column.name for column in columns}
    found: list[Column] = []
    for column in columns:
        label = column.name + LABEL
        if column.name not in codes or label in names:
            found.append(column)
            continue
        title = f"{column.title}（代码）" if column.title else ""
        found.append(Column(column.name, column.source, column.kind, column.description, title))
        found.append(Column(label, column.source, "VARCHAR", column.description, column.title, codes[column.name]))
    return tuple(found)


def _codes_of(connection: sqlite3.Connection, model: type[SQLModel]) -> dict[str, Codes]:
    """The coded columns of a table: those that point into a look-up table, or whose description lists their codes."""
    codes: dict[str, Codes] = {}
    for name, field in model.model_fields.items():
        listed = dict(_CODE.findall((field.description or "").partition(" · ")[0]))
        keys = model.__table__.columns[name].foreign_keys  # type: ignore[attr-defined]
        look_up = next((key.column.table.name for key in keys if key.column.table.name in _LOOK_UPS), None)
        if look_up:
            codes[name] = dict(connection.execute(f"select code, label_zh from {look_up}").fetchall())
        elif len(listed) > 1:
            codes[name] = listed
    return codes


def _codes_by_name(connection: sqlite3.Connection) -> dict[str, Codes]:
    """The columns that hold codes in every table that has a column of this name."""
    found: dict[str, dict[Any, str]] = {}
    free = set()
    for model in TABLES:
        codes = _codes_of(connection, model)
        free.update(set(model.model_fields) - set(codes))
        for name, labels in codes.items():
            found.setdefault(name, {}).update(labels)
    return {name: labels for name, labels in found.items() if name not in free}
