"""CSV for spreadsheets: UTF-8 with a byte order mark, so that Chinese opens as Chinese.

A text that begins like a formula (= + - @, full-width forms too, after blanks too) gets an apostrophe before it, as
OWASP advises against formula injection; numbers stay as they are. JSON Lines and Parquet hold every text verbatim.
"""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.export.relation import Relation, Tally, printed

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def write(connection: sqlite3.Connection, path: Path, relations: Sequence[Relation]) -> list[Tally]:
    """Write one relation: a line of column names, then the rows; an absent fact is an empty cell."""
    (relation,) = relations
    rows = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in relation.columns])
        for batch in relation.batches(connection):
            writer.writerows([[harmless(value) for value in row] for row in batch])
            rows += len(batch)
    return [Tally(rows)]


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("－－一是"), harmless(-5), harmless("一、")
    ("'=1+1", "'－－一是", -5, '一、')
    """
    if isinstance(value, str | bytes):
        text = printed(value)
        return f"'{text}" if _FORMULA.match(text) else text
    return value
