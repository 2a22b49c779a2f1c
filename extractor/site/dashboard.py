"""The home page: what the ledger holds at a glance, in numbers and pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from datasette.database import QueryInterrupted

from extractor.site.facts import Row
from extractor.site.pictures import PICTURES, Link, Picture
from extractor.site.speech import Fetch
from extractor.site.timepictures import deadlines, uncertain_years

TILES = ("documents", "items", "directives", "metric_claims", "redactions", "deadlines")
"""The tables whose sizes stand above the pictures."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the home page shows."""

    counts: Mapping[str, int]
    redacted_share: float | None
    pictures: tuple[Picture, ...]
    last_run: Row | None
    late: int = 0


def linker(table_url: str) -> Link:
    """Addresses below a database's own."""

    def link(name: str, **filters: object) -> str:
        return f"{table_url}{name}" + (f"?{urlencode(filters)}" if filters else "")

    return link


async def load_dashboard(fetch: Fetch, link: Link, speech: Callable[[int], str]) -> Dashboard:
    """The dashboard of a ledger; an empty one gives one without pictures, `late` counts those that took too long."""
    counts = {table: (await fetch(f"select count(*) as n from {table}", ()))[0]["n"] for table in TILES}
    runs = await fetch("select * from runs order by id desc limit 1", ())
    drawing = [*(draw(fetch, link) for draw in (*PICTURES, deadlines)), uncertain_years(fetch, link, speech)]
    share, drawn = await asyncio.gather(_redacted_share(fetch, counts), asyncio.gather(*map(_in_time, drawing)))
    pictures = tuple(one for one in drawn if isinstance(one, Picture))
    return Dashboard(counts, share, pictures, runs[0] if runs else None, sum(one is _LATE for one in drawn))


_LATE = object()


async def _in_time(drawing: Awaitable[Picture | None]) -> object:
    """A picture, or `_LATE` where its query was ended: one that takes too long leaves the others standing."""
    try:
        return await drawing
    except QueryInterrupted:
        return _LATE


async def _redacted_share(fetch: Fetch, counts: Mapping[str, int]) -> float | None:
    if not counts["metric_claims"]:
        return None
    hidden = await fetch("select count(*) as n from metric_claims where redacted = 1", ())
    return 100 * float(hidden[0]["n"]) / counts["metric_claims"]
