"""What readers see: numbers and dates as they write them, labels before codes, and what emptiness and errors mean."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.places import site_folder
from extractor.site import build_site
from extractor.site.cells import cell
from extractor.site.descriptions import EMPTY, code_words
from extractor.site.figures import counted, grouped
from extractor.site.queries import read_queries
from extractor.tables import TABLES

QUERIES = read_queries(site_folder() / "queries")
POWERS = {"万": 10**4, "亿": 10**8, "万亿": 10**12}


def page(ledger: Path, address: str, status: int = 200) -> str:
    answer = asyncio.run(build_site(ledger).client.get(address))
    assert answer.status_code == status
    return str(answer.text)


def changed(ledger: Path, folder: Path, *statements: str) -> Path:
    """A copy of a ledger with changes, written to the file itself: what is served immutable has no log beside it."""
    copy = folder / "changed.db"
    shutil.copy(ledger, copy)
    connection = sqlite3.connect(copy)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return copy


@given(st.floats(-1e15, 1e15, allow_nan=False) | st.integers(-(10**15), 10**15))
def test_no_digit_is_lost(number: float) -> None:
    digits = grouped(number).replace(",", "")
    assert float(digits) == number
    figure, unit = re.fullmatch(r"(-?[\d.,]+)(\D*)", counted(number)).groups()  # type: ignore[union-attr]
    assert float(figure.replace(",", "")) * POWERS.get(unit, 1) == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize(
    ("row", "column", "table", "expected"),
    [
        ({"quantity": 109200000000.0}, "quantity", "metric_claims", 'title="109,200,000,000">1,092亿<'),
        ({"折合": 12000.0}, "折合", None, ">1.2万<"),
        ({"折合": 7.5}, "折合", None, ">7.5<"),
        ({"行数": 12345}, "行数", None, ">12,345<"),
        ({"年份": 2020}, "年份", None, ">2020<"),
        ({"document_id": 12345}, "document_id", None, ">12345<"),
        ({"date": "2024-03-05"}, "date", "documents", 'datetime="2024-03-05" title="2024-03-05">2024年3月5日<'),
        ({"日期": "2024-03"}, "日期", None, ">2024年3月<"),
        ({"extracted_at": "2026-11-28T01:24:40Z"}, "extracted_at", "documents", ">2026年11月28日 01:24<"),
        ({"id": 3, "title": None, "source": "a<b>.txt"}, "title", "documents", "（无题）</a> <small>a&lt;b&gt;.txt"),
        ({"table_name": "metric_claims"}, "table_name", "changes", ">数量陈述<"),
        ({"field": "subject"}, "field", "changes", ">所计对象<"),
        ({"context": "渠⟦8⟧公<里"}, "context", "changes", "渠<mark>8</mark>公&lt;里"),
        (
            {"after": '{"unit": "座", "status": "target"}'},
            "after",
            "changes",
            "单位</small> 座，<small>状态</small> 目标",
        ),
        ({"state": "stale"}, "state", "corrections", ">失位<"),
        ({"field": "speaker_level", "value": "county"}, "value", "evidence", ">县级<"),
        ({"change": "none"}, "change", "metric_claims", ">无<"),
    ],
)
def test_cells(row: dict[str, Any], column: str, table: str | None, expected: str) -> None:
    assert expected in str(cell(row, row[column], column, table, str))


def test_what_is_no_number_or_date_stays_as_it_is() -> None:
    assert cell({"date": "月底前"}, "月底前", "date", "deadlines", str) is None
    assert cell({"x": "2020-01-01"}, "2020-01-01", "x", None, str) is None


def test_every_code_has_its_label() -> None:
    assert code_words("year") == {}
    assert code_words("meeting_type")["summary"] == "总结会"


def test_a_row_shows_its_words_its_speech_and_labels_first(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        claim, title, value = connection.execute(
            "select m.id, d.title, m.value from metric_claims m join documents d on d.id = m.document_id"
            " where m.redacted = 1 limit 1"
        ).fetchone()
        level = connection.execute("select id from documents where speaker_level = 'county' limit 1").fetchone()[0]
    shown = page(sample_ledger, f"/taizhang/metric_claims/{claim}")
    assert f"<mark>{value}</mark>" in shown
    assert f">{title}</a></dd>" in shown
    assert "县级 County <code>county</code>" in page(sample_ledger, f"/taizhang/documents/{level}")
    assert 'class="excerpt"' not in page(sample_ledger, "/taizhang/runs/1")


def test_emptiness_explains_itself(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = changed(sample_ledger, tmp_path, "delete from directives")
    assert EMPTY["corrections"] in page(ledger, "/taizhang/corrections")
    assert "没有得出这类事实" in page(ledger, "/taizhang/directives")
    assert "放宽条件" in page(ledger, "/taizhang/items?_search=无此词")
    assert "放宽条件" in page(ledger, "/taizhang/items?_year=1900")
    assert "facet-info" not in page(ledger, "/taizhang/directives")
    assert "台账里没有这样的行" in page(ledger, "/taizhang/forbidden")
    assert "留空参数" in page(ledger, "/taizhang/problems_by_level?year=1900")
    assert set(EMPTY) <= {str(model.__tablename__) for model in TABLES}


def test_a_question_says_that_it_shows_only_the_first(sample_ledger: Path) -> None:
    most = next(query.most for query in QUERIES if query.name == "redacted_claims")
    with sqlite3.connect(sample_ledger) as connection:
        hidden = connection.execute("select count(*) from metric_claims where redacted").fetchone()[0]
    assert most == 1000
    assert hidden < most
    assert "只列出前面这些" not in page(sample_ledger, "/taizhang/redacted_claims")
    assert "只列出前面这些" in page(sample_ledger, "/taizhang/indicator?subject=")


def test_what_is_wrong_is_said_in_chinese(sample_ledger: Path) -> None:
    assert "地址写错了" in page(sample_ledger, "/nothing", 404)
    assert "地址写错了" in page(sample_ledger, "/taizhang/items/999999", 404)
    assert "没有编号为 999 的讲话" in page(sample_ledger, "/-/speech/999", 404)
    wrong = page(sample_ledger, "/taizhang?sql=select+nonsense+from+documents", 400)
    assert "SQL 有误" in wrong
    assert "怎么问</a>" in wrong


def test_speeches_stand_first_among_the_tables(sample_ledger: Path) -> None:
    listed = re.findall(r"<td><code>([a-z_]+)</code></td>", page(sample_ledger, "/taizhang"))
    assert listed == [str(model.__tablename__) for model in TABLES]


def test_an_untitled_speech_has_a_name_in_every_answer(sample_ledger: Path, tmp_path: Path) -> None:
    with sqlite3.connect(changed(sample_ledger, tmp_path, "update documents set title = null")) as connection:
        for query in QUERIES:
            given = {parameter.name: "" for parameter in query.parameters}
            asked = connection.execute(query.sql, given)
            names = [column[0] for column in asked.description]
            if "讲话" in names:
                assert all(row[names.index("讲话")] for row in asked), query.name


def test_an_item_without_a_heading_has_words_in_the_outline(sample_ledger: Path, tmp_path: Path) -> None:
    ledger = changed(sample_ledger, tmp_path, "update items set heading = ''")
    words = re.findall(r'<span class="marker">[^<]*</span>([^<]*)</a>', page(ledger, "/-/speech/1"))
    assert words
    assert all(words)
