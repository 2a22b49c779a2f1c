"""The page for what went wrong, or its JSON: one clear line, Chinese first, that says what to do."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from datasette import handle_exception
from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils import add_cors_headers
from datasette.utils.asgi import Base400, NotFound, Request, Response
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
        return Explanation(400, "SQL 有误", f"列名、表名见“怎么问”（/-/how）。 · {error.message}")
    missing = _MISSING.search(str(error)) if isinstance(error, sqlite3.OperationalError) else None
    if missing:
        return Explanation(
            500,
            "台账是旧版所建",
            f"缺 {missing[2]}：再运行一次 taizhang extract（或 taizhang reextract）补上，原有的行和更正都会保留。"
            f" · {missing[2]} is missing: run `taizhang extract` again.",
        )
    if isinstance(error, (Base400, DatasetteError)):
        return Explanation(error.status, "请求有误", f"地址里有不对的参数，改了再试。 · {_message(error)}")
    return None


def _message(error: Base400 | DatasetteError) -> str:
    return str(error.message if isinstance(error, DatasetteError) else error)


def _nowhere(message: str) -> str:
    """Datasette's own words for what is not there in Chinese first; ours as they are."""
    if message and not _NOWHERE.match(message):
        return message
    return f"地址写错了，或这一行已随重抽移除；从首页、搜索或表里再找。 · {message or 'Not found'}"


def keep_quiet() -> None:
    """Where `rich` is there, Datasette prints a screenful of variables for every address that is not there."""
    handle_exception.rich = None


async def error_page(datasette: Datasette, request: Request, error: Exception) -> Response | None:
    """The answer to an error that we can explain; others are Datasette's own."""
    found = explain(error, datasette.setting("sql_time_limit_ms") / 1000)
    return await _answer(datasette, request, found) if found else None


async def forbidden_page(datasette: Datasette, request: Request, message: str) -> Response:
    """The answer to a visitor who may not see what was asked for."""
    said = message if " " in message else "You may not see this."  # Datasette also gives the bare name of a permission
    says = said if "·" in said else f"请先登录，或请管理台账的人准许。 · {said}"
    return await _answer(datasette, request, Explanation(403, None, says))


async def _answer(datasette: Datasette, request: Request, found: Explanation) -> Response:
    headers: dict[str, str] = {}
    if datasette.cors:
        add_cors_headers(headers)
    context = {"status": found.status, "error": found.says, "title": found.title}
    if request.path.endswith(".json"):
        return Response.json({"ok": False, **context}, status=found.status, headers=headers)
    page = await datasette.render_template("error.html", context, request=request)
    return Response.html(page, status=found.status, headers=headers)
