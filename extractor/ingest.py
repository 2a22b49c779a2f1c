"""From paths to a ledger: read, extract and save each input; one that fails never stops the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import ReadError
from extractor.extract import extract
from extractor.lexicon import Lexicon
from extractor.reading import Failure, Input, list_inputs, read_speech
from extractor.store import Ledger, RunLog


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did with its inputs; `failures` lists those that were left out, and why."""

    seen: int
    extracted: int
    unchanged: int
    failures: tuple[Failure, ...]


def ingest(
    paths: Sequence[Path],
    ledger: Ledger,
    lexicon: Lexicon,
    root: Path | None = None,
    arguments: str = "",
    on_input: Callable[[int, int], None] = lambda done, total: None,
) -> Outcome:
    """Bring a ledger up to date with the files below some paths.

    `on_input` is told how many inputs are done, of how many. Raises `StoreError` where the ledger cannot be written.
    """
    inputs = list(list_inputs(paths, root))
    failures = []
    with ledger.run(arguments) as log:
        for done, item in enumerate(inputs, 1):
            failure = item if isinstance(item, Failure) else _take(item, log, lexicon)
            if failure:
                log.fail(failure)
                failures.append(failure)
            on_input(done, len(inputs))
    return Outcome(log.counts["seen"], log.counts["extracted"], log.counts["unchanged"], tuple(failures))


def _take(item: Input, log: RunLog, lexicon: Lexicon) -> Failure | None:
    try:
        speech = read_speech(item)
    except ReadError as error:
        return Failure(item.source, "unreadable", str(error))
    if log.is_current(speech):
        log.skip()
        return None
    try:
        extraction = extract(speech, lexicon)
    except Exception as error:  # a defect of ours on one text must not cost the others
        return Failure(item.source, "defect", f"{type(error).__name__}: {error}; please report it with the text")
    log.save(speech, extraction)
    return None
