"""An analyst corrects in Debian's Chromium: logs in, sets a year and a role right, adds a fact, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from extractor.ingest import ingest
from extractor.lexicon import Lexicon
from extractor.places import sample_speeches
from extractor.store import Ledger

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install .[dev]")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

from tests.browser import browser, chromium, served_to_correct  # noqa: E402

pytestmark = [
    pytest.mark.skipif(chromium() is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
FORMS = ("/-/correct/documents/1", "/-/correct/items/2", "/-/correct/metric_claims/1", "/-/add/1?table=redactions",
         "/-/add/1?table=metric_claims&quote=的")  # fmt: skip


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    path = tmp_path_factory.mktemp("correcting") / "taizhang.db"
    ingest([sample_speeches() / "01-zhuti-jiaoyu-summary.txt"], Ledger(path, lexicon), lexicon)
    with served_to_correct(path) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def login(chrome: Browser, site: tuple[str, str]) -> dict[str, object]:
    """What a browser keeps of a login."""
    context = chrome.new_context(base_url=site[0])
    context.new_page().goto(site[1])
    state = context.storage_state()
    context.close()
    return dict(state)


def open_page(chrome: Browser, site: tuple[str, str], **options: object) -> Page:
    size = {"width": 1360, "height": 900}
    tab: Page = chrome.new_context(base_url=site[0], viewport=size, **options).new_page()  # type: ignore[arg-type]
    return tab


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chrome: Browser, site: tuple[str, str], login: object) -> Iterator[Page]:
    """A logged-in page that fails its test where the console complains of anything but a refused form."""
    tab = open_page(chrome, site, storage_state=login, color_scheme=request.param)
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    tab.context.close()
    assert [said for said in complaints if "400 (Bad Request)" not in said] == []


def grave(page: Page) -> list[object]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found
            if one["impact"] in ("serious", "critical")]  # fmt: skip


@pytest.mark.parametrize("address", FORMS)
def test_nothing_serious_for_axe(page: Page, address: str) -> None:
    page.goto(address)
    assert grave(page) == []
    page.set_viewport_size({"width": 380, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    page.get_by_role("button", name=re.compile("存为更正|增补")).click()
    expect(page.get_by_role("alert").or_(page.locator(":invalid")).first).to_be_visible()
    assert grave(page) == []


def test_a_year_and_a_role_are_set_right(page: Page) -> None:
    page.goto("/-/speech/1")
    page.get_by_role("link", name=re.compile("更正结论")).click()
    year = page.get_by_label(re.compile("^讲话年份"))
    right = "2018" if year.input_value() != "2018" else "2017"
    year.fill("二〇")
    page.get_by_role("button", name=re.compile("存为更正")).click()
    expect(page.get_by_role("alert")).to_contain_text("“二〇”不是整数")
    year.fill(right)
    page.get_by_label(re.compile("^备注")).first.fill("见会议通知")
    page.get_by_role("button", name=re.compile("存为更正")).click()
    expect(page.locator(".message")).to_contain_text("已记下 1 处更正")
    expect(page.locator(".conclusions")).to_contain_text(f"{right}年")
    expect(page.locator(".conclusions .told")).to_contain_text("规则原值：2020；root：见会议通知")
    page.goto("/-/speech/1#i2")
    page.locator("#card a", has_text="更正").first.click()
    role = page.get_by_label(re.compile("^作用"))
    role.select_option("lesson" if role.input_value() != "lesson" else "problem")
    page.get_by_role("button", name=re.compile("存为更正")).click()
    page.wait_for_url(re.compile(r"/-/speech/1#i2$"))
    expect(page.locator("#i2")).to_have_class(re.compile("corrected"))
    expect(page.locator("#card")).to_contain_text("规则原值：成绩")
    expect(page.locator("table.corrections")).to_contain_text("讲话年份")
    assert grave(page) == []


def test_selected_words_are_the_place_of_a_new_fact(page: Page) -> None:
    page.goto("/-/speech/1")
    page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.querySelector("article.text"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf("断头路");
                if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + 3); return; }
            }
        }"""
    )
    page.wait_for_function("document.getElementById('add-fact').search !== ''")
    page.locator("#add-fact").click()
    expect(page.get_by_label(re.compile("^原文"))).to_have_value("断头路")
    expect(page.locator(".excerpt mark")).to_have_text("断头路")
    expect(page.locator(".excerpt")).to_contain_text("打通断头路17条")


def test_an_anonymous_visitor_sees_no_form(chrome: Browser, site: tuple[str, str]) -> None:
    tab = open_page(chrome, site)
    tab.goto("/-/speech/1")
    expect(tab.locator("article.text")).to_be_visible()
    assert tab.locator("a[href*='/-/correct/'], a[href*='/-/add/']").count() == 0
    tab.goto("/-/correct/documents/1")
    expect(tab.locator("main")).to_contain_text("请先登录")
    assert tab.locator("main form").count() == 0
    tab.context.close()


def test_without_javascript_a_fact_is_added_and_deleted(chrome: Browser, site: tuple[str, str], login: object) -> None:
    tab = open_page(chrome, site, storage_state=login, java_script_enabled=False)
    tab.goto("/-/add/1?table=redactions")
    tab.get_by_label(re.compile("^原文")).fill("县委")
    tab.get_by_label(re.compile("^隐去何物")).select_option("organisation")
    tab.get_by_role("button", name=re.compile("增补")).click()
    tab.locator(".places a").first.click()
    expect(tab.locator(".excerpt mark")).to_have_text("县委")
    tab.get_by_label(re.compile("^隐去何物")).select_option("organisation")
    tab.get_by_role("button", name=re.compile("增补")).click()
    expect(tab.locator("mark.redaction.corrected")).to_have_text("县委")
    number = str(tab.locator("mark.redaction.corrected").get_attribute("id")).removeprefix("r")
    tab.goto(f"/taizhang/redactions/{number}")
    tab.get_by_role("link", name=re.compile("更正")).click()
    tab.get_by_text("删去这一条").click()
    tab.get_by_role("button", name=re.compile("删去")).click()
    assert tab.locator("mark.redaction.corrected").count() == 0
    expect(tab.locator("table.corrections")).to_contain_text("删去")
    tab.context.close()
