"""From an extraction to rows: what each table shall hold of one speech, before any of it has an id.

References to other rows are their keys (an item's start); `extractor.store` turns them into ids. Facts that are
absent are None, never ''.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from extractor.records import Extraction, Item, Speech

Row = dict[str, Any]
Rows = dict[str, list[Row]]

KEYS: Mapping[str, tuple[str, ...]] = {
    "document_meeting_types": ("meeting_type",),
    "evidence": ("field", "value", "char_start", "char_end", "rule"),
    "items": ("char_start",),
    "directives": ("char_start",),
    "metric_claims": ("char_start",),
    "deadlines": ("char_start",),
    "redactions": ("char_start",),
    "noise": ("char_start",),
    "keywords": ("word",),
}
"""What tells one row of a document from another in each table; it keeps its id as long as its key stands."""


def document_row(speech: Speech, extraction: Extraction) -> Row:
    """The document's own row, without id, run and time."""
    meeting, dating, speaker = extraction.meeting, extraction.dating, extraction.speaker
    return {
        "source": speech.source,
        "sha256": speech.sha256,
        "format": speech.format,
        "encoding": speech.encoding,
        "title": extraction.layout.title_text or None,
        "text": speech.text,
        "char_count": len(speech.text),
        "genre": meeting.genre,
        "meeting_name": meeting.meeting_name,
        "meeting_type": meeting.meeting_type,
        "campaign": meeting.campaign,
        "year": dating.year,
        "year_min": dating.year_min,
        "year_max": dating.year_max,
        "year_basis": dating.year_basis,
        "date": dating.date,
        "speaker_level": speaker.level,
        "speaker_body": speaker.body,
        "speaker_title": speaker.title,
        "speaker_name": speaker.name,
    }


def fact_rows(speech: Speech, extraction: Extraction) -> Rows:
    """Every fact's row, by table, in the order of the text, one for each key."""
    around = _innermost(extraction.items)
    rows: Rows = {
        "document_meeting_types": [
            {"meeting_type": code, "position": n} for n, code in enumerate(extraction.meeting.meeting_types)
        ],
        "evidence": _evidence(extraction),
        "items": [_item(speech, item) for item in extraction.items],
        "directives": _directives(speech, extraction),
        "metric_claims": _claims(speech, extraction, around),
        "deadlines": [
            {
                "item": around(d.start),
                "char_start": d.start,
                "char_end": d.end,
                "text": speech.text[d.start : d.end],
                "date": d.date,
                "redacted": d.redacted,
                "rule": d.rule,
            }
            for d in extraction.deadlines
        ],
        "redactions": _redactions(speech, extraction),
        "noise": [
            {"char_start": n.start, "char_end": n.end, "kind": n.kind, "rule": n.rule} for n in extraction.layout.noise
        ],
        "keywords": _keywords(extraction),
    }
    return {table: _one_a_key(table, found) for table, found in rows.items()}


def _one_a_key(table: str, rows: list[Row]) -> list[Row]:
    key = KEYS[table]
    return list({tuple(row[k] for k in key): row for row in reversed(rows)}.values())[::-1]


def _innermost(items: Sequence[Item]) -> Callable[[int], int | None]:
    """A function from an offset to the start of the innermost item around it."""
    starts = [item.start for item in items]

    def around(offset: int) -> int | None:
        for n in range(bisect_right(starts, offset) - 1, -1, -1):
            if items[n].end > offset:
                return items[n].start
            if items[n].depth == 0:
                break
        return None

    return around


def _evidence(extraction: Extraction) -> list[Row]:
    clues = (*extraction.meeting.evidence, *extraction.dating.evidence, *extraction.speaker.evidence)
    return [
        {
            "field": c.field,
            "value": c.value,
            "char_start": c.start,
            "char_end": c.end,
            "rule": c.rule,
            "weight": round(c.weight, 4),
        }
        for c in clues
    ]


def _item(speech: Speech, item: Item) -> Row:
    return {
        "parent": item.parent,
        "char_start": item.start,
        "char_end": item.end,
        "marker": item.marker,
        "marker_style": item.marker_style,
        "ordinal": item.ordinal,
        "depth": item.depth,
        "path": item.path,
        "heading": speech.text[item.heading.start : item.heading.end],
        "role": item.role,
        "rule": item.rule,
        "role_rule": item.role_rule or None,
    }


def _directives(speech: Speech, extraction: Extraction) -> list[Row]:
    items = {item.start: item for item in extraction.items}
    rows = []
    for found in extraction.directives:
        item, limit, whom = items[found.item], found.deadline, found.addressee
        rows.append(
            {
                "item": item.start,
                "char_start": item.start,
                "char_end": item.end,
                "path": item.path,
                "marker": item.marker,
                "ordinal": item.ordinal,
                "depth": item.depth,
                "heading": speech.text[item.heading.start : item.heading.end],
                "text": speech.text[item.start : item.end],
                "modality": found.modality,
                "action": found.action,
                "addressee": speech.text[whom.start : whom.end].strip() if whom else None,
                "deadline": speech.text[limit.start : limit.end] if limit else None,
                "due_date": limit.date if limit else None,
                "rule": found.rule,
            }
        )
    return rows


def _claims(speech: Speech, extraction: Extraction, around: Callable[[int], int | None]) -> list[Row]:
    return [
        {
            "item": around(c.start),
            "char_start": c.start,
            "char_end": c.end,
            "value": speech.text[c.start : c.end],
            "number": c.number,
            "unit": c.unit or None,
            "quantity": c.quantity,
            "base_unit": c.base_unit or None,
            "redacted": c.redacted,
            "subject": c.subject or None,
            "action": c.action or None,
            "approximation": c.approximation or None,
            "change": c.change,
            "comparison": c.comparison or None,
            "status": c.status,
            "period": c.period or None,
            "clause": speech.text[c.clause.start : c.clause.end],
            "rule": c.rule,
        }
        for c in extraction.claims
    ]


def _redactions(speech: Speech, extraction: Extraction) -> list[Row]:
    claimed = {c.start for c in extraction.claims}
    return [
        {
            "char_start": r.start,
            "char_end": r.end,
            "text": speech.text[r.start : r.end],
            "slot": r.slot,
            "claim": r.start if r.start in claimed else None,
            "rule": r.rule,
        }
        for r in extraction.redactions
    ]


def _keywords(extraction: Extraction) -> list[Row]:
    return [
        {
            "word": k.word,
            "count": k.count,
            "weight": round(k.weight, 4),
            "rank": k.rank,
            "char_start": k.start,
            "char_end": k.end,
            "rule": k.rule,
        }
        for k in extraction.keywords
    ]
