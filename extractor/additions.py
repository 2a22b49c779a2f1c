"""Facts that an analyst adds: what their place in the text says of them, before the analyst's own values.

An added fact is a row like the rules': its place bears it out, it hangs on the item around it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

from extractor.correctable import needed, read_value
from extractor.rows import Row

RULE = "correction"
"""The rule's name on a fact that an analyst added."""
_HEADING = re.compile(r"[^。；！？：\n]*")
_CLAUSE_BEFORE = re.compile(r"[^，。；！？：\n]*\Z")
_CLAUSE_AFTER = re.compile(r"[^，。；！？：\n]*")
_REACH = 200
"""How far a clause reaches to either side, in characters."""


def added_row(table: str, items: Sequence[Row], text: str, start: int, end: int, values: str | None) -> Row:
    """The row of a fact added at a place; `values` are the analyst's, as a JSON object."""
    row: Row = {"char_start": start, "char_end": end, "rule": RULE, "corrected": True}
    around = next((i for i in reversed(items) if i["char_start"] < start and end <= i["char_end"]), None)
    row |= _SAID[table](text, start, end, around)
    given = json.loads(values or "{}")
    return row | {field: read_value(table, field, None if v is None else str(v)) for field, v in given.items()}


def usual(table: str) -> Row:
    """What is said of a fact wherever it is added."""
    return _SAID[table]("", 0, 0, None)


def missing(table: str, given: Mapping[str, object]) -> list[str]:
    """The fields that an added fact lacks: neither given nor said by its place.

    >>> missing("redactions", {})
    ['slot']
    """
    return [field for field in needed(table) if field not in given and field not in usual(table)]


def _item(text: str, start: int, end: int, around: Row | None) -> Row:
    """A point from its marker to the end of its line, below the point around it."""
    line = text.find("\n", end)
    reach = min(line if line >= 0 else len(text), around["char_end"] if around else len(text))
    heading = _HEADING.match(text, end, reach)
    place = {"parent": around and around["char_start"], "depth": around["depth"] + 1 if around else 0, "path": ""}
    head = {"marker": text[start:end], "marker_style": RULE, "heading": heading[0].strip() if heading else ""}
    return {"char_end": reach, **place, **head}


def _claim(text: str, start: int, end: int, around: Row | None) -> Row:
    before, after = (
        _CLAUSE_BEFORE.search(text, max(0, start - _REACH), start),
        _CLAUSE_AFTER.match(text, end, end + _REACH),
    )
    clause = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    said = {"value": text[start:end], "clause": clause.strip(), "redacted": False}
    return {"item": around and around["char_start"], **said, "change": "none", "status": "achieved"}


def _deadline(text: str, start: int, end: int, around: Row | None) -> Row:
    return {"item": around and around["char_start"], "text": text[start:end], "redacted": False}


def _redaction(text: str, start: int, end: int, around: Row | None) -> Row:
    return {"text": text[start:end], "claim": None}


_SAID: Mapping[str, Callable[[str, int, int, Row | None], Row]] = {
    "metric_claims": _claim, "items": _item, "redactions": _redaction, "deadlines": _deadline,
}  # fmt: skip
ADDABLE = tuple(_SAID)
"""The tables to which an analyst may add a fact; a directive is an item whose role is `directive`."""
