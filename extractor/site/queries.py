"""The canned queries: one SQL file each, with its titles, explanation and parameters in the comment at its head.

    -- 标题: 各级提出什么要求
    -- title: What each level asks of whom
    -- 说明: 一句话。
    -- :level 层级 [speaker_levels]

A parameter may name the look-up table that offers its values, or the values themselves: `[0=否 1=是]`. One that is
left empty does not filter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"^-- *(标题|title|说明|explains): *(.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"^-- :(?P<name>[a-z_]+) (?P<label>[^\[\n]+?)(?: *\[(?P<values>[^\]\n]+)\])?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named parameter; `table` is the look-up that offers its values, `values` the values named in the file."""

    name: str
    label: str
    table: str | None
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question that an analyst asks."""

    name: str
    title: str
    title_en: str
    explains: str
    parameters: tuple[Parameter, ...]
    sql: str

    def as_canned(self) -> dict[str, Any]:
        """The query as Datasette's `canned_queries` hook wants it."""
        return {
            "sql": self.sql,
            "title": f"{self.title} · {self.title_en}",
            "description": self.explains,
            "params": [p.name for p in self.parameters],
            "hide_sql": True,
        }

    @property
    def most(self) -> int | None:
        """How many rows it gives at most, or None where it gives all.

        >>> read_query("a", "-- 标题: 甲\\n-- title: A\\n-- 说明: 乙。\\nselect 1\\nlimit 500").most
        500
        """
        found = re.search(r"\blimit (\d+)\Z", self.sql)
        return int(found[1]) if found else None

    def parameter_words(self) -> dict[str, Parameter]:
        """Its parameters by name, for the form."""
        return {parameter.name: parameter for parameter in self.parameters}


def _parameter(match: re.Match[str]) -> Parameter:
    values = match["values"] or ""
    if "=" not in values:
        return Parameter(match["name"], match["label"], values or None, ())
    pairs = tuple((code, label) for code, _, label in (v.partition("=") for v in values.split()))
    return Parameter(match["name"], match["label"], None, pairs)


def read_query(name: str, text: str) -> Query:
    """A query from its file's text. Raises `KeyError` where a title or the explanation is missing.

    >>> q = read_query("a", "-- 标题: 甲\\n-- title: A\\n-- 说明: 乙。\\n-- :year 年份\\nselect :year")
    >>> q.title, q.parameters[0].name, q.sql
    ('甲', 'year', 'select :year')
    """
    head = {key: value.strip() for key, value in _HEAD.findall(text)}
    parameters = tuple(_parameter(m) for m in _PARAMETER.finditer(text))
    sql = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip().removesuffix(";")
    return Query(name, head["标题"], head["title"], head["说明"], parameters, sql)


@cache
def read_queries(folder: Path) -> tuple[Query, ...]:
    """Every query of a folder, in the order of the file names (`01-name.sql` is the query `name`)."""
    files = sorted(folder.glob("*.sql"))
    return tuple(read_query(re.sub(r"^\d+-", "", f.stem), f.read_text(encoding="utf-8")) for f in files)


def canned_queries(folder: Path) -> dict[str, dict[str, Any]]:
    """All queries of a folder by name, as Datasette wants them; fresh at each call."""
    return {query.name: query.as_canned() for query in read_queries(folder)}
