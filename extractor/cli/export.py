"""`taizhang export`: tables or a query's rows as CSV, JSON Lines, Parquet or one workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import Database, out, require
from extractor.export import Format, export

NAME = "export"


def command(
    target: Annotated[Path, typer.Argument(metavar="FOLDER-or-FILE", help="A folder, or a file whose ending says.")],
    db: Database,
    form: Annotated[Format | None, typer.Option("--format", help="The format; csv in a folder by default.")] = None,
    table: Annotated[list[str] | None, typer.Option(metavar="T", help="Only this table; may be repeated.")] = None,
    query: Annotated[str | None, typer.Option(metavar="SQL", help="The rows of one SELECT instead of tables.")] = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="With or without the text of each speech.")] = True,
) -> None:
    """Export tables or a query's rows: CSV, JSON Lines, Parquet, or one XLSX workbook; labels beside codes.

    A folder takes a file a table (or one workbook); files of the same name are replaced. CSV is for spreadsheets:
    a text that begins like a formula (= + - @) has an apostrophe before it. JSON Lines and Parquet are verbatim.
    XLSX and Parquet need `pip install 'taizhang[export]'`.

    Examples:

        taizhang export out

        taizhang export ledger.xlsx --no-text --table directives --table metric_claims

        taizhang export claims.parquet --query "select * from metric_claims where redacted"
    """
    if table and query:
        raise typer.BadParameter("give --table or --query, not both")
    require(db)
    for written in export(db, target, form=form, tables=table or (), query=query, with_text=text):
        out.print(f"{written.tally.rows:>10,} {written.name} → {written.path}")
        if written.tally.cut:
            says = f"{written.tally.cut} texts do not fit into a cell and were cut; csv, jsonl and parquet hold them"
            typer.echo(f"taizhang: {written.name}: {says}", err=True)
