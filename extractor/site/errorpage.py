"""The page for what went wrong: one clear line in Chinese that says what to do."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils.asgi import NotFound, Request, Response
from datasette.views.base import DatasetteError

_NOWHERE = re.compile(r"(?:Database|Table|Row|Record|Query)\b.*\bnot found\b.*|404|Not Found", re.IGNORECASE)
_MISSING = re.compile(r"no such (table|column): (\S+)")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is told of an error."""

    status: int
    title: str | None
    says: str


def explain(error: Exception, seconds: float) -> Explanation | None:
    """What to tell of an error, or None where Datasette's own page does; `seconds` is the time limit of a query.

    >>> explain(sqlite3.OperationalError("no such table: keywords"), 5).status
    500
    """
    if isinstance(error, NotFound):
        return Explanation(404, None, _nowhere(str(error)))
    if isinstance(error, QueryInterrupted) or "took too long" in str(getattr(error, "message", "")):
        return Explanation(
            400,
            "查询太久",
            f"查询超过 {seconds:g} 秒，已停下：加一个条件或 limit，少连几张表，或从现成的问题改起。"
            " · The query was stopped: narrow it down.",
        )
    if isinstance(error, DatasetteError) and error.title == "Invalid SQL":
        return Explanation(400, "SQL 有误", f"{error.message}（列名、表名见“怎么问” · see how to ask）")
    missing = _MISSING.search(str(error)) if isinstance(error, sqlite3.OperationalError) else None
    if missing:
        return Explanation(
            500,
            "台账是旧版所建",
            f"缺 {missing[2]}：再运行一次 taizhang extract（或 taizhang reextract）补上，原有的行和更正都会保留。"
            f" · {missing[2]} is missing: run `taizhang extract` again.",
        )
    return None


def _nowhere(message: str) -> str:
    """Datasette's own words for what is not there in Chinese first; ours as they are."""
    if message and not _NOWHERE.match(message):
        return message
    return f"地址写错了，或这一行已随重抽移除；从首页、搜索或表里再找。 · {message or 'Not found'}"


async def error_page(datasette: Datasette, request: Request, error: Exception) -> Response | None:
    """The page of an error that we can explain; JSON and other errors are Datasette's own."""
    found = explain(error, datasette.setting("sql_time_limit_ms") / 1000)
    if found is None or request.path.endswith(".json"):
        return None
    context = {"status": found.status, "error": found.says, "title": found.title}
    page = await datasette.render_template("error.html", context, request=request)
    return Response.html(page, status=found.status)
