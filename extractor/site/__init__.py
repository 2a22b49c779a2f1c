"""The site: a ledger served by Datasette with its descriptions, queries and speech pages, and a form to correct it."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils import parse_metadata

from extractor.errors import ServeError, StoreError
from extractor.lexicon import Lexicon
from extractor.places import site_folder
from extractor.site.access import find_ledger
from extractor.site.desk import Desk, open_desk
from extractor.site.errorpage import keep_quiet
from extractor.store import Ledger
from extractor.store.connection import one_line
from extractor.store.creation import build_indexes

NAME = "taizhang"
"""What the ledger is called in the site's addresses, whatever its file is called."""
_PATIENCE = 1.0
"""Seconds that the site waits for a run that writes before it takes the ledger for one that grows."""


def build_site(
    database: Path,
    settings: dict[str, Any] | None = None,
    metadata: dict[str, Any] | None = None,
    correct_with: Lexicon | None = None,
) -> Any:
    """A Datasette over a ledger, opened immutable where nothing writes it.

    `settings` and `metadata` go on top of the site folder's.

    With `correct_with`, the rules that extract a corrected speech again, the site takes corrections: Datasette still
    opens the ledger to read only, but knows that it changes. Raises `StoreError` where the ledger cannot be written.

    >>> build_site(Path("a.db")).databases["taizhang"].is_mutable    # doctest: +SKIP
    False
    """
    keep_quiet()
    home = site_folder()
    own_metadata = parse_metadata((home / "metadata.yaml").read_text(encoding="utf-8"))
    site = Datasette(
        files=[],
        metadata={**own_metadata, **(metadata or {})},
        settings=json.loads((home / "settings.json").read_text(encoding="utf-8")) | (settings or {}),
        template_dir=str(home / "templates"),
        plugins_dir=str(home / "plugins"),
        static_mounts=[("static", str(home / "static"))],
        secret=os.environ.get("DATASETTE_SECRET"),
    )
    site.remove_database("_memory")
    path = database.resolve()
    changes = correct_with is not None or not _at_rest(path)
    site.add_database(Database(site, path=str(path), is_mutable=changes), name=NAME)
    if correct_with:
        open_desk(site, Desk(Ledger(path, correct_with), correct_with))
    return site


def _at_rest(path: Path) -> bool:
    """Whether nothing writes a ledger; what a run that broke off left undone is done first: indexes, the log's rows.

    Who opens a file as immutable reads no log: rows that were written last would be missing.
    """
    if not path.exists():
        return True
    log = path.with_name(path.name + "-wal")
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        build_indexes(connection)
        busy, *_ = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    except sqlite3.DatabaseError:  # another writes, it may not be written to, or it is no ledger
        return not log.exists() or not log.stat().st_size
    finally:
        connection.close()
    return not busy


def serve(database: Path, host: str = "127.0.0.1", port: int = 8001, correct_with: Lexicon | None = None) -> None:
    """Serve a ledger until interrupted; says where, and how to log in where corrections are taken.

    A port of 0 takes a free one. Raises `StoreError` where the file is no ledger, `ServeError` where host and port
    cannot be listened on.
    """
    import uvicorn

    site = build_site(database, correct_with=correct_with)
    with one_line(database):
        found = asyncio.run(_start(site))
    if not found:
        raise StoreError(f"database {database}: no tables of a ledger; give a ledger made by `taizhang extract`")
    with _listen(host, port) as listening, suppress(KeyboardInterrupt):
        where = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        print(f"台账 taizhang: {where}/   （Ctrl+C 停止 · Ctrl+C stops）", flush=True)
        if correct_with:
            login = site.urls.path(f"/-/auth-token?token={site._root_token}")
            print(f"收更正，登录一次有效 · takes corrections, log in once: {where}{login}", flush=True)
        uvicorn.Server(uvicorn.Config(site.app(), log_level="warning", lifespan="on")).run(sockets=[listening])


async def _start(site: Any) -> bool:
    await site.invoke_startup()
    return await find_ledger(site) is not None


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]  # Python goes on to say where, as we have
        raise ServeError(f"{host}:{port}: {reason}; give another --host or --port") from error
