"""SQL for every table, written once a run from the columns that the ledger itself says it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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


class Tables(dict[str, Statements]):
    """The statements of each table of a ledger, by its name; written when first asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, name: str) -> Statements:
        columns = tuple(row["name"] for row in self._connection.execute(f"pragma table_info({name})"))
        insert = f"insert into {name} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
        self[name] = Statements(name, columns, insert, f"select * from {name} where document_id = ?")
        return self[name]


def _all(keys: Iterable[str]) -> str:
    return " and ".join(f"{key} is :{key}" for key in keys)
