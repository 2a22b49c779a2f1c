"""Corrections as a reader sees them: what stood there by the rules, what stands there now, who says so and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.correctable import look_up
from extractor.site.cells import WORDS
from extractor.site.descriptions import table_words
from extractor.site.facts import KINDS, Labels, Row, anchor

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Told:
    """One correction in words. `anchor` is its fact's mark in the speech page, '' where there is none."""

    row: Row
    table: str
    what: str
    rule_value: str
    value: str
    state: str
    anchor: str

    @property
    def says(self) -> str:
        """One line: `作用：汇报 → 要求（规则原值：汇报；林知远：见通知）`."""
        note = f"：{self.row['note']}" if self.row["note"] else ""
        told = f"{self.what}：{self.value}" if self.value else self.what
        return f"{told}（规则原值：{self.rule_value or '空'}；{self.row['author']}{note}）"


def tell(rows: Sequence[Row], facts: Mapping[str, Sequence[Row]], labels: Labels) -> tuple[Told, ...]:
    """A speech's corrections in words, the latest first."""
    places = {(table, fact["char_start"]): _anchor(table, fact) for table in facts for fact in facts[table]}
    last = {(r["table_name"], r["char_start"], r["field"]): r["id"] for r in rows}
    return tuple(
        _told(row, last[row["table_name"], row["char_start"], row["field"]] == row["id"],
              places.get((row["table_name"], row["char_start"]), ""), labels)
        for row in reversed(rows)
    )  # fmt: skip


def standing(told: Iterable[Told]) -> dict[tuple[str, int | None], list[Told]]:
    """The corrections that hold, by table and place; a directive's by the place of its item too."""
    found: dict[tuple[str, int | None], list[Told]] = {}
    for one in told:
        if one.state == "applied":
            found.setdefault((one.row["table_name"], one.row["char_start"]), []).append(one)
            if one.row["table_name"] == "directives":
                found.setdefault(("items", one.row["char_start"]), []).append(one)
    return found


def label(table: str, field: str, value: object, labels: Labels) -> str:
    """A value as an analyst reads it: codes by their Chinese names.

    >>> label("metric_claims", "status", "target", {})
    '目标'
    """
    text = "" if value is None else {"True": "1", "False": "0"}.get(str(value), str(value))
    words = labels.get(look_up(table, field) or "", {})
    known = WORDS.get(field, {})
    return str(words.get(text) or known.get(text) or (known.get(int(text)) if text in ("0", "1") else None) or text)


def _told(row: Row, newest: bool, place: str, labels: Labels) -> Told:
    table, field = row["table_name"], row["field"]
    name = table_words()[table].title.short
    state = row["state"] if newest or row["state"] != "applied" else "superseded"
    if row["action"] == "set":
        what = table_words()[table].columns[field].short
        shown = [label(table, field, value, labels) for value in (row["rule_value"], row["value"])]
        return Told(row, name, what, shown[0], shown[1] or "空", state, place)
    if row["action"] == "add":
        given = {k: v for k, v in json.loads(row["value"] or "{}").items() if v is not None}
        said = "，".join(
            f"{table_words()[table].columns[k].short} {label(table, k, v, labels)}" for k, v in given.items()
        )
        return Told(row, name, "增补", "", said[:_SHOWN], state, place)
    return Told(row, name, "删去", _brief(table, row["rule_value"], labels), "", state, place)


def _brief(table: str, deleted: str | None, labels: Labels) -> str:
    """The deleted fact in a few words."""
    fact = json.loads(deleted or "{}")
    fields = [f for f in ("role", "slot", "heading", "value", "unit", "subject", "text", "date") if fact.get(f)]
    return " ".join(label(table, field, fact[field], labels) for field in fields)[:_SHOWN]


def _anchor(table: str, fact: Row) -> str:
    if table == "directives":
        return anchor("items", fact["item_id"])
    return anchor(table, fact["id"]) if table in KINDS else ""
