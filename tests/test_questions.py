"""The canned queries and the pages on a ledger of many speeches: none scans a big table without need."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractor.indexes import INDEXES
from extractor.places import site_folder
from extractor.site import build_site
from extractor.site.finding import SEARCHED, prepare
from extractor.site.queries import Query, read_queries
from extractor.tables import FACTS
from tests.asked import TYPICAL, UNKNOWN
from tests.many import multiply

QUERIES = [query for query in read_queries(site_folder() / "queries") if query.name != "bad_offsets"]
BIG = ("evidence", "items", "directives", "metric_claims", "deadlines", "redactions", "noise", "keywords")
"""The tables that hold many rows a speech; `documents` may be gone through, its rows are short up to the text."""


FACETS_READ = {"/taizhang/items": ("depth", "marker_style"), "/taizhang/deadlines": ("redacted",)}
"""Facets that read their table: one pass over short rows, and an index would cost a write for each."""
ASKED = [(query, named) for query in QUERIES for named in (None, *(p.name for p in query.parameters))]


@pytest.fixture(scope="module", params=["with statistics", "without"])
def many(
    request: pytest.FixtureRequest, sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """A thousand speeches; no run of ours counts for SQLite what its indexes hold, a user's `analyze` does."""
    path = tmp_path_factory.mktemp("many") / "taizhang.db"
    multiply(sample_ledger, path, 1000, indexed=False)
    if request.param == "without":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("delete from sqlite_stat1")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_no_big_table_is_scanned_without_need(many: sqlite3.Connection, query: Query) -> None:
    assert not scanned(many, query.sql, {p.name: "" for p in query.parameters})


def scanned(many: sqlite3.Connection, sql: str, parameters: Any) -> set[str]:
    """The big tables whose rows a statement reads one after another, to the end."""
    steps = [str(row[3]) for row in many.execute("explain query plan " + sql, parameters)]
    if "limit" in sql and not any("TEMP B-TREE" in step for step in steps) and "group by" not in sql:
        return set()  # rows come in the order that is wanted, and reading stops at the limit
    names = [step.split()[1] for step in steps if step.startswith("SCAN") and "COVERING" not in step]
    return {_table_of(sql, name) for name in names} & set(BIG)


def _table_of(sql: str, alias: str) -> str:
    """The table that an alias stands for: `documents` for `d` in `join documents d`."""
    words = sql.replace(",", " ").split()
    return next((table for table, name in pairwise(words) if name == alias and table in BIG), alias)


PAGES = (
    "/",
    "/-/speech/7",
    "/-/find?q=整改",
    *(f"/taizhang/{table}" for table in BIG),
    *(f"/taizhang/{table}?_search=整改&_level=county" for table in SEARCHED),
    "/taizhang/directives?_year=2015&_part=0&_sort_desc=char_start",
    "/taizhang/metric_claims?unit=万元&_sort_desc=redacted",
)


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scans_a_big_table_without_need(many: sqlite3.Connection, address: str) -> None:
    """What the pictures, the speech page, the search and the lists with their facets ask of the ledger."""
    site = build_site(Path(many.execute("pragma database_list").fetchone()[2]))
    database, asked = site.databases["taizhang"], list[tuple[str, Any]]()
    execute = database.execute

    async def heard(sql: str, params: Any = None, *more: Any, **named: Any) -> Any:
        asked.append((sql, params or {}))
        return await execute(sql, params, *more, **named)

    database.execute = heard
    assert asyncio.run(site.client.get(address)).status_code == 200
    prepare(many)
    facets = tuple(f"select {column} as value" for column in FACETS_READ.get(address, ()))
    read = {sql: scanned(many, sql, parameters) for sql, parameters in asked if not sql.lstrip().startswith(facets)}
    assert not {sql: tables for sql, tables in read.items() if tables}
    assert any(table in sql for sql in read for table in BIG)


@pytest.mark.parametrize(("query", "named"), ASKED, ids=lambda one: getattr(one, "name", one))
def test_it_answers_whatever_is_asked(many: sqlite3.Connection, query: Query, named: str | None) -> None:
    asked = [TYPICAL[named], UNKNOWN] if named else [""]
    for value in asked:
        answer = many.execute(query.sql, {p.name: value if p.name == named else "" for p in query.parameters})
        assert all(len(row) == len(answer.description) for row in answer)


def test_statistics_change_no_join_order(many: sqlite3.Connection) -> None:
    """Without them SQLite read every claim for a thousand of them: 3.6 s instead of 0.07 on 10,000 speeches."""
    first = {"directives_by_meeting": "d", "forbidden": "d", "indicator": "d", "targets": "d", "lessons": "d",
             "deadlines_hidden": "d", "deadlines_by_date": "t", "redacted_claims": "c"}  # fmt: skip
    for query in (one for one in QUERIES if one.name in first):
        plan = many.execute("explain query plan " + query.sql, {p.name: "" for p in query.parameters}).fetchall()
        assert str(plan[0][3]).split()[1] == first[query.name], plan


def test_values_of_an_indicator_are_the_first_five_hundred(many: sqlite3.Connection) -> None:
    asked = """select '/-/speech/' || c.document_id || '#c' || c.id from metric_claims c
        join documents d on d.id = c.document_id
        where c.subject is not null and instr(c.subject, :subject) and (:redacted = '' or c.redacted = :redacted + 0)
        order by d.year, c.document_id, c.char_start limit 500"""
    query = next(one for one in QUERIES if one.name == "indicator")
    for subject in ("", "收入", "贫困户", UNKNOWN):
        for redacted in ("", "1"):
            parameters = {"subject": subject, "redacted": redacted}
            rows = [row[-1] for row in many.execute(query.sql, parameters)]
            assert rows == [row[0] for row in many.execute(asked, parameters)], parameters


def test_targets_are_the_newest_thousand(many: sqlite3.Connection) -> None:
    asked = """select '/-/speech/' || c.document_id || '#c' || c.id from metric_claims c
        join documents d on d.id = c.document_id where c.status in ('target', 'forecast')
        and (:status = '' or c.status = :status) and (:unit = '' or c.unit = :unit) and (:year = '' or d.year = :year + 0)
        order by d.year desc, c.document_id, c.char_start limit 1000"""
    query = next(one for one in QUERIES if one.name == "targets")
    for status in ("", "forecast", UNKNOWN):
        for year, unit in (("", ""), ("2015", ""), ("", "户"), ("2016", "亿元"), ("", UNKNOWN)):
            parameters = {"status": status, "year": year, "unit": unit}
            rows = [row[-1] for row in many.execute(query.sql, parameters)]
            assert rows == [row[0] for row in many.execute(asked, parameters)], parameters


def test_roles_of_meetings_count_every_item(many: sqlite3.Connection) -> None:
    query = next(one for one in QUERIES if one.name == "roles_by_meeting")
    items = "select count(*) from items where document_id in (select id from documents where meeting_type is not null)"
    assert sum(row[2] for row in many.execute(query.sql)) == many.execute(items).fetchone()[0] > 0


@pytest.mark.parametrize("field", ["year", "meeting_type", "speaker_level", "speaker_body"])
def test_contested_speeches_are_those_whose_heaviest_clues_disagree(many: sqlite3.Connection, field: str) -> None:
    """The same found row by row: the best weight of each value of a speech, the two heaviest values compared."""
    weights = dict[int, dict[str, float]]()
    for number, value, weight in many.execute(
        "select document_id, value, max(weight) from evidence where field = ? group by document_id, value", (field,)
    ):
        weights.setdefault(number, {})[value] = weight
    expected = set[tuple[str, float, float]]()
    for number, values in weights.items():
        best, rival, *_ = (*sorted(values.values(), reverse=True), 0.0)
        if len(values) > 1 and rival >= best - 0.1:
            expected.add((f"/-/speech/{number}", round(best, 2), round(rival, 2)))
    query = next(one for one in QUERIES if one.name == "contested")
    rows = many.execute(query.sql, {"field": field}).fetchall()
    assert {(row[6], row[3], row[5]) for row in rows} <= expected
    assert len(rows) == min(500, len(expected))


def test_forms_of_placeholders_are_all_found(many: sqlite3.Connection) -> None:
    query = next(one for one in QUERIES if one.name == "redactions_by_slot")
    asked = "select text, count(*), count(distinct document_id) from redactions group by slot, text"
    rows = [tuple(row[1:]) for row in many.execute(query.sql, {"slot": ""})]
    assert sorted(rows) == sorted(map(tuple, many.execute(asked)))


def test_rules_at_work_are_all_found(many: sqlite3.Connection) -> None:
    query = next(one for one in QUERIES if one.name == "rules_at_work")
    for facts, (table, column) in {"items_role": ("items", "role_rule"), "evidence": ("evidence", "rule")}.items():
        asked = (
            f"select {column}, count(*), count(distinct document_id) from {table} where {column} is not null group by 1"
        )
        rows = [tuple(row[1:]) for row in many.execute(query.sql, {"facts": facts})]
        assert sorted(rows) == sorted(map(tuple, many.execute(asked)))


def test_problems_are_the_first_thousand(many: sqlite3.Connection) -> None:
    query = next(one for one in QUERIES if one.name == "problems_by_level")
    asked = """select '/-/speech/' || i.document_id || '#i' || i.id from items i join documents d on d.id = i.document_id
        left join speaker_levels l on l.code = d.speaker_level where i.role = 'problem'
        order by l.rank, d.year desc, i.document_id, i.char_start limit 1000"""
    rows = many.execute(query.sql, {"level": "", "body": "", "year": ""}).fetchall()
    assert [row[5] for row in rows] == [row[0] for row in many.execute(asked)]


def test_the_indexes_exist_and_no_other(many: sqlite3.Connection) -> None:
    names = {row[0] for row in many.execute("select name from sqlite_master where type = 'index' and sql is not null")}
    ours = {f"{table}_{'_'.join(columns)}" for table, indexes in INDEXES.items() for columns in indexes}
    assert names - {"search_queue_document"} == ours


def test_no_index_is_the_beginning_of_another() -> None:
    for table, indexes in INDEXES.items():
        for one in indexes:
            longer = [other for other in indexes if other != one and other[: len(one)] == one]
            assert not longer, (table, one)


def test_every_reference_is_found_by_an_index() -> None:
    """Else each speech that goes makes SQLite look through the whole table for what points at it."""
    for model in FACTS:
        table = model.__table__  # type: ignore[attr-defined]
        first = {columns[0] for columns in INDEXES.get(table.name, ())} | {next(iter(table.primary_key)).name}
        for column in table.columns:
            targets = {key.column.table.name for key in column.foreign_keys}
            assert not targets & {"documents", "items", "metric_claims"} or column.name in first, column
