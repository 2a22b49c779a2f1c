"""Lists of facts by the year, meeting, level and body of their speeches."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments

from extractor.site import access, narrowing


@hookimpl
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Any:
    async def ours() -> Any:
        if not narrowing.narrowings(table):
            return None
        labels = await access.look_up_labels(datasette, database)
        return FilterArguments(**narrowing.filter_arguments(table, request, labels)) if labels else None

    return ours
