"""`taizhang compare`: what two ledgers of the same texts do not share, counted and then fact by fact."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from extractor.cli.differences import line, print_counts
from extractor.cli.options import choose_tables, out
from extractor.compare import Comparison, Sources
from extractor.differences import Difference, Tally
from extractor.errors import StoreError

NAME = "compare"
_KINDS = ("gained", "lost", "changed")
_LABELS = {"gained": "新增 +", "lost": "丢失 -", "changed": "改变 ~", "rule": "换规则 rule only"}


def command(
    a: Annotated[Path, typer.Argument(metavar="DB_A", help="The ledger before.")],
    b: Annotated[Path, typer.Argument(metavar="DB_B", help="The ledger after, of the same texts.")],
    table: Annotated[list[str] | None, typer.Option(metavar="T", help="Only this table; may be repeated.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Up to N facts of each table; 0 for all.")] = 20,
    fail_if_more_than: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Exit 1 when more than N rows differ.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print counts and every difference as JSON.")] = False,
) -> None:
    """Compare two ledgers of the same texts: rows gained, lost and changed.

    Counts by table and by rule come first, then the facts in their context, each with the command that explains it.
    Rows are matched by source and place. A fact that another rule makes now is counted apart and is no difference.

    Examples:

        taizhang compare before.db after.db

        taizhang compare before.db after.db --table metric_claims --limit 0 --fail-if-more-than 50
    """
    tables = choose_tables(table)
    kept: list[Difference] = []
    shown: Counter[str] = Counter()
    with closing(Comparison(a, b)) as comparison:
        for difference in comparison.differences(tables):
            shown[difference.table] += difference.kind != "rule"
            if difference.kind != "rule" and (as_json or not limit or shown[difference.table] <= limit):
                kept.append(difference)
    if as_json:
        _print_json(comparison.sources, comparison.tally, kept)
    else:
        _print_report(comparison.sources, comparison.tally, tables, kept, a, b)
    differing = comparison.tally.differing()
    if fail_if_more_than is not None and differing > fail_if_more_than:
        raise StoreError(f"{differing:,} rows differ, more than {fail_if_more_than:,}; look at them with --limit 0")


def _print_json(sources: Sources, tally: Tally, differences: list[Difference]) -> None:
    report = {
        "sources": asdict(sources),
        "tables": {name: dict(kinds) for name, kinds in tally.tables.items()},
        "rules": {name: dict(kinds) for name, kinds in sorted(tally.rules.items())},
        "differing": tally.differing(),
        "differences": [asdict(d) for d in differences],
    }
    typer.echo(json.dumps(report, ensure_ascii=False, indent=1))


def _print_report(
    sources: Sources, tally: Tally, tables: tuple[str, ...], differences: list[Difference], a: Path, b: Path
) -> None:
    out.print(f"{len(sources.shared):,} 篇同文 speeches compared: {a} → {b}")
    for label, names in (
        (f"只在 only in {a}", sources.only_a), (f"只在 only in {b}", sources.only_b),
        ("原文不同，不比 another text, not compared", sources.other_text),
    ):  # fmt: skip
        if names:
            out.print(f"[yellow]{label}[/]: {len(names):,} ({', '.join(names[:3])}{' …' if names[3:] else ''})")
    out.print()
    by_table = {name: tally.tables.get(name, Counter()) for name in tables}
    print_counts(by_table, tally.rules, _LABELS | {"same": "不变 same"}, "; --json names them all")
    _print_differences(tally, tables, differences, a, b)


def _print_differences(tally: Tally, tables: tuple[str, ...], differences: list[Difference], a: Path, b: Path) -> None:
    for name in tables:
        here = [d for d in differences if d.table == name]
        kinds = tally.tables.get(name, Counter())
        total = sum(kinds[kind] for kind in _KINDS)
        if here:
            out.print(Text(f"\n{name}", style="bold"))
        for difference in here:
            out.print(_line(difference, a if difference.kind == "lost" else b))
        if len(here) < total:
            out.print(f"  … {total - len(here):,} more; --table {name} --limit 0 prints all")
    if not tally.differing():
        out.print("\n没有差别 · no differences")


def _line(difference: Difference, db: Path) -> Text:
    shown = line(difference)
    place = "" if difference.offset is None else f" --at {difference.offset}"
    explain = f"taizhang explain {shlex.quote(difference.source)}{place} --db {shlex.quote(str(db))}"
    return shown.append(f"\n    {explain}", style="dim")
