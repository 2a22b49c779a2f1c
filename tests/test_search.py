"""Search: the index finds every text that contains the words, and no other; it follows every change of the ledger."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.database import QueryInterrupted
from hypothesis import given
from hypothesis import strategies as st

from extractor.extract import extract
from extractor.lexicon import Lexicon
from extractor.records import Speech
from extractor.rows import document_row, fact_rows
from extractor.search import create_index, glob, hits, index_pending, match_expression, search_key, terms
from extractor.site import build_site
from extractor.site.finding import SEARCHED, condition, find, prepare, snippet
from extractor.store import Ledger

WORDS = (
    "主题教育",
    "大明渠",
    "三会一课",
    "三农",
    "党",
    "整改",
    "X",
    "十四五",
    "５G",
    "動員",
    "“不忘初心",
    "一是",
    "%",
    "《",
    "高质量 发展",
)


@given(st.text(max_size=60))
def test_the_key_is_as_long_as_the_text(text: str) -> None:
    assert len(search_key(text)) == len(text)


@given(st.text(min_size=1, max_size=40), st.data())
def test_what_a_text_contains_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    word = text[start : data.draw(st.integers(start + 1, len(text)))]
    connection = indexed([text])
    found = connection.execute("select rowid from documents_fts where documents_fts match ?", (match_expression(word),))
    assert [row[0] for row in found] == ([1] if terms(word) else [])


PRINTED = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60)


def globs(text: str, key: str) -> bool:
    return bool(MEMORY.execute("select ? glob ?", (text, glob(key))).fetchone()[0])


MEMORY = sqlite3.connect(":memory:")


@given(PRINTED, st.text("甲項[]^-*?a\n 　", min_size=1, max_size=4))
def test_a_pattern_finds_what_the_folded_text_contains(text: str, word: str) -> None:
    for key in (search_key(word), search_key(text[3:5]), search_key(text[-1:])):
        if key:
            assert globs(text, key) == (key in search_key(text))


def test_every_form_of_a_character_is_found() -> None:
    characters = [chr(code) for code in range(0x21, 0xFFFE) if not 0xD800 <= code < 0xE000]
    lost = [c for c in characters if not globs(c, search_key(c))]
    assert lost == []


def indexed(texts: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("create table documents (id integer primary key, title text, text text)")
    create_index(connection)
    connection.executemany("insert into documents (text) values (?)", [(text,) for text in texts])
    index_pending(connection)
    return connection


def found(connection: sqlite3.Connection, query: str) -> list[int]:
    sql = "select rowid from documents_fts where documents_fts match ? order by 1"
    return [row[0] for row in connection.execute(sql, (match_expression(query),))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("三农", [1, 2]),  # traditional too
        ("三農", [1, 2]),
        ("农", [1, 2, 3]),
        ("5g", [4]),  # full-width, upper case
        ("三农 工作", [1]),
        ('"三农 工作"', []),
        ("三、农", [3]),  # punctuation parts words
        ("", []),
        ('"', []),
        ("工作*", []),
        ("OR", []),
    ],
)
def test_found(query: str, expected: list[int]) -> None:
    texts = ["做好三农工作", "三農問題", "二、三、农民增收", "建设５Ｇ基站"]
    assert found(indexed(texts), query) == expected


def test_the_index_follows_the_documents() -> None:
    connection = indexed(["甲甲", "乙乙"])
    connection.execute("update documents set text = '丙丙' where id = 1")
    connection.execute("update documents set text = '丁丁', title = '丁' where id = 1")
    connection.execute("delete from documents where id = 2")
    connection.execute("insert into documents (id, text) values (3, '乙')")
    assert index_pending(connection) == 3
    assert [found(connection, word) for word in "甲乙丙丁"] == [[], [3], [], [1]]
    assert index_pending(connection) == 0


def test_a_ledger_without_index_gets_one_with_all_its_documents() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("create table documents (id integer primary key, title text, text text)")
    connection.execute("insert into documents (text) values ('甲')")
    create_index(connection)
    create_index(connection)
    assert index_pending(connection) == 1
    assert found(connection, "甲") == [1]


def samples(texts: list[str], number: int) -> list[str]:
    """Pieces of texts of one to eight characters, as a person may type them."""
    chance = random.Random(11)
    pieces = []
    while len(pieces) < number:
        text = chance.choice(texts)
        start = chance.randrange(max(1, len(text) - 9))
        pieces.append(text[start : start + chance.choice((1, 1, 2, 2, 2, 3, 4, 5, 8))])
    return [piece for piece in pieces if terms(piece) == [search_key(piece)]]


def test_recall_and_precision_on_real_texts(shared_ledger: Path) -> None:
    """The index against LIKE over the folded texts, on all of ../shared."""
    with sqlite3.connect(shared_ledger) as connection:
        prepare(connection)
        connection.execute(
            "create temp table folded as select id, search_key(title) t, search_key(text) x from documents"
        )
        texts = [row[0] for row in connection.execute("select text from documents")]
        for word in [*samples(texts, 1000), *WORDS]:
            keys = [key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for key in terms(word)]
            where = " and ".join("(t like ? escape '\\' or x like ? escape '\\')" for _ in keys)
            likes = [f"%{key}%" for key in keys for _ in range(2)]
            expected = [row[0] for row in connection.execute(f"select id from folded where {where} order by id", likes)]
            assert found(connection, word) == expected, word


@pytest.mark.parametrize("table", SEARCHED)
def test_facts_found_are_those_that_contain_the_words(shared_ledger: Path, table: str) -> None:
    with sqlite3.connect(shared_ledger) as connection:
        prepare(connection)
        for word in WORDS:
            where, parameters = condition(table, word)
            got = {row[0] for row in connection.execute(f"select id from {table} where {where}", parameters)}
            columns = ", ".join(SEARCHED[table])
            rows = connection.execute(f"select id, {columns} from {table}").fetchall()
            keys = terms(word)
            assert got == {
                row[0] for row in rows if all(any(key in search_key(cell) for cell in row[1:]) for key in keys)
            }, word


def test_a_search_box_of_facts_searches_once_and_sees_what_changed(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "a.db"
    with Ledger(database, lexicon).run("test") as run:
        speech = Speech("a.txt", "在全县工作会议上的讲话\n同志们：\n一、要疏浚渠道。\n二、要修复渠首。\n三、要植树。\n")
        run.save(document_row(speech, extract(speech, lexicon)), fact_rows(speech, extract(speech, lexicon)))

    def headings(site: Any, word: str, more: str = "") -> list[str]:
        address = f"/taizhang/items.json?_search={word}&_shape=array&_facet=role{more}"
        return [row["heading"] for row in json.loads(asyncio.run(site.client.get(address)).text)]

    still, asked = build_site(database), []
    source = still.get_database("taizhang")
    execute = source.execute

    async def noted(sql: str, *arguments: Any, **options: Any) -> Any:
        asked.append(sql)
        return await execute(sql, *arguments, **options)

    monkeypatch.setattr(source, "execute", noted)
    for word, expected in {"渠": ["要疏浚渠道", "要修复渠首"], "植树": ["要植树"], "渠 修": ["要修复渠首"]}.items():
        for _ in range(2):
            assert headings(still, word) == expected
    assert sum(" glob " in sql for sql in asked) == 3
    assert headings(still, "渠", "&ordinal=2") == ["要修复渠首"]
    grows = build_site(database, correct_with=lexicon)
    assert headings(grows, "灌溉") == []
    with sqlite3.connect(database) as connection:
        connection.execute("update items set heading = '要疏浚渠道，灌溉', char_end = char_end where ordinal = 1")
        connection.execute("update documents set text = text || '灌溉'")
        index_pending(connection)
    assert headings(grows, "灌溉") == ["要疏浚渠道，灌溉"]


def test_search_boxes_and_the_search_page(tmp_path: Path, lexicon: Lexicon) -> None:
    database = tmp_path / "a.db"
    text = "在全市主題教育總結會議上的講話\n同志們：\n一、要抓好“三会一课”<b>，完成X户改造。\n"
    with Ledger(database, lexicon).run("test") as run:
        speech = Speech("a.txt", text)
        run.save(document_row(speech, extract(speech, lexicon)), fact_rows(speech, extract(speech, lexicon)))
        other = Speech("b.txt", "关于别的事情的报告\n同志们：\n别的。")
        run.save(document_row(other, extract(other, lexicon)), fact_rows(other, extract(other, lexicon)))
    site = build_site(database)

    def get(address: str) -> str:
        answer = asyncio.run(site.client.get(address))
        assert answer.status_code == 200
        return str(answer.text)

    assert get("/taizhang/documents.json?_search=主题教育&_shape=array").count('"id"') == 1
    assert get("/taizhang/documents.json?_search=无此&_shape=array").strip() == "[]"
    for table in SEARCHED:
        assert 'name="_search"' in get(f"/taizhang/{table}")
    page = get("/-/find?q=三会一课")
    assert "<mark>三会一课</mark>" in page
    assert "<b>" not in page
    assert '<mark class="hit" id="h1"' in get("/-/speech/1?q=主题教育")
    assert "没有讲话含有这些词" in get("/-/find?q=无此")
    get("/-/find?q=%22%3Cscript%3E")


def test_words_are_no_sql(sample_ledger: Path) -> None:
    site = build_site(sample_ledger)
    for words in ("' or 1 --", '"); drop table items; --', "') union select 1 --", ":found", "\x00", "%27"):
        answer = asyncio.run(site.client.get("/taizhang/items.json", params={"_search": words, "_shape": "objects"}))
        assert answer.json()["rows"] == [], words


def test_a_table_that_takes_too_long_leaves_the_speeches_found(sample_ledger: Path) -> None:
    async def fetch(sql: str, parameters: Any = ()) -> Any:
        if "from metric_claims" in sql:
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, {})
        with sqlite3.connect(sample_ledger) as connection:
            connection.row_factory = sqlite3.Row
            prepare(connection)
            return connection.execute(sql, parameters).fetchall()

    result = asyncio.run(find(fetch, "整改"))
    assert result.speech_count
    assert {facts.table for facts in result.facts if facts.count is None} == {"metric_claims"}


def test_hits_and_snippets() -> None:
    assert hits("三農三农", terms("三农")) == [(0, 2), (2, 4)]
    assert str(snippet("<甲>乙", terms("乙"), 10)) == "&lt;甲&gt;<mark>乙</mark>"
    assert str(snippet("甲" * 50 + "乙", terms("乙"), 10)).startswith("…甲")
