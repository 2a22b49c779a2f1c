"""What a person sees: the main paths of the site in Debian's Chromium, offline, in both lights, by keyboard too."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.extract import extract
from extractor.ingest import ingest
from extractor.lexicon import Lexicon
from extractor.places import sample_speeches
from extractor.records import Speech
from extractor.rows import document_row, fact_rows
from extractor.store import Ledger

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install .[dev]")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

from tests.browser import browser, chromium, served  # noqa: E402

pytestmark = [
    pytest.mark.skipif(chromium() is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
PAGES = ("/", "/taizhang", "/taizhang/documents", "/taizhang/metric_claims", "/taizhang/metric_claims/1", "/-/speech/1",
         "/-/find?q=会议", "/-/how", "/taizhang/redacted_claims", "/taizhang?sql=select+1", "/nothing")  # fmt: skip
HOSTILE = "关于<script>document.title='hit'</script>的讲话\n同志们：\n一、要<img src=x onerror=alert(1)>抓好X户改造。\n"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    path = tmp_path_factory.mktemp("browser") / "taizhang.db"
    ledger = Ledger(path, lexicon)
    ingest([sample_speeches()], ledger, lexicon)
    with ledger.run("hostile") as run:
        speech = Speech("--<b>%.txt", HOSTILE)
        run.save(document_row(speech, extract(speech, lexicon)), fact_rows(speech, extract(speech, lexicon)))
    return path


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[str]:
    with served(database) as address:
        yield address


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chrome: Browser, site: str) -> Iterator[Page]:
    """A page that fails its test where the console complains or a request leaves the machine."""
    context = chrome.new_context(base_url=site, color_scheme=request.param, viewport={"width": 1400, "height": 900})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda sent: complaints.append(sent.url) if not sent.url.startswith((site, "data:")) else None)
    yield tab
    context.close()
    assert [said for said in complaints if "404 (Not Found)" not in said] == []


@pytest.mark.parametrize("address", PAGES)
def test_nothing_serious_for_axe(page: Page, address: str) -> None:
    page.goto(address)
    found = Axe().run(page).response["violations"]
    grave = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found
             if one["impact"] in ("serious", "critical")]  # fmt: skip
    assert grave == []


def test_the_main_path(page: Page) -> None:
    """Home → table → facet → search → speech → toggle → row → mark."""
    page.goto("/")
    expect(page.locator("svg.picture").first).to_be_visible()
    page.get_by_role("link", name=re.compile("讲话 Speeches")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("讲话")
    page.locator("#facet-meeting_type a").first.click()
    assert "meeting_type=" in page.url
    page.locator("#_search").fill("会议")
    page.locator("#_search").press("Enter")
    assert "_search=" in page.url
    page.locator("a.speech-link").first.click()
    expect(page.locator("article.text")).to_be_visible()
    claim = page.locator("mark.claim").first
    coloured = claim.evaluate("m => getComputedStyle(m).backgroundColor")
    page.locator("#show-claim").uncheck()
    assert claim.evaluate("m => getComputedStyle(m).backgroundColor") != coloured
    page.locator("#show-claim").check()
    claim.click()
    expect(page.locator("#card")).to_be_visible()
    page.locator("#card a[href*=metric_claims]").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("数量陈述")
    page.get_by_role("link", name=re.compile("在原文中看")).click()
    page.wait_for_url(re.compile(r"/-/speech/\d+#c\d+$"))
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_every_mark_is_a_target(page: Page, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        row = connection.execute("select id, document_id from redactions where slot = 'place' limit 1").fetchone()
        row = row or connection.execute("select id, document_id from redactions limit 1").fetchone()
    page.goto(f"/-/speech/{row[1]}#r{row[0]}")
    expect(page.locator("mark:target")).to_be_in_viewport()
    expect(page.locator("#card")).to_contain_text("隐去")


def test_a_card_is_not_drawn_anew_when_its_mark_is_focused(page: Page) -> None:
    """The browser focuses the target of an address late: a link that goes from under the pointer is not followed."""
    page.goto("/-/speech/1#i2")
    stays = """() => {
        const link = document.querySelector("#card a");
        document.getElementById("i2").dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
        return link.isConnected;
    }"""
    assert page.evaluate(stays)
    page.locator("#i3").dispatch_event("focusin", {"bubbles": True})
    expect(page.locator("#card a[href='#i3']").first).to_be_visible()


def test_keys_walk_the_marks(page: Page) -> None:
    page.goto("/-/speech/1")
    page.keyboard.press("j")
    first = page.locator("mark.current").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator("mark.current").get_attribute("id") != first
    page.keyboard.press("k")
    assert page.locator("mark.current").get_attribute("id") == first
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("2")
    expect(page.locator("#show-claim")).not_to_be_checked()


def test_a_conclusion_lights_its_clues(page: Page) -> None:
    page.goto("/-/speech/1")
    page.locator("details[data-field] summary").first.click()
    expect(page.locator("mark.lit").first).to_be_visible()


def test_a_question_with_a_parameter(page: Page) -> None:
    page.goto("/taizhang/directives_by_meeting")
    page.locator("select[name=meeting_type]").select_option("summary")
    page.get_by_role("button", name=re.compile("查询")).click()
    assert "meeting_type=summary" in page.url
    expect(page.locator("select[name=meeting_type]")).to_have_value("summary")


def test_hostile_text_runs_nothing(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page.goto("/taizhang/documents?_sort_desc=id")
    page.get_by_role("link", name=re.compile("的讲话")).first.click()
    assert page.title() != "hit"
    assert page.locator("article.text img, article.text script").count() == 0


def test_it_reads_without_javascript(chrome: Browser, site: str) -> None:
    context = chrome.new_context(base_url=site, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/-/speech/1")
    expect(tab.locator("article.text p").first).to_be_visible()
    mark = tab.locator("mark.redaction, mark.claim").first
    before = mark.evaluate("m => getComputedStyle(m).backgroundColor")
    kind = "redaction" if "redaction" in (mark.get_attribute("class") or "") else "claim"
    tab.locator(f"#show-{kind}").uncheck()
    assert mark.evaluate("m => getComputedStyle(m).backgroundColor") != before
    context.close()


def test_the_language_switch_needs_no_javascript(chrome: Browser, site: str) -> None:
    context = chrome.new_context(base_url=site, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/taizhang/items?role=directive")
    tab.get_by_role("link", name="English").click()
    assert tab.url.endswith("/taizhang/items?role=directive")
    heading = tab.get_by_role("heading", level=1)
    expect(heading).to_have_text("Numbered points", use_inner_text=True)
    tab.get_by_role("link", name="中文", exact=True).click()
    expect(heading).to_have_text("条目", use_inner_text=True)
    tab.get_by_role("link", name="双语").click()
    expect(heading).to_have_text("条目 Numbered points", use_inner_text=True)
    context.close()


def test_a_narrow_screen_does_not_scroll_sideways(chrome: Browser, site: str) -> None:
    context = chrome.new_context(base_url=site, viewport={"width": 380, "height": 800})
    tab = context.new_page()
    for address in PAGES:
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 380, address
    context.close()


def test_on_a_narrow_screen_a_mark_shows_its_card_beside_it(chrome: Browser, site: str) -> None:
    context = chrome.new_context(base_url=site, viewport={"width": 380, "height": 800})
    tab = context.new_page()
    tab.goto("/-/speech/1")
    tab.locator("mark.redaction").first.click()
    card = tab.locator("#card")
    expect(card).to_be_in_viewport()
    expect(tab.locator("mark.current")).to_be_in_viewport()
    card.get_by_role("button", name="收起").click()
    expect(card).to_be_hidden()
    context.close()


def test_a_list_is_narrowed_down_to_some_speeches(page: Page) -> None:
    page.goto("/taizhang/directives")
    before = page.locator(".result-line h2").inner_text()
    page.locator("select[name=_level]").select_option("county")
    page.get_by_role("button", name=re.compile("应用")).click()
    assert "_level=county" in page.url
    expect(page.locator("select[name=_level]")).to_have_value("county")
    expect(page.locator(".result-line h2")).to_contain_text("讲话层级 县级")
    assert page.locator(".result-line h2").inner_text() != before


def test_a_cell_of_a_picture_leads_to_its_rows(page: Page) -> None:
    page.goto("/")
    part = page.locator("figure", has_text="讲到哪里说什么").locator("svg a").first
    counted = re.search(r"(\d+) 条", part.get_attribute("aria-label") or "")
    assert counted
    part.click()
    expect(page.locator(".result-line h2")).to_contain_text(f"{int(counted[1]):,} 行")


def test_a_long_speech_opens_in_a_second(chrome: Browser, tmp_path: Path, lexicon: Lexicon) -> None:
    """60,000 characters of sample speeches in one text, with as many marks as such texts have."""
    texts = [file.read_text(encoding="utf-8", errors="ignore") for file in sorted(sample_speeches().glob("*.txt"))]
    text = "".join(texts) * 3
    database = tmp_path / "long.db"
    with Ledger(database, lexicon).run("long") as run:
        speech = Speech("long.txt", text[:60000])
        run.save(document_row(speech, extract(speech, lexicon)), fact_rows(speech, extract(speech, lexicon)))
    with served(database) as address:
        tries = (load_milliseconds(chrome, address + "/-/speech/1") for _ in range(10))
        opened = any(taken < 1000 for taken in tries)
    if not opened and os.getloadavg()[0] > (os.cpu_count() or 1):
        pytest.skip("this machine is too busy to measure on")
    assert opened, "on an idle machine it takes half of that"


def load_milliseconds(chrome: Browser, address: str) -> float:
    """How long a page takes from the click to the end of loading, in a window of its own."""
    tab = chrome.new_page()
    tab.goto(address)
    timing = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    tab.wait_for_function(timing + " > 0")
    taken = float(tab.evaluate(timing))
    tab.close()
    return taken
