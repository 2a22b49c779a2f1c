"""Checking an annotation against its text: every problem with its place and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractor.gold.annotation import DOCUMENT_FIELDS, TABLES, Codes, Gold, Places
from extractor.gold.candidates import hides, hides_whole, may_hide
from extractor.gold.labels import Problem
from extractor.gold.skeleton import around

_SHAPES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "items": {
        "start": int, "marker": str, "ordinal": (int, type(None)), "parent": (int, type(None)), "role": str,
    },
    "metric_claims": {
        "start": int, "end": int, "value": str, "unit": str, "redacted": bool, "subject": str, "change": str,
        "status": str,
    },
    "redactions": {"start": int, "end": int, "slot": str},
}  # fmt: skip
_CODED = {"items": ("role",), "metric_claims": ("change", "status"), "redactions": ("slot",)}
_APPROXIMATION = re.compile(r"[余餘多几來来\s]")
_MAGNITUDE = re.compile(r"[\dXxＸｘ×某*＊.]\s*[万萬亿億]$")
_YEARS = ("year", "year_min", "year_max")


def check_gold(gold: Any, text: str, codes: Codes, places: Places | None = None) -> list[Problem]:
    """Every problem of one gold; `places` says where its rows come from, else they are told by table and start."""
    if not isinstance(gold, dict) or not isinstance(gold.get("document"), dict):
        return [Problem("the file", "holds no gold (source, document, items, …)", "see `taizhang gold build --help`")]
    checker = _Checker(text, codes, places or {})
    sound = {table: [*checker.sound_rows(table, gold.get(table, []))] for table in TABLES}
    checker.check_document(gold["document"])
    checker.check_rows(sound)
    checker.check_items(sound["items"])
    checker.check_claims(sound["metric_claims"], sound["redactions"])
    checker.check_redactions(sound["redactions"])
    return sorted(checker.problems, key=_order)


def _order(problem: Problem) -> tuple[int, str]:
    number = re.search(r"\d+", problem.place)
    return (int(number.group()) if number else -1, problem.place)


class _Checker:
    """One pass over one gold, collecting problems."""

    def __init__(self, text: str, codes: Codes, places: Places) -> None:
        self.text, self.codes, self.places = text, codes, places
        self.joined = re.sub(r"\s", "", text)
        self.problems: list[Problem] = []

    def say(self, table: str, start: int, what: str, remedy: str) -> None:
        """Note a problem of one row (or, as `document:FIELD`, of one field)."""
        named = table if table.startswith("document") else f"{table} at {start}"
        self.problems.append(Problem(self.places.get((table, start), named), what, remedy))

    def sound_rows(self, table: str, rows: Any) -> Iterator[Gold]:
        """The rows that have every key with a value of its kind."""
        for number, row in enumerate(rows if isinstance(rows, list) else [rows]):
            shape = _SHAPES[table]
            wrong = [k for k, kind in shape.items() if not isinstance(row, dict) or not isinstance(row.get(k), kind)]
            if not wrong:
                yield row
                continue
            start = row.get("start") if isinstance(row, dict) else None
            where = f"row {number + 1}" if not isinstance(start, int) else ""
            what = f"{where} lacks {', '.join(wrong)}, or holds what cannot stand there".strip()
            self.say(table, start if isinstance(start, int) else -1, what, "fill it in")

    def check_code(self, table: str, start: int, field: str, value: Any) -> None:
        """A coded value must be one of the guideline's codes."""
        if value is not None and value not in self.codes[field]:
            self.say(table, start, f"{field} {value!r} is no code", f"write one of {' '.join(self.codes[field])}")

    def check_document(self, document: Gold) -> None:
        """Fields known, codes allowed, years in their order, the title in the text."""
        for field, value in document.items():
            table = f"document:{field}"
            if field not in DOCUMENT_FIELDS:
                self.say(table, 0, f"no field is named {field!r}", f"write one of {' '.join(DOCUMENT_FIELDS)}")
            elif field == "meeting_types":
                for code in value or ():
                    self.check_code(table, 0, "meeting_type", code)
            elif field in self.codes:
                self.check_code(table, 0, field, value)
        title = re.sub(r"\s", "", str(document.get("title") or ""))
        if title not in self.joined:
            self.say("document:title", 0, f"title {title!r} is not in the text", "copy it as printed, lines joined")
        first, kinds = document.get("meeting_type"), document.get("meeting_types")
        if kinds is not None and first != (kinds[0] if kinds else None):
            self.say("document:meeting_types", 0, f"the first is not {first}", "name meeting_type first")
        self.check_years(*(document.get(name) for name in _YEARS))

    def check_years(self, year: Any, low: Any, high: Any) -> None:
        """An interval with both ends, around the year; no year where it is wider than three."""
        if any(not isinstance(value, int | None) for value in (year, low, high)):
            self.say("document:year", 0, "a year is no whole number", "write four digits, or - for none")
        elif (low is None) != (high is None) or (low is not None and low > high):
            self.say("document:year_min", 0, f"{low}–{high} is no interval", "give both ends, the earlier first")
        elif year is not None and low is not None and not low <= year <= high:
            self.say("document:year", 0, f"{year} is outside {low}–{high}", "mend the year or the interval")
        elif year is not None and low is not None and high - low > 2:
            self.say("document:year", 0, f"{low}–{high} is wider than three years", "leave the year empty (-)")

    def check_rows(self, tables: dict[str, list[Gold]]) -> None:
        """Spans inside the text, on something printed, no two of a table at one place; codes allowed."""
        for table, rows in tables.items():
            reached, seen = 0, set()
            for row in sorted(rows, key=lambda r: r["start"]):
                start = row["start"]
                end = row["end"] if "end" in row else start + len(row["marker"])
                if not 0 <= start < end <= len(self.text):
                    self.say(table, start, f"{start}–{end} is no span of the text", f"0 to {len(self.text)}, end last")
                elif self.text[start:end] != self.text[start:end].strip():
                    self.say(table, start, f"{self.text[start:end]!r} has blanks around it", "leave them out")
                if start in seen or start < reached:
                    self.say(table, start, f"overlaps another row of {table}", "keep one of the two")
                seen.add(start)
                reached = max(reached, end)
                for field in _CODED[table]:
                    self.check_code(table, start, field, row[field])

    def check_items(self, items: list[Gold]) -> None:
        """The marker stands where the item starts, without a comma; the parent is an item before it."""
        starts = {item["start"] for item in items}
        for item in items:
            start, marker, parent = item["start"], item["marker"], item["parent"]
            if not self.text[max(0, start) :].startswith(marker):
                self.say("items", start, f"{marker!r} does not stand there: {around(self.text, start, start)!r}",
                         "mend start or marker")  # fmt: skip
            if marker.endswith(("，", ",")):
                self.say("items", start, f"marker {marker!r} ends in a comma", "leave the comma out")
            if parent is not None and parent not in starts:
                self.say("items", start, f"parent {parent} is no item", "give the start of an item, or - for none")
            elif parent is not None and parent >= start:
                self.say("items", start, f"parent {parent} does not come before it", "give an item above it")

    def check_claims(self, claims: list[Gold], redactions: list[Gold]) -> None:
        """Value, unit and subject as printed; what is hidden has its redaction."""
        hidden = [(r["start"], r["end"]) for r in redactions if r["slot"] == "quantity"]
        for claim in claims:
            start, end, value = claim["start"], claim["end"], claim["value"]
            printed = self.text[max(0, start) : max(0, end)]
            if printed != value:
                self.say("metric_claims", start, f"value {value!r}, but the text reads {printed!r}", "mend the span")
            if _MAGNITUDE.search(value):
                self.say("metric_claims", start, f"{value!r} ends in 万 or 亿", "that belongs to the unit")
            self.check_unit(claim)
            if re.sub(r"\s", "", claim["subject"]) not in self.joined:
                self.say("metric_claims", start, f"subject {claim['subject']!r} is not in the text",
                         "copy it as printed")  # fmt: skip
            if claim["redacted"] != hides(value):
                self.say("metric_claims", start, f"redacted is {claim['redacted']}, but the value is {value!r}",
                         "redacted says whether a placeholder stands in the value")  # fmt: skip
            if hides(value) and not any(start <= a and b <= end for a, b in hidden):
                part = "it" if hides_whole(value) else "the placeholder in it"
                self.say("metric_claims", start, f"{value!r} hides a quantity that is no redaction",
                         f"add a redaction of slot quantity for {part}")  # fmt: skip

    def check_unit(self, claim: Gold) -> None:
        """The unit follows its value, 余 and 多 and line breaks apart."""
        unit, end = claim["unit"], max(0, claim["end"])
        follows = _APPROXIMATION.sub("", self.text[end : end + len(unit) + 6])
        if not follows.startswith(_APPROXIMATION.sub("", unit)):
            what = f"unit {unit!r} does not follow {claim['value']!r}: {around(self.text, claim['start'], end)!r}"
            self.say("metric_claims", claim["start"], what, "write it as printed after the value, or - for none")

    def check_redactions(self, redactions: list[Gold]) -> None:
        """A redaction stands on a placeholder."""
        for row in redactions:
            printed = self.text[max(0, row["start"]) : max(0, row["end"])]
            if printed.strip() and not may_hide(printed):
                self.say("redactions", row["start"], f"{printed!r} is no placeholder", "mend the span, or delete it")
