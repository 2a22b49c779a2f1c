"""`taizhang extract`: files and folders into a ledger."""

from __future__ import annotations

import shlex
import sqlite3
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from extractor.cli.options import Database, LexiconFolder, open_lexicon, out
from extractor.ingest import Outcome, ingest
from extractor.store import Ledger

NAME = "extract"
_COUNTED = {
    "documents": "讲话 speeches", "items": "条目 numbered items", "directives": "要求 directives",
    "metric_claims": "数量 metric claims", "redactions": "隐去 redactions", "deadlines": "期限 deadlines",
}  # fmt: skip


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files (.txt, .md) or folders of them.")],
    db: Database,
    lexicon: LexiconFolder = None,
    root: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Name sources by their path below this folder.")
    ] = None,
) -> None:
    """Extract speeches into a ledger; only what is new or changed is done again.

    Examples:

        taizhang extract speeches

        taizhang extract a.txt more/ --db my.db --lexicon my-words
    """
    outcome = run_extraction(paths, db, lexicon, root)
    for failure in outcome.failures:
        typer.echo(f"taizhang: {failure.source}: {failure.detail}", err=True)
    if outcome.seen == 0:
        typer.echo("taizhang: no .txt or .md file below the paths given; nothing to do", err=True)
    done = outcome.extracted + outcome.unchanged
    raise typer.Exit(1 if not done else 3 if outcome.failures else 0)


def run_extraction(paths: list[Path], db: Path, lexicon: Path | None = None, root: Path | None = None) -> Outcome:
    """Extract with a progress bar on a terminal, and print the summary table."""
    words = open_lexicon(lexicon)
    ledger = Ledger(db, words)
    columns = (TextColumn("[bold]台账[/]"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=out, transient=True, disable=not out.is_terminal) as progress:
        task = progress.add_task("extract", total=None)
        arguments = shlex.join(sys.argv[1:])
        outcome = ingest(
            paths, ledger, words, root, arguments,
            lambda done, total: progress.update(task, completed=done, total=total),
        )  # fmt: skip
    _print_summary(outcome, db)
    return outcome


def _print_summary(outcome: Outcome, db: Path) -> None:
    table = Table(title=f"{db}", title_justify="left", show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="left")
    table.add_column(justify="right")
    table.add_row("本次抽取 extracted", f"{outcome.extracted:,}")
    table.add_row("未变跳过 unchanged", f"{outcome.unchanged:,}")
    table.add_row("失败 failed", f"{len(outcome.failures):,}")
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        for name, label in _COUNTED.items():
            count = connection.execute(f"select count(*) from {name}").fetchone()[0]
            table.add_row(f"台账中 {label}", f"{count:,}")
    out.print(table)
