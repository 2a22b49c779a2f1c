"""`taizhang serve`: the site over a ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli.options import Database, LexiconFolder, open_lexicon, require

NAME = "serve"


def command(
    db: Database,
    host: Annotated[str, typer.Option(help="Address to listen on; this machine alone by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8001,
    allow_corrections: Annotated[
        bool, typer.Option("--allow-corrections", help="Let who is logged in and permitted correct facts on the site.")
    ] = False,
    lexicon: LexiconFolder = None,
) -> None:
    """Serve a ledger as a Datasette site, read-only.

    Examples:

        taizhang serve

        taizhang serve --db my.db --port 8080

        taizhang serve --allow-corrections
    """
    require(db)
    from extractor.site import serve  # Datasette takes half a second to import, and only this command needs it

    serve(db, host, port, open_lexicon(lexicon) if allow_corrections else None)
