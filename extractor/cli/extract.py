"""`taizhang extract`: files and folders into a ledger."""

from __future__ import annotations

import shlex
import sqlite3
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from extractor.cli.changes import print_changes
from extractor.cli.options import Database, DryRun, Jobs, LexiconFolder, open_lexicon, out, progress
from extractor.ingest import Outcome, ingest
from extractor.listing import count_inputs
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
    root: Annotated[Path | None, typer.Option(metavar="DIR", help="Name sources by their path below this.")] = None,
    jobs: Jobs = 1,
    prune: Annotated[bool, typer.Option("--prune", help="Remove speeches whose files are gone.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Extract speeches into a ledger; only what is new or changed is done again.

    Examples:

        taizhang extract speeches

        taizhang extract a.txt more/ --db my.db --lexicon my-words
    """
    words = open_lexicon(lexicon)
    with progress(count_inputs(paths) if out.is_terminal else None) as advance:
        outcome = ingest(
            paths, Ledger(db, words), words, root=root, arguments=shlex.join(sys.argv[1:]),
            jobs=jobs, prune=prune, dry=dry_run, on_input=advance,
        )  # fmt: skip
    report(outcome, db, prune)
    if dry_run:
        print_changes(outcome.changes, db)
    raise typer.Exit(exit_code(outcome))


def report(outcome: Outcome, db: Path, prune: bool = False) -> None:
    """Print the summary, and on standard error what was left out."""
    _print_summary(outcome, db)
    for failure in outcome.failures:
        typer.echo(f"taizhang: {failure.source}: {failure.detail}", err=True)
    for source in outcome.vanished:
        says = "removed, its file is gone" if prune else "its file is gone; --prune removes it"
        typer.echo(f"taizhang: {source}: {says}", err=True)
    if outcome.seen == 0:
        typer.echo("taizhang: nothing to extract below the paths given", err=True)


def exit_code(outcome: Outcome) -> int:
    """0 done, 1 nothing could be done, 3 some inputs failed."""
    if not outcome.extracted + outcome.unchanged:
        return 1
    return 3 if outcome.failures else 0


def _print_summary(outcome: Outcome, db: Path) -> None:
    table = Table(title=f"台账 {db}", title_justify="left", show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(justify="left")
    table.add_column(justify="right")
    table.add_row("本次抽取 extracted", f"{outcome.extracted:,}")
    table.add_row("未变跳过 unchanged", f"{outcome.unchanged:,}")
    if outcome.moved:
        table.add_row("改名跟随 moved", f"{outcome.moved:,}")
    table.add_row("失败 failed", f"{len(outcome.failures):,}")
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        for name, label in _COUNTED.items():
            count = connection.execute(f"select count(*) from {name}").fetchone()[0]
            table.add_row(f"台账中 {label}", f"{count:,}")
    out.print(table)
