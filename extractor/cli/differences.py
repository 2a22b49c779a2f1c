"""How a difference between two states of a ledger looks in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from extractor.cli.options import out
from extractor.differences import RULES, Difference

_STYLES = {"gained": "green", "lost": "red", "changed": "yellow", "rule": "cyan"}
_SIGNS = {"gained": "+", "lost": "-", "changed": "~", "rule": "~"}
_TELLING = {
    "documents": ("source",),
    "items": ("role", "ordinal", "parent", "heading"), "directives": ("modality", "addressee", "deadline", "heading"),
    "metric_claims": ("value", "unit", "subject", "change", "status"), "redactions": ("slot",),
    "deadlines": ("date",), "noise": ("kind",), "evidence": ("field", "value", "weight"),
    "document_meeting_types": ("meeting_type",),
}  # fmt: skip
_IMPLIED = frozenset({"number", "quantity", "clause"})
"""What changes with the value."""
_RULES_SHOWN = 20
_SHORT = 32
_HASH = 8


def print_counts(
    tables: Mapping[str, Counter[str]], rules: Mapping[str, Counter[str]], labels: Mapping[str, str], more: str = ""
) -> None:
    """Print how many facts of each kind there are, by table and by the rules that have most.

    `labels` names the kinds, `more` says how to see the rules that are left out.
    """
    out.print(_counts("表 table", tables.items(), labels))
    by_rule = sorted(rules.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    if by_rule:
        out.print()
        out.print(_counts("规则 rule", by_rule[:_RULES_SHOWN], {k: v for k, v in labels.items() if k in _SIGNS}))
    if len(by_rule) > _RULES_SHOWN:
        out.print(f"… {len(by_rule) - _RULES_SHOWN} more rules{more}")


def _counts(title: str, rows: Collection[tuple[str, Counter[str]]], labels: Mapping[str, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column(title, no_wrap=True, min_width=max((len(name) for name, _ in rows), default=0))
    for label in labels.values():
        table.add_column(label, justify="right", no_wrap=True)
    for name, kinds in rows:
        cells = (
            Text(f"{kinds[k]:,}" if kinds[k] else "·", style=_STYLES.get(k, "") if kinds[k] else "dim") for k in labels
        )
        table.add_row(name, *cells)
    return table


def line(difference: Difference, table: bool = False) -> Text:
    """One difference: its words in their context, what it says or what changed of it, and the rule."""
    style = _STYLES[difference.kind]
    shown = Text(f"{_SIGNS[difference.kind]} ", style=style)
    if table:
        shown.append(f"{difference.table}  ", style=style)
    if difference.fact:
        shown.append(flat(difference.left), style="dim")
        shown.append(flat(difference.fact, _SHORT), style=f"bold {style}")
        shown.append(flat(difference.right), style="dim")
        shown.append("  ")
    shown.append(_what(difference))
    if difference.rule and not RULES.intersection(difference.fields):
        shown.append(f"  [{difference.rule}]", style="cyan")
    return shown


def _what(difference: Difference) -> str:
    """What the fact says; of a changed one, only what changed."""
    before, after = difference.before or {}, difference.after or {}
    if difference.fields:
        names = sorted(difference.fields, key=RULES.__contains__)
        if "value" in names:
            names = [name for name in names if name not in _IMPLIED]
        return "; ".join(f"{name}: {_value(name, before[name])} → {_value(name, after[name])}" for name in names)
    row = after or before
    told = (name for name in _TELLING.get(difference.table, ()) if row.get(name) not in (None, ""))
    return " ".join(f"{name}={_value(name, row[name])}" for name in told)


def _value(name: str, value: Any) -> str:
    return flat(value, {"sha256": _HASH, "source": 0}.get(name, _SHORT))


def flat(value: Any, most: int = 0) -> str:
    """A value on one line, cut to `most` characters; — for nothing."""
    text = "—" if value is None else str(value).replace("\n", "⏎")
    return text if not most or len(text) <= most else text[: most - 1] + "…"
