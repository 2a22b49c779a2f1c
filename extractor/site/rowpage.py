"""The page of one fact: the words that it stands on, and its speech by name."""

from __future__ import annotations

from typing import Any

from extractor.site.facts import KINDS, excerpt
from extractor.site.speech import Fetch

_MOST = 240
"""How many characters of a long fact are shown."""


async def around(fetch: Fetch, table: str, key: str) -> dict[str, Any]:
    """The excerpt of a fact and its speech's name for the template; nothing for tables whose rows stand nowhere."""
    if table not in (*KINDS, "directives") or not key.isdecimal() or len(key) > 18:
        return {}
    found = await fetch(
        f"select d.title, d.source, d.text, f.char_start, f.char_end from {table} f join documents d"
        " on d.id = f.document_id where f.id = ?",
        (int(key),),
    )
    if not found:
        return {}
    row = found[0]
    end = min(row["char_end"], row["char_start"] + _MOST)
    return {
        "excerpt": excerpt(row["text"], row["char_start"], end),
        "cut": end < row["char_end"],
        "speech_title": row["title"] or row["source"],
    }
