"""Titles and descriptions of every table and column, drawn from the tables' own declarations.

The tables say everything once, as “中文 · English”; Datasette 0.65 asks for it with `get_metadata`, Datasette 1.0
is told at startup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlmodel import SQLModel

from extractor.lexicon import load_lexicon
from extractor.tables import TABLES

_REMARK = re.compile(r"[（：；，].*")

LIST_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "id", "title", "year", "year_basis", "date", "meeting_type", "campaign", "speaker_level", "speaker_body",
        "char_count",
    ),
    "items": ("id", "document_id", "char_start", "path", "marker", "heading", "role", "depth"),
    "directives": (
        "id", "document_id", "char_start", "path", "heading", "modality", "action", "addressee", "deadline", "due_date",
    ),
    "metric_claims": (
        "id", "document_id", "char_start", "subject", "value", "unit", "quantity", "base_unit", "change", "status",
        "redacted", "clause",
    ),
    "redactions": ("id", "document_id", "char_start", "text", "slot", "metric_claim_id", "rule"),
    "deadlines": ("id", "document_id", "char_start", "text", "date", "redacted", "item_id"),
    "evidence": ("id", "document_id", "field", "value", "weight", "char_start", "rule"),
    "runs": (
        "id", "started_at", "finished_at", "arguments", "documents_seen", "documents_extracted",
        "documents_unchanged", "documents_failed", "version",
    ),
}  # fmt: skip
"""The columns that a list shows at first, in this order; the others are one click away. Other tables show all."""

CODE_TABLES: Mapping[str, str] = {
    "meeting_type": "meeting_types", "speaker_level": "speaker_levels", "speaker_body": "speaker_bodies",
    "role": "roles", "slot": "slots",
}  # fmt: skip
"""The columns that hold a code, and the look-up table that says what it means."""

OPERATORS: Mapping[str, str] = {
    "exact": "等于 =", "not": "不等于 ≠", "contains": "含 contains", "notcontains": "不含 does not contain",
    "endswith": "止于 ends with", "startswith": "始于 starts with", "gt": "大于 >", "gte": "不小于 ≥", "lt": "小于 <",
    "lte": "不大于 ≤", "like": "如 like", "notlike": "不如 not like", "glob": "glob", "in": "属于 in",
    "notin": "不属于 not in", "arraycontains": "数组含", "arraynotcontains": "数组不含", "date": "日期为 date",
    "isnull": "为空 is null", "notnull": "不为空 is not null", "isblank": "空白 is blank",
    "notblank": "不空白 is not blank",
}  # fmt: skip
"""How a filter compares, in both languages."""


EMPTY: Mapping[str, str] = {
    "documents": "台账还是空的：先运行 taizhang extract 文件夹。",
    "failures": "没有失败：历次运行的输入都读进来了。",
    "changes": "没有变动的记录：行都还是初次抽取时的样子。",
    "corrections": "还没有更正：用 taizhang correct，或以 taizhang serve --allow-corrections 在页面上更正。",
    "deadlines": "没有期限：讲话里没有读出时限。",
    "noise": "没有杂质：文本里没有认出水印、页码、网址之类。",
}
"""What an empty table means, where it means more than that nothing of the kind was found."""


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in both languages."""

    zh: str
    en: str

    @property
    def short(self) -> str:
        """The Chinese name without its remarks: `起点` of `起点（字符）`."""
        return _REMARK.sub("", self.zh) or self.zh

    @property
    def both(self) -> str:
        """Chinese first, English beside."""
        return f"{self.zh} · {self.en}" if self.en else self.zh


def read_words(text: str) -> Words:
    """The two halves of “中文 · English”.

    >>> read_words("起点（字符） · first code point").short
    '起点'
    """
    zh, _, en = text.partition(" · ")
    return Words(zh.strip(), en.strip())


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a table and its columns are called."""

    title: Words
    columns: Mapping[str, Words]

    @property
    def name(self) -> Words:
        """The table's short name: `讲话 · Speeches` of `讲话：一篇一行…`."""
        return Words(self.title.short, self.title.en.split(":")[0])


def _table_words(model: type[SQLModel]) -> TableWords:
    columns = {name: read_words(field.description or name) for name, field in model.model_fields.items()}
    return TableWords(read_words((model.__doc__ or "").strip()), columns)


@cache
def table_words() -> Mapping[str, TableWords]:
    """What every table is called, by its name in the database."""
    return {str(model.__tablename__): _table_words(model) for model in TABLES}


@cache
def _codes() -> Mapping[str, Sequence[Mapping[str, str]]]:
    codes: Mapping[str, Sequence[Mapping[str, str]]] = load_lexicon()["codes"]
    return codes


@cache
def code_words(field: str) -> Mapping[str, str]:
    """The Chinese labels of the codes of a column that holds codes; nothing for other columns.

    >>> code_words("speaker_level")["county"]
    '县级'
    """
    table = CODE_TABLES.get(field)
    return {entry["code"]: entry["label_zh"] for entry in _codes()[table]} if table else {}


def table_metadata(table: str) -> dict[str, Any]:
    """A table's metadata as Datasette 0.65 wants it: title, description, column descriptions; fresh at each call.

    >>> table_metadata("roles")["title"]
    '条目作用 · Roles of numbered items'
    """
    words = table_words().get(table)
    if words is None:
        return {}
    return {
        "title": words.name.both,
        "description": words.title.both,
        "columns": {name: column.both for name, column in words.columns.items()},
    }


def metadata(database: str | None, table: str | None) -> dict[str, Any]:
    """The metadata of one table, or of all, below a database of whatever name."""
    if database is None:
        return {}
    names = [table] if table else list(table_words())
    return {"databases": {database: {"tables": {name: table_metadata(name) for name in names}}}}


def in_order(things: Iterable[Any], key: str, names: Sequence[str] | None) -> list[Any]:
    """The columns (or cells) of some names, in the order of the names; all as they come where none are named.

    >>> in_order([{"name": "a"}, {"name": "b"}], "name", ("b", "c"))
    [{'name': 'b'}]
    """
    if not names:
        return list(things)
    by_name = {thing[key]: thing for thing in things}
    return [by_name[name] for name in names if name in by_name]


def as_listed(tables: Iterable[Any], words: Mapping[str, Any]) -> list[Any]:
    """Tables in the order in which they are declared, speeches first; those of others behind.

    >>> as_listed([{"name": "roles"}, {"name": "x"}, {"name": "documents"}], {"documents": 0, "roles": 1})
    [{'name': 'documents'}, {'name': 'roles'}, {'name': 'x'}]
    """
    places = {name: place for place, name in enumerate(words)}
    return sorted(tables, key=lambda table: places.get(table["name"], len(places)))


def told(
    selections: Iterable[tuple[str, str, str]], search: str | None, sort: str | None, sort_desc: str | None,
    words: TableWords | None = None, labels: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> str:  # fmt: skip
    """What a list shows, in Chinese: its conditions (column, operator, value), the words searched for and its order.

    `labels` gives by look-up table each code with its “中文 English”.

    >>> told([("year", "gte", "2018"), ("date", "notnull", "")], "整改", None, "year", table_words()["documents"])
    '含“整改”，讲话年份不小于 2018，日期不为空，按讲话年份倒排'
    """
    columns = words.columns if words else {}

    def name(column: str) -> str:
        return columns[column].short if column in columns else column

    parts = [f"含“{search}”"] if search else []
    for column, operator, value in selections:
        compared = OPERATORS.get(operator, operator).split(" ")[0]
        label = dict((labels or {}).get(CODE_TABLES.get(column, ""), ())).get(value, value).split(" ")[0]
        parts.append(f"{name(column)}{compared} {label if operator == 'exact' else value}".rstrip())
    if sort or sort_desc:
        parts.append(f"按{name(sort or sort_desc or '')}{'倒排' if sort_desc else '顺排'}")
    return "，".join(parts)
