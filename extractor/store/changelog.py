"""What writing one document does to its rows, as rows of the table `changes`."""

from __future__ import annotations

import json
from typing import Any

from extractor.differences import in_context, place
from extractor.rows import Row

_UNLISTED = frozenset({"keywords"})
"""Tables whose rows are no changes to list: one word more in a text moves the weights of all its keywords."""
_UNTRACKED = frozenset({"id", "run_id", "extracted_at", "text", "ruleset"})
_UNTOLD = frozenset({
    "id", "document_id", "parent_id", "item_id", "metric_claim_id", "char_start", "char_end", "text", "clause",
})  # fmt: skip
"""Columns that say where a fact stands, not what it is."""
_AROUND = 12
"""How many characters before and after a fact are kept with its change."""
_LONGEST = 40


class ChangeLog:
    """The changes to one document's rows, each fact's with its words in the text that it was found in.

    `before` is the text that was stored, `after` the one that is written.
    """

    def __init__(self, run_id: int | None, before: str, after: str) -> None:
        self.rows: list[Row] = []
        self.document_id = 0
        self._run_id = run_id
        self._before = before
        self._after = after

    def added(self, table: str, row: Row) -> None:
        """Note a new fact."""
        self._note(table, "added", row, self._after, after=_brief(row))

    def removed(self, table: str, row: Row) -> None:
        """Note a fact that is gone; `row` is as it stood in the text before."""
        self._note(table, "removed", row, self._before, before=_brief(row))

    def differs(self, table: str, old: Row, new: Row) -> bool:
        """Note each field in which two rows differ, and say whether any does."""
        differs = False
        for column, value in new.items():
            if old[column] != value:
                differs = True
                if column not in _UNTRACKED:
                    values = (_printed(old[column]), _printed(value))
                    self._note(table, "changed", new, self._after, column, *values)
        return differs

    def came(self, source: str) -> None:
        """Note a document's first coming; its facts are not listed."""
        self._note("documents", "added", {}, "", after=source)

    def went(self, source: str) -> None:
        """Note that a document goes with all its facts."""
        self._note("documents", "removed", {}, "", before=source)

    def _note(
        self, table: str, change: str, row: Row, text: str, field: str | None = None,
        before: str | None = None, after: str | None = None,
    ) -> None:  # fmt: skip
        if table in _UNLISTED:
            return
        self.rows.append(
            {"run_id": self._run_id, "document_id": self.document_id, "table_name": table, "change": change,
             "char_start": row.get("char_start"), "field": field, "before": before, "after": after,
             "rule": row.get("rule"), "context": _in_context(text, row)}
        )  # fmt: skip


def _in_context(text: str, row: Row) -> str | None:
    left, fact, right = place(text, row, _AROUND)
    return in_context(left, fact if len(fact) <= _LONGEST else fact[:_LONGEST] + "…", right)


def _brief(row: Row) -> str:
    """What a fact says, as JSON."""
    told = {k: v for k, v in row.items() if k not in _UNTOLD and v is not None and (k != "corrected" or v)}
    return json.dumps(told, ensure_ascii=False)


def _printed(value: Any) -> str | None:
    return None if value is None else str(int(value) if isinstance(value, bool) else value)
