"""`taizhang score`: a ledger against gold, by field, with its errors."""

from __future__ import annotations

import json
import shlex
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from extractor.cli.options import out
from extractor.scoring import Score, score

NAME = "score"
_LABELS = {
    "documents": "讲话 the document", "items": "条目 numbered items", "directives": "要求 directives",
    "metric_claims": "数量 metric claims", "redactions": "隐去 redactions",
}  # fmt: skip
_WITHOUT_ERRORS = {"items.exact", "directives", "metric_claims.exact", "redactions.typed"}
"""Measures whose errors are listed under their attributes."""
_GOOD, _FAIR = 0.95, 0.85
_MISTAKEN_SHOWN = 5


def command(
    database: Annotated[Path, typer.Argument(metavar="DB", help="A ledger.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of NAME.gold.json annotations.")],
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="List up to N errors of each measure.")] = 0,
    confusion: Annotated[bool, typer.Option(help="Print who is taken for whom in coded fields.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line a measure, as in a pipe, on a terminal too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
) -> None:
    """Score a ledger against gold annotations: accuracy, precision, recall and F1 by field.

    A table on a terminal; in a pipe one line a measure, each figure by its name.

    Examples:

        taizhang score taizhang.db corpus/gold

        taizhang score taizhang.db gold --errors 5 --confusion
    """
    result = score(database, gold)
    if as_json:
        typer.echo(json.dumps(result.measures(), ensure_ascii=False, indent=1))
        return
    if plain or not sys.stdout.isatty():
        _print_lines(result)
    else:
        _print_table(result)
    if confusion:
        _print_confusion(result)
    _print_errors(result, errors, database)


def _print_lines(result: Score) -> None:
    for name, measures in result.measures().items():
        shown = "  ".join(f"{k} {v:.3f}" if k != "n" else f"{k} {v}" for k, v in measures.items())
        typer.echo(f"{name:26} {shown}")


def _print_table(result: Score) -> None:
    """The measures grouped by table, each with its attributes beneath it."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("字段 field", no_wrap=True, min_width=22)
    for title in ("accuracy", "precision", "recall", "F1", "n", "错 errors"):
        table.add_column(title, justify="right", no_wrap=True)
    wrong = Counter(error.measure for error in result.errors)
    measures = result.measures()
    for group, label in _LABELS.items():
        table.add_row(Text(label, style="bold"))
        for name, values in measures.items():
            if name.split(".")[0] == group:
                figures = (_figure(values.get(kind)) for kind in ("accuracy", "precision", "recall", "f1"))
                errors = "" if name in _WITHOUT_ERRORS else str(wrong[name]) if wrong[name] else Text("·", style="dim")
                table.add_row(f"  {name.partition('.')[2] or name}", *figures, f"{values['n']:,}", errors)
    out.print(table)


def _figure(value: float | None) -> Text:
    if value is None:
        return Text("")
    return Text(f"{value:.3f}", style="green" if value >= _GOOD else "yellow" if value >= _FAIR else "red")


def _print_confusion(result: Score) -> None:
    """For each code of gold that was ever mistaken: how often it was found, and what it was taken for."""
    for name, pairs in result.confusion.items():
        right = sum(count for (want, got), count in pairs.items() if want == got)
        out.print(Text.assemble("\n", (name, "bold"), f": {right:,} of {pairs.total():,} right"))
        mistaken = {want: taken for want, taken in _by_gold(pairs).items() if taken.total() > taken[want]}
        if mistaken:
            out.print(_mistakes(mistaken))


def _mistakes(mistaken: dict[str, Counter[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("  gold", no_wrap=True)
    table.add_column("right", justify="right")
    table.add_column("n", justify="right")
    table.add_column("taken for")
    for want, taken in sorted(mistaken.items(), key=lambda pair: (pair[1][pair[0]] - pair[1].total(), pair[0])):
        others = [f"{got} ×{count}" for got, count in taken.most_common() if got != want]
        listed = ", ".join(others[:_MISTAKEN_SHOWN]) + (" …" if others[_MISTAKEN_SHOWN:] else "")
        table.add_row(f"  {want}", str(taken[want]), str(taken.total()), listed)
    return table


def _by_gold(pairs: Counter[tuple[str, str]]) -> dict[str, Counter[str]]:
    taken: dict[str, Counter[str]] = {}
    for (want, got), count in pairs.items():
        taken.setdefault(want, Counter())[got] += count
    return taken


def _print_errors(result: Score, limit: int, database: Path) -> None:
    shown: Counter[str] = Counter()
    for error in result.errors:
        shown[error.measure] += 1
        if shown[error.measure] <= limit:
            place = "" if error.offset is None else f" --at {error.offset}"
            command = f"taizhang explain {shlex.quote(error.source)}{place} --db {shlex.quote(str(database))}"
            out.print(Text.assemble(f"  {error.measure}: {error.text}    ", (command, "dim")))
