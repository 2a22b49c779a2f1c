"""From paths to a ledger: read, extract and save each input; one that fails never stops the run."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import ReadError
from extractor.lexicon import Lexicon, load_lexicon
from extractor.listing import list_inputs, source_prefix
from extractor.reading import Failure, Input, digest, load, parse
from extractor.records import Speech
from extractor.rows import Row, Rows, document_row, fact_rows
from extractor.store import Ledger, RunLog

_IN_FLIGHT = 8
"""Inputs handed out ahead for each worker: enough to keep it busy, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What is to be written of one document, and of which parts."""

    document: Row
    facts: Rows
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did; `failures` lists inputs left out and why, `vanished` sources whose files are gone."""

    seen: int
    extracted: int
    unchanged: int
    failures: tuple[Failure, ...]
    vanished: tuple[str, ...] = ()
    changes: tuple[Row, ...] = ()


Outcomes = Iterator[Any]
"""A `Task` or, once done, an `Extracted`; a `Failure`; None where the input is current."""


@dataclass(frozen=True, slots=True)
class Task:
    """One input whose bytes are read, with the parts that must be extracted."""

    item: Input
    raw: bytes
    parts: frozenset[str]


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

    `jobs` is the number of worker processes; `prune` removes documents whose files are gone from the folders given;
    `dry` writes nothing and gives the changes that it would make. `on_input` is called after each input. Raises
    `StoreError` where the ledger cannot be written.
    """
    failures: list[Failure] = []
    with ledger.run(arguments, dry) as log, _workers(jobs, lexicon) as extract_all:
        for outcome in extract_all(_tasks(paths, root, log)):
            failure = _write(outcome, log)
            if failure:
                log.fail(failure)
                failures.append(failure)
            on_input()
        vanished = tuple(_vanished(paths, root, log))
        for source in vanished if prune else ():
            log.remove(source)
    counts = log.counts
    return Outcome(counts.seen, counts.extracted, counts.unchanged, tuple(failures), vanished, tuple(log.changes))


def extract_speech(speech: Speech, lexicon: Lexicon, parts: Collection[str]) -> Extracted | Failure:
    """The rows of one speech; a defect of ours on one text is a failure and must not cost the others."""
    from extractor.extract import extract  # a run that finds everything current needs no rules

    try:
        found = extract(speech, lexicon, parts)
    except Exception as error:
        return Failure(speech.source, "defect", f"{type(error).__name__}: {error}; please report it with the text")
    return Extracted(document_row(speech, found), fact_rows(speech, found), frozenset(parts))


def _tasks(paths: Sequence[Path], root: Path | None, log: RunLog) -> Outcomes:
    """What is to be done for each input; None where it is current."""
    for item in list_inputs(paths, root):
        if isinstance(item, Failure):
            yield item
            continue
        try:
            raw = load(item)
        except ReadError as error:
            yield Failure(item.source, "unreadable", str(error))
            continue
        parts = log.stale_parts(item.source, digest(raw))
        yield Task(item, raw, parts) if parts else None


def _do(task: Task, lexicon: Lexicon) -> Extracted | Failure:
    try:
        speech = parse(task.item, task.raw)
    except ReadError as error:
        return Failure(task.item.source, "unreadable", str(error))
    return extract_speech(speech, lexicon, task.parts)


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


def _vanished(paths: Sequence[Path], root: Path | None, log: RunLog) -> Iterator[str]:
    """Sources of the ledger below the folders given whose files are gone."""
    for path in paths:
        if not path.is_dir():
            continue
        prefix = source_prefix(path, root)
        base = str(path.resolve())
        query = "select source from documents where substr(source, 1, length(?)) = ? order by source"
        for (source,) in log.connection.execute(query, (prefix, prefix)):
            if not os.path.exists(f"{base}/{source[len(prefix) :]}"):
                yield source


@contextmanager
def _workers(jobs: int, lexicon: Lexicon) -> Iterator[Callable[[Outcomes], Outcomes]]:
    """A function that turns tasks into outcomes in their order, in this process or in `jobs` others."""
    if jobs == 1:
        yield lambda tasks: (_do(task, lexicon) if isinstance(task, Task) else task for task in tasks)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(lexicon.folder,))
    try:
        yield lambda tasks: _spread(tasks, pool, jobs * _IN_FLIGHT)
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(tasks: Outcomes, pool: ProcessPoolExecutor, ahead: int) -> Outcomes:
    waiting: deque[Any] = deque()
    for task in tasks:
        waiting.append(pool.submit(_do_there, task) if isinstance(task, Task) else task)
        if len(waiting) > ahead:
            yield _settled(waiting.popleft())
    yield from map(_settled, waiting)


def _settled(outcome: Any) -> Any:
    return outcome.result() if isinstance(outcome, Future) else outcome


_worker_lexicon: list[Lexicon] = []
"""The lexicon of a worker process, loaded once when it starts."""


def _prepare(folder: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that writes
    _worker_lexicon[:] = [load_lexicon(folder)]


def _do_there(task: Task) -> Extracted | Failure:
    return _do(task, _worker_lexicon[0])
