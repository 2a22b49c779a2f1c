"""Our own pages, the links into them from every cell, and the headers that go with every answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette import hookimpl

from extractor.site import cells, errorpage, language, pages, safety


@hookimpl
def register_routes(datasette: Any) -> Sequence[tuple[str, Any]]:
    return (*pages.ROUTES, *language.ROUTES)


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    return cells.cell(row, value, column, table, datasette.urls.path)


@hookimpl
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    async def answer() -> Any:
        return await errorpage.error_page(datasette, request, exception)

    return answer


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return safety.with_headers
