"""How a verdict of the year is written, and the sources that most of them share."""

from __future__ import annotations

from extractor.rule import Verdict

GUIDE = "ANNOTATION.md §1, year"
CALENDAR = "calendar.toml: each entry names its document"


def verdict(name: str, says: str, finds: dict[str, tuple[str, ...]], ignores: tuple[str, ...], source: str) -> Verdict:
    """The verdict `year.name` on evidence."""
    return Verdict(f"year.{name}", "Evidence", says, finds, ignores, source)
