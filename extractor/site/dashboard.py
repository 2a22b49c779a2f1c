"""The home page: what the ledger holds at a glance, in numbers and pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

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


def linker(table_url: str) -> Link:
    """Addresses below a database's own."""

    def link(name: str, **filters: object) -> str:
        return f"{table_url}{name}" + (f"?{urlencode(filters)}" if filters else "")

    return link


async def load_dashboard(fetch: Fetch, link: Link, speech: Callable[[int], str]) -> Dashboard:
    """The dashboard of a ledger; an empty ledger gives one without pictures."""
    counts = {table: (await fetch(f"select count(*) as n from {table}", ()))[0]["n"] for table in TILES}
    hidden = await fetch("select sum(redacted) as n from metric_claims", ())
    runs = await fetch("select * from runs order by id desc limit 1", ())
    drawing = [*(draw(fetch, link) for draw in (*PICTURES, deadlines)), uncertain_years(fetch, link, speech)]
    drawn = await asyncio.gather(*drawing)
    share = 100 * (hidden[0]["n"] or 0) / counts["metric_claims"] if counts["metric_claims"] else None
    return Dashboard(counts, share, tuple(one for one in drawn if one), runs[0] if runs else None)
