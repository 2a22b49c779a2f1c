"""Chinese search: one token a character, in Datasette's own search boxes."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments

from extractor.site import access, finding, kept


@hookimpl(trylast=True)
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    if conn.execute("select 1 from sqlite_master where name = 'documents_fts'").fetchone():
        finding.prepare(conn, kept.kept(datasette.get_database(database)))


@hookimpl
def startup(datasette: Any) -> None:
    finding.warm()


@hookimpl(trylast=True)  # after Datasette's own, which says that a table without an index has no search
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Any:
    async def ours() -> Any:
        ledger = datasette.get_database(database)
        if table not in finding.SEARCHED or not await access.is_ledger(ledger):
            return None
        return FilterArguments(**await finding.filter_arguments(table, request, ledger))

    return ours
