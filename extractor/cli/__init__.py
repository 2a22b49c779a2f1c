"""The command line: `taizhang COMMAND`.

Exit codes: 0 done, 1 nothing could be done, 2 wrong usage, 3 done but some inputs failed (they are listed).
"""

from __future__ import annotations

import sys

import typer

from extractor import __version__
from extractor.cli import (
    changes,
    compare,
    correct,
    corrections,
    demo,
    explain,
    export,
    extract,
    gold,
    reextract,
    rules,
    score,
    serve,
    show,
)
from extractor.errors import TaizhangError

app = typer.Typer(
    name="taizhang",
    help="台账：把讲话变成可以查询的台账。Official speeches as a ledger that you can query.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (extract, reextract, changes, correct, show, rules, explain, score, compare, export, serve, demo):
    app.command(module.NAME)(module.command)
app.add_typer(corrections.app, name=corrections.NAME)
app.add_typer(gold.app, name=gold.NAME)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"taizhang {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Print the version."),
) -> None:
    pass


def main() -> None:
    """Run the command line; an error of ours is one line on standard error and exit code 1."""
    try:
        app()
    except TaizhangError as error:
        typer.echo(f"taizhang: {error}", err=True)
        sys.exit(1)
