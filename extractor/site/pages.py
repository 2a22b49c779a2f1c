"""Our own pages as Datasette routes: each asks the ledger, builds with pure functions, renders a template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from datasette.app import Datasette
from datasette.utils.asgi import Forbidden, NotFound, Request, Response

from extractor.places import site_folder
from extractor.search import terms
from extractor.site.access import require_ledger
from extractor.site.dashboard import Dashboard, linker, load_dashboard
from extractor.site.desk import may_correct
from extractor.site.facts import KINDS, Row, clue_value, item_words, place
from extractor.site.finding import find
from extractor.site.queries import read_queries
from extractor.site.speech import Fetch, Parameters, load_speech

MOST = 2**63
"""Row ids are smaller; SQLite takes no larger number."""


def fetcher(datasette: Datasette, database: str) -> Fetch:
    """A function that runs a query on the ledger and gives all its rows."""

    async def fetch(sql: str, parameters: Parameters = ()) -> Sequence[Row]:
        rows: Sequence[Row] = (await datasette.get_database(database).execute(sql, parameters)).rows
        return rows

    return fetch


async def speech_page(datasette: Datasette, request: Request) -> Response:
    """`/-/speech/ID`"""
    database = await require_ledger(datasette, request.actor)
    number = int(request.url_vars["id"])
    words = terms(request.args.get("q") or "")
    page = await load_speech(fetcher(datasette, database), number, words) if number < MOST else None
    if page is None:
        raise NotFound(f"没有编号为 {number} 的讲话 · no speech {number}")
    context = {"page": page, "kinds": KINDS, "item_words": item_words, "clue_value": clue_value,
               "database": database, "table_url": datasette.urls.table(database, ""),
               "may_correct": await may_correct(datasette, request.actor)}  # fmt: skip
    return Response.html(await datasette.render_template("speech.html", context, request=request))


async def find_page(datasette: Datasette, request: Request) -> Response:
    """`/-/find?q=WORDS`: one search over everything."""
    database = await require_ledger(datasette, request.actor)
    query = (request.args.get("q") or "").strip()[:200]
    found = await find(fetcher(datasette, database), query)
    context = {"found": found, "find_q": query, "database": database}
    return Response.html(await datasette.render_template("find.html", context, request=request))


async def how_page(datasette: Datasette, request: Request) -> Response:
    """`/-/how`: how to ask, with the tables, their columns and worked examples."""
    database = await require_ledger(datasette, request.actor)
    context = {"examples": read_queries(site_folder() / "examples"), "database": database}
    return Response.html(await datasette.render_template("how.html", context, request=request))


_dashboards: WeakKeyDictionary[Any, tuple[object, Dashboard]] = WeakKeyDictionary()


async def home(datasette: Datasette, request: Request) -> dict[str, Any] | None:
    """What the home page shows of the ledger, or None where there is none or the visitor may not see it.

    A ledger that is served immutable is drawn once, another once for each run: nothing else writes it.
    """
    try:
        name = await require_ledger(datasette, request.actor)
    except (Forbidden, NotFound):
        return None
    database = datasette.get_database(name)
    fetch, drawn = fetcher(datasette, name), _dashboards.get(database)
    run = await fetch("select id, finished_at from runs order by id desc limit 1", ()) if database.is_mutable else ()
    stamp = tuple(tuple(row) for row in run)
    if drawn is None or drawn[0] != stamp:
        link = linker(datasette.urls.table(name, ""))
        drawn = stamp, await load_dashboard(fetch, link, lambda number: datasette.urls.path(f"/-/speech/{number}"))
        _dashboards[database] = drawn
    return {"dashboard": drawn[1], "database": name}


async def place_page(datasette: Datasette, request: Request) -> Response:
    """`/-/place/TABLE/ID`: leads from a fact's number to its mark."""
    database = await require_ledger(datasette, request.actor)
    table, number = request.url_vars["table"], int(request.url_vars["id"])
    marked, key = ("items", "item_id") if table == "directives" else (table, "id")
    if marked not in KINDS:
        raise NotFound("无此表 · no such table")
    query = f"select document_id, {key} as target from {table} where id = ?"
    found = await fetcher(datasette, database)(query, (number,)) if number < MOST else ()
    if not found:
        raise NotFound("无此行 · no such row")
    return Response.redirect(datasette.urls.path(place(found[0]["document_id"], marked, found[0]["target"])))


ROUTES = (
    (r"^/-/find$", find_page),
    (r"^/-/how$", how_page),
    (r"^/-/speech/(?P<id>\d+)$", speech_page),
    (r"^/-/place/(?P<table>[a-z_]+)/(?P<id>\d+)$", place_page),
)
