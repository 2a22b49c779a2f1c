"""The canned queries, served for whatever the database is called: 0.65 asks, 1.0 is told."""

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


@hookimpl
def startup(datasette: Any) -> Any:
    async def tell() -> None:
        for database in [name for name, one in datasette.databases.items() if await access.is_ledger(one)]:
            for query in queries.read_queries(site_folder() / "queries"):
                said = query.as_canned()
                await datasette.add_query(
                    database, query.name, query.sql, title=said["title"], description=query.explains,
                    parameters=said["params"], hide_sql=True,
                )  # fmt: skip

    return tell if hasattr(datasette, "add_query") else None


@hookimpl
def extra_template_vars(view_name: str) -> dict[str, Any]:
    known = queries.read_queries(site_folder() / "queries")
    return {
        "parameter_words": {query.name: query.parameter_words() for query in known},
        "query_limits": {query.name: query.most for query in known},
    }
