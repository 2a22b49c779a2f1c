"""The pictures of the home page: each drawn from one query, each linked to its rows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from extractor.site import charts
from extractor.site.charts import Datum
from extractor.site.descriptions import table_words
from extractor.site.facts import Row
from extractor.site.speech import Fetch

Link = Callable[..., str]
"""From a table's or query's name and filters to an address."""

FIFTHS = ("开头", "前段", "中段", "后段", "结尾")
_YEARS = 30
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


async def _years(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch("select year, count(*) as n from documents where year is not null group by year", ())
    found = {row["year"]: row["n"] for row in rows}
    last = max(found, default=0)
    span = range(max(min(found), last - _YEARS + 1), last + 1) if found else range(0)
    data = [Datum(str(y), found.get(y, 0), link("documents", year=y), f"{y}年：{found.get(y, 0)} 篇") for y in span]
    svg = charts.columns("历年讲话", data)
    return Picture("历年讲话", "Speeches by year", "", svg, link("meetings_by_year")) if data else None


async def _meetings(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "select m.code, m.label_zh, count(*) as n from documents d join meeting_types m on m.code = d.meeting_type"
        " group by m.code order by n desc limit 12",
        (),
    )
    data = [Datum(r["label_zh"], r["n"], link("documents", meeting_type=r["code"]), _said(r)) for r in rows]
    return Picture("会议类型", "Meeting types", "", charts.bars("会议类型", data), link("documents")) if data else None


async def _roles(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "select part, role, label_zh, n from (select min(4, 5 * i.char_start / max(d.char_count, 1)) as part, i.role,"
        " count(*) as n from documents d cross join items i on i.document_id = d.id group by part, i.role)"
        " join roles on code = role order by part, rank",
        (),
    )
    parts: dict[str, list[Datum]] = {}
    for row in rows:
        name = FIFTHS[row["part"]]
        said = f"{name} · {row['label_zh']}：{row['n']} 条"
        datum = Datum(row["label_zh"], row["n"], link("items", role=row["role"]), said, f"role-{row['role']}")
        parts.setdefault(name, []).append(datum)
    svg = charts.shares("条目作用", parts, left=60)
    note = "讲话分作五段，每段的条目各占几成（%）"
    return (
        Picture("讲到哪里说什么", "Roles by part of speech", note, svg, link("roles_by_meeting"), True)
        if rows
        else None
    )


async def _asks(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "with top as (select addressee from directives where addressee is not null group by addressee"
        " order by count(*) desc, addressee limit 10)"
        " select r.addressee, l.label_zh, l.rank, count(*) as n from directives r join documents d"
        " on d.id = r.document_id join speaker_levels l on l.code = d.speaker_level"
        " where r.addressee in (select addressee from top) group by r.addressee, l.code order by l.rank",
        (),
    )
    heads = list(dict.fromkeys(row["label_zh"] for row in rows))
    cells: dict[str, dict[str, Datum]] = {}
    for row in rows:
        said = f"{row['label_zh']} → {row['addressee']}：{row['n']} 条"
        datum = Datum("", row["n"], link("directives", addressee=row["addressee"]), said)
        cells.setdefault(row["addressee"], {})[row["label_zh"]] = datum
    svg = charts.matrix("哪一级要谁去做", heads, cells)
    return Picture("哪一级要谁去做", "Who asks whom", "要求条数", svg, link("asks_by_level")) if rows else None


async def _hidden(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "select unit, sum(n) as all_n, round(100.0 * sum(n * redacted) / sum(n)) as n from"
        " (select redacted, unit, count(*) as n from metric_claims where unit is not null group by redacted, unit)"
        " group by unit order by all_n desc limit 12",
        (),
    )
    data = [
        Datum(
            r["unit"], r["n"], link("metric_claims", unit=r["unit"]), f"{r['unit']}：{r['all_n']} 处，隐去 {r['n']:g}%"
        )
        for r in rows
    ]
    svg = charts.bars("隐去的数值", data, "%", left=80)
    return (
        Picture("隐去的数值", "Share redacted by unit", "最常见的单位", svg, link("redacted_share")) if data else None
    )


async def _indicators(fetch: Fetch, link: Link) -> Picture | None:
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
        datum = Datum("", row["n"], link("indicator", subject=row["subject"]), said)
        cells.setdefault(row["subject"][:11], {})[str(row["year"])] = datum
    svg = charts.matrix("历年指标", heads, cells, left=170)
    return (
        Picture("历年指标", "Indicators by year", "近十年的陈述数", svg, link("indicators_over_years"))
        if rows
        else None
    )


async def _deadlines(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "select substr(date, 1, 7) as month, count(*) as n from deadlines where date is not null"
        " group by month order by month desc limit 36",
        (),
    )
    data = [
        Datum(
            r["month"],
            r["n"],
            link("deadlines_by_date", since=r["month"], until=f"{r['month']}-31"),
            f"{r['month']}：{r['n']} 个期限",
        )
        for r in reversed(rows)
    ]
    svg = charts.columns("期限", data, 110)
    return (
        Picture("期限", "Deadlines by month", "最近有期限的 36 个月", svg, link("deadlines_by_date")) if data else None
    )


async def _changes(fetch: Fetch, link: Link) -> Picture | None:
    rows = await fetch(
        "select table_name, change, count(*) as n from changes where run_id = (select max(id) from runs)"
        " group by table_name, change order by n desc limit 10",
        (),
    )
    data = [
        Datum(
            _change_words(r),
            r["n"],
            link("changes", table_name=r["table_name"], change=r["change"], _sort_desc="run_id"),
            f"{_change_words(r)}：{r['n']} 行",
        )
        for r in rows
    ]
    svg = charts.bars("上一批的变动", data, left=170)
    return Picture("上一批的变动", "What the last run changed", "", svg, link("last_run_changes")) if data else None


async def uncertain_years(fetch: Fetch, link: Link, speech: Callable[[int], str]) -> Picture | None:
    """The speeches whose year is an interval, the widest first; each line leads to its speech."""
    rows = await fetch(
        "select id, title, source, year, year_min, year_max from documents where year_min < year_max"
        " and year_max - year_min <= 15 order by year_max - year_min desc, year_min limit 30",
        (),
    )
    if not rows:
        return None
    low, high = min(r["year_min"] for r in rows), max(r["year_max"] for r in rows)
    data = [(_uncertain_datum(r, speech), r["year_min"], r["year_max"]) for r in rows]
    svg = charts.intervals("年份不定的讲话", data, low, high)
    note = "线是可能的年份，点是最可能的一年；最不定的三十篇"
    return Picture("年份不定的讲话", "Uncertain years", note, svg, link("uncertain_years"))


def _uncertain_datum(row: Row, speech: Callable[[int], str]) -> Datum:
    said = f"{row['title'] or row['source']}：{row['year_min']}–{row['year_max']}"
    return Datum("", row["year"] or 0, speech(row["id"]), said)


def _change_words(row: Row) -> str:
    words = table_words().get(row["table_name"])
    return f"{words.title.short if words else row['table_name']} {CHANGES.get(row['change'], row['change'])}"


def _said(row: Row) -> str:
    return f"{row['label_zh']}：{row['n']} 篇"


PICTURES: Sequence[Callable[[Fetch, Link], Awaitable[Picture | None]]] = (
    _years,
    _meetings,
    _roles,
    _asks,
    _hidden,
    _indicators,
    _deadlines,
    _changes,
)
"""The pictures in their order; each is None where the ledger has nothing to draw."""
