"""`taizhang correct`: an analyst's word on one fact, which outlives every re-extraction."""

from __future__ import annotations

import getpass
import json
import shlex
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.options import Database, LexiconFolder, find_speech, open_lexicon, out, require
from extractor.corrections import quoted
from extractor.errors import StoreError
from extractor.reextract import correct
from extractor.store import Ledger
from extractor.store.connection import one_line, read_only

NAME = "correct"


def command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source (or its end) in the ledger.")],
    values: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE…", help="`null` for none.")] = None,
    *,
    db: Database,
    table: Annotated[str, typer.Option(metavar="TABLE", help="The fact's table.")] = "documents",
    at: Annotated[str | None, typer.Option(metavar="OFFSET[:END]", help="The fact's place in the text.")] = None,
    add: Annotated[bool, typer.Option("--add", help="Add a fact at OFFSET:END.")] = False,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the fact at OFFSET.")] = False,
    author: Annotated[str, typer.Option(metavar="NAME", help="Who says so.", default_factory=getpass.getuser)],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    lexicon: LexiconFolder = None,
) -> None:
    """Correct, add or delete a fact; the rule's own value is kept beside the correction.

    Examples:

        taizhang correct 01.txt year=2021 --note "见会议通知"

        taizhang correct 01.txt --table metric_claims --at 475 status=target

        taizhang correct 01.txt --table metric_claims --at 475:476 --add unit=户 subject=危房改造
    """
    require(db)
    speech = find_speech(source, db)
    about = {"source": speech.source, "table_name": table, "author": author, "note": note}
    about |= _place(db, speech.source, table, at, add)
    words = open_lexicon(lexicon)
    corrections = _corrections(about, values or [], add, delete)
    correct(Ledger(db, words), words, corrections, shlex.join(sys.argv[1:]))
    with one_line(db):
        connection = read_only(db)
        query = "select * from corrections where source = ? order by id desc limit ?"
        for row in connection.execute(query, (speech.source, len(corrections))):
            out.print(describe(dict(row)), markup=False)
        connection.close()


def describe(row: dict[str, Any]) -> str:
    """One line that says what a correction does, and whether it holds."""
    place = f"@{row['char_start']}“{row['quote']}”" if row["char_start"] is not None else ""
    what = f"{row['field']}: {row['rule_value']} → {row['value']}" if row["action"] == "set" else row["action"]
    who = f"({row['author']}) {row['note'] or ''}"
    return f"{row['id']:4} [{row['state']}] {row['source']} {row['table_name']}{place} {what}  {who}"


def _corrections(about: dict[str, Any], values: list[str], add: bool, delete: bool) -> list[dict[str, Any]]:
    pairs = dict(value.partition("=")[::2] for value in values)
    if any("=" not in value for value in values) or not (pairs or delete):
        raise StoreError("say what is right as FIELD=VALUE, or --delete")
    if (add or delete) and about.get("char_start") is None:
        raise StoreError("--add and --delete need a --table and the fact's place, --at OFFSET:END")
    if add:
        value = json.dumps({k: None if v in ("", "null") else v for k, v in pairs.items()}, ensure_ascii=False)
        return [about | {"action": "add", "field": None, "value": value}]
    if delete:
        return [about | {"action": "delete", "field": None, "value": None}]
    return [about | {"action": "set", "field": field, "value": value} for field, value in pairs.items()]


def _place(db: Path, source: str, table: str, at: str | None, add: bool) -> dict[str, Any]:
    """The fact's span: as given, or from the fact that begins at the offset."""
    if at is None:
        if table != "documents":
            raise StoreError(f"a fact of {table} needs its place: --at OFFSET")
        return {}
    start, _, end = at.partition(":")
    if not start.isdigit() or not (end or "0").isdigit() or (add and not end):
        raise StoreError(f"--at {at}: give OFFSET, or OFFSET:END with --add, in characters")
    if end:
        return {"char_start": int(start), "char_end": int(end)}
    with one_line(db):
        connection = read_only(db)
        query = f"""select f.* from {table} f join documents d on d.id = f.document_id
                    where d.source = ? and f.char_start = ?"""
        fact = connection.execute(query, (source, int(start))).fetchone()
        connection.close()
    if fact is None:
        raise StoreError(f"{source}: no row of {table} begins at {start}; `taizhang explain {source}` shows places")
    return quoted(fact)
