"""`taizhang show`: one speech in the terminal, its facts marked and listed."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import marks
from extractor.cli.options import Database, LexiconFolder, find_speech, open_lexicon, out
from extractor.extract import extract

NAME = "show"


def command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file, or a source (or its end) in the ledger.")],
    db: Database,
    lexicon: LexiconFolder = None,
    text: Annotated[bool, typer.Option(help="Print the marked text, too.")] = True,
) -> None:
    """Show one speech: its text with the facts marked, then the facts as tables.

    Examples:

        taizhang show speeches/01.txt

        taizhang show 01.txt --no-text
    """
    speech = find_speech(source, db)
    extraction = extract(speech, open_lexicon(lexicon))
    if text:
        out.print(marks.marked_text(speech, extraction))
        out.print()
        out.print(marks.legend())
    for table in (marks.document_table, marks.item_table, marks.claim_table, marks.redaction_table):
        out.print()
        out.print(table(speech, extraction))
