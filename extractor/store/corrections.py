"""Corrections in the ledger: written down once, put into every later extraction."""

from __future__ import annotations

import json
import sqlite3

from extractor.corrections import CONTEXT, MODELS, Effect, follow_roles, put, read_value
from extractor.errors import StoreError
from extractor.rows import Row, Rows
from extractor.store.connection import now
from extractor.store.statements import STATEMENTS


def record(connection: sqlite3.Connection, correction: Row) -> None:
    """Write one correction down, with the text that will find its place again. Raises `StoreError`."""
    query = "select sha256, text from documents where source = ?"
    document = connection.execute(query, (correction["source"],)).fetchone()
    if document is None:
        raise StoreError(f"no speech {correction['source']} in the ledger; extract it first")
    _check(connection, correction)
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
    connection.execute(STATEMENTS["corrections"].insert, STATEMENTS["corrections"].values(row))


def _check(connection: sqlite3.Connection, correction: Row) -> None:
    table, action = correction["table_name"], correction["action"]
    values = {correction["field"]: correction["value"]} if action == "set" else {}
    if action == "add":
        values = json.loads(correction["value"])
    for field, value in values.items():
        read = read_value(table, field, None if value is None else str(value))
        for key in MODELS[table].__table__.columns[field].foreign_keys if read is not None else ():  # type: ignore[attr-defined]
            look_up = key.column.table.name
            codes = [row[0] for row in connection.execute(f"select code from {look_up} order by rank")]
            if read not in codes:
                raise StoreError(f"{table}.{field}: no code {read}; codes are: {', '.join(codes)}")


def apply(connection: sqlite3.Connection, document: Row, facts: Rows) -> None:
    """Put every correction of a document into its rows, and note which hold and which lost their place."""
    query = "select * from corrections where source = ? order by id"
    found = [dict(row) for row in connection.execute(query, (document["source"],))]
    for correction in found:
        effect = put(correction, document, facts)
        if effect != Effect(correction["state"], correction["char_start"], correction["rule_value"]):
            end = None if effect.char_start is None else effect.char_start + len(correction["quote"] or "")
            connection.execute(
                "update corrections set state = ?, char_start = ?, char_end = ?, rule_value = ? where id = ?",
                (effect.state, effect.char_start, end, effect.rule_value, correction["id"]),
            )
    if found:
        follow_roles(document["text"], facts)
