"""`taizhang score`: a ledger against gold, by field, with its errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from extractor.cli.options import out
from extractor.scoring import Score, score

NAME = "score"


def command(
    database: Annotated[Path, typer.Argument(metavar="DB", help="A ledger.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of NAME.gold.json annotations.")],
    errors: Annotated[int, typer.Option(metavar="N", help="List up to N errors of each measure.")] = 0,
    confusion: Annotated[bool, typer.Option(help="Print who is taken for whom in coded fields.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
) -> None:
    """Score a ledger against gold annotations: accuracy, precision, recall and F1 by field.

    Examples:

        taizhang score taizhang.db corpus/gold

        taizhang score taizhang.db gold --errors 5 --confusion
    """
    result = score(database, gold)
    if as_json:
        typer.echo(json.dumps(result.measures(), ensure_ascii=False, indent=1))
        return
    for name, measures in result.measures().items():
        shown = "  ".join(f"{k} {v:.3f}" if k != "n" else f"{k} {v}" for k, v in measures.items())
        typer.echo(f"{name:26} {shown}")
    if confusion:
        _print_confusion(result)
    _print_errors(result, errors)


def _print_confusion(result: Score) -> None:
    for name, pairs in result.confusion.items():
        wrong = [(pair, n) for pair, n in pairs.most_common() if pair[0] != pair[1]]
        table = Table(
            "gold", "got", "n", title=f"{name}: {len(wrong)} kinds of confusion", title_justify="left", box=None
        )
        for (want, got), count in wrong:
            table.add_row(want, got, str(count))
        out.print(table)


def _print_errors(result: Score, limit: int) -> None:
    shown: dict[str, int] = {}
    for error in result.errors:
        shown[error.measure] = shown.get(error.measure, 0) + 1
        if shown[error.measure] > limit:
            continue
        place = "" if error.offset is None else f" --at {error.offset}"
        typer.echo(f"  {error.measure}: {error.text}    taizhang explain {error.source}{place}")
