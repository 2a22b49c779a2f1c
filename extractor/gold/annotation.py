"""Annotations as data: the gold JSON of one speech, from labels or from what the extractors say today."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, get_args

from extractor.gold.candidates import hides, hides_whole
from extractor.gold.labels import Label, Problem, value_of
from extractor.lexicon import Lexicon
from extractor.records import Change, Extraction, Speech, Status, YearBasis

Gold = dict[str, Any]
Codes = Mapping[str, Mapping[str, str]]
"""The codes of each coded column, with their Chinese labels ('' where the code is label enough)."""
Places = dict[tuple[str, int], str]
"""Where each row of a gold comes from, by table and start: `line 12`."""

DOCUMENT_FIELDS = (
    "title", "meeting_type", "meeting_types", "year", "year_min", "year_max", "year_basis",
    "speaker_level", "speaker_body",
)  # fmt: skip
_YEARS = ("year", "year_min", "year_max")
TABLES = ("items", "metric_claims", "redactions")
_TABLE_OF = {"I": "items", "M": "metric_claims", "R": "redactions"}


def allowed_codes(lexicon: Lexicon) -> Codes:
    """The codes that each coded column may hold, in the order of the guideline."""
    tables = {"meeting_type": "meeting_types", "speaker_level": "speaker_levels", "speaker_body": "speaker_bodies"}
    tables |= {"role": "roles", "slot": "slots"}
    literals = {"year_basis": get_args(YearBasis), "change": get_args(Change), "status": get_args(Status)}
    return {
        field: {entry["code"]: entry["label_zh"] for entry in lexicon["codes"][table]}
        for field, table in tables.items()
    } | {field: dict.fromkeys(codes, "") for field, codes in literals.items()}


def print_gold(gold: Gold) -> str:
    """The JSON text of a gold file."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def today(speech: Speech, extraction: Extraction) -> Gold:
    """What the extractors say of a speech, in the form of gold."""
    meeting, dating, speaker, text = extraction.meeting, extraction.dating, extraction.speaker, speech.text
    document = (
        extraction.layout.title_text or None, meeting.meeting_type, list(meeting.meeting_types), dating.year,
        dating.year_min, dating.year_max, dating.year_basis, speaker.level, speaker.body,
    )  # fmt: skip
    items = [
        {"start": i.start, "marker": i.marker, "ordinal": i.ordinal, "parent": i.parent, "role": i.role}
        for i in extraction.items
    ]
    claims = [
        {"start": c.start, "end": c.end, "value": text[c.start : c.end], "unit": c.unit, "redacted": c.redacted,
         "subject": c.subject or "", "change": c.change, "status": c.status}
        for c in extraction.claims
    ]  # fmt: skip
    redactions = [{"start": r.start, "end": r.end, "slot": r.slot} for r in extraction.redactions]
    return _gold(speech.source, dict(zip(DOCUMENT_FIELDS, document, strict=True)), items, claims, redactions)


def annotate(text: str, labels: Iterable[Label]) -> tuple[Gold, Places, list[Problem]]:
    """The gold that labels say, judged or not, with each row's line, and the values that cannot be read."""
    document: Gold = {}
    rows: dict[str, list[Gold]] = {table: [] for table in TABLES}
    places: Places = {}
    problems = []
    for label in labels:
        place = f"line {label.line}"
        try:
            if label.kind == "D":
                document[label.values[0]] = _field(*label.values)
                places["document:" + label.values[0], 0] = place
            elif label.kind in _TABLE_OF:
                table = _TABLE_OF[label.kind]
                rows[table].append(_row(label, text))
                places[table, label.start] = place
        except ValueError as error:
            problems.append(Problem(place, f"{error}", "write a whole number, or - for none"))
    rows["redactions"] += _hidden_values(rows["metric_claims"])
    return _gold(str(document.pop("source", "")), document, *rows.values()), places, problems


def _gold(source: str, document: Gold, *tables: list[Gold]) -> Gold:
    ordered = {name: document[name] for name in (*DOCUMENT_FIELDS, *document) if name in document}
    rows = {name: sorted(found, key=lambda row: row["start"]) for name, found in zip(TABLES, tables, strict=True)}
    return {"source": PurePosixPath(source).name, "document": ordered, **rows}


def _field(name: str, printed: str) -> Any:
    value = value_of(printed)
    if name == "meeting_types":
        return [code.strip() for code in (value or "").replace("，", ",").split(",") if code.strip()]
    return _whole(value, name) if name in _YEARS else value


def _whole(value: str | None, name: str) -> int | None:
    try:
        return None if value is None else int(value)
    except ValueError:
        raise ValueError(f"{name} {value!r} is no whole number") from None


def _row(label: Label, text: str) -> Gold:
    printed = text[max(0, label.start) : max(0, label.end)]
    values = [value_of(v) for v in label.values]
    if label.kind == "R":
        return {"start": label.start, "end": label.end, "slot": values[0]}
    if label.kind == "I":
        numbers = {"ordinal": _whole(values[0], "ordinal"), "parent": _whole(values[1], "parent")}
        return {"start": label.start, "marker": printed, **numbers, "role": values[2]}
    unit, subject, change, status = values
    return {
        "start": label.start, "end": label.end, "value": printed, "unit": unit or "", "redacted": hides(printed),
        "subject": subject or "", "change": change, "status": status,
    }  # fmt: skip


def _hidden_values(claims: list[Gold]) -> list[Gold]:
    """The redactions that claims imply: a value that is nothing but a placeholder hides a quantity."""
    return [{"start": c["start"], "end": c["end"], "slot": "quantity"} for c in claims if hides_whole(c["value"])]
