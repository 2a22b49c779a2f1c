"""JSON Lines: one object a row, UTF-8, every column in it, absent facts null."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.export.relation import Relation, Tally, printed


def write(connection: sqlite3.Connection, path: Path, relations: Sequence[Relation]) -> list[Tally]:
    """Write one relation, a row a line."""
    (relation,) = relations
    names = [column.name for column in relation.columns]
    rows = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for batch in relation.batches(connection):
            file.writelines(f"{line(names, row)}\n" for row in batch)
            rows += len(batch)
    return [Tally(rows)]


def line(names: Sequence[str], row: Sequence[Any]) -> str:
    """A row as JSON; an infinite number, for which JSON has no form, is null.

    >>> line(["unit", "number"], ["亿元", float("inf")])
    '{"unit": "亿元", "number": null}'
    """
    values = (None if isinstance(value, float) and not math.isfinite(value) else value for value in row)
    return json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False, default=printed)
