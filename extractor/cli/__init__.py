"""The command line: `taizhang COMMAND`.

Exit codes: 0 done, 1 nothing could be done, 2 wrong usage, 3 done but some inputs failed (they are listed).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

from extractor import __version__
from extractor.errors import TaizhangError

COMMANDS = (
    "extract", "reextract", "changes", "correct", "show", "rules", "explain", "score", "compare", "export", "serve",
    "demo", "corrections", "gold",
)  # fmt: skip
"""The commands, each a module of its name: a `command`, or an `app` of several."""


class _Commands(Mapping[str, Any]):
    """The commands by name, each loaded when it is asked for: none waits for what the others import."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        module = import_module(f"extractor.cli.{name}")
        several = hasattr(module, "app")
        found = get_group(module.app) if several else get_command(_alone(module.command))
        found.name = name
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _alone(command: Callable[..., None]) -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode="markdown", context_settings=_SETTINGS)
    app.command()(command)
    return app


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Commands()})


_SETTINGS = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    name="taizhang",
    cls=_Group,
    help="台账：把讲话变成可以查询的台账。Official speeches as a ledger that you can query.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings=_SETTINGS,
)


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
