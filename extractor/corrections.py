"""An analyst's word put into what the rules found: pure functions over rows.

A correction is a row of the table of that name: `set` a field of a fact or of the document, `add` or `delete` a fact.
Its place is found again by its quotation when the text has moved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from extractor.errors import StoreError
from extractor.rows import Row, Rows
from extractor.tables import TABLES

CORRECTABLE = ("documents", "items", "directives", "metric_claims", "deadlines", "redactions")
RULE = "correction"
"""The rule's name on a fact that an analyst added."""
CONTEXT = 16
"""How many characters before and after a quotation are kept with it."""
_FIXED = frozenset(
    {"id", "document_id", "item_id", "parent_id", "metric_claim_id", "char_start", "char_end", "rule", "text", "source",
     "sha256", "run_id", "ruleset", "extracted_at", "corrected", "char_count"}
)  # fmt: skip
MODELS = {str(model.__tablename__): model for model in TABLES}


@dataclass(frozen=True, slots=True)
class Effect:
    """What became of a correction: whether it holds, where its fact stands now, and what the rules say themselves."""

    state: str
    char_start: int | None
    rule_value: str | None


def read_value(table: str, field: str, value: str | None) -> Any:
    """A value as its column holds it; '' and 'null' are NULL. Raises `StoreError` for a field that is none."""
    fields = MODELS[table].model_fields if table in CORRECTABLE else {}
    if field not in fields or field in _FIXED:
        known = ", ".join(name for name in fields if name not in _FIXED)
        raise StoreError(
            f"{table}.{field} cannot be corrected; fields of {table} are: {known or ', '.join(CORRECTABLE)}"
        )
    if value is None or value in ("", "null"):
        return None
    annotation = fields[field].annotation
    kinds = get_args(annotation) or (annotation,)
    try:
        if bool in kinds:
            return {"1": True, "true": True, "0": False, "false": False}[value.lower()]
        return int(value) if int in kinds else float(value) if float in kinds else value
    except (ValueError, KeyError) as error:
        raise StoreError(f"{table}.{field}: {value!r} is no {kinds[0].__name__}") from error


def put(correction: Row, document: Row, facts: Rows) -> Effect:
    """Put one correction into a document's rows; one whose fact is not there is `stale` and changes nothing."""
    table, field = correction["table_name"], correction["field"]
    if table == "documents":
        rule_value = document.get(field)
        document |= {field: read_value(table, field, correction["value"]), "corrected": True}
        return Effect("applied", None, _printed(rule_value))
    if table not in facts:
        return Effect(correction["state"], correction["char_start"], correction["rule_value"])
    start = find_place(document["text"], correction)
    if start is None:
        return Effect("stale", correction["char_start"], correction["rule_value"])
    row = next((row for row in facts[table] if row["char_start"] == start), None)
    return _PUT[correction["action"]](correction, facts[table], row, start, document["text"])


def _set(correction: Row, rows: list[Row], row: Row | None, start: int, text: str) -> Effect:
    if row is None:
        return Effect("stale", start, None)
    rule_value = row.get(correction["field"])
    row |= {correction["field"]: read_value(correction["table_name"], correction["field"], correction["value"])}
    row["corrected"] = True
    return Effect("applied", start, _printed(rule_value))


def _delete(correction: Row, rows: list[Row], row: Row | None, start: int, text: str) -> Effect:
    if row is None:
        return Effect("applied", start, None)
    rows.remove(row)
    return Effect("applied", start, json.dumps(row, ensure_ascii=False))


def _add(correction: Row, rows: list[Row], row: Row | None, start: int, text: str) -> Effect:
    if row is None:
        rows.append(_added(correction["table_name"], start, correction, text))
        rows.sort(key=lambda each: int(each["char_start"]))
        return Effect("applied", start, None)
    row |= {k: v for k, v in _added(correction["table_name"], start, correction, text).items() if k != "rule"}
    return Effect("applied", start, json.dumps(row, ensure_ascii=False, default=str))


_PUT = {"set": _set, "delete": _delete, "add": _add}


def find_place(text: str, correction: Mapping[str, Any]) -> int | None:
    """Where a correction's quotation stands: at its old place, else where it stands alone or in its context."""
    quote, start = correction["quote"], correction["char_start"]
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


def _added(table: str, start: int, correction: Row, text: str) -> Row:
    end = start + len(correction["quote"] or text[start : start + 1])
    row: Row = {"char_start": start, "char_end": end, "rule": RULE, "corrected": True}
    if table in ("deadlines", "redactions"):
        row["text"] = text[start:end]
    if table == "items":
        row |= {"parent": None, "marker": text[start:end], "marker_style": RULE, "depth": 0, "path": "", "heading": ""}
    if table == "metric_claims":
        row |= {
            "value": text[start:end],
            "clause": text[start:end],
            "redacted": False,
            "change": "none",
            "status": "achieved",
        }
    values = json.loads(correction["value"] or "{}")
    return row | {k: read_value(table, k, None if v is None else str(v)) for k, v in values.items()}


def follow_roles(text: str, facts: Rows) -> None:
    """Directives are the items whose role is `directive`, also where an analyst said so."""
    if "directives" not in facts or "items" not in facts:
        return
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
