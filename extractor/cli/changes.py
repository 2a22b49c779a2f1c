"""`taizhang changes`: what a run did to rows, as a diff of facts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from extractor.cli.options import Database, out, require
from extractor.errors import StoreError
from extractor.store.connection import one_line, read_only

NAME = "changes"
_CONTEXT = 12
_SIGNS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}


def command(
    db: Database,
    run: Annotated[int | None, typer.Argument(metavar="[RUN]", help="A run's id; the last one by default.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Print up to N changes; 0 for all.")] = 200,
    fail_if_more_than: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Exit 1 when more than N rows changed.")
    ] = None,
) -> None:
    """Show what a run did to rows: added, removed, changed, with before, after, rule and context.

    Examples:

        taizhang changes

        taizhang changes 7 --fail-if-more-than 20
    """
    require(db)
    with one_line(db):
        connection = read_only(db)
        run = run or connection.execute("select max(id) from runs").fetchone()[0]
        if connection.execute("select 1 from runs where id = ?", (run,)).fetchone() is None:
            raise StoreError(f"database {db}: no run {run}; the table runs lists them")
        rows = [dict(row) for row in connection.execute("select * from changes where run_id = ? order by id", (run,))]
        connection.close()
    print_changes(rows, db, limit)
    if fail_if_more_than is not None and len(rows) > fail_if_more_than:
        raise StoreError(f"{len(rows)} changes, more than {fail_if_more_than}")


def print_changes(rows: Sequence[Mapping[str, Any]], db: Path, limit: int = 200) -> None:
    """Print counts by table, then the changes themselves, each with its place in the text."""
    for (table, change), count in sorted(Counter((r["table_name"], r["change"]) for r in rows).items()):
        out.print(f"{count:6,} {change:8} {table}")
    shown = rows[:limit] if limit else rows
    with one_line(db):
        connection = read_only(db)
        for row in shown:
            out.print(_line(connection, row))
        connection.close()
    if len(shown) < len(rows):
        out.print(f"… {len(rows) - len(shown):,} more; --limit 0 prints all")
    if not rows:
        out.print("没有变动 · no changes")


def _line(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Text:
    sign, style = _SIGNS[row["change"]]
    place = f"@{row['char_start']}" if row["char_start"] is not None else ""
    found = connection.execute("select source, text from documents where id = ?", (row["document_id"],)).fetchone()
    line = Text(f"{sign} {row['table_name']}", style=style)
    line.append(f" {found['source'] if found else row['document_id']}{place} ", style="dim")
    values = [value for value in (row["before"], row["after"]) if value is not None]
    line.append(f"{row['field']}: {row['before']} → {row['after']}" if row["field"] else " ".join(values))
    if found and row["char_start"] is not None:
        start = row["char_start"]
        context = found["text"][max(0, start - _CONTEXT) : start + 2 * _CONTEXT].replace("\n", "⏎")
        line.append(f"  …{context}…", style="dim")
    if row["rule"]:
        line.append(f"  [{row['rule']}]", style="dim cyan")
    return line
