"""How a table's cells look: links into the speech, short texts, yes and no, numbers with separators."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from extractor.site.facts import FIELDS, KINDS, place

_PLACE = re.compile(r"/-/speech/\d+(?:#[a-z]\d+)?")
_LONG = {"clause": 60, "heading": 60, "detail": 120, "before": 80, "after": 80, "arguments": 60, "context": 60}
_WORDS: dict[str, Mapping[Any, str]] = {
    "modality": {"must": "必须", "forbid": "禁止", "pledge": "承诺", "plain": "祈使"},
    "status": {"achieved": "已有", "target": "目标", "forecast": "预计"},
    "change": {
        "none": "—",
        "increase": "增加",
        "decrease": "减少",
        "added": "新增",
        "removed": "移除",
        "changed": "改动",
    },
    "year_basis": {"stated": "印明", "derived": "推断", "unknown": "不明"},
    "redacted": {0: "否", 1: "是"},
    "corrected": {0: "否", 1: "是"},
}  # fmt: skip
WORDS = _WORDS | {
    "语气": _WORDS["modality"], "状态": _WORDS["status"], "增减": _WORDS["change"], "变动": _WORDS["change"],
    "依据": _WORDS["year_basis"], "字段": FIELDS,
}  # fmt: skip
"""Codes without a look-up table, by column or by a canned query's heading, with the Chinese word shown for each."""
_COUNTED = frozenset({"char_count", "number", "quantity", "documents_seen", "documents_extracted"})

Path = Callable[[str], str]
"""Puts the site's base path before a path of ours."""


def cell(row: Mapping[str, Any], value: Any, column: str, table: str | None, path: Path) -> Markup | None:
    """The HTML of a cell, or None where Datasette's own way is right. `value` may be a labelled foreign key."""
    if isinstance(value, str) and _PLACE.fullmatch(value):
        return Markup('<a class="place" href="{}">看原文</a>').format(path(value))
    if table is None:
        return _word_cell(row, value, column, "", path)
    if column == "text" and table in ("documents", "directives"):
        return _whole_text(row, table, str(value or ""), path)
    for make in (_place_cell, _speech_cell, _word_cell, _long_cell, _number_cell):
        made = make(row, value, column, table, path)
        if made is not None:
            return made
    return None


def _has(row: Mapping[str, Any], *columns: str) -> bool:
    names = set(row.keys())
    return all(column in names for column in columns)


def _key(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


def _whole_text(row: Mapping[str, Any], table: str, value: str, path: Path) -> Markup:
    """A text stays off the lists: its length, and a link to where it is read."""
    if not _has(row, "id"):
        return Markup("{}…").format(value[:40])
    if table == "documents":
        where = f"/-/speech/{int(_key(row['id']))}"
        return Markup('<a class="place" href="{}">全文 {:,} 字</a>').format(path(where), len(value))
    return _shortened(value, 60)


def _place_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    """An offset is a link to the fact's mark in the text."""
    if column != "char_start" or not isinstance(value, int) or not _has(row, "document_id"):
        return None
    if table == "keywords" and _has(row, "word"):
        sought = f"/-/speech/{int(_key(row['document_id']))}?{urlencode({'q': row['word']})}"
        return Markup('<a class="place" href="{}#h1">{}</a>').format(path(sought), value)
    marked, key = ("items", "item_id") if table == "directives" else (table, "id")
    if marked not in KINDS or not _has(row, key):
        return None
    where = place(int(_key(row["document_id"])), marked, _key(row[key]))
    return Markup('<a class="place" href="{}" title="看原文 · in the text">{}</a>').format(path(where), value)


def _speech_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    """A speech is a link to its page, by its title."""
    if column == "title" and table == "documents" and _has(row, "id"):
        link = Markup('<a class="speech-link" href="{}">{}</a>')
        return link.format(path(f"/-/speech/{int(_key(row['id']))}"), value or "（无题）")
    if column != "document_id" or _key(value) is None:
        return None
    label = value["label"] if isinstance(value, dict) else None
    if table == "changes":
        return Markup('<a href="{0}">{1}</a>').format(path(f"/-/speech/{int(_key(value))}"), _key(value))
    link = Markup('<a class="speech-link" href="{}" title="{}">{}</a>')
    shown = str(label or f"讲话 {_key(value)}")
    return link.format(path(f"/-/speech/{int(_key(value))}"), shown, _cut(shown, 24))


def _word_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    """A code without a look-up table is shown by its Chinese word."""
    word = WORDS.get(column, {}).get(value) if isinstance(value, (str, int)) else None
    return Markup('<span class="code" title="{}">{}</span>').format(value, word) if word else None


def _long_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    if column in ("item_id", "parent_id", "metric_claim_id") and value is not None and _has(row, "document_id"):
        label = str(value["label"] or "") if isinstance(value, dict) else str(value)
        marked = "metric_claims" if column == "metric_claim_id" else "items"
        where = place(int(_key(row["document_id"])), marked, _key(value))
        return Markup('<a href="{}" title="{}">{}</a>').format(path(where), label, _cut(label, 20) or "—")
    if column in _LONG and isinstance(value, str) and len(value) > _LONG[column]:
        return _shortened(value, _LONG[column])
    return None


def _number_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    if column in _COUNTED and isinstance(value, (int, float)):
        return Markup(escape(f"{value:,.10g}"))
    return None


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _shortened(text: str, length: int) -> Markup:
    return Markup('<span title="{}">{}</span>').format(_cut(text, 400), _cut(text.replace("\n", " "), length))
