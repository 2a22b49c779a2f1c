"""Corrections in the ledger: written down once, put into every later extraction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from extractor.alignment import Alignment
from extractor.corrections import CONTEXT, Effect, check, follow, put
from extractor.errors import BusyError, StoreError
from extractor.parts import PARTS, with_needs
from extractor.rows import Row, Rows
from extractor.store.connection import now
from extractor.store.statements import Tables


def record(connection: sqlite3.Connection, correction: Row, sha256: str) -> None:
    """Write one correction down, with the text that will find its place again.

    `sha256` is of the bytes that the caller has read. Raises `StoreError` where the correction cannot stand.
    """
    query = "select sha256, text from documents where source = ?"
    document = connection.execute(query, (correction["source"],)).fetchone()
    if document is None:
        raise StoreError(f"no speech {correction['source']} in the ledger; extract it first")
    if document["sha256"] != sha256:
        raise BusyError(f"{correction['source']} has just been extracted from another text; look at it and try again")
    check(correction, read_codes(connection))
    row = {"sha256": document["sha256"], "at": now(), "state": "applied", **correction}
    start, end = correction.get("char_start"), correction.get("char_end")
    if start is not None and end is not None and not correction.get("quote"):
        text = document["text"]
        if not 0 <= start < end <= len(text):
            raise StoreError(f"{correction['source']}: {start}–{end} lies outside its {len(text)} characters")
        row["quote"] = text[start:end]
        row["context"] = json.dumps(
            [text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]], ensure_ascii=False
        )
    statements = Tables(connection)["corrections"]
    connection.execute(statements.insert, statements.values(row))


def shelve(connection: sqlite3.Connection, correction: Row) -> None:
    """Write a correction down whose speech is not in the ledger: it is stale until the speech comes."""
    check(correction, read_codes(connection))
    statements = Tables(connection)["corrections"]
    connection.execute(statements.insert, statements.values({"at": now(), **correction, "state": "stale"}))


def read_codes(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The codes of every look-up table, in their order."""
    from extractor.tables import LOOK_UPS  # SQLModel takes long to load, and few runs correct anything

    tables = [str(model.__tablename__) for model in LOOK_UPS]
    return {t: tuple(row[0] for row in connection.execute(f"select code from {t} order by rank")) for t in tables}


def apply(
    connection: sqlite3.Connection, document: Row, facts: Rows, parts: Collection[str], alignment: Alignment | None
) -> None:
    """Put a document's corrections into what was extracted of it, and note which hold and which lost their place.

    `alignment` says where the text that they were put into before stands in this one, None where it is the same.
    Those of parts that were not extracted wait: their rows stand as they are. A role decides whether there is a
    directive to correct, so directives come last.
    """
    query = "select * from corrections where source = ? order by id"
    found = [dict(row) for row in connection.execute(query, (document["source"],))]
    if not found:
        return
    extracted = [PARTS[name] for name in with_needs(parts)]
    columns = {column for part in extracted for column in part.columns}
    tables = {table for part in extracted for table in part.tables}
    ready = [
        c for c in found if (c["field"] in columns if c["table_name"] == "documents" else c["table_name"] in tables)
    ]
    if alignment is not None:
        for correction in ready:
            if correction["state"] == "applied" and correction["char_start"] is not None:
                correction["moved"] = alignment.at(correction["char_start"])
    said: dict[tuple[Any, ...], str | None] = {}
    document["corrected"] = any(c["table_name"] == "documents" for c in found)
    for correction in (c for c in ready if c["table_name"] != "directives"):
        _put(connection, correction, document, facts, said)
    follow(document, facts, {c["field"] for c in ready if c["table_name"] == "documents"})
    for correction in (c for c in ready if c["table_name"] == "directives"):
        _put(connection, correction, document, facts, said)


def _put(
    connection: sqlite3.Connection, correction: Row, document: Row, facts: Rows, said: dict[tuple[Any, ...], str | None]
) -> None:
    """Put one in; what the rules say is what stood there before the first correction, kept in `said`."""
    effect = put(correction, document, facts)
    if correction["action"] == "set" and effect.state == "applied":
        key = (correction["table_name"], effect.char_start, correction["field"])
        effect = replace(effect, rule_value=said.setdefault(key, effect.rule_value))
    if effect != Effect(correction["state"], correction["char_start"], correction["rule_value"]):
        end = None if effect.char_start is None else effect.char_start + len(correction["quote"] or "")
        connection.execute(
            "update corrections set state = ?, char_start = ?, char_end = ?, rule_value = ? where id = ?",
            (effect.state, effect.char_start, end, effect.rule_value, correction["id"]),
        )
