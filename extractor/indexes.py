"""Every index of the ledger beside the keys: each is named with the questions that need it, and no other is kept.

An index costs a write for every row. So one index serves several questions where it can: those that start with
`document_id` read a speech in the order of its text and let it go with its facts, those with more columns than they
are searched by cover a question, which then never reads the rows. `tests/test_questions.py` proves both.

The first run into a ledger writes without them and has them built at its end: to sort all rows into an index takes a
fraction of the time that placing them one by one does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

INDEXES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "documents": (
        ("meeting_type",),
        ("campaign",),
        ("year",),
        ("year_basis",),
        ("speaker_level",),
        ("speaker_body",),
        ("run_id",),
    ),
    "document_meeting_types": (("meeting_type",),),
    "evidence": (
        ("document_id",),
        ("field", "document_id", "weight", "value"),  # contested; the facet of fields
        ("rule", "document_id"),  # rules_at_work, reextract --rule, in every table of facts
    ),
    "items": (
        ("document_id", "char_start", "role"),  # what is said where: the picture of roles
        ("parent_id",),
        ("role", "document_id"),  # problems_by_level, roles_by_meeting, lessons; the facet of roles
        ("rule", "document_id"),
        ("role_rule", "document_id"),
    ),
    "directives": (
        ("document_id",),
        ("item_id",),
        ("modality", "document_id"),  # forbidden
        ("action", "document_id"),  # actions
        ("addressee", "document_id", "modality", "deadline", "action"),  # addressees, asks_by_level
        ("rule", "document_id"),
    ),
    "metric_claims": (
        ("document_id", "redacted", "char_start"),  # redacted_share_by_level
        ("item_id",),
        ("subject", "document_id", "redacted", "unit"),  # indicator, indicators_over_years
        ("redacted", "unit"),  # redacted_claims, redacted_share
        ("status", "unit", "document_id", "change", "base_unit", "redacted"),  # targets; the four facets
        ("rule", "document_id"),
    ),
    "deadlines": (("document_id",), ("item_id",), ("date",), ("rule", "document_id")),
    "redactions": (
        ("document_id", "char_start"),
        ("metric_claim_id",),
        ("slot", "text", "document_id"),  # redactions_by_slot
        ("rule", "document_id"),
    ),
    "noise": (("document_id",), ("kind",), ("rule", "document_id")),
    "keywords": (("word", "count", "weight"),),  # keywords, word_by_year
    "changes": (("run_id",),),
    "failures": (("run_id",),),
    "corrections": (("source",), ("state",)),
}
"""By table, the columns of each index."""


def index_statements(table: str) -> Iterator[tuple[str, str]]:
    """The name of each index of a table, and the statement that creates it, in SQL that every database reads."""
    for columns in INDEXES[table]:
        name = f"{table}_{'_'.join(columns)}"
        yield name, f"create index if not exists {name} on {table} ({', '.join(columns)})"
