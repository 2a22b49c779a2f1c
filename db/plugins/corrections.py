"""The corrections form: its pages, its permission, and its link on the page of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette import hookimpl

from extractor.correctable import CORRECTABLE
from extractor.site import correcting, desk


@hookimpl
def register_routes(datasette: Any) -> Sequence[tuple[str, Any]]:
    return correcting.ROUTES


@hookimpl
def permission_allowed(datasette: Any, actor: dict[str, Any] | None, action: str) -> bool | None:
    return desk.is_allowed(datasette, actor) if action == desk.ACTION else None


@hookimpl
def extra_template_vars(datasette: Any, view_name: str, request: Any) -> Any:
    async def link() -> dict[str, Any]:
        if view_name != "row":
            return {}
        return {"may_correct": await desk.may_correct(datasette, request.actor), "correctable": CORRECTABLE}

    return link
