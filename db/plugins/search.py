"""Chinese search: one token a character, in Datasette's own search boxes."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments

from extractor.site import access, finding


@hookimpl(trylast=True)
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    if conn.execute("select 1 from sqlite_master where name = 'documents_fts'").fetchone():
        finding.prepare(conn)


@hookimpl
def startup(datasette: Any) -> None:
    finding.warm()


@hookimpl(trylast=True)  # after Datasette's own, which says that a table without an index has no search
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Any:
    async def ours() -> Any:
        source = datasette.get_database(database)
        if not await access.is_ledger(source):
            return None
        found = await finding.filter_arguments(source, table, request)
        return FilterArguments(**found) if found else None

    return ours
