"""An analyst's word put into what the rules found: pure functions over rows.

A correction is a row of the table of that name: `set` a field of a fact or of the document, `add` or `delete` a fact.
Its place is found again by its quotation when the text has moved.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.additions import ADDABLE, RULE, added_row, missing
from extractor.correctable import CORRECTABLE, read_value
from extractor.errors import RefusedError
from extractor.rows import Row, Rows

CONTEXT = 16
"""How many characters before and after a quotation are kept with it."""
Codes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a correction: whether it holds, where its fact stands now, and what the rules say themselves."""

    state: str
    char_start: int | None
    rule_value: str | None


def check(correction: Row, codes: Codes) -> None:
    """Refuse a correction that no row could take. Raises `RefusedError`."""
    table = correction["table_name"]
    if table not in CORRECTABLE or (table == "documents" and correction["action"] != "set"):
        raise RefusedError(
            f"rows of {table} cannot be corrected so; tables are {', '.join(CORRECTABLE)}", "此表不可更正"
        )
    if correction["action"] == "set":
        read_value(table, correction["field"], correction["value"], codes)
    elif correction["action"] == "add":
        _check_added(table, json.loads(correction["value"] or "{}"), codes)


def _check_added(table: str, given: Mapping[str, Any], codes: Codes) -> None:
    if table not in ADDABLE:
        raise RefusedError(
            f"rows of {table} cannot be added; tables are {', '.join(ADDABLE)}; a directive is an item with that role",
            "此表不能增补；要求即作用为“要求”的条目",
        )
    for field, value in given.items():
        read_value(table, field, _printed(value), codes)
    if lacking := missing(table, given):
        fields = ", ".join(lacking)
        raise RefusedError(f"a fact of {table} cannot be added without {fields}", f"还缺 {fields}")


def put(correction: Row, document: Row, facts: Rows) -> Effect:
    """Put one correction into a document's rows.

    One whose fact is not there, or whose value its field takes no more, is `stale` and changes nothing.
    """
    try:
        return _effect(correction, document, facts)
    except RefusedError:
        return Effect("stale", correction["char_start"], correction["rule_value"])


def _effect(correction: Row, document: Row, facts: Rows) -> Effect:
    table, field = correction["table_name"], correction["field"]
    if table == "documents":
        rule_value = document.get(field)
        document |= {field: read_value(table, field, correction["value"])}
        return Effect("applied", None, _printed(rule_value))
    start = find_place(document["text"], correction)
    if start is None:
        return Effect("stale", correction["char_start"], correction["rule_value"])
    row = next((row for row in facts[table] if row["char_start"] == start), None)
    return _PUT[correction["action"]](correction, facts, row, start, document["text"])


def _set(correction: Row, facts: Rows, row: Row | None, start: int, text: str) -> Effect:
    if row is None:
        return Effect("stale", start, correction["rule_value"])
    rule_value = row.get(correction["field"])
    row |= {correction["field"]: read_value(correction["table_name"], correction["field"], correction["value"])}
    row["corrected"] = True
    return Effect("applied", start, _printed(rule_value))


def _delete(correction: Row, facts: Rows, row: Row | None, start: int, text: str) -> Effect:
    if row is None:
        return Effect("applied", start, None)
    facts[correction["table_name"]].remove(row)
    return Effect("applied", start, json.dumps(row, ensure_ascii=False))


def _add(correction: Row, facts: Rows, row: Row | None, start: int, text: str) -> Effect:
    rows = facts[correction["table_name"]]
    end = start + len(correction["quote"] or text[start : start + 1])
    added = added_row(correction["table_name"], facts["items"], text, start, end, correction["value"])
    if row is None:
        rows.append(added)
        rows.sort(key=lambda each: int(each["char_start"]))
        return Effect("applied", start, None)
    found = json.dumps(row, ensure_ascii=False, default=str)
    row |= {k: v for k, v in added.items() if k not in ("rule", "claim", "item", "parent")}
    return Effect("applied", start, found)


_PUT = {"set": _set, "delete": _delete, "add": _add}


def quoted(fact: Mapping[str, Any]) -> dict[str, int]:
    """The span whose text finds a fact again: a point's marker, any other fact's own words."""
    start = int(fact["char_start"])
    marker = dict(fact).get("marker")
    return {"char_start": start, "char_end": start + len(marker) if marker else int(fact["char_end"])}


def find_place(text: str, correction: Mapping[str, Any]) -> int | None:
    """Where a correction's quotation stands: where its place moved to, at its old place, alone, or in its context."""
    quote, start = correction["quote"], correction["char_start"]
    moved = correction.get("moved")
    if moved is not None and text.startswith(quote or "", moved):
        return int(moved)
    if not quote:
        return start if start is not None and start < len(text) else None
    if text.startswith(quote, start):
        before, after = json.loads(correction["context"] or '["", ""]')
        if text[max(0, start - len(before)) : start] == before or text.startswith(after, start + len(quote)):
            return int(start)
    places = [i for i in range(len(text)) if text.startswith(quote, i)] if quote in text else []
    if len(places) == 1:
        return places[0]
    before, after = json.loads(correction["context"] or '["", ""]')
    held = [i for i in places if text.endswith(before, 0, i) and text.startswith(after, i + len(quote))]
    near = held or [i for i in places if text.endswith(before, 0, i) or text.startswith(after, i + len(quote))]
    return near[0] if len(near) == 1 else None


def follow(document: Row, facts: Rows, corrected: Collection[str]) -> None:
    """Bring into line what depends on corrected values; `corrected` are the document's fields that an analyst set.

    All types of a meeting begin with its type; a year that an analyst states is settled, unless they say otherwise;
    directives are the items whose role is `directive`.
    """
    if "meeting_type" in corrected:
        code, others = document["meeting_type"], [r["meeting_type"] for r in facts["document_meeting_types"][1:]]
        codes = [code, *(other for other in others if other != code)] if code else []
        facts["document_meeting_types"][:] = [{"meeting_type": c, "position": n} for n, c in enumerate(codes)]
    if "year" in corrected and document["year"]:
        settled = {"year_min": document["year"], "year_max": document["year"]}
        if document["year_basis"] == "unknown":
            settled["year_basis"] = "derived"
        document |= {field: value for field, value in settled.items() if field not in corrected}
    _follow_roles(document["text"], facts)


def _follow_roles(text: str, facts: Rows) -> None:
    """Directives are the items whose role is `directive`, also where an analyst said so."""
    wanted = {row["char_start"]: row for row in facts["items"] if row["role"] == "directive"}
    facts["directives"] = [row for row in facts["directives"] if row["char_start"] in wanted]
    there = {row["char_start"] for row in facts["directives"]}
    for start, item in wanted.items():
        if start not in there and item.get("corrected"):
            shared = {k: item[k] for k in ("char_start", "char_end", "path", "marker", "depth", "heading")}
            directive = {"item": start, "text": text[start : item["char_end"]], "modality": "plain", "rule": RULE}
            facts["directives"].append({**shared, **directive, "ordinal": item.get("ordinal"), "corrected": True})


def _printed(value: Any) -> str | None:
    return None if value is None else str(value)
