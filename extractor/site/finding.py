"""Search on the site: table search boxes, and one search over speeches, points, directives and claims.

A fact's words are printed in its speech, so the speeches that the index finds narrow a table down, and the fact's own
columns decide: what is found contains the words, all of it and nothing else.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from datasette.database import QueryInterrupted
from markupsafe import Markup

from extractor.search import glob, hits, match_expression, search_key, terms
from extractor.site.facts import Row, place
from extractor.site.kept import Kept, kept
from extractor.site.speech import Fetch

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "items": ("heading",),
    "directives": ("text",),
    "metric_claims": ("clause", "subject"),
}
"""The columns of each table that its search box looks into."""
_SHOWN = 6
_SPEECHES = 20
_MOST = 500
_AROUND = 36


def prepare(connection: sqlite3.Connection, lists: Kept) -> None:
    """Teach a connection our way of searching.

    `escape_fts` makes phrases of characters, `search_key` folds, `found_ids` gives what a search found before.
    """
    connection.create_function("escape_fts", 1, match_expression, deterministic=True)
    connection.create_function("search_key", 1, search_key, deterministic=True)
    connection.create_function("found_ids", 2, lists.find)


def warm() -> None:
    """Build the folding tables now, so that the first search does not wait for them."""
    glob("一")


def condition(table: str, query: str, name: str = "found") -> tuple[str, dict[str, str]]:
    """The SQL condition under which a row of a facts table contains all words of a query, and its parameters."""
    words = terms(query)
    if not words:
        return "0", {}
    parts = [f"document_id in (select rowid from documents_fts where documents_fts match :{name})"]
    parameters = {name: match_expression(query)}
    for number, word in enumerate(words):
        columns = " or ".join(f"{c} glob :{name}_{number}" for c in SEARCHED[table])
        parts.append(f"({columns})")
        parameters[f"{name}_{number}"] = glob(word)
    return " and ".join(parts), parameters


def listed(table: str, where: str) -> str:
    """A table's condition as one on a list of ids: the kept one, or else one that SQLite makes once a query."""
    made = f"(select json_group_array(id) from {table} where {where})"
    return f"id in (select value from json_each(coalesce(found_ids('{table}', :found), {made})))"


@dataclass(frozen=True, slots=True)
class FoundSpeech:
    """A speech that contains the words, with pieces of its text around them."""

    id: int
    title: str
    year: int | None
    snippets: tuple[Markup, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """What a table holds of the words: how many rows (`most` means more, None took too long), and the first of them."""

    table: str
    count: int | None
    rows: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found for a query."""

    query: str
    speeches: tuple[FoundSpeech, ...]
    speech_count: int
    facts: tuple[FoundFacts, ...]
    most: int = _MOST


async def find(fetch: Fetch, query: str) -> Findings:
    """What the ledger holds of a query's words; the speeches by bm25, the best first."""
    words = terms(query)
    if not words:
        return Findings(query, (), 0, ())
    match = (match_expression(query),)
    counted = await fetch("select count(*) as n from documents_fts where documents_fts match ?", match)
    best = await fetch(
        "select d.id, d.title, d.source, d.year, d.text from documents_fts f join documents d on d.id = f.rowid"
        f" where documents_fts match ? order by bm25(documents_fts, 8.0, 1.0) limit {_SPEECHES}",
        match,
    )
    facts = await asyncio.gather(*(_facts(fetch, table, query, words) for table in SEARCHED))
    return Findings(query, tuple(_speech(row, words) for row in best), counted[0]["n"], tuple(facts))


async def _facts(fetch: Fetch, table: str, query: str, words: Sequence[str]) -> FoundFacts:
    where, parameters = condition(table, query)
    column = SEARCHED[table][0]
    target = "item_id" if table == "directives" else "id"
    try:
        found = await fetch(f"select id from {table} where {where} limit {_MOST}", parameters)
    except QueryInterrupted:
        return FoundFacts(table, None, ())
    first = ", ".join(str(row["id"]) for row in found[:_SHOWN])
    rows = await fetch(
        f"select f.{target} as target, f.document_id, f.{column} as words, d.title, d.source"
        f" from {table} f join documents d on d.id = f.document_id where f.id in ({first}) order by f.id",
        (),
    )
    marked = "items" if table == "directives" else table
    shown = [
        (place(r["document_id"], marked, r["target"]), r["title"] or r["source"], snippet(r["words"], words, 60))
        for r in rows
    ]
    return FoundFacts(table, len(found), tuple(shown))


def _speech(row: Row, words: Sequence[str]) -> FoundSpeech:
    places = hits(row["text"], words)
    snippets, last = list[Markup](), -1
    for start, end in places:
        if start >= last and len(snippets) < 3:
            snippets.append(around(row["text"], start, end, words))
            last = end + _AROUND
    return FoundSpeech(row["id"], row["title"] or row["source"], row["year"], tuple(snippets), len(places))


def around(text: str, start: int, end: int, words: Sequence[str]) -> Markup:
    """A hit with some of the text on both sides, on one line, every hit in it marked."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    piece = snippet(text[low:high].replace("\n", " "), words, high - low)
    return Markup("{}{}{}").format("…" if low else "", piece, "…" if high < len(text) else "")


def snippet(text: str, words: Sequence[str], length: int) -> Markup:
    """A short text with the words marked; one that is too long is cut, around its first hit.

    >>> snippet("狠抓項目建设", ["项目"], 10)
    Markup('狠抓<mark>項目</mark>建设')
    """
    places = hits(text, words)
    low = max(0, places[0][0] - length // 3) if places and len(text) > length else 0
    out, at, stop = Markup("…" if low else ""), low, low + length
    for start, end in places:
        if at <= start and end <= stop:
            out += Markup("{}<mark>{}</mark>").format(text[at:start], text[start:end])
            at = end
    return out + text[at:stop] + ("…" if len(text) > stop else "")


async def filter_arguments(table: str, request: Any, database: Any) -> dict[str, Any]:
    """What Datasette's table view needs to search a facts table by `?_search=`; the table is looked through here.

    Raises `QueryInterrupted` where that takes too long.
    """
    query = (request.args.get("_search") or "").strip()
    context = {"supports_search": True, "search": query}
    where, parameters = condition(table, query)
    if parameters:
        await _keep(table, where, parameters, database)
        where = listed(table, where)
    clauses, said = ([where], [f'search matches "{query}"']) if query else ([], [])
    return {"where_clauses": clauses, "params": parameters, "human_descriptions": said, "extra_context": context}


async def _keep(table: str, where: str, parameters: Mapping[str, str], database: Any) -> None:
    lists, match = kept(database), parameters["found"]
    if lists.find(table, match) is None:
        version = lists.version
        found = await database.execute(f"select json_group_array(id) from {table} where {where}", parameters)
        lists.keep(table, match, version, found.single_value())
