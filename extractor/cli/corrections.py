"""`taizhang corrections`: list, export and import analysts' corrections."""

from __future__ import annotations

import csv
import shlex
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.correct import describe
from extractor.cli.options import Database, LexiconFolder, open_lexicon, out, require
from extractor.errors import StoreError
from extractor.reextract import correct
from extractor.store import Ledger
from extractor.store.connection import one_line, read_only

NAME = "corrections"
_COLUMNS = ("source", "sha256", "table_name", "action", "char_start", "char_end", "field", "value",
            "quote", "context", "rule_value", "author", "note", "at", "state")  # fmt: skip
app = typer.Typer(help="List, export and import corrections, one CSV row each.", no_args_is_help=True)


@app.command("list")
def list_corrections(
    db: Database,
    stale: Annotated[bool, typer.Option("--stale", help="Only those whose place no longer exists.")] = False,
) -> None:
    """List every correction, what it does and whether it holds.

    Examples:

        taizhang corrections list --stale
    """
    for row in _read(db):
        if not stale or row["state"] == "stale":
            out.print(describe(row), markup=False)


@app.command("export")
def export(
    db: Database,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A CSV file; else standard output.")] = None,
) -> None:
    """Write every correction as CSV.

    Examples:

        taizhang corrections export corrections.csv
    """
    rows = _read(db)
    with file.open("w", encoding="utf-8", newline="") if file else sys.stdout as target:
        writer = csv.DictWriter(target, _COLUMNS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


@app.command("import")
def import_corrections(
    db: Database,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file as `corrections export` writes it.")],
    lexicon: LexiconFolder = None,
) -> None:
    """Record the corrections of a CSV file and put them in; those already there are left alone.

    Corrections of speeches that are not in the ledger are kept, stale, until `extract` brings the speech.

    Examples:

        taizhang corrections import corrections.csv
    """
    require(db)
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            rows = [{k: v or None for k, v in row.items() if k in _COLUMNS} for row in csv.DictReader(source)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise StoreError(f"{file}: {error}; give a CSV file as `taizhang corrections export` writes it") from error
    words = open_lexicon(lexicon)
    ledger = Ledger(db, words)
    known = {_identity(row) for row in _read(db)}
    fresh = [_typed(file, number, row) for number, row in enumerate(rows, 2) if _identity(row) not in known]
    if fresh:
        correct(ledger, words, fresh, shlex.join(sys.argv[1:]), wait=True)
    with one_line(db), closing(read_only(db)) as connection:
        sources = {row[0] for row in connection.execute("select source from documents")}
    waiting = sum(row["source"] not in sources for row in fresh)
    waits = f" ({waiting} of speeches that are not there yet)" if waiting else ""
    out.print(f"{len(fresh)} recorded{waits}, {len(rows) - len(fresh)} already there")


def _typed(file: Path, number: int, row: dict[str, Any]) -> dict[str, Any]:
    missing = [name for name in ("source", "table_name", "action", "author") if not row.get(name)]
    places = {name: row.get(name) for name in ("char_start", "char_end")}
    if missing or any(value and not value.isdigit() for value in places.values()):
        raise StoreError(
            f"{file} line {number}: lacks {', '.join(missing) or 'a whole number as place'}; mend the line"
        )
    return row | {name: int(value) if value else None for name, value in places.items()} | {"state": "applied"}


def _identity(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(
        str(row.get(name) or "") for name in ("source", "table_name", "action", "field", "value", "quote", "at")
    )


def _read(db: Path) -> list[dict[str, Any]]:
    require(db)
    with one_line(db):
        connection = read_only(db)
        rows = [dict(row) for row in connection.execute("select * from corrections order by id")]
        connection.close()
    return rows
