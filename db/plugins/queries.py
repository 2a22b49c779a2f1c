"""The canned queries, served by a hook so that they work for whatever the database file is called."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from extractor.places import site_folder
from extractor.site import access, queries


@hookimpl
def canned_queries(datasette: Any, database: str) -> Any:
    async def ours() -> dict[str, Any]:
        if not await access.is_ledger(datasette.get_database(database)):
            return {}
        return queries.canned_queries(site_folder() / "queries")

    return ours
