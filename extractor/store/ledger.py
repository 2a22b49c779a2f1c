"""A ledger and its runs: what is current, what must be extracted again, and what a run did."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from extractor import __version__
from extractor.lexicon import Lexicon
from extractor.parts import PARTS, part_hashes, ruleset, with_dependants
from extractor.reading import Failure
from extractor.rows import Row, Rows
from extractor.search import BATCH, index_pending
from extractor.store.connection import connect, now, one_line, transaction
from extractor.store.corrections import apply, record, shelve
from extractor.store.creation import build_indexes, create
from extractor.store.statements import Tables
from extractor.store.writer import DocumentWriter

ALL_PARTS = frozenset(PARTS)


class Ledger:
    """A database file and the rules that write it.

    >>> with Ledger(Path("a.db"), lexicon).run("extract") as run:   # doctest: +SKIP
    ...     run.save(document_row(speech, found), fact_rows(speech, found))
    """

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        self.path = path
        self.hashes = part_hashes(lexicon)
        with one_line(path):
            create(path, lexicon)

    @contextmanager
    def run(self, arguments: str, dry: bool = False) -> Iterator[RunLog]:
        """A run: its row is written at once and its counts at its end, whatever ends it; a dry run writes nothing."""
        with one_line(self.path):
            connection = connect(self.path)
            try:
                log = RunLog(connection, self.hashes, arguments, dry)
                try:
                    yield log
                    if not dry:
                        build_indexes(connection)
                finally:
                    log.close()
            finally:
                connection.close()


@dataclass
class Counts:
    """How many inputs a run saw, and what became of them."""

    seen: int = 0
    extracted: int = 0
    unchanged: int = 0
    failed: int = 0


@dataclass
class RunLog:
    """One run at work on a ledger. `changes` is kept only by a dry run; a real one writes them into their table."""

    connection: sqlite3.Connection
    hashes: dict[str, str]
    arguments: str
    dry: bool = False
    id: int | None = None
    counts: Counts = field(default_factory=Counts)
    changes: list[Row] = field(default_factory=list)
    moved: int = 0
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ruleset = ruleset(self.hashes)
        self._tables = Tables(self.connection)
        if self.dry:
            return
        row = {"started_at": now(), "ruleset": self.ruleset, "version": __version__, "arguments": self.arguments,
               **{f"documents_{name}": 0 for name in vars(self.counts)}}  # fmt: skip
        statements = self._tables["runs"]
        with transaction(self.connection):
            self.id = self.connection.execute(statements.insert, statements.values(row)).lastrowid
            self._register(self.hashes)

    def has(self, source: str) -> bool:
        """Whether there is a document of this name."""
        return self.connection.execute("select 1 from documents where source = ?", (source,)).fetchone() is not None

    def stale_parts(self, source: str, sha256: str) -> frozenset[str]:
        """The parts of a document that must be extracted (again): all when it is new or its bytes changed."""
        query = "select sha256, ruleset from documents where source = ?"
        found = self.connection.execute(query, (source,)).fetchone()
        if found is None or found["sha256"] != sha256:
            return ALL_PARTS
        return self.outdated(found["ruleset"])

    def outdated(self, stored_ruleset: str) -> frozenset[str]:
        """The parts whose rules are not those of a stored ruleset, with the parts that need them."""
        if stored_ruleset == self.ruleset:
            return frozenset()
        if stored_ruleset not in self._known:
            query = "select part, hash from rulesets where ruleset = ?"
            stored = dict(tuple(row) for row in self.connection.execute(query, (stored_ruleset,)))
            differing = [name for name, value in self.hashes.items() if stored.get(name) != value]
            self._known[stored_ruleset] = with_dependants(differing)
        return self._known[stored_ruleset]

    def skip(self) -> None:
        """Count a document that is current."""
        self.counts.seen += 1
        self.counts.unchanged += 1

    def fail(self, failure: Failure) -> None:
        """Write an input that could not be read or extracted."""
        self.counts.seen += 1
        self.counts.failed += 1
        if self.dry:
            return
        row = {
            "run_id": self.id,
            "source": failure.source,
            "error": failure.error,
            "detail": failure.detail,
            "at": now(),
        }
        statements = self._tables["failures"]
        with transaction(self.connection):
            self.connection.execute(statements.insert, statements.values(row))

    def save(
        self, document: Row, facts: Rows, parts: Collection[str] = ALL_PARTS, corrections: Sequence[Row] = ()
    ) -> None:
        """Write one document with the facts of some parts, in one transaction; facts that stay keep their ids.

        An analyst's new `corrections` of it are written down and put in within the same transaction. Raises
        `StoreError` where one of them cannot stand.
        """
        with transaction(self.connection, keep=not self.dry):
            for correction in corrections:
                record(self.connection, correction, document["sha256"])
            self._register_mixed(document, parts)
            writer = DocumentWriter(self.connection, self._tables, self.id, document["source"], document["text"])
            apply(self.connection, document, facts, parts, writer.alignment)
            writer.write(document, facts, parts)
            self._keep(writer)
        self.counts.seen += 1
        self.counts.extracted += 1
        if not self.dry and self.counts.extracted % BATCH == 0:
            index_pending(self.connection)  # now, while workers extract, not at the end, when they are idle

    def shelve(self, correction: Row) -> None:
        """Write a correction down whose speech is not in the ledger."""
        with transaction(self.connection, keep=not self.dry):
            shelve(self.connection, correction)

    def move(self, source: str, to: str) -> None:
        """Give a document another name, its corrections with it."""
        with transaction(self.connection, keep=not self.dry):
            writer = DocumentWriter(self.connection, self._tables, self.id, source)
            writer.move(to)
            self._keep(writer)
        self.moved += 1

    def remove(self, source: str) -> None:
        """Remove a document whose file is gone; its corrections are stale until it comes back."""
        with transaction(self.connection, keep=not self.dry):
            writer = DocumentWriter(self.connection, self._tables, self.id, source)
            writer.remove()
            self._keep(writer)

    def _keep(self, writer: DocumentWriter) -> None:
        """Write what a writer changed into its table; a dry run keeps it in `changes`."""
        if self.dry:
            self.changes += writer.changes
        else:
            writer.save_changes()

    def close(self) -> None:
        """Index what is new for search, write the counts and fold the write-ahead log into the file."""
        if self.dry:
            return
        index_pending(self.connection)
        counts = {f"documents_{name}": n for name, n in vars(self.counts).items()}
        values = {"id": self.id, "finished_at": now(), **counts}
        with transaction(self.connection):
            self.connection.execute(self._tables["runs"].update(values, ("id",)), values)
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _register(self, hashes: dict[str, str]) -> str:
        """Write a set of part hashes down; gives its name."""
        name = ruleset(hashes)
        rows = [(name, part, value) for part, value in hashes.items()]
        self.connection.executemany("insert or ignore into rulesets (ruleset, part, hash) values (?, ?, ?)", rows)
        return name

    def _register_mixed(self, document: Row, parts: Collection[str]) -> None:
        """Name the document's rules: today's for the parts written, the stored ones for the others."""
        document["ruleset"] = self.ruleset
        if set(parts) >= ALL_PARTS:
            return
        query = "select r.part, r.hash from rulesets r join documents d on d.ruleset = r.ruleset where d.source = ?"
        stored = dict(tuple(row) for row in self.connection.execute(query, (document["source"],)))
        mixed = {name: value if name in parts else stored.get(name, "") for name, value in self.hashes.items()}
        if ruleset(mixed) != self.ruleset:
            document["ruleset"] = self._register(mixed)
