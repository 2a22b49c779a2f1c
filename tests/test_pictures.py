"""The pictures of the home page: every bar, cell and line leads to the very rows that it counts."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.database import QueryInterrupted

from extractor.site import build_site
from extractor.site.dashboard import linker, load_dashboard
from extractor.site.facts import Row
from extractor.site.narrowing import FIFTHS, OF_SPEECH, choices, condition, narrowings
from extractor.tables import FACTS

_PART = re.compile(r'<a href="([^"]+)" aria-label="([^"]+)"><title>')


@pytest.fixture(scope="module")
def ledger(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus with what it lacks: a unit in two forms, deadlines over many years."""
    path = tmp_path_factory.mktemp("pictures") / "taizhang.db"
    shutil.copy(sample_ledger, path)
    with sqlite3.connect(path) as connection:
        connection.execute("update metric_claims set unit = '％' where unit = '%' and id % 3 = 0")
        some = "(select id from deadlines where date is not null order by id limit 3)"
        connection.execute(f"update deadlines set date = '19' || (90 + id % 9) || '-12-31' where id in {some}")
    return path


def get(ledger: Path, address: str) -> Any:
    return asyncio.run(build_site(ledger).client.get(address))


def parts(ledger: Path) -> list[tuple[str, str, str]]:
    """The figures' titles, and the address and words of each of their parts."""
    found = []
    for figure in get(ledger, "/").text.split("<figure>")[1:]:
        title = re.search(r'<span class="zh">([^<]+)', figure)
        assert title
        found += [(title[1], unescape(href), unescape(said)) for href, said in _PART.findall(figure)]
    return found


def test_every_part_leads_to_the_rows_that_it_counts(ledger: Path) -> None:
    site, seen = build_site(ledger), set()
    for title, href, said in parts(ledger):
        counted = re.search(r"：共? ?([\d,]+) (?:篇|条|处|行|个期限)", said)
        if title == "年份不定的讲话":
            assert asyncio.run(site.client.get(href)).status_code == 200
        else:
            assert counted, said
            address, _, query = href.partition("?")
            answer = asyncio.run(site.client.get(f"{address}.json?{query}&_size=1")).json()
            assert answer["filtered_table_rows_count"] == int(counted[1].replace(",", "")), (title, href, said)
        seen.add(title)
    assert seen == {
        "历年讲话", "历年会议类型", "讲到哪里说什么", "哪一级要谁去做", "隐去的数值", "历年指标", "期限",
        "上一批的变动", "年份不定的讲话",
    }  # fmt: skip


def test_a_unit_in_two_forms_is_one_unit(ledger: Path) -> None:
    units = [said.partition("：")[0] for title, _, said in parts(ledger) if title == "隐去的数值"]
    assert units.count("%") == 1
    assert "％" not in units


def test_deadlines_out_of_the_picture_are_told(ledger: Path) -> None:
    shown = [int(re.findall(r"\d+", said)[2]) for title, _, said in parts(ledger) if title == "期限"]
    with sqlite3.connect(ledger) as connection:
        dated = connection.execute("select count(*) from deadlines where date is not null").fetchone()[0]
    assert dated - sum(shown) >= 3
    assert f"另有 {dated - sum(shown)} 个在此之外" in get(ledger, "/").text


def test_a_list_of_facts_says_what_it_is_narrowed_down_to(sample_ledger: Path) -> None:
    page = get(sample_ledger, "/taizhang/directives?_level=county&_year=2020&_part=4&_sort_desc=id").text
    assert "讲话年份 2020，讲话层级 县级，讲话位置 结尾" in page
    assert "level of the speech = county" in page
    assert '<option value="county" selected>' in page
    assert page.count('name="_level"') == 1
    assert 'name="_sort_desc" value="id"' in page
    assert 'name="_level"' not in get(sample_ledger, "/taizhang/runs").text


@pytest.mark.parametrize("table", [str(model.__tablename__) for model in FACTS])
def test_what_is_narrowed_down_is_what_a_join_finds(sample_ledger: Path, table: str) -> None:
    assert narrowings(table)
    with sqlite3.connect(sample_ledger) as connection:
        every = connection.execute(f"select count(*) from {table}").fetchone()[0]
        for one in OF_SPEECH:
            found = 0
            join = f"from {table} f join documents d on d.id = f.document_id"
            values = [row[0] for row in connection.execute(f"select distinct {one.column} from documents") if row[0]]
            for value in values:
                where, parameters = condition(table, {one.name: str(value)})
                sql = f"select count(*) from {table} where {where[0]}"
                count = connection.execute(sql, parameters).fetchone()[0]
                joined = connection.execute(f"select count(*) {join} where d.{one.column} = ?", (value,)).fetchone()[0]
                assert count == joined
                found += count
            unknown = connection.execute(f"select count(*) {join} where d.{one.column} is null").fetchone()[0]
            assert found + unknown == every


def test_the_parts_of_a_speech_make_up_the_whole(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        counts = []
        for part, _ in choices(narrowings("items")[-1], {}):
            where, parameters = condition("items", {"_part": part})
            counts.append(connection.execute(f"select count(*) from items where {where[0]}", parameters).fetchone()[0])
        assert len(counts) == len(FIFTHS)
        assert sum(counts) == connection.execute("select count(*) from items").fetchone()[0]


def test_a_picture_that_takes_too_long_leaves_the_others_standing(sample_ledger: Path) -> None:
    async def fetch(sql: str, parameters: Any = ()) -> list[Row]:
        if "addressee" in sql:
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, {})
        with sqlite3.connect(sample_ledger) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, parameters).fetchall()

    board = asyncio.run(load_dashboard(fetch, linker("/taizhang/"), str))
    assert board.late == 1
    assert "哪一级要谁去做" not in {one.zh for one in board.pictures}
    assert len(board.pictures) == 8
