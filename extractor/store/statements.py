"""SQL for every table, written once from the models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from extractor.tables import TABLES

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of one table; values travel in the order of `columns`."""

    name: str
    columns: tuple[str, ...]
    insert: str
    select: str

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """A row's values in order; a column that it lacks is NULL."""
        return tuple(map(row.get, self.columns))

    def update(self, columns: Iterable[str], keys: Iterable[str]) -> str:
        """An update of some columns, found by some others."""
        assignments = ", ".join(f"{c} = :{c}" for c in columns)
        return f"update {self.name} set {assignments} where {_all(keys)}"

    def delete(self, keys: Iterable[str]) -> str:
        """A delete, found by some columns."""
        return f"delete from {self.name} where {_all(keys)}"


def _all(keys: Iterable[str]) -> str:
    return " and ".join(f"{key} is :{key}" for key in keys)


def _statements(table: Table) -> Statements:
    columns = tuple(column.name for column in table.columns)
    marks = ", ".join("?" for _ in columns)
    insert = f"insert into {table.name} ({', '.join(columns)}) values ({marks})"
    select = f"select * from {table.name} where document_id = ?"
    return Statements(table.name, columns, insert, select)


STATEMENTS: dict[str, Statements] = {
    str(model.__tablename__): _statements(model.__table__)  # type: ignore[attr-defined]
    for model in TABLES
}
