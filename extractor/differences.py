"""Differences: what two states of a ledger do not share, fact by fact, each with its words in the text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["gained", "lost", "changed", "rule"]
"""`rule`: the same fact, now made by another rule."""
RULES = frozenset({"rule", "role_rule"})
_OPEN, _CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that two states do not share; `fields` are the columns that differ (none where it is whole)."""

    table: str
    kind: Kind
    source: str
    offset: int | None
    rule: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    fields: tuple[str, ...]
    left: str = ""
    fact: str = ""
    right: str = ""


@dataclass
class Tally:
    """How many rows of each table, and of each rule, were gained, lost or changed; `same` counts the others."""

    tables: dict[str, Counter[str]] = field(default_factory=dict)
    rules: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, difference: Difference) -> None:
        """Count one difference."""
        self.tables.setdefault(difference.table, Counter())[difference.kind] += 1
        if difference.rule:
            self.rules.setdefault(difference.rule, Counter())[difference.kind] += 1

    def differing(self) -> int:
        """Rows gained, lost or changed; another rule for the same fact is no difference."""
        return sum(kinds[kind] for kinds in self.tables.values() for kind in ("gained", "lost", "changed"))


def kind_of(before: object, after: object, fields: Collection[str]) -> Kind:
    """What became of a fact, by what it was, what it is, and the columns that differ.

    >>> kind_of({}, {}, ("rule",)), kind_of(None, {}, ())
    ('rule', 'gained')
    """
    if before is None or after is None:
        return "gained" if before is None else "lost"
    return "rule" if RULES.issuperset(fields) else "changed"


def place(text: str, row: Mapping[str, Any], around: int) -> tuple[str, str, str]:
    """What stands left of a fact, its own words (those of a point its marker), and what follows; '' without a place.

    >>> place("今年改造旱厕35座，新建公厕2座。", {"char_start": 6, "char_end": 8}, 4)
    ('改造旱厕', '35', '座，新建')
    """
    start = row.get("char_start")
    if start is None:
        return "", "", ""
    end = start + len(row["marker"]) if row.get("marker") else row["char_end"]
    return text[max(0, start - around) : start], text[start:end], text[end : end + around]


def in_context(left: str, fact: str, right: str) -> str | None:
    """A fact in its context as one text, None where it has no place.

    >>> in_context("改造旱厕", "35", "座，新建")
    '改造旱厕⟦35⟧座，新建'
    """
    return f"{left}{_OPEN}{fact}{_CLOSE}{right}" if fact else None


def out_of_context(context: str | None) -> tuple[str, str, str]:
    """What `in_context` put together: what stands left of the fact, the fact, and what follows it.

    >>> out_of_context("改造旱厕⟦35⟧座，新建")
    ('改造旱厕', '35', '座，新建')
    """
    left, _, rest = (context or "").partition(_OPEN)
    fact, _, right = rest.partition(_CLOSE)
    return left, fact, right


def from_changes(changes: Iterable[Mapping[str, Any]], sources: Mapping[int, str]) -> Iterator[Difference]:
    """Rows of the table `changes` as differences, the fields of one fact together; `sources` by document id."""
    fact: list[Mapping[str, Any]] = []
    for row in changes:
        if fact and not _goes_on(fact, row):
            yield _difference(fact, sources)
            fact = []
        fact.append(row)
    if fact:
        yield _difference(fact, sources)


def _goes_on(fact: list[Mapping[str, Any]], row: Mapping[str, Any]) -> bool:
    same = all(fact[-1][column] == row[column] for column in ("document_id", "table_name", "change", "char_start"))
    return same and row["field"] is not None and all(row["field"] != other["field"] for other in fact)


def _difference(rows: list[Mapping[str, Any]], sources: Mapping[int, str]) -> Difference:
    first = rows[0]
    table, fields = first["table_name"], tuple(row["field"] for row in rows if row["field"])
    source = sources.get(first["document_id"], f"#{first['document_id']}")
    before, after = (_facts_of(rows, side) for side in ("before", "after"))
    if table == "documents" and not fields:
        source = first["before"] or first["after"]
    kind = kind_of(before, after, fields)
    words = out_of_context(first.get("context"))
    return Difference(table, kind, source, first["char_start"], first["rule"] or "", before, after, fields, *words)


def _facts_of(rows: list[Mapping[str, Any]], side: str) -> dict[str, Any] | None:
    """What a fact was or is: the fields that changed, or the whole of one that came or went."""
    first = rows[0]
    if first["field"]:
        return {row["field"]: row[side] for row in rows}
    if first[side] is None:
        return None
    found: dict[str, Any] = {"source": first[side]} if first["table_name"] == "documents" else json.loads(first[side])
    return found
