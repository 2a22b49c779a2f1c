"""One XLSX workbook: a sheet a table, column names and their Chinese titles on top, frozen, ready to be filtered.

Texts are written as strings, so none becomes a formula or a link. A cell holds 32,767 characters and a sheet
1,048,576 rows: longer texts are cut and say so, more rows are an error.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from extractor.errors import ExportError
from extractor.export.relation import Relation, Tally, printed

MAX_ROWS = 1_048_576
MAX_CELL = 32_767
"""UTF-16 code units that a cell holds."""
CUT = "……（截断，全文见 CSV、JSONL、Parquet）"
_LOOKED_AT = 200
_NARROWEST, _WIDEST = 6, 60
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(connection: sqlite3.Connection, path: Path, relations: Sequence[Relation]) -> list[Tally]:
    """Write every relation as a sheet. Raises `ExportError` for one of more rows than a sheet has."""
    for relation in relations:
        _check_rows(relation.name, relation.count(connection) + len(_head(relation)))
    with xlsxwriter.Workbook(path, {**_OPTIONS, "tmpdir": str(path.parent)}) as workbook:
        workbook.use_zip64()
        bold = workbook.add_format({"bold": True, "bottom": 1})
        quoted = workbook.add_format({"quote_prefix": True})
        return [_write_sheet(connection, workbook.add_worksheet(each.name), each, bold, quoted) for each in relations]


def _write_sheet(connection: sqlite3.Connection, sheet: Any, relation: Relation, bold: Any, quoted: Any) -> Tally:
    head = _head(relation)
    for place, names in enumerate(head):
        sheet.write_row(place, 0, names, bold)
    widths = [max(map(_width, names)) for names in zip(*head, strict=True)]
    place, cut = len(head), 0
    for batch in relation.batches(connection):
        for row in batch:
            for column, value in enumerate(row):
                cut += _write_cell(sheet, place, column, value, quoted)
            if place < _LOOKED_AT:
                widths = [max(width, _width(value)) for width, value in zip(widths, row, strict=True)]
            place += 1
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, _NARROWEST), _WIDEST))
    sheet.freeze_panes(len(head), 0)
    sheet.autofilter(len(head) - 1, 0, max(place - 1, len(head) - 1), len(widths) - 1)
    return Tally(place - len(head), cut)


def _head(relation: Relation) -> list[list[str]]:
    """The lines on top: column names, and below them their Chinese titles where there are any."""
    names = [column.name for column in relation.columns]
    titles = [column.title or column.name for column in relation.columns]
    return [names] if titles == names else [names, titles]


def _write_cell(sheet: Any, row: int, column: int, value: Any, quoted: Any) -> bool:
    """Write one cell; gives whether its text had to be cut."""
    if value is None:
        return False
    if isinstance(value, int | float) and math.isfinite(value):
        sheet.write_number(row, column, value)
        return False
    text = printed(value)
    kept = fitting(text)
    sheet.write_string(row, column, kept, quoted if kept[:1] in tuple("=+-@") else None)
    return kept is not text


def fitting(text: str) -> str:
    """A text as a cell can hold it: itself, or its beginning and a word that it was cut.

    >>> fitting("讲话" * 20_000)[-30:].endswith(CUT)
    True
    """
    if len(text) * 2 <= MAX_CELL or len(text.encode("utf-16-le")) <= MAX_CELL * 2:
        return text
    room = (MAX_CELL - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + CUT


def _check_rows(name: str, rows: int) -> None:
    if rows > MAX_ROWS:
        raise ExportError(f"{name}: {rows:,} rows, and a sheet holds {MAX_ROWS:,}; give --format csv, jsonl or parquet")


def _width(value: Any) -> int:
    """How wide a value prints, in columns of a digit; Chinese characters take two."""
    line = str("" if value is None else value)[:_WIDEST].partition("\n")[0]
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
