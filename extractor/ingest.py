"""From paths to a ledger: read, extract and save each input; one that fails never stops the run."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import ReadError
from extractor.lexicon import Lexicon
from extractor.listing import list_inputs, source_prefix
from extractor.reading import Failure, Input, digest, load, parse
from extractor.records import Speech
from extractor.rows import Row
from extractor.store import Ledger, RunLog
from extractor.workers import Done, Extracted, Pending, workers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did; `failures` lists inputs left out and why, `vanished` sources whose files are gone.

    `moved` counts files that were found again, the same bytes under another name.
    """

    seen: int
    extracted: int
    unchanged: int
    failures: tuple[Failure, ...]
    vanished: tuple[str, ...] = ()
    changes: tuple[Row, ...] = ()
    moved: int = 0


@dataclass(frozen=True, slots=True)
class FileTask:
    """One input whose bytes are read, with the parts that must be extracted."""

    item: Input
    raw: bytes
    parts: frozenset[str]

    @property
    def source(self) -> str:
        """The input's name."""
        return self.item.source

    def speech(self) -> Speech:
        """The bytes as a speech. Raises `ReadError`."""
        return parse(self.item, self.raw)


def ingest(
    paths: Sequence[Path],
    ledger: Ledger,
    lexicon: Lexicon,
    *,
    root: Path | None = None,
    arguments: str = "",
    jobs: int = 1,
    prune: bool = False,
    dry: bool = False,
    on_input: Callable[[], None] = lambda: None,
) -> Outcome:
    """Bring a ledger up to date with the files below some paths; what is current is not extracted again.

    A file that was moved or renamed within the folders given keeps its facts, their ids and its corrections.
    `jobs` is the number of worker processes; `prune` removes documents whose files are gone from the folders given;
    `dry` writes nothing and gives the changes that it would make. `on_input` is called after each input. Raises
    `StoreError` where the ledger cannot be written.
    """
    with ledger.run(arguments, dry) as log, workers(jobs, lexicon) as extract_all:
        gone = dict(_vanished(paths, root, log))
        failures = write_all(extract_all(_tasks(paths, root, log, gone)), log, on_input)
        for source in gone if prune else ():
            log.remove(source)
    counts = log.counts
    return Outcome(
        counts.seen, counts.extracted, counts.unchanged, failures, tuple(gone), tuple(log.changes), log.moved
    )


def _tasks(paths: Sequence[Path], root: Path | None, log: RunLog, gone: dict[str, str]) -> Pending:
    """What is to be done for each input; None where it is current.

    `gone` are the sources whose files are gone, with their hashes; what is found again under another name is moved
    there and taken out.
    """
    missing: dict[str, list[str]] = {}
    for source, sha256 in gone.items():
        missing.setdefault(sha256, []).append(source)
    for item in list_inputs(paths, root):
        if isinstance(item, Failure):
            yield item
            continue
        try:
            raw = load(item)
        except ReadError as error:
            yield Failure(item.source, "unreadable", str(error))
            continue
        sha256, source = digest(raw), item.source
        if sha256 in missing and missing[sha256] and not log.has(source):
            source = missing[sha256].pop(0)
            del gone[source]
        parts = log.stale_parts(source, sha256)
        if source != item.source:
            log.move(source, item.source)
        yield FileTask(item, raw, parts) if parts else None


def write_all(outcomes: Done, log: RunLog, on_each: Callable[[], None]) -> tuple[Failure, ...]:
    """Write what became of each task; gives the failures, which are written, too."""
    failures = []
    for outcome in outcomes:
        failure = _write(outcome, log)
        if failure:
            log.fail(failure)
            failures.append(failure)
        on_each()
    return tuple(failures)


def _write(outcome: Extracted | Failure | None, log: RunLog) -> Failure | None:
    if outcome is None:
        log.skip()
        return None
    if isinstance(outcome, Failure):
        return outcome
    try:
        log.save(outcome.document, outcome.facts, outcome.parts)
    except sqlite3.IntegrityError as error:
        return Failure(outcome.document["source"], "defect", f"{error}; please report it with the text")
    return None


def _vanished(paths: Sequence[Path], root: Path | None, log: RunLog) -> Iterator[tuple[str, str]]:
    """Sources of the ledger below the folders given whose files are gone, each with the hash of its bytes."""
    for path in paths:
        if not path.is_dir():
            continue
        prefix = source_prefix(path, root)
        base = str(path.resolve())
        query = "select source, sha256 from documents where substr(source, 1, length(?)) = ? order by source"
        for source, sha256 in log.connection.execute(query, (prefix, prefix)):
            if not os.path.exists(f"{base}/{source[len(prefix) :]}"):
                yield source, sha256
