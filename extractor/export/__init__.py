"""Exports: every table of a ledger, or the rows of a query, as CSV, JSON Lines, Parquet or one workbook.

Rows stream from a read-only snapshot; files take their place only when all of them are whole.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.errors import ExportError
from extractor.export.relation import Relation, Tally, read_query, read_tables
from extractor.store.connection import one_line, read_only

_WRITERS = {"csv": "delimited", "jsonl": "lines", "parquet": "parquet", "xlsx": "workbook"}
_LIBRARIES = {"pyarrow": "Parquet", "xlsxwriter": "XLSX"}
_FORBIDDEN = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_PRAGMA, sqlite3.SQLITE_TRANSACTION}

Write = Callable[[sqlite3.Connection, Path, Sequence[Relation]], list[Tally]]
"""Writes some relations into one file; gives what it wrote of each."""


class Format(StrEnum):
    """The forms in which rows can leave a ledger; each is the ending of its files."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    xlsx = "xlsx"


@dataclass(frozen=True, slots=True)
class Written:
    """One relation written: its name, the file that it is in, and how much of it."""

    name: str
    path: Path
    tally: Tally


def export(
    database: Path,
    target: Path,
    *,
    form: Format | None = None,
    tables: Sequence[str] = (),
    query: str | None = None,
    with_text: bool = True,
) -> list[Written]:
    """Write tables (all, or those named) or one query's rows to a file or into a folder.

    Without `form` the target's ending decides; in a folder it is CSV. Raises `ExportError` where
    target or format do not fit or a query does more than read, `StoreError` where the ledger cannot be read.
    """
    form = form_of(target, form)
    write = _writer(form)
    with _snapshot(database) as connection, _query_errors() if query else nullcontext():
        if query:
            connection.set_authorizer(_only_reading)
        relations = [read_query(connection, query)] if query else read_tables(connection, tables, with_text)
        plan = _plan(target, form, relations, database.stem)
        with _folder(plan[0][0].parent) as folder:
            written = [
                Written(relation.name, file, tally)
                for file, found in plan
                for relation, tally in zip(found, write(connection, folder / file.name, found), strict=True)
            ]
            for file, _ in plan:
                os.replace(folder / file.name, file)
    return written


def form_of(target: Path, form: Format | None) -> Format:
    """The format of an export, from its target's ending or as asked for. Raises `ExportError` where they differ.

    >>> print(form_of(Path("claims.parquet"), None), form_of(Path("out"), None))
    parquet csv
    """
    ending = target.suffix.removeprefix(".").lower()
    if target.is_dir() or not ending:
        return form or Format.csv
    if ending not in list(Format):
        raise ExportError(f"{target}: no format ends so; give a folder or a file in .{', .'.join(Format)}")
    if form and form != ending:
        raise ExportError(f"{target}: its ending is not that of --format {form}; give one of the two")
    return Format(ending)


def _plan(target: Path, form: Format, relations: list[Relation], stem: str) -> list[tuple[Path, list[Relation]]]:
    """What goes into which file: one a relation, or one workbook of all."""
    in_folder = target.is_dir() or not target.suffix
    if form is Format.xlsx:
        return [(target / f"{stem}.xlsx" if in_folder else target, relations)]
    if in_folder:
        return [(target / f"{relation.name}.{form}", [relation]) for relation in relations]
    if len(relations) > 1:
        raise ExportError(f"{target}: one file holds one table; give a folder, --table, --query or an .xlsx file")
    return [(target, relations)]


@contextmanager
def _snapshot(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, and sees the ledger as it is now until it is closed."""
    with one_line(database), closing(read_only(database)) as connection:
        connection.row_factory = None
        connection.execute("begin")
        yield connection


@contextmanager
def _query_errors() -> Iterator[None]:
    """Turn what SQLite says of a user's query into an `ExportError` that says what a query may be."""
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise ExportError(f"--query: {error}; it takes one SELECT over the tables of the ledger") from error


@contextmanager
def _folder(home: Path) -> Iterator[Path]:
    """A folder beside the files to come, gone afterwards with whatever is in it."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".taizhang-", dir=home) as folder:
            yield Path(folder)
    except OSError as error:
        raise ExportError(f"{home}: {error.strerror or error}; give a folder that can be written") from error


def _only_reading(action: int, first: str | None, *_: str | None) -> int:
    """Keep a query to the ledger, which is open for reading: no ATTACH, no PRAGMA but the one that search needs."""
    forbidden = action in _FORBIDDEN and first != "data_version"
    return sqlite3.SQLITE_DENY if forbidden else sqlite3.SQLITE_OK


def _writer(form: Format) -> Write:
    try:
        write: Write = importlib.import_module(f"{__name__}.{_WRITERS[form]}").write
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        says = f"{_LIBRARIES[error.name]} needs {error.name}: pip install 'taizhang[export]', or give csv or jsonl"
        raise ExportError(says) from error
    return write
