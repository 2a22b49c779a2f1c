"""`taizhang serve`: the site over a ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.options import Database
from extractor.errors import StoreError
from extractor.site import serve

NAME = "serve"


def command(
    db: Database,
    host: Annotated[str, typer.Option(help="Address to listen on; this machine alone by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8001,
) -> None:
    """Serve a ledger as a Datasette site, read-only.

    Examples:

        taizhang serve

        taizhang serve --db my.db --port 8080
    """
    if not db.is_file():
        raise StoreError(f"database {db}: no such file; run `taizhang extract PATH… --db {db}` first")
    serve(db, host, port)
