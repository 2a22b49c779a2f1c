"""Our own pages, the links into them from every cell, and the headers that go with every answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette import hookimpl

from extractor.site import access, cells, errorpage, figures, language, pages, rowpage, safety


@hookimpl
def register_routes(datasette: Any) -> Sequence[tuple[str, Any]]:
    return (*pages.ROUTES, *language.ROUTES)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    return cells.cell(row, value, column, table, datasette.urls.path)


@hookimpl
def extra_template_vars(datasette: Any, database: str | None, table: str | None, view_name: str, request: Any) -> Any:
    async def row() -> dict[str, Any]:
        if view_name != "row" or not await access.is_ledger(datasette.get_database(database)):
            return {}
        return await rowpage.around(pages.fetcher(datasette, str(database)), str(table), request.url_vars["pks"])

    return row


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    env.filters["moment"] = figures.moment
    env.filters["result_rows"] = cells.result_rows


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    async def answer() -> Any:
        return await errorpage.error_page(datasette, request, exception)

    return answer


@hookimpl
def forbidden(datasette: Any, request: Any, message: str) -> Any:
    async def answer() -> Any:
        return await errorpage.forbidden_page(datasette, request, message)

    return answer


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return safety.with_headers
