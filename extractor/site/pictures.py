"""The pictures of the home page that count: each drawn from one query, each part of it linked to its very rows."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from extractor.site import charts
from extractor.site.charts import Datum
from extractor.site.descriptions import table_words
from extractor.site.facts import Row
from extractor.site.narrowing import FIFTHS, PART
from extractor.site.speech import Fetch
from extractor.text import fold

Link = Callable[..., str]
"""From a table's or query's name and filters to an address."""

_YEARS = 30
_COLUMNS = 9
CHANGES = {"added": "新增", "changed": "改动", "removed": "移除"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its titles, a note on how to read it, and where its rows are."""

    zh: str
    en: str
    note: str
    svg: str
    href: str
    roles: bool = False


async def speeches_by_year(fetch: Fetch, link: Link) -> Picture | None:
    """How many speeches each of the last thirty years has."""
    rows = await fetch("select year, count(*) as n from documents where year is not null group by year", ())
    found = {row["year"]: row["n"] for row in rows}
    last = max(found, default=0)
    span = range(max(min(found), last - _YEARS + 1), last + 1) if found else range(0)
    data = [Datum(str(y), found.get(y, 0), link("documents", year=y), f"{y}年：{found.get(y, 0)} 篇") for y in span]
    svg = charts.columns("历年讲话", data)
    return Picture("历年讲话", "Speeches by year", "", svg, link("meetings_by_year")) if data else None


async def meetings_by_year(fetch: Fetch, link: Link) -> Picture | None:
    """The most frequent kinds of meeting, in all and in each of the last years."""
    rows = await fetch(
        "select m.code, m.label_zh, d.year, count(*) as n from documents d join meeting_types m"
        " on m.code = d.meeting_type group by m.code, d.year",
        (),
    )
    sums = dict[str, int]()
    for row in rows:
        sums[row["code"]] = sums.get(row["code"], 0) + row["n"]
    years = sorted({row["year"] for row in rows if row["year"]})[-_COLUMNS:]
    cells: dict[str, dict[str, Datum]] = {}
    labels = {row["code"]: row["label_zh"] for row in rows}
    for code in sorted(sums, key=lambda code: (-sums[code], code))[:12]:
        said = f"{labels[code]}：共 {sums[code]} 篇"
        cells[labels[code]] = {"合计": Datum("", sums[code], link("documents", meeting_type=code), said, "sum")}
    for row in rows:
        if row["label_zh"] in cells and row["year"] in years:
            said = f"{row['label_zh']}，{row['year']}年：{row['n']} 篇"
            href = link("documents", meeting_type=row["code"], year=row["year"])
            cells[row["label_zh"]][str(row["year"])] = Datum("", row["n"], href, said)
    svg = charts.matrix("历年会议类型", ["合计", *map(str, years)], cells, left=90)
    note = "篇数；最常见的十二类，最近有讲话的九年"
    return Picture("历年会议类型", "Meeting types by year", note, svg, link("meetings_by_year")) if rows else None


async def roles_by_part(fetch: Fetch, link: Link) -> Picture | None:
    """What the points of each fifth of the speeches do."""
    part = PART.format(start="i.char_start", count="d.char_count")
    rows = await fetch(
        f"select part, role, label_zh, n from (select {part} as part, i.role, count(*) as n from documents d"
        " cross join items i on i.document_id = d.id group by part, i.role) join roles on code = role"
        " order by part, rank",
        (),
    )
    parts: dict[str, list[Datum]] = {}
    for row in rows:
        name = FIFTHS[row["part"]]
        said = f"{name} · {row['label_zh']}：{row['n']} 条"
        href = link("items", role=row["role"], _part=row["part"])
        parts.setdefault(name, []).append(Datum(row["label_zh"], row["n"], href, said, f"role-{row['role']}"))
    svg = charts.shares("条目作用", parts, left=60)
    note = "讲话按字数分作五段，每段的条目各占几成（%）"
    every = link("items")
    return Picture("讲到哪里说什么", "Roles by part of speech", note, svg, every, True) if rows else None


async def asks_by_level(fetch: Fetch, link: Link) -> Picture | None:
    """How often the speakers of each level ask something of the bodies that are asked most."""
    rows = await fetch(
        "with top as (select addressee from directives where addressee is not null group by addressee"
        " order by count(*) desc, addressee limit 10)"
        " select r.addressee, l.code, l.label_zh, l.rank, count(*) as n from directives r join documents d"
        " on d.id = r.document_id join speaker_levels l on l.code = d.speaker_level"
        " where r.addressee in (select addressee from top) group by r.addressee, l.code order by l.rank, n desc",
        (),
    )
    heads = list(dict.fromkeys(row["label_zh"] for row in rows))
    cells: dict[str, dict[str, Datum]] = {}
    for row in rows:
        said = f"{row['label_zh']} → {row['addressee']}：{row['n']} 条"
        href = link("directives", addressee=row["addressee"], _level=row["code"])
        cells.setdefault(row["addressee"][:11], {})[row["label_zh"]] = Datum("", row["n"], href, said)
    svg = charts.matrix("哪一级要谁去做", heads, cells)
    note = "要求条数；被点名最多的十个责任主体"
    return Picture("哪一级要谁去做", "Who asks whom", note, svg, link("asks_by_level")) if rows else None


async def redacted_by_unit(fetch: Fetch, link: Link) -> Picture | None:
    """The share of claims whose value is hidden, by unit; a unit's forms (％ and %) are one."""
    rows = await fetch(
        "select redacted, unit, count(*) as n from metric_claims where unit is not null group by redacted, unit", ()
    )
    units: dict[str, list[Row]] = {}
    for row in rows:
        units.setdefault(fold(row["unit"]), []).append(row)
    most = sorted(units, key=lambda unit: (-sum(r["n"] for r in units[unit]), unit))[:12]
    data = [_hidden_datum(unit, units[unit], link) for unit in most]
    note = "最常见的十二个单位，各有几成隐去了数值"
    svg = charts.bars("隐去的数值", data, "%", left=80)
    return Picture("隐去的数值", "Share redacted by unit", note, svg, link("redacted_share")) if data else None


def _hidden_datum(unit: str, rows: Sequence[Row], link: Link) -> Datum:
    """A unit's share; its rows are all of its claims, those that hide their value first."""
    forms = sorted({row["unit"] for row in rows})
    count, hidden = sum(row["n"] for row in rows), sum(row["n"] for row in rows if row["redacted"])
    given = {"unit": forms[0]} if len(forms) == 1 else {"unit__in": json.dumps(forms, ensure_ascii=False)}
    share = round(100 * hidden / count)
    said = f"{unit}：{count:,} 处，隐去 {hidden:,} 处，占 {share}%"
    return Datum(unit, share, link("metric_claims", **given, _sort_desc="redacted"), said)


async def claims_by_indicator(fetch: Fetch, link: Link) -> Picture | None:
    """How many claims each of the last ten years makes of the indicators that recur in most speeches."""
    rows = await fetch(
        "with counted as (select subject, count(*) as n from metric_claims where subject is not null group by subject"
        " order by n desc, subject limit 50), top as (select subject from counted order by (select"
        " count(distinct document_id) from metric_claims m where m.subject = counted.subject) desc, n desc limit 10)"
        " select c.subject, d.year, count(*) as n from metric_claims c join documents d on d.id = c.document_id"
        " where c.subject in (select subject from top) and d.year >= (select max(year) - 9 from documents)"
        " group by c.subject, d.year order by d.year",
        (),
    )
    heads = [str(y) for y in sorted({row["year"] for row in rows})]
    cells: dict[str, dict[str, Datum]] = {}
    for row in rows:
        said = f"{row['subject']}，{row['year']}年：{row['n']} 处"
        href = link("metric_claims", subject=row["subject"], _year=row["year"])
        cells.setdefault(row["subject"][:11], {})[str(row["year"])] = Datum("", row["n"], href, said)
    svg = charts.matrix("历年指标", heads, cells, left=170)
    note = "近十年的陈述数；讲话篇数最多的十个对象"
    every = link("indicators_over_years")
    return Picture("历年指标", "Claims by indicator over the years", note, svg, every) if rows else None


async def last_changes(fetch: Fetch, link: Link) -> Picture | None:
    """What the last run changed, by table."""
    rows = await fetch(
        "select run_id, table_name, change, count(*) as n from changes where run_id = (select max(id) from runs)"
        " group by table_name, change order by n desc limit 10",
        (),
    )
    data = [_change_datum(row, link) for row in rows]
    svg = charts.bars("上一批的变动", data, left=170)
    return Picture("上一批的变动", "What the last run changed", "", svg, link("last_run_changes")) if data else None


def _change_datum(row: Row, link: Link) -> Datum:
    words = table_words().get(row["table_name"])
    name = f"{words.title.short if words else row['table_name']} {CHANGES.get(row['change'], row['change'])}"
    href = link("changes", run_id=row["run_id"], table_name=row["table_name"], change=row["change"])
    return Datum(name, row["n"], href, f"{name}：{row['n']} 行")


PICTURES: Sequence[Callable[[Fetch, Link], Awaitable[Picture | None]]] = (
    speeches_by_year,
    meetings_by_year,
    roles_by_part,
    asks_by_level,
    redacted_by_unit,
    claims_by_indicator,
    last_changes,
)
"""The pictures that count; each is None where the ledger has nothing to draw."""
