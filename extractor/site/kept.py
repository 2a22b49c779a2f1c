"""What searches found, kept: Datasette asks for a page, for its count and for each facet, and a table is looked
through once for all of them."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

MOST = 64 << 20
"""How many characters of lists one ledger keeps: about eight million ids; the list that was asked for last stays."""
_NOTHING_CHANGES = 0


class Kept:
    """The ids that searches found in a ledger's tables, as JSON, for as long as nothing is written there.

    Lists come only from our own code: what a visitor's SQL may call is `find`, which reads them.
    """

    def __init__(self, version: Callable[[], int] = lambda: _NOTHING_CHANGES, most: int = MOST) -> None:
        self._version, self._most = version, most
        self._lists = OrderedDict[tuple[str, str], tuple[int, str]]()
        self._lock = Lock()

    @property
    def version(self) -> int:
        """A number that differs after every write: a list belongs to that which was read before it was made."""
        with self._lock:
            return self._version()

    def keep(self, table: str, match: str, version: int, ids: str) -> None:
        """Keep a list; those that were asked for longest ago go where there are too many."""
        with self._lock:
            self._lists.pop((table, match), None)
            if len(ids) <= self._most:
                self._lists[table, match] = version, ids
            while sum(len(kept) for _, kept in self._lists.values()) > self._most:
                self._lists.popitem(last=False)

    def find(self, table: str, match: str) -> str | None:
        """The list of a table's rows that a match expression found; None where none is kept or it is out of date."""
        with self._lock:
            version, ids = self._lists.get((table, match), (None, None))
            if ids is None or version != self._version():
                return None
            self._lists.move_to_end((table, match))
            return ids


_kept: WeakKeyDictionary[Any, Kept] = WeakKeyDictionary()
_opening = Lock()


def kept(database: Any) -> Kept:
    """What is kept of one of Datasette's databases."""
    with _opening:
        if database not in _kept:
            _kept[database] = Kept(_versions(database.path)) if database.is_mutable else Kept()
        return _kept[database]


def _versions(path: str) -> Callable[[], int]:
    """Reads a ledger's version; it is SQLite's, which one connection must read each time to compare."""
    watch = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
    return lambda: int(watch.execute("pragma data_version").fetchone()[0])
