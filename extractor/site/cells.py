"""How a table's cells look: links into the speech, short texts, yes and no, numbers and dates as readers write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from extractor.differences import out_of_context
from extractor.site import figures
from extractor.site.descriptions import table_words
from extractor.site.facts import FIELDS, KINDS, MARKER_STYLES, clue_value, place

_PLACES = "/-/speech/"
_PLACE = re.compile(rf"{_PLACES}\d+(?:#[a-z]\d+)?")
_LONG = {"clause": 60, "heading": 60, "detail": 120, "before": 80, "after": 80, "arguments": 60, "context": 60}
_WORDS: dict[str, Mapping[Any, str]] = {
    "modality": {"must": "必须", "forbid": "禁止", "pledge": "承诺", "plain": "祈使"},
    "status": {"achieved": "已有", "target": "目标", "forecast": "预计"},
    "change": {
        "none": "无",
        "increase": "增加",
        "decrease": "减少",
        "added": "新增",
        "removed": "移除",
        "changed": "改动",
    },
    "year_basis": {"stated": "印明", "derived": "推断", "unknown": "不明"},
    "marker_style": MARKER_STYLES,
    "redacted": {0: "否", 1: "是"},
    "corrected": {0: "否", 1: "是"},
    "state": {"applied": "生效", "stale": "失位"},
    "action": {"set": "改", "add": "增补", "delete": "删除"},
}  # fmt: skip
_TABLES = {name: words.name.zh for name, words in table_words().items()}
_COLUMNS = {
    name: re.split("[（：，]", words.zh)[0]
    for table, described in reversed(list(table_words().items()))
    if table != "evidence"
    for name, words in described.columns.items()
} | FIELDS
"""What a column is called; where tables differ, as the first of them has it."""
WORDS = _WORDS | {
    "table_name": _TABLES, "表": _TABLES, "field": _COLUMNS,
    "语气": _WORDS["modality"], "状态": _WORDS["status"], "增减": _WORDS["change"], "变动": _WORDS["change"],
    "依据": _WORDS["year_basis"], "字段": _COLUMNS,
}  # fmt: skip
"""Codes without a look-up table, by column or by a canned query's heading, with the Chinese word shown for each."""
_COUNTED = frozenset({
    "char_count", "number", "documents_seen", "documents_extracted", "documents_unchanged", "documents_failed", "count",
})  # fmt: skip
_MEASURED = frozenset({"quantity", "折合"})
_DAYS = frozenset({"date", "due_date", "日期"})
_MOMENTS = frozenset({"started_at", "finished_at", "extracted_at", "at", "时间"})
_TIMES = _DAYS | _MOMENTS
_PLAIN = re.compile(r"^id$|_id$|编号|年|year|最早|最近|限$")
"""Columns of a question's results whose numbers are no amounts: years and keys."""

Path = Callable[[str], str]
"""Puts the site's base path before a path of ours."""


def cell(row: Mapping[str, Any], value: Any, column: str, table: str | None, path: Path) -> Markup | None:
    """The HTML of a cell, or None where Datasette's own way is right. `value` may be a labelled foreign key."""
    if table is None:
        return _answer_cell(value, column, path)
    if column == "text" and table in ("documents", "directives"):
        return _whole_text(row, table, str(value or ""), path)
    for make in (_place_cell, _speech_cell, _word_cell, _context_cell, _brief_cell, _long_cell, _number_cell):
        made = make(row, value, column, table, path)
        if made is not None:
            return made
    return _time_cell(value, column)


def _answer_cell(value: Any, column: str, path: Path) -> Markup | None:
    """A cell of a question's answer: these are many, and most are words that stay as they are."""
    if isinstance(value, str):
        if value.startswith(_PLACES) and _PLACE.fullmatch(value):
            return Markup(f'<a class="place" href="{escape(path(value))}">看原文</a>')
        if column in WORDS:
            return _word_cell({}, value, column, "", path)
        return _time_cell(value, column) if column in _TIMES else None
    if value is None:
        return None
    return (_word_cell({}, value, column, "", path) if column in WORDS else None) or _figure(value, column)


def result_rows(rows: Iterable[Iterable[Any]], classes: Sequence[str]) -> Markup:
    """The rows of an answer in one piece: a template hands every cell up through all that it extends.

    >>> result_rows([["甲", "<乙>"]], ["a", "b"])
    Markup('<tr><td class="col-a">甲</td><td class="col-b">&lt;乙&gt;</td></tr>')
    """
    openings = [f'<td class="col-{escape(css)}">' for css in classes]
    return Markup("\n").join(
        Markup(f"<tr>{''.join(f'{td}{escape(value)}</td>' for td, value in zip(openings, row, strict=True))}</tr>")
        for row in rows
    )


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
        where = path(f"/-/speech/{int(_key(row['id']))}")
        if value:
            return Markup('<a class="speech-link" href="{}">{}</a>').format(where, value)
        untitled = Markup('<a class="speech-link" href="{}">（无题）</a> <small>{}</small>')
        return untitled.format(where, row["source"] if _has(row, "source") else "")
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
    known = WORDS.get(column)
    word = known.get(value) if known and isinstance(value, (str, int)) else None
    if table == "evidence" and column == "value" and _has(row, "field") and clue_value(row) != value:
        word = clue_value(row)
    return Markup(f'<span class="code" title="{escape(value)}">{escape(word)}</span>') if word else None


def _context_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    """A changed fact in its context."""
    if table != "changes" or column != "context" or not value:
        return None
    return Markup('<span class="finding">{}<mark>{}</mark>{}</span>').format(*out_of_context(value))


def _brief_cell(row: Mapping[str, Any], value: Any, column: str, table: str, path: Path) -> Markup | None:
    """A fact that came or went: what it says, column by column."""
    if table != "changes" or column not in ("before", "after") or not str(value or "").startswith("{"):
        return None
    said = ((_COLUMNS.get(name, name), WORDS.get(name, {}).get(told, told)) for name, told in json.loads(value).items())
    return Markup("，").join(Markup("<small>{}</small> {}").format(name, told) for name, told in said)


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
    if isinstance(value, (int, float)) and column in _COUNTED | _MEASURED:
        return _figure(value, column)
    return None


def _figure(value: Any, column: str) -> Markup | None:
    """A number with separators, a measured one by 万 and 亿; years and keys stay as they are."""
    if not isinstance(value, (int, float)):
        return None
    digits = str(value) if _PLAIN.search(column) else figures.grouped(value)
    if column in _MEASURED and abs(value) >= 10000:
        shown = figures.counted(value)
        return Markup('<span class="figure" title="{}">{}</span>').format(digits, shown)
    return Markup(f'<span class="figure">{digits}</span>')  # digits need no escaping, and these cells are many


def _time_cell(value: Any, column: str) -> Markup | None:
    said = None
    if isinstance(value, str) and column in _TIMES:
        said = figures.moment(value) if column in _MOMENTS else figures.day(value)
    return Markup('<time datetime="{0}" title="{0}">{1}</time>').format(value, said) if said else None


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _shortened(text: str, length: int) -> Markup:
    return Markup('<span title="{}">{}</span>').format(_cut(text, 400), _cut(text.replace("\n", " "), length))
