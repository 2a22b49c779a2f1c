"""`taizhang changes`: what a run did to rows, as a diff of facts."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from extractor.cli.differences import line, print_counts
from extractor.cli.options import Database, choose_tables, out, require
from extractor.differences import Difference, Tally, from_changes
from extractor.errors import StoreError
from extractor.store.connection import one_line, read_only

NAME = "changes"
_LABELS = {"gained": "新增 +", "lost": "移除 -", "changed": "改动 ~", "rule": "换规则 rule only"}
_SOURCES = """
    select document_id, coalesce(after, before) from changes where table_name = 'documents' and field is null
    union all select id, source from documents
"""
"""The name of every speech that is or was there; the later row holds."""


def command(
    db: Database,
    run: Annotated[int | None, typer.Argument(metavar="[RUN]", help="A run's id; the last one by default.")] = None,
    table: Annotated[list[str] | None, typer.Option(metavar="T", help="Only this table; may be repeated.")] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Print up to N changed facts; 0 for all.")] = 200,
    fail_if_more_than: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Exit 1 when more than N facts changed.")
    ] = None,
) -> None:
    """Show what a run did to facts: added, removed, changed, with before, after, rule and context.

    Counts by table and by rule come first, then the facts, speech by speech, each with its words in the text of then.

    Examples:

        taizhang changes

        taizhang changes 7 --table metric_claims --fail-if-more-than 20
    """
    require(db)
    tables = choose_tables(table)
    with one_line(db), closing(read_only(db)) as connection:
        query = "select * from runs where id = coalesce(?, (select max(id) from runs))"
        found = connection.execute(query, (run,)).fetchone()
        if found is None:
            raise StoreError(f"database {db}: no run {run}; the table runs lists them")
        out.print(Text(f"run {found['id']}  {found['started_at']}  taizhang {found['arguments']}", style="dim"))
        marks = ", ".join("?" * len(tables))
        query = f"select * from changes where run_id = ? and table_name in ({marks}) order by id"
        rows = connection.execute(query, (found["id"], *tables))
        changed = print_changes(map(dict, rows), db, limit)
    if fail_if_more_than is not None and changed > fail_if_more_than:
        raise StoreError(f"{changed} changes, more than {fail_if_more_than}")


def print_changes(rows: Iterable[Mapping[str, Any]], db: Path, limit: int = 200) -> int:
    """Print counts by table and rule, then the changed facts, speech by speech; gives how many there are."""
    with one_line(db), closing(read_only(db)) as connection:
        sources = {row[0]: row[1] for row in connection.execute(_SOURCES)}
    tally, shown, total = Tally(), list[Difference](), 0
    for difference in from_changes(rows, sources):
        tally.add(difference)
        total += 1
        if not limit or total <= limit:
            shown.append(difference)
    if not total:
        out.print("没有变动 · no changes")
        return 0
    print_counts(tally.tables, tally.rules, _LABELS)
    out.print()
    _print_facts(shown, db)
    if len(shown) < total:
        out.print(f"… {total - len(shown):,} more; --limit 0 prints all")
    return total


def _print_facts(differences: Sequence[Difference], db: Path) -> None:
    placed = None
    for (source, whole), facts in groupby(differences, key=lambda found: (found.source, _is_whole(found))):
        if not whole:
            out.print(Text(source, style="bold"))
        for fact in facts:
            where = "" if fact.offset is None else f"  @{fact.offset}"
            out.print(Text("  ").append(line(fact, table=True)).append(where, style="dim"))
            placed = fact if where and fact.kind != "lost" else placed
    if placed:
        explain = f"taizhang explain {shlex.quote(placed.source)} --at {placed.offset} --db {shlex.quote(str(db))}"
        out.print(Text(f"\n为何如此 why: {explain}", style="dim"))


def _is_whole(difference: Difference) -> bool:
    """Whether a whole speech came or went: one line that names it says all."""
    return difference.table == "documents" and not difference.fields
