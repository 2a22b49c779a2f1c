"""Extracting again from the ledger's own texts, when rules have changed: only what the change touches."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import RuleError, StoreError
from extractor.extract import all_rules
from extractor.ingest import Outcome, write_all
from extractor.lexicon import Lexicon
from extractor.parts import PARTS, with_dependants
from extractor.reading import Failure
from extractor.records import Speech
from extractor.rows import KEYS, Row
from extractor.store import Ledger, RunLog
from extractor.store.connection import one_line, read_only
from extractor.workers import Pending, extract_speech, workers

_TEXT = "select source, text, sha256, format, encoding, ruleset from documents where id = ?"
_BY_RULE = " union ".join(
    f"select document_id from {table} where rule = :rule" for table in KEYS if table != "document_meeting_types"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be extracted again: fields (none: those whose rules changed), and of which documents.

    `where` is an SQL condition on `documents`; `rule` names a rule whose rows' documents are meant.
    """

    only: Collection[str] = ()
    where: str | None = None
    rule: str | None = None

    def parts(self) -> frozenset[str]:
        """The parts asked for by name, with those that need them; none: whatever is outdated."""
        named = {*self.only, *([_part_of(self.rule)] if self.rule else [])}
        return with_dependants(named)


@dataclass(frozen=True, slots=True)
class StoredTask:
    """A speech as the ledger has it, with the parts that must be extracted again."""

    stored: Speech
    parts: frozenset[str]

    @property
    def source(self) -> str:
        """The speech's name."""
        return self.stored.source

    def speech(self) -> Speech:
        """The speech itself."""
        return self.stored


def reextract(
    ledger: Ledger,
    lexicon: Lexicon,
    choice: Choice,
    *,
    arguments: str = "",
    jobs: int = 1,
    dry: bool = False,
    on_document: Callable[[], None] = lambda: None,
) -> Outcome:
    """Extract again what a change of rules or lexicon touches; `jobs` is the number of worker processes.

    `dry` writes nothing and gives the changes that it would make. Raises `RuleError` or `StoreError`.
    """
    if choice.rule and choice.rule not in {rule.name for rule in all_rules(lexicon)}:
        raise RuleError(f"no rule {choice.rule}; `taizhang rules` lists them all")
    asked = choice.parts()
    with ledger.run(arguments, dry) as log, workers(jobs, lexicon) as extract_all:
        failures = write_all(extract_all(_tasks(log, choice, asked)), log, on_document)
    counts = log.counts
    return Outcome(counts.seen, counts.extracted, counts.unchanged, failures, (), tuple(log.changes))


def count_chosen(path: Path, choice: Choice) -> int:
    """How many documents of a ledger are chosen, for a progress bar. Raises `StoreError`."""
    with one_line(path), closing(read_only(path)) as connection:
        return sum(1 for _ in _chosen(connection, choice))


def correct(ledger: Ledger, lexicon: Lexicon, corrections: Sequence[Row], arguments: str, *, wait: bool = False) -> int:
    """Write an analyst's words down and put them into their speeches at once; gives the run's id.

    A speech's corrections and what they make of its rows are one transaction. With `wait`, those of a speech that is
    not in the ledger are kept until it comes. Raises `StoreError`, and then nothing is written of that speech.
    """
    with ledger.run(arguments) as log:
        for source in dict.fromkeys(correction["source"] for correction in corrections):
            of_source = [correction for correction in corrections if correction["source"] == source]
            found = log.connection.execute("select id from documents where source = ?", (source,)).fetchone()
            if found is not None:
                _put(log, found["id"], of_source, lexicon)
            elif wait:
                for correction in of_source:
                    log.shelve(correction)
            else:
                raise StoreError(f"no speech {source} in the ledger; extract it first")
    return log.id or 0


def _put(log: RunLog, document: int, corrections: Sequence[Row], lexicon: Lexicon) -> None:
    speech, _ = _stored(log, document)
    outcome = extract_speech(speech, lexicon, PARTS)
    if isinstance(outcome, Failure):
        raise StoreError(f"{speech.source}: {outcome.detail}")
    log.save(outcome.document, outcome.facts, outcome.parts, corrections)


def _tasks(log: RunLog, choice: Choice, asked: frozenset[str]) -> Pending:
    """What is to be done for each document chosen; None where it is current."""
    for document in _chosen(log.connection, choice):
        speech, ruleset = _stored(log, document)
        parts = asked or log.outdated(ruleset)
        yield StoredTask(speech, parts) if parts else None


def _stored(log: RunLog, document: int) -> tuple[Speech, str]:
    """A document's speech and the name of the rules that it was extracted by."""
    *text, ruleset = log.connection.execute(_TEXT, (document,)).fetchone()
    return Speech(*text), ruleset


def _chosen(connection: sqlite3.Connection, choice: Choice) -> Iterator[int]:
    conditions = [f"({choice.where})"] if choice.where else []
    conditions += [f"id in ({_BY_RULE})"] if choice.rule else []
    query = f"select id from documents where {' and '.join(conditions) or 'true'} order by id"
    try:
        found = connection.execute(query, {"rule": choice.rule}).fetchall()
    except sqlite3.OperationalError as error:
        raise StoreError(f"--where {choice.where!r}: {error}; give a condition on the columns of documents") from error
    return (row[0] for row in found)


def _part_of(rule: str) -> str:
    field = rule.split(".")[0]
    return next((part.name for part in PARTS.values() if field in (part.name, *part.modules)), field)
