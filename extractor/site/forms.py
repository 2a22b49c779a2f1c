"""The corrections form: which fields it offers, what they hold, and what an analyst's answers come to.

Pure functions over rows: nothing here reads a request or writes a ledger.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.correctable import CODES, look_up, may_be_empty, read_value
from extractor.errors import RefusedError
from extractor.site.cells import WORDS
from extractor.site.descriptions import Words, table_words
from extractor.site.facts import Row

OFFERED: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "meeting_type", "year", "year_min", "year_max", "date", "speaker_level", "speaker_body", "speaker_title",
        "speaker_name", "title", "genre", "meeting_name", "campaign",
    ),
    "items": ("role", "ordinal", "depth", "path"),
    "directives": ("modality", "action", "addressee", "deadline", "due_date"),
    "metric_claims": (
        "subject", "number", "unit", "quantity", "base_unit", "redacted", "action", "approximation", "change",
        "comparison", "status", "period",
    ),
    "deadlines": ("date", "redacted"),
    "redactions": ("slot",),
}  # fmt: skip
"""The fields that the form offers: not those that print the text (a fact whose value is misread is deleted, and the
right one added)."""
_LONGEST = 500
Choices = Mapping[str, Sequence[tuple[str, str]]]
"""The codes of the look-up tables with their labels, by table."""


class AnswersError(Exception):
    """Answers that cannot be recorded: what is wrong, by field ('' is the form as a whole)."""

    def __init__(self, wrong: Mapping[str, str], status: int = 400) -> None:
        super().__init__("；".join(wrong.values()))
        self.wrong = wrong
        self.status = status


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the form: `was` is what stood there when the form was drawn, `value` what stands in it now."""

    field: str
    words: Words
    was: str
    value: str
    choices: tuple[tuple[str, str], ...]
    may_be_empty: bool
    wrong: str = ""


def shown(value: Any) -> str:
    """A column's value as a form field holds it.

    >>> shown(12.0), shown(None), shown(True)
    ('12', '', '1')
    """
    if value is None:
        return ""
    return (
        f"{value:.15g}"
        if isinstance(value, float)
        else str(int(value))
        if isinstance(value, bool)
        else str(value).strip()
    )


def questions(
    table: str,
    row: Row,
    choices: Choices,
    answers: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
) -> list[Question]:
    """The form's fields for a row (`{}` for one to be added), with the answers that were given and refused."""
    return [
        Question(
            field, table_words()[table].columns[field], shown(row.get(field)),
            (answers or {}).get(field, shown(row.get(field))), _choices(table, field, choices),
            may_be_empty(table, field), (wrong or {}).get(field, ""),
        )
        for field in OFFERED[table]
    ]  # fmt: skip


def _choices(table: str, field: str, choices: Choices) -> tuple[tuple[str, str], ...]:
    if source := look_up(table, field):
        return tuple(choices.get(source, ()))
    if field in CODES:
        return tuple((code, f"{WORDS[field][code].replace('—', '无')} {code}") for code in CODES[field])
    return (("0", "否 no"), ("1", "是 yes")) if field == "redacted" else ()


def set_corrections(table: str, row: Row, answers: Mapping[str, str], choices: Choices) -> list[dict[str, Any]]:
    """What the answers change: one correction a field. Raises `AnswersError`.

    A field that someone else has changed since the form was drawn is refused, and nothing is recorded.
    """
    changed = [f for f in OFFERED[table] if f in answers and answers[f] != answers.get(f"was-{f}", shown(row[f]))]
    stood = {f: shown(row[f]) for f in changed}
    late = {f: f"刚由别人改为“{stood[f]}”" for f in changed if answers.get(f"was-{f}", stood[f]) != stood[f]}
    if late:
        raise AnswersError(late, 409)
    _read(table, {field: answers[field] for field in changed}, choices)
    if not changed:
        raise AnswersError({"": "没有改动任何一项 · nothing was changed"})
    return [{"action": "set", "field": field, "value": answers[field] or None} for field in changed]


def added_values(table: str, answers: Mapping[str, str], choices: Choices) -> str:
    """The fields of a fact to be added, as a correction holds them. Raises `AnswersError`."""
    given = {field: answers[field] for field in OFFERED[table] if answers.get(field)}
    _read(table, given, choices)
    lacking = {
        f: "请选一项" for f in OFFERED[table] if f not in given and look_up(table, f) and not may_be_empty(table, f)
    }
    if lacking:
        raise AnswersError(lacking)
    return json.dumps(given, ensure_ascii=False)


def _read(table: str, values: Mapping[str, str], choices: Choices) -> None:
    codes = {name: tuple(code for code, _ in pairs) for name, pairs in choices.items()}
    wrong = {}
    for field, value in values.items():
        try:
            if len(value) > _LONGEST:
                raise RefusedError("too long", f"超过 {_LONGEST} 字")
            read_value(table, field, value, codes)
        except RefusedError as error:
            wrong[field] = error.zh
    if wrong:
        raise AnswersError(wrong)


def find_quote(text: str, quote: str, start: str) -> int:
    """Where an analyst's quotation stands in the text. Raises `AnswersError`."""
    if not quote.strip():
        raise AnswersError({"quote": "请写出原文里的词语，或在讲话页上选定"})
    if start.isdecimal() and text.startswith(quote, int(start)):
        return int(start)
    places = text.count(quote)
    if places == 1 and not start:
        return text.index(quote)
    if places:
        raise AnswersError(
            {"quote": f"原文有 {places} 处“{quote}”，请从下面选一处" if not start else f"“{quote}”不在第 {start} 字处"}
        )
    raise AnswersError({"quote": f"原文没有“{quote[:40]}”"})
