"""The ledger among Datasette's databases, and who may see it."""

from __future__ import annotations

from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Forbidden, NotFound

from extractor.tables import LOOK_UPS

_TABLES = ("documents", "metric_claims", "evidence")


async def is_ledger(database: Any) -> bool:
    """Whether a Datasette database holds a ledger's tables."""
    return all([await database.table_exists(table) for table in _TABLES])


async def look_up_labels(datasette: Datasette, database: str) -> dict[str, list[tuple[str, str]]]:
    """The codes of every look-up table with their labels, in their order, for the choices of a query's parameters."""
    source = datasette.get_database(database)
    if not await is_ledger(source):
        return {}
    found = {}
    for model in LOOK_UPS:
        rows = (await source.execute(f"select code, label_zh, label_en from {model.__tablename__} order by rank")).rows
        found[str(model.__tablename__)] = [(row["code"], f"{row['label_zh']} {row['label_en']}") for row in rows]
    return found


async def find_ledger(datasette: Datasette) -> str | None:
    """The name of the first database that is a ledger."""
    for name, database in datasette.databases.items():
        if name != "_internal" and await is_ledger(database):
            return str(name)
    return None


async def require_ledger(datasette: Datasette, actor: dict[str, Any] | None) -> str:
    """The ledger's name, if the visitor may see its speeches. Raises `Forbidden` or `NotFound`."""
    name = await find_ledger(datasette)
    if name is None:
        raise NotFound("没有台账：先运行 taizhang extract · no ledger here: run `taizhang extract` first")
    if hasattr(datasette, "allowed"):  # Datasette 1.0
        from datasette.resources import TableResource

        seen = await datasette.allowed(
            action="view-table", resource=TableResource(database=name, table="documents"), actor=actor
        )
        if not seen:
            raise Forbidden("无权查看 · not allowed")
    else:
        wanted = [("view-table", (name, "documents")), ("view-database", name), "view-instance"]
        await datasette.ensure_permissions(actor, wanted)
    return name
