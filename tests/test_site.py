"""The site without a browser: marks, cells, queries, pages, what is escaped and what is forbidden."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from extractor.extract import extract
from extractor.lexicon import Lexicon
from extractor.places import site_folder
from extractor.records import Speech
from extractor.rows import document_row, fact_rows
from extractor.site import build_site, facts
from extractor.site.cells import cell
from extractor.site.descriptions import LIST_COLUMNS, table_words
from extractor.site.marks import Mark, lines, mark_text
from extractor.site.queries import read_queries
from extractor.store import Ledger
from extractor.tables import FACTS, TABLES

QUERIES = read_queries(site_folder() / "queries")
HOSTILE = (
    '关于"><script>alert(1)</script>的讲话\n同志们：\n一、要<img src=x onerror=alert(1)>抓好X户改造。\n'
    "二、要javascript:alert(1)整改{{ 7*7 }}。"
)


class Balanced(HTMLParser):
    """Reads a page's marks: text inside, ids, and whether they nest properly."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> Balanced:
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=12)


@given(st.text("甲乙<&\"'\n 丙", max_size=40), SPANS)
def test_marks_nest_and_lose_no_character(text: str, spans: list[list[int]]) -> None:
    marks = [Mark(start, min(end, len(text)), f"m{n}", "claim", title='<&">') for n, (start, end) in enumerate(spans)]
    page = read(mark_text(text, marks))
    printed = [text[start:end] for start, end in lines(text)]
    assert "".join(page.text).replace("\n", "") == "".join(printed)
    assert len(page.ids) == len(set(page.ids))
    shown = {m.anchor for m in marks if m.start < m.end and any(m.start < e and m.end > s for s, e in lines(text))}
    assert set(page.ids) == shown


def test_crossing_marks_are_split_and_keep_one_id() -> None:
    html = mark_text("甲乙丙丁", [Mark(0, 3, "a", "x"), Mark(2, 4, "b", "y")])
    assert html.count('id="a"') == html.count('id="b"') == 1
    assert html.count('data-of="b"') == 1
    assert 'data-of="a"' not in html
    assert html.count("<mark") == 3


def test_a_mark_over_two_lines_is_opened_again() -> None:
    html = mark_text("甲乙\n丙丁", [Mark(1, 4, "a", "x")])
    assert html.count("<p>") == 2
    assert html.count("<mark") == 2
    assert html.count('id="a"') == 1


def path(value: str) -> str:
    return "/base" + value


@pytest.mark.parametrize(
    ("row", "column", "table", "expected"),
    [
        ({"id": 9, "document_id": 3, "char_start": 5}, "char_start", "redactions", 'href="/base/-/speech/3#r9"'),
        ({"id": 9, "item_id": 4, "document_id": 3, "char_start": 5}, "char_start", "directives", "/-/speech/3#i4"),
        ({"id": 9, "document_id": {"value": 3, "label": "某讲话"}}, "document_id", "items", ">某讲话<"),
        ({"id": 3, "title": None}, "title", "documents", "（无题）"),
        ({"id": 3, "title": "<script>"}, "title", "documents", "&lt;script&gt;"),
        ({"id": 3, "text": "甲" * 1234}, "text", "documents", "全文 1,234 字"),
        ({"status": "target"}, "status", "metric_claims", "目标"),
        ({"原文": "/-/speech/3#c1"}, "原文", None, 'href="/base/-/speech/3#c1"'),
    ],
)
def test_cells(row: dict[str, Any], column: str, table: str | None, expected: str) -> None:
    assert expected in str(cell(row, row[column], column, table, path))


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "/-/speech/3#c1<script>", "/-/speech/3\n", "//evil/-/speech/3"]
)
def test_only_places_become_links(value: str) -> None:
    assert cell({"x": value}, value, "x", None, path) is None


def test_every_table_and_column_is_described_in_both_languages() -> None:
    for model in TABLES:
        words = table_words()[str(model.__tablename__)]
        assert words.title.zh
        assert words.title.en
        for name, said in words.columns.items():
            assert said.zh, name
            assert said.en, name
        assert set(LIST_COLUMNS.get(str(model.__tablename__), ())) <= set(words.columns)


Get = Callable[..., Any]


def getter(database: Path, **options: Any) -> Get:
    return getter_of(build_site(database, **options))


def getter_of(site: Datasette) -> Get:
    def get(address: str) -> Any:
        return asyncio.run(site.client.get(address))

    return get


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    database = tmp_path_factory.mktemp("hostile") / "any name.db"
    with Ledger(database, lexicon).run("test") as run:
        for source in ("--<script>100%.txt", "%2e%2e--.txt"):
            speech = Speech(source, HOSTILE)
            run.save(document_row(speech, extract(speech, lexicon)), fact_rows(speech, extract(speech, lexicon)))
    return database


@pytest.fixture(scope="module")
def get(sample_ledger: Path) -> Get:
    return getter(sample_ledger)


@pytest.mark.parametrize(
    "address", ["/", "/taizhang", "/-/speech/1", *(f"/taizhang/{m.__tablename__}" for m in TABLES)]
)
def test_pages_open_without_inline_script(get: Get, address: str) -> None:
    answer = get(address)
    assert answer.status_code == 200
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    assert not re.search(r"<[^>]+\son[a-z]+=", answer.text)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!datasette\.io|localhost)', answer.text)


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.name)
def test_queries_answer(get: Get, query: Any) -> None:
    answer = get(f"/taizhang/{query.name}")
    assert answer.status_code == 200
    assert query.title in answer.text
    assert query.explains in answer.text
    assert 'role="alert"' not in answer.text
    assert set(re.findall(r":([a-z_]+)", query.sql)) == {p.name for p in query.parameters}


def test_there_are_twenty_queries() -> None:
    assert len(QUERIES) >= 20


def test_every_row_is_borne_out_by_its_text(sample_ledger: Path) -> None:
    assert bad_offsets(sample_ledger) == []


def test_every_row_of_real_texts_is_borne_out(shared_ledger: Path) -> None:
    assert bad_offsets(shared_ledger) == []


def test_every_table_of_facts_is_checked() -> None:
    sql = next(q for q in QUERIES if q.name == "bad_offsets").sql
    placed = {str(m.__tablename__) for m in FACTS if "char_start" in m.model_fields}
    assert {table for table in placed if f"from {table}, batch where" in sql} == placed


def test_what_was_checked_is_said(sample_ledger: Path) -> None:
    *_, (_, _, _, checked, _, _, further, _) = rows_of("bad_offsets", sample_ledger, speeches="3")
    assert "3 篇已查" in checked
    assert further == "下一批从 4 起"


@pytest.mark.parametrize(
    "damage",
    [
        "update metric_claims set value = '九'",
        "update metric_claims set char_end = char_end + 1",
        "update redactions set char_start = char_start - 1",
        "update items set char_end = 10000000",
        "update items set heading = '无此标题'",
        "update directives set text = text || '。'",
        "update noise set char_start = char_end",
        "update evidence set char_end = -1",
        "update keywords set char_end = char_end + 1",
        "update items set char_start = char_start - 1 where parent_id is not null",
        "update documents set text = '短'",
    ],
)
def test_bad_offsets_finds_what_is_wrong(sample_ledger: Path, tmp_path: Path, damage: str) -> None:
    database = tmp_path / "damaged.db"
    shutil.copy(sample_ledger, database)
    with sqlite3.connect(database) as connection:
        if not connection.execute(damage).rowcount:
            pytest.skip("the sample corpus has no such row")
    assert bad_offsets(database)


def bad_offsets(database: Path) -> list[Any]:
    """The rows of a whole ledger that its texts do not bear out."""
    return rows_of("bad_offsets", database, speeches="100000")[:-1]


def rows_of(name: str, database: Path, **given: str) -> list[Any]:
    query = next(q for q in QUERIES if q.name == name)
    with sqlite3.connect(database) as connection:
        return connection.execute(query.sql, {p.name: "" for p in query.parameters} | given).fetchall()


def test_hostile_text_shows_as_text(hostile_ledger: Path) -> None:
    get = getter(hostile_ledger)
    for address in ("/", "/taizhang/documents", "/taizhang/documents?_all=1", "/taizhang/documents/1", "/-/speech/1"):
        page = get(address).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert not re.search(r'href="javascript:', page)
    speech = get("/-/speech/1").text
    assert "&lt;img src=x onerror=alert(1)&gt;" in speech
    assert "{{ 7*7 }}" in speech
    assert "--&lt;script&gt;100%.txt" in speech


def test_speech_page_marks_every_fact(get: Get, sample_ledger: Path) -> None:
    page = read_ids(get("/-/speech/1").text)
    with sqlite3.connect(sample_ledger) as connection:
        for table, letter in (("items", "i"), ("metric_claims", "c"), ("redactions", "r"), ("evidence", "e")):
            query = f"select id from {table} where document_id = 1 and char_start < char_end"
            assert {f"{letter}{row[0]}" for row in connection.execute(query)} <= page


def read_ids(html: str) -> set[str]:
    return set(re.findall(r'id="([a-z]\d+)"', html))


def test_addresses_that_lead_nowhere(get: Get) -> None:
    for address in ("/-/speech/999999", "/-/speech/99999999999999999999999", "/-/place/items/999999", "/nothing"):
        assert get(address).status_code == 404


def test_errors_say_what_to_do(get: Get, sample_ledger: Path, tmp_path: Path) -> None:
    wrong = get("/taizhang?sql=select+nonsense+from+documents")
    assert wrong.status_code == 400
    assert "no such column: nonsense" in wrong.text
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"
    late = getter(sample_ledger, settings={"sql_time_limit_ms": 50})("/taizhang?" + urlencode({"sql": endless}))
    assert late.status_code == 400
    assert "已停下" in late.text
    assert "&lt;textarea" not in late.text
    old = tmp_path / "old.db"
    shutil.copy(sample_ledger, old)
    sqlite3.connect(old).execute("drop table keywords").connection.close()
    assert "缺 keywords：再运行一次 taizhang extract" in getter(old)("/-/speech/1").text


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/taizhang/nothing.json", 404, "从首页、搜索或表里再找。 · Table not found"),
        ("/taizhang/items.json?_size=a", 400, "改了再试。 · _size must be a positive integer"),
        ("/taizhang/items.json?_where=zz", 400, "见“怎么问”（/-/how）。 · no such column: zz"),
    ],
)
def test_json_says_in_chinese_first_what_to_do(
    get: Get, capfd: pytest.CaptureFixture[str], address: str, status: int, says: str
) -> None:
    answer = get(address)
    assert (answer.status_code, answer.json()["ok"], answer.json()["status"]) == (status, False, status)
    assert answer.json()["error"].endswith(says)
    assert len(capfd.readouterr().out.splitlines()) < 3


def test_who_may_not_see_is_told_so_in_chinese_first(sample_ledger: Path) -> None:
    site = build_site(sample_ledger, metadata={"allow": {"id": "*"}})
    refused = asyncio.run(site.client.get("/taizhang/items.json"))
    assert refused.status_code == refused.json()["status"] == 403
    assert refused.json()["error"].startswith("请先登录，或请管理台账的人准许。 · You do not have permission")
    assert "请先登录" in asyncio.run(site.client.get("/-/speech/1")).text


def test_every_style_of_numbering_has_its_words(get: Get, sample_ledger: Path) -> None:
    with closing(sqlite3.connect(sample_ledger)) as connection:
        styles = {row[0] for row in connection.execute("select distinct marker_style from items")}
    assert styles <= set(facts.MARKER_STYLES)
    page = get("/taizhang/items?_facet=marker_style").text
    assert ">（一）</a>" in page
    assert "cn_paren</a>" not in page
    assert "编号样式：一是" in get("/-/speech/1").text


def test_the_search_names_tables_in_both_languages(get: Get) -> None:
    page = get("/-/find?q=整改").text
    for zh, en in (("条目", "Numbered points"), ("要求", "Directives"), ("数量陈述", "Metric claims")):
        assert f'<span class="zh">{zh}</span> <small lang="en">{en}</small>' in page


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://localhost/taizhang/items?role=problem&x=1", "/taizhang/items?role=problem&x=1"),
        ("http://localhost/-/speech/1", "/-/speech/1"),
        ("http://evil.example/taizhang", "/"),
        ("http://localhost//evil.example/", "/evil.example/"),
        ("http://localhost/\\evil.example/", "/evil.example/"),
        ("javascript:alert(1)", "/"),
        ("http://[", "/"),
        ("", "/"),
    ],
)
def test_the_language_switch_stays_on_the_page_and_on_the_site(sample_ledger: Path, referer: str, back: str) -> None:
    site = build_site(sample_ledger)
    answer = asyncio.run(site.client.get("/-/language/en", headers={"referer": referer}))
    assert (answer.status_code, answer.headers["location"]) == (302, back)
    assert answer.headers["set-cookie"].startswith("said=en;")
    page = asyncio.run(site.client.get("/taizhang", cookies={"said": "en"})).text
    assert 'lang="en" class="said-en"' in page
    assert "said-both" in asyncio.run(site.client.get("/taizhang", cookies={"said": '"><b>'})).text


def test_read_only_and_within_limits(get: Get, sample_ledger: Path) -> None:
    assert get("/taizhang.db").status_code in (403, 404)
    assert "error" in get("/taizhang.json?sql=delete+from+documents").text
    assert "load_extension" not in get("/taizhang.json?sql=select+1").text
    assert get("/taizhang.json?sql=select+load_extension('x')").status_code == 400
    assert not build_site(sample_ledger).databases["taizhang"].is_mutable


def test_rows_that_a_killed_run_left_in_its_log_are_seen(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "killed.db"
    shutil.copy(sample_ledger, ledger)
    code = "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('update documents set title = ?', ('末尾',))"
    subprocess.run([sys.executable, "-c", code + "; c.commit(); os._exit(9)", str(ledger)], check=False)
    assert ledger.with_name("killed.db-wal").stat().st_size
    assert "末尾" in getter(ledger)("/taizhang/documents/1").text
    assert not build_site(ledger).databases["taizhang"].is_mutable


def test_indexes_that_a_broken_off_run_left_out_are_built(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "broken.db"
    shutil.copy(sample_ledger, ledger)
    with sqlite3.connect(ledger) as connection:
        connection.execute("drop index items_rule_document_id")
    assert not build_site(ledger).databases["taizhang"].is_mutable
    with sqlite3.connect(ledger) as connection:
        assert connection.execute("select 1 from sqlite_master where name = 'items_rule_document_id'").fetchone()


def test_a_ledger_that_is_being_written_is_served_as_it_grows(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "growing.db"
    shutil.copy(sample_ledger, ledger)
    reader, writer = sqlite3.connect(ledger), sqlite3.connect(ledger)
    writer.execute("update documents set title = '初稿'")
    writer.commit()
    reader.execute("begin")
    reader.execute("select count(*) from documents").fetchone()
    writer.execute("update documents set title = '末稿'")
    writer.commit()
    assert build_site(ledger).databases["taizhang"].is_mutable
    assert "末稿" in getter(ledger)("/taizhang/documents/1").text
    reader.close()
    writer.close()


def test_behind_a_login_an_anonymous_visitor_gets_nothing(sample_ledger: Path) -> None:
    get = getter(sample_ledger, metadata={"allow": {"id": "*"}})
    for address in (
        "/",
        "/taizhang",
        "/taizhang/documents",
        "/taizhang/documents.json",
        "/-/speech/1",
        "/taizhang/actions",
    ):
        assert get(address).status_code == 403, address


def test_the_site_folder_works_by_itself(sample_ledger: Path, tmp_path: Path) -> None:
    """`datasette db/` with the ledger in it."""
    home = tmp_path / "db"
    shutil.copytree(site_folder(), home, ignore=shutil.ignore_patterns("*.db*"))
    shutil.copy(sample_ledger, home / "taizhang.db")
    get = getter_of(Datasette([], config_dir=home))
    for address in (
        "/",
        "/taizhang",
        "/taizhang/documents",
        "/-/speech/1",
        "/taizhang/bad_offsets",
        "/static/site.css",
    ):
        assert get(address).status_code == 200, address
    assert "讲话" in get("/taizhang/documents").text
    assert get("/taizhang.db").status_code in (403, 404)


def test_worked_examples_answer(get: Get) -> None:
    examples = read_queries(site_folder() / "examples")
    assert len(examples) >= 10
    page = get("/-/how").text
    for example in examples:
        assert example.title in page
        answer = get("/taizhang.json?" + urlencode({"sql": example.sql, "_shape": "array"}))
        assert answer.status_code == 200, (example.name, answer.text)


def test_without_a_ledger_the_site_says_so(tmp_path: Path) -> None:
    empty = tmp_path / "other.db"
    sqlite3.connect(empty).execute("create table t (x)").connection.close()
    get = getter(empty)
    assert get("/").status_code == 200
    assert get("/-/speech/1").status_code == 404
    assert get("/taizhang/t").status_code == 200
