"""The dashboard on the home page."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from extractor.site import pages


@hookimpl
def extra_template_vars(datasette: Any, view_name: str, request: Any) -> Any:
    async def home() -> dict[str, Any]:
        return {"home": await pages.home(datasette, request)} if view_name == "index" else {}

    return home
