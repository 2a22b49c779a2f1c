"""Options that several commands share, and how a speech is found by name."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extractor.compare import TABLES
from extractor.errors import ReadError, StoreError
from extractor.lexicon import Lexicon, load_lexicon
from extractor.places import default_database
from extractor.reading import Input, read_speech
from extractor.records import Speech

Database = Annotated[
    Path, typer.Option("--db", metavar="FILE", help="The ledger, an SQLite file.", default_factory=default_database)
]
LexiconFolder = Annotated[
    Path | None, typer.Option("--lexicon", metavar="DIR", help="A folder of TOML with words and rules of your own.")
]
_BY_SOURCE = """select source, text, sha256, format, encoding from documents
                where substr(source, -length(:source)) = :source order by source"""
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would change.")]
_PIPE_WIDTH = 200
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")]
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else _PIPE_WIDTH)


def open_lexicon(folder: Path | None) -> Lexicon:
    """The package's lexicons, with the user's on top."""
    return load_lexicon(folder)


def require(database: Path) -> None:
    """Refuse a ledger that is not there. Raises `StoreError`."""
    if not database.is_file():
        raise StoreError(f"database {database}: no such file; run `taizhang extract PATH… --db {database}` first")


def choose_tables(names: list[str] | None) -> tuple[str, ...]:
    """The tables of facts asked for, all by default, in their order. Raises `StoreError` for what is none."""
    if unknown := set(names or ()) - set(TABLES):
        raise StoreError(f"no table of facts is called {', '.join(sorted(unknown))}; give {', '.join(TABLES)}")
    return tuple(name for name in TABLES if not names or name in names)


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, nothing in a pipe; gives what to call after each step.

    An interrupt ends with one line that says what is done, and exit code 130.
    """
    columns = (TextColumn("[bold]{task.description}[/]"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=out, transient=True, disable=not out.is_terminal)
    task = bar.add_task("台账", total=total)

    def advance() -> None:
        bar.advance(task)
        if bar.finished:
            bar.update(task, description="建索引 building indexes")

    try:
        with bar:
            yield advance
    except KeyboardInterrupt:
        done = int(bar.tasks[0].completed)
        typer.echo(f"taizhang: stopped after {done} inputs, all kept; run again to go on", err=True)
        raise typer.Exit(130) from None


def find_speech(source: str, database: Path) -> Speech:
    """A speech by file path, or by its source (or the end of it) in the ledger. Raises `ReadError`."""
    path = Path(source)
    if path.is_file():
        return read_speech(Input(path, path.name))
    if not database.is_file():
        raise ReadError(f"{source}: no such file, and no ledger {database}; give a file or --db")
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            found = connection.execute(_BY_SOURCE, {"source": source}).fetchall()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"database {database}: {error}; give a ledger made by `taizhang extract`") from error
    exact = [row for row in found if row[0] == source] or found
    if len(exact) != 1:
        names = "; ".join(row[0] for row in found[:5])
        raise ReadError(f"{source}: {'several speeches: ' + names if found else 'no such file and no such source'}")
    return Speech(*exact[0])
