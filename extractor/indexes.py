"""The indexes that the site's questions need, beside those that the tables declare for their own columns.

They cover: a question over a big table reads the index alone and never the rows. `tests/test_questions.py` proves it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

COVERING: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "items": (("role", "document_id"), ("rule", "document_id"), ("role_rule", "document_id")),
    "directives": (("action", "document_id"), ("addressee", "document_id"), ("rule", "document_id")),
    "metric_claims": (
        ("unit", "redacted"),
        ("document_id", "redacted"),
        ("subject", "document_id", "redacted", "unit"),
        ("rule", "document_id"),
    ),
    "redactions": (("slot", "text", "document_id"), ("rule", "document_id")),
    "deadlines": (("rule", "document_id"),),
    "evidence": (("field", "document_id", "value", "weight"), ("rule", "document_id")),
    "noise": (("rule", "document_id"),),
}
"""By table, the columns of each covering index."""


def create_indexes(connection: sqlite3.Connection) -> None:
    """Create the covering indexes that are missing."""
    for table, indexes in COVERING.items():
        for columns in indexes:
            name = f"{table}_{'_'.join(columns)}"
            connection.execute(f"create index if not exists {name} on {table} ({', '.join(columns)})")
