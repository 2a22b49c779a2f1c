"""The pictures of the home page that have time for an axis: deadlines by month, years that are uncertain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from extractor.site import charts
from extractor.site.charts import Datum
from extractor.site.facts import Row
from extractor.site.pictures import Link, Picture
from extractor.site.speech import Fetch

_MONTHS = 120
_WIDEST = 15


async def deadlines(fetch: Fetch, link: Link) -> Picture | None:
    """The deadlines of the ten years that hold most of them, month by month, on a line of time."""
    rows = await fetch(
        "select substr(date, 1, 7) as month, count(*) as n from deadlines where length(date) >= 7"
        " group by month order by month",
        (),
    )
    if not rows:
        return None
    months = [_number(row["month"]) for row in rows]
    first = _densest([row["n"] for row in rows], months)
    shown = [(_month_datum(row, link), m) for row, m in zip(rows, months, strict=True) if 0 <= m - first < _MONTHS]
    outside = sum(row["n"] for row in rows) - int(sum(datum.value for datum, _ in shown))
    length = min(_MONTHS, max(24, months[-1] - first + 1))
    svg = charts.timeline("期限", shown, first, length)
    note = "每月一柱；期限最密的十年" + (f"，另有 {outside:,} 个在此之外" if outside else "")
    return Picture("期限", "Deadlines by month", note, svg, link("deadlines_by_date"))


def _number(month: str) -> int:
    """The months since the year 0: of `2020-01` 24240."""
    return 12 * int(month[:4]) + int(month[5:7]) - 1


def _densest(counts: Sequence[int], months: Sequence[int]) -> int:
    """The first month of the ten years that hold most; the later ones of two that hold as much."""
    sums = [(sum(counts[n : bisect_left(months, month + _MONTHS)]), month) for n, month in enumerate(months)]
    return max(sums)[1]


def _month_datum(row: Row, link: Link) -> Datum:
    year, month = divmod(_number(row["month"]) + 1, 12)
    behind = f"{year}-{month + 1:02}"
    href = link("deadlines", date__gte=row["month"], date__lt=behind, _sort="date")
    said = f"{row['month'][:4]}年{int(row['month'][5:])}月：{row['n']} 个期限"
    return Datum("", row["n"], href, said)


async def uncertain_years(fetch: Fetch, link: Link, speech: Callable[[int], str]) -> Picture | None:
    """The speeches whose year is an interval, the widest first; each line leads to its speech."""
    rows = await fetch(
        "select id, title, source, year, year_min, year_max from documents where year_min < year_max"
        f" and year_max - year_min <= {_WIDEST} order by year_max - year_min desc, year_min limit 20",
        (),
    )
    if not rows:
        return None
    low, high = min(r["year_min"] for r in rows), max(r["year_max"] for r in rows)
    data = [(_uncertain_datum(r, speech), r["year_min"], r["year_max"]) for r in rows]
    svg = charts.intervals("年份不定的讲话", data, low, high)
    note = f"线是可能的年份，点是最可能的一年；区间最宽的二十篇，宽过 {_WIDEST} 年的不画"
    return Picture("年份不定的讲话", "Uncertain years", note, svg, link("uncertain_years"))


def _uncertain_datum(row: Row, speech: Callable[[int], str]) -> Datum:
    name = row["title"] or row["source"]
    said = f"{name}：{row['year_min']}–{row['year_max']}"
    return Datum(name if len(name) <= 14 else name[:13] + "…", row["year"] or 0, speech(row["id"]), said)
