"""From tasks to rows, here or in worker processes; the text of each task is extracted where the worker is."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from extractor.errors import ReadError
from extractor.lexicon import Lexicon, load_lexicon
from extractor.reading import Failure
from extractor.records import Speech
from extractor.rows import Row, Rows, document_row, fact_rows

_IN_FLIGHT = 48
"""Tasks handed out ahead for each worker: it goes on while the search index takes in a batch; memory stays flat."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What is to be written of one document, and of which parts."""

    document: Row
    facts: Rows
    parts: frozenset[str]


class Task(Protocol):
    """A speech that is to be read, with the parts that must be extracted of it."""

    @property
    def source(self) -> str:
        """The speech's name."""

    @property
    def parts(self) -> frozenset[str]:
        """The parts that are extracted."""

    def speech(self) -> Speech:
        """The speech. Raises `ReadError`."""


Pending = Iterator[Task | Failure | None]
"""What is to be done: a task; what failed already; None where nothing needs doing."""
Done = Iterator[Extracted | Failure | None]
"""What became of each, in the same order."""


def extract_speech(speech: Speech, lexicon: Lexicon, parts: Collection[str]) -> Extracted | Failure:
    """The rows of one speech; a defect of ours on one text is a failure and must not cost the others."""
    from extractor.extract import extract  # a run that finds everything current needs no rules

    try:
        found = extract(speech, lexicon, parts)
    except Exception as error:
        return Failure(speech.source, "defect", f"{type(error).__name__}: {error}; please report it with the text")
    return Extracted(document_row(speech, found), fact_rows(speech, found), frozenset(parts))


@contextmanager
def workers(jobs: int, lexicon: Lexicon) -> Iterator[Callable[[Pending], Done]]:
    """A function that turns tasks into outcomes in their order, in this process or in `jobs` others."""
    if jobs == 1:
        yield lambda pending: (
            task if task is None or isinstance(task, Failure) else _do(task, lexicon) for task in pending
        )
        return
    pool = ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(lexicon.folder,))
    try:
        yield lambda pending: _spread(pending, pool, jobs * _IN_FLIGHT)
    finally:
        pool.shutdown(cancel_futures=True)


def _do(task: Task, lexicon: Lexicon) -> Extracted | Failure:
    try:
        speech = task.speech()
    except ReadError as error:
        return Failure(task.source, "unreadable", str(error))
    return extract_speech(speech, lexicon, task.parts)


def _spread(pending: Pending, pool: ProcessPoolExecutor, ahead: int) -> Done:
    waiting: deque[Any] = deque()
    for task in pending:
        waiting.append(task if task is None or isinstance(task, Failure) else pool.submit(_do_there, task))
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
