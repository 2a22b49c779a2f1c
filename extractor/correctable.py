"""What an analyst may correct, field by field, and which values each field takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any, get_args

from extractor.errors import RefusedError
from extractor.records import Change, Modality, Status, YearBasis

CORRECTABLE = ("documents", "items", "directives", "metric_claims", "deadlines", "redactions")
CODES: Mapping[str, tuple[str, ...]] = {
    "change": get_args(Change), "status": get_args(Status), "modality": get_args(Modality),
    "year_basis": get_args(YearBasis),
}  # fmt: skip
"""The fields whose values are a closed set without a look-up table."""
_FIXED = frozenset(
    {"id", "document_id", "item_id", "parent_id", "metric_claim_id", "char_start", "char_end", "rule", "text", "source",
     "sha256", "run_id", "ruleset", "extracted_at", "corrected", "char_count", "format", "encoding"}
)  # fmt: skip
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_YEARS = range(1900, 2101)
_TRUTH = {"1": True, "true": True, "是": True, "0": False, "false": False, "否": False}


def fields_of(table: str) -> tuple[str, ...]:
    """The fields of a table that an analyst may correct; none for a table whose rows stand as they are."""
    fields = _models()[table].model_fields if table in CORRECTABLE else {}
    return tuple(name for name in fields if name not in _FIXED)


def look_up(table: str, field: str) -> str | None:
    """The look-up table that holds a field's codes.

    >>> look_up("items", "role")
    'roles'
    """
    keys = _column(table, field).foreign_keys
    return next((str(key.column.table.name) for key in keys), None)


def may_be_empty(table: str, field: str) -> bool:
    """Whether a field may be NULL."""
    return bool(_column(table, field).nullable)


def needed(table: str) -> tuple[str, ...]:
    """The correctable fields that no row of a table can be without."""
    return tuple(field for field in fields_of(table) if not may_be_empty(table, field))


def read_value(table: str, field: str, value: str | None, codes: Mapping[str, tuple[str, ...]] | None = None) -> Any:
    """A value as its column holds it; '' and 'null' are NULL. Raises `RefusedError` for one that cannot stand there.

    `codes` are those of the look-up tables, by table; without them codes are not looked up.

    >>> read_value("documents", "year", "2020"), read_value("metric_claims", "number", "null")
    (2020, None)
    """
    if field not in fields_of(table):
        known = ", ".join(fields_of(table)) or ", ".join(CORRECTABLE)
        raise RefusedError(f"{table}.{field} cannot be corrected; fields of {table} are: {known}", "不可更正的字段")
    if value is None or value in ("", "null"):
        if not may_be_empty(table, field):
            raise RefusedError(f"{table}.{field} cannot be empty", "不能为空")
        return None
    read = _typed(table, field, value)
    source = look_up(table, field)
    allowed = codes.get(source, ()) if codes is not None and source else CODES.get(field, ())
    if allowed and read not in allowed:
        raise RefusedError(f"{table}.{field}: no code {read}; codes are: {', '.join(allowed)}", f"没有代码“{value}”")
    return read


def _typed(table: str, field: str, value: str) -> Any:
    annotation = _models()[table].model_fields[field].annotation
    kinds = get_args(annotation) or (annotation,)
    try:
        if bool in kinds:
            return _TRUTH[value.lower()]
        read: Any = int(value) if int in kinds else _finite(value) if float in kinds else value
    except (ValueError, KeyError) as error:
        wanted = "“是”或“否”" if bool in kinds else "整数" if int in kinds else "数"
        raise RefusedError(f"{table}.{field}: {value!r} is no {kinds[0].__name__}", f"“{value}”不是{wanted}") from error
    if field in ("date", "due_date") and not _is_date(value):
        raise RefusedError(
            f"{table}.{field}: {value!r} is no date; write 2020-01-08, 2020-01 or 2020",
            f"“{value}”不是日期，请写 2020-01-08、2020-01 或 2020",
        )
    if field in ("year", "year_min", "year_max") and read not in _YEARS:
        raise RefusedError(f"{table}.{field}: {value} is no year of four digits", f"“{value}”不是四位年份")
    return read


def _finite(value: str) -> float:
    if not isfinite(number := float(value)):
        raise ValueError(value)
    return number


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _models() -> Mapping[str, Any]:
    from extractor.tables import TABLES  # SQLModel takes long to load, and few runs correct anything

    return {str(model.__tablename__): model for model in TABLES}


def _column(table: str, field: str) -> Any:
    return _models()[table].__table__.columns[field]
