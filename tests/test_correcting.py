"""The corrections form over HTTP: who may use it, what it records, what it refuses; nothing is written by reading."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from extractor.lexicon import Lexicon
from extractor.parts import PARTS
from extractor.reading import Input, parse
from extractor.reextract import Choice, reextract
from extractor.site import build_site
from extractor.store import Ledger, connection
from extractor.store.writer import DocumentWriter
from extractor.workers import Extracted, extract_speech
from tests.conftest import SPEECH

ANALYST = {"id": "林知远"}


@dataclass
class Visitor:
    """Somebody before a site, in one process with it; `actor` is who is logged in."""

    site: Datasette
    actor: dict[str, Any] | None = None

    def cookies(self) -> dict[str, str]:
        return {"ds_actor": self.site.sign({"a": self.actor}, "actor")} if self.actor else {}

    def get(self, path: str) -> Any:
        return asyncio.run(self.site.client.get(path, cookies=self.cookies()))

    def post(self, path: str, token: bool = True, **answers: str) -> Any:
        async def send() -> Any:
            cookies = self.cookies()
            if token:
                drawn = await self.site.client.get(path, cookies=cookies)
                cookies["ds_csrftoken"] = drawn.cookies["ds_csrftoken"]
                answers["csrftoken"] = cookies["ds_csrftoken"]
            return await self.site.client.post(path, data=answers, cookies=cookies)

        return asyncio.run(send())


@pytest.fixture
def ledger(tmp_path: Path, lexicon: Lexicon) -> Path:
    path = tmp_path / "taizhang.db"
    with Ledger(path, lexicon).run("test") as run:
        extracted = extract_speech(parse(Input(Path("a.txt"), "a.txt"), SPEECH.encode()), lexicon, frozenset(PARTS))
        assert isinstance(extracted, Extracted)
        run.save(extracted.document, extracted.facts)
    return path


@pytest.fixture
def visit(ledger: Path, lexicon: Lexicon) -> Callable[..., Visitor]:
    def visitor(actor: dict[str, Any] | None = ANALYST, **options: Any) -> Visitor:
        return Visitor(build_site(ledger, **{"correct_with": lexicon, **options}), actor)

    return visitor


def rows(db: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as opened:
        return opened.execute(query).fetchall()


def dump(db: Path) -> str:
    with closing(sqlite3.connect(db)) as opened:
        return "\n".join(opened.iterdump())


def fact(db: Path, table: str, words: str) -> int:
    return int(rows(db, f"select id from {table} where char_start = {SPEECH.index(words)}")[0][0])


FORMS = ("/-/correct/documents/1", "/-/correct/items/1", "/-/add/1", "/-/add/1?table=redactions")


@pytest.mark.parametrize("path", FORMS)
def test_who_gets_the_form(visit: Callable[..., Visitor], path: str) -> None:
    assert visit().get(path).status_code == 200
    assert visit(correct_with=None).get(path).status_code == 404
    anonymous = visit(None).get(path)
    assert anonymous.status_code == 403
    assert "请先登录" in anonymous.text
    only = {"plugins": {"taizhang-correct": {"allow": {"id": "苏明"}}}}
    refused = visit(metadata=only).get(path)
    assert refused.status_code == 403
    assert "没有更正的权限" in refused.text
    assert visit({"id": "苏明"}, metadata=only).get(path).status_code == 200
    assert visit(metadata={"allow": {"id": "苏明"}}).get(path).status_code == 403


def test_links_are_for_those_who_may_follow_them(visit: Callable[..., Visitor]) -> None:
    for page in ("/-/speech/1", "/taizhang/items/1"):
        assert "/-/correct/" in visit().get(page).text
        for other in (visit(None), visit(correct_with=None)):
            assert "/-/correct/" not in other.get(page).text


def test_nobody_writes_without_right_or_token(visit: Callable[..., Visitor], ledger: Path) -> None:
    before = dump(ledger)
    form = "/-/correct/documents/1"
    assert visit(None).post(form, token=False, year="2016").status_code == 403
    assert visit().post(form, token=False, year="2016").status_code == 403
    assert visit(correct_with=None).post(form, token=False, year="2016").status_code in (403, 404)
    only = {"plugins": {"taizhang-correct": {"allow": False}}}
    assert visit(metadata=only).post(form, token=False, year="2016").status_code == 403
    assert dump(ledger) == before


def test_a_login_without_cookies_needs_the_token_too(visit: Callable[..., Visitor], ledger: Path) -> None:
    """A browser sends a login by header along with every form, also with one from elsewhere."""
    visitor = visit(None)
    client = visitor.site.client
    app = visitor.site.app()

    async def sent() -> list[Any]:
        body = b"year=2016"
        scope = {
            "type": "http", "method": "POST", "path": "/-/correct/documents/1", "raw_path": b"/-/correct/documents/1",
            "query_string": b"", "headers": [(b"content-type", b"application/x-www-form-urlencoded")], "actor": ANALYST,
            "http_version": "1.1", "scheme": "http",
        }  # fmt: skip
        said: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            said.append(message)

        await client.get("/-/versions.json")
        from datasette.plugins import pm

        class ByHeader:
            from datasette import hookimpl

            @hookimpl
            def actor_from_request(self) -> Any:
                return ANALYST

        plugin = ByHeader()
        pm.register(plugin)
        try:
            await app(scope, receive, send)
        finally:
            pm.unregister(plugin)
        return said

    answer = asyncio.run(sent())
    assert answer[0]["status"] == 403
    assert rows(ledger, "select count(*) from corrections") == [(0,)]


def test_reading_writes_nothing(visit: Callable[..., Visitor], ledger: Path) -> None:
    visitor = visit()
    before = dump(ledger)
    for path in (*FORMS, "/-/speech/1", "/-/correct/documents/1?year=2016&note=x", "/"):
        visitor.get(path)
    assert dump(ledger) == before


def test_a_correction_is_recorded_applied_told_and_kept(
    visit: Callable[..., Visitor], ledger: Path, lexicon: Lexicon
) -> None:
    visitor = visit()
    form = "/-/correct/documents/1"
    answer = visitor.post(form, year="2016", speaker_level="township", note="见会议通知")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/-/speech/1")
    told = [
        ("year", "2016", "2014", "林知远", "见会议通知"),
        ("speaker_level", "township", "county", "林知远", "见会议通知"),
    ]
    assert rows(ledger, "select field, value, rule_value, author, note from corrections") == told
    query = "select year, year_min, speaker_level, corrected from documents"
    assert rows(ledger, query) == [(2016, 2016, "township", 1)]
    changed = "select field, before, after from changes where run_id = (select max(id) from runs) and field = 'year'"
    assert rows(ledger, changed) == [("year", "2014", "2016")]
    page = visitor.get("/-/speech/1").text
    assert "规则原值：2014；林知远：见会议通知" in page
    assert 'id="corrections"' in page
    assert "规则原值：2014" in visitor.get(form).text
    assert "规则原值：2014" in visit(None).get("/-/speech/1").text
    reextract(Ledger(ledger, lexicon), lexicon, Choice(("year", "speaker")))
    assert rows(ledger, query) == [(2016, 2016, "township", 1)]


def test_a_fact_is_changed_deleted_added(visit: Callable[..., Visitor], ledger: Path) -> None:
    visitor = visit()
    item = fact(ledger, "items", "一、")
    assert visitor.post(f"/-/correct/items/{item}", role="lesson").headers["location"].endswith(f"/-/speech/1#i{item}")
    page = visitor.get("/-/speech/1").text
    assert re.search(rf'<mark class="item role-lesson corrected" id="i{item}"', page)
    assert "更正：作用：经验（规则原值：成绩；林知远）" in page
    claim = fact(ledger, "metric_claims", "12%")
    gone = visitor.post(f"/-/correct/metric_claims/{claim}", delete="1", note="不是数量")
    assert gone.headers["location"].endswith("/-/speech/1#corrections")
    assert rows(ledger, f"select count(*) from metric_claims where id = {claim}") == [(0,)]
    assert visitor.get(f"/-/correct/metric_claims/{claim}").status_code == 404
    start = str(SPEECH.index("三件"))
    added = visitor.post("/-/add/1?table=metric_claims", quote="三", start=start, number="3", unit="件", subject="事")
    assert added.status_code == 303, added.text
    assert rows(ledger, f"select value, unit, rule from metric_claims where char_start = {start}") == [
        ("三", "件", "correction")
    ]
    again = visitor.post("/-/add/1?table=metric_claims", quote="三", start=start, number="3")
    assert again.status_code == 409
    assert rows(ledger, "select count(*) from corrections") == [(3,)]


@pytest.mark.parametrize(
    ("path", "answers", "says"),
    [
        ("/-/correct/documents/1", {"year": "不明"}, "“不明”不是整数"),
        ("/-/correct/documents/1", {"year": "20145"}, "不是四位年份"),
        ("/-/correct/documents/1", {"date": "2014年"}, "不是日期"),
        ("/-/correct/documents/1", {"meeting_type": "party"}, "没有代码“party”"),
        ("/-/correct/documents/1", {"delete": "1"}, "讲话不能删去"),
        ("/-/correct/documents/1", {}, "没有改动"),
        ("/-/correct/documents/1", {"title": "长" * 501}, "超过 500 字"),
        ("/-/correct/items/1", {"role": ""}, "不能为空"),
        ("/-/correct/items/1", {"role": "other", "was-role": "lesson"}, "刚由别人改为"),
        ("/-/add/1?table=redactions", {"quote": "同志们"}, "请选一项"),
        ("/-/add/1?table=redactions", {"quote": "无此语", "slot": "topic"}, "原文没有“无此语”"),
        ("/-/add/1?table=redactions", {"quote": "", "slot": "topic"}, "请写出原文里的词语"),
        ("/-/add/1?table=metric_claims", {"quote": "月"}, "请从下面选一处"),
        ("/-/add/1?table=metric_claims", {"quote": "三", "number": "三"}, "不是数"),
    ],
)
def test_a_bad_answer_is_one_line_and_writes_nothing(
    visit: Callable[..., Visitor], ledger: Path, path: str, answers: dict[str, str], says: str
) -> None:
    visitor = visit()
    before = dump(ledger)
    answer = visitor.post(path, note="<b>为什么", **answers)
    assert answer.status_code in (400, 409)
    alert = re.search(r'role="alert">(.*?)</p>', answer.text)
    assert alert
    assert says in alert[1]
    assert 'value="&lt;b&gt;为什么"' in answer.text
    assert dump(ledger) == before


def test_pages_that_are_none(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    for path in ("/-/correct/noise/1", "/-/correct/items/999", "/-/correct/sqlite_master/1", "/-/add/9", "/-/add/1?table=x",
                 "/-/correct/items/99999999999999999999999"):  # fmt: skip
        assert visitor.get(path).status_code == 404, path
    client = visitor.site.client
    assert asyncio.run(client.request("PUT", "/-/correct/items/1")).status_code == 405


def test_a_busy_ledger_is_waited_for_or_told(
    visit: Callable[..., Visitor], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = visit()
    with closing(sqlite3.connect(ledger, isolation_level=None, check_same_thread=False)) as other:
        other.execute("insert into runs (started_at, ruleset, version, documents_seen, documents_extracted,"
                      " documents_unchanged, documents_failed, arguments) values ('t', 'r', 'v', 0, 0, 0, 0, 'extract 大库')")  # fmt: skip
        other.execute("begin immediate")
        monkeypatch.setattr(connection, "WAIT_SECONDS", 0.2)
        told = visitor.post("/-/correct/documents/1", year="2016", note="稍后再存")
        assert told.status_code == 503
        assert told.headers["retry-after"]
        assert "没有记下" in told.text
        assert "extract 大库" in told.text
        assert 'value="2016"' in told.text
        assert 'value="稍后再存"' in told.text
        monkeypatch.setattr(connection, "WAIT_SECONDS", 20.0)
        threading.Timer(0.5, lambda: other.execute("commit")).start()
        assert visitor.post("/-/correct/documents/1", year="2016").status_code == 303
    assert rows(ledger, "select year from documents") == [(2016,)]


def test_what_cannot_be_written_whole_is_not_written(
    visit: Callable[..., Visitor], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(DocumentWriter, "save_changes", full)
    answer = visit().post("/-/correct/documents/1", year="2016")
    assert answer.status_code == 400
    assert "disk is full" in answer.text
    assert rows(ledger, "select year, corrected from documents") == [(2014, 0)]
    assert rows(ledger, "select count(*) from corrections") == [(0,)]


def test_a_text_that_changed_meanwhile_is_not_overwritten(
    visit: Callable[..., Visitor], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`taizhang extract` reads a new version of the file while the form's speech is being extracted again."""

    def late(*arguments: Any) -> Any:
        with closing(sqlite3.connect(ledger)) as other, other:
            other.execute("update documents set text = text || '完。', char_count = char_count + 2, sha256 = 'new'")
        return extract_speech(*arguments)

    monkeypatch.setattr("extractor.reextract.extract_speech", late)
    assert visit().post("/-/correct/documents/1", year="2016").status_code == 503
    assert rows(ledger, "select year, sha256 from documents") == [(2014, "new")]
    assert rows(ledger, "select count(*) from corrections") == [(0,)]


def test_a_corrected_directive_is_told_with_its_point(visit: Callable[..., Visitor], ledger: Path) -> None:
    visitor = visit()
    directive = fact(ledger, "directives", "二、")
    answer = visitor.post(f"/-/correct/directives/{directive}", addressee="各村", note="见下句")
    item = fact(ledger, "items", "二、")
    assert answer.headers["location"].endswith(f"#i{item}")
    page = visitor.get("/-/speech/1").text
    assert "更正：责任主体：各村" in page
    assert "corrected-sign" in page


def test_a_stale_correction_is_listed(visit: Callable[..., Visitor], ledger: Path, lexicon: Lexicon) -> None:
    claim = fact(ledger, "metric_claims", "12%")
    visit().post(f"/-/correct/metric_claims/{claim}", status="target", note="是指标")
    shorter = SPEECH.replace("，同比增长12%", "")
    with Ledger(ledger, lexicon).run("test") as run:
        extracted = extract_speech(parse(Input(Path("a.txt"), "a.txt"), shorter.encode()), lexicon, frozenset(PARTS))
        assert isinstance(extracted, Extracted)
        run.save(extracted.document, extracted.facts)
    page = visit(None).get("/-/speech/1").text
    assert "失位" in page
    assert "是指标" in page


def test_the_home_page_follows_what_is_corrected(visit: Callable[..., Visitor], ledger: Path) -> None:
    visitor = visit()
    assert "1987" not in visitor.get("/").text
    visitor.post("/-/correct/documents/1", year="1987")
    assert "1987" in visitor.get("/").text


def test_hostile_words_show_as_words(visit: Callable[..., Visitor]) -> None:
    visitor = visit({"id": "<script>alert(1)</script>"})
    evil = '"><script>alert(1)</script>{{ 7*7 }}'
    visitor.post("/-/correct/documents/1", speaker_name=evil, note=evil)
    for path in ("/-/speech/1", "/-/correct/documents/1", "/taizhang/corrections"):
        page = visitor.get(path).text
        assert "<script>alert" not in page
        assert "{{ 7*7 }}" in page or path == "/taizhang/corrections"
