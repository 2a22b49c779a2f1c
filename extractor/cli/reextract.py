"""`taizhang reextract`: extract again from the ledger's own texts what a change of rules touches."""

from __future__ import annotations

import shlex
import sys
from typing import Annotated

import typer

from extractor.cli.changes import print_changes
from extractor.cli.extract import exit_code, report
from extractor.cli.options import Database, DryRun, Jobs, LexiconFolder, open_lexicon, out, progress, require
from extractor.reextract import Choice, count_chosen, reextract
from extractor.store import Ledger

NAME = "reextract"


def command(
    db: Database,
    only: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Only these fields; repeat it.")] = None,
    where: Annotated[str | None, typer.Option(metavar="SQL", help="Only documents that meet this condition.")] = None,
    rule: Annotated[str | None, typer.Option(metavar="NAME", help="Only documents with rows of this rule.")] = None,
    lexicon: LexiconFolder = None,
    jobs: Jobs = 1,
    dry_run: DryRun = False,
) -> None:
    """Extract again what a change of rules or lexicon touches; facts that stay keep their ids.

    Examples:

        taizhang reextract

        taizhang reextract --only speaker --where "year >= 2019" --dry-run
    """
    require(db)
    words = open_lexicon(lexicon)
    choice = Choice(tuple(only or ()), where, rule)
    with progress(count_chosen(db, choice) if out.is_terminal else None) as advance:
        outcome = reextract(
            Ledger(db, words),
            words,
            choice,
            arguments=shlex.join(sys.argv[1:]),
            jobs=jobs,
            dry=dry_run,
            on_document=advance,
        )
    report(outcome, db)
    if dry_run:
        print_changes(outcome.changes, db)
    raise typer.Exit(exit_code(outcome) if outcome.seen else 0)
