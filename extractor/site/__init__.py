"""The site: a ledger served by Datasette, read-only, with its descriptions, queries and speech pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database
from datasette.utils import parse_metadata

from extractor.places import site_folder

NAME = "taizhang"
"""What the ledger is called in the site's addresses, whatever its file is called."""


def build_site(database: Path, settings: dict[str, Any] | None = None, metadata: dict[str, Any] | None = None) -> Any:
    """A Datasette over a ledger, opened immutable; `settings` and `metadata` go on top of the site folder's.

    >>> build_site(Path("a.db")).databases["taizhang"].is_mutable    # doctest: +SKIP
    False
    """
    home = site_folder()
    own_metadata = parse_metadata((home / "metadata.yaml").read_text(encoding="utf-8"))
    site = Datasette(
        files=[],
        metadata={**own_metadata, **(metadata or {})},
        settings=json.loads((home / "settings.json").read_text(encoding="utf-8")) | (settings or {}),
        template_dir=str(home / "templates"),
        plugins_dir=str(home / "plugins"),
        static_mounts=[("static", str(home / "static"))],
    )
    site.remove_database("_memory")
    site.add_database(Database(site, path=str(database.resolve()), is_mutable=False), name=NAME)
    return site


def serve(database: Path, host: str = "127.0.0.1", port: int = 8001) -> None:
    """Serve a ledger until interrupted; says where. A port of 0 takes a free one."""
    import asyncio

    import uvicorn

    site = build_site(database)
    asyncio.run(site.invoke_startup())
    print(f"台账 taizhang: http://{host}:{port}/   （Ctrl+C 停止 · Ctrl+C stops）", flush=True)
    uvicorn.run(site.app(), host=host, port=port, log_level="warning", lifespan="on")
