"""Extracting again from the ledger's own texts, when rules have changed: only what the change touches."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from extractor.errors import RuleError, StoreError
from extractor.extract import all_rules
from extractor.ingest import Extracted, Outcome, extract_speech
from extractor.lexicon import Lexicon
from extractor.parts import PARTS, with_dependants
from extractor.reading import Failure
from extractor.records import Speech
from extractor.rows import KEYS, Row
from extractor.store import Ledger, RunLog

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


def reextract(
    ledger: Ledger,
    lexicon: Lexicon,
    choice: Choice,
    *,
    arguments: str = "",
    dry: bool = False,
    on_document: Callable[[], None] = lambda: None,
) -> Outcome:
    """Extract again what a change of rules or lexicon touches. Raises `RuleError` or `StoreError`."""
    if choice.rule and choice.rule not in {rule.name for rule in all_rules(lexicon)}:
        raise RuleError(f"no rule {choice.rule}; `taizhang rules` lists them all")
    asked, failures = choice.parts(), []
    with ledger.run(arguments, dry) as log:
        for document in _chosen(log.connection, choice):
            failure = _again(document, asked, log, lexicon)
            if failure:
                log.fail(failure)
                failures.append(failure)
            on_document()
    counts = log.counts
    return Outcome(counts.seen, counts.extracted, counts.unchanged, tuple(failures), (), tuple(log.changes))


def correct(ledger: Ledger, lexicon: Lexicon, corrections: Sequence[Row], arguments: str) -> int:
    """Write an analyst's words down and put them into their speeches at once; gives the run's id.

    A speech's corrections and what they make of its rows are one transaction. Raises `StoreError`, and then nothing
    is written of that speech.
    """
    with ledger.run(arguments) as log:
        for source in dict.fromkeys(correction["source"] for correction in corrections):
            found = log.connection.execute("select id from documents where source = ?", (source,)).fetchone()
            if found is None:
                raise StoreError(f"no speech {source} in the ledger; extract it first")
            of_source = [correction for correction in corrections if correction["source"] == source]
            failure = _again(found["id"], frozenset(PARTS), log, lexicon, of_source)
            if failure:
                raise StoreError(f"{source}: {failure.detail}")
    return log.id or 0


def _again(
    document: int, asked: frozenset[str], log: RunLog, lexicon: Lexicon, corrections: Sequence[Row] = ()
) -> Failure | None:
    *text, ruleset = log.connection.execute(_TEXT, (document,)).fetchone()
    parts = asked or log.outdated(ruleset)
    if not parts:
        log.skip()
        return None
    outcome = extract_speech(Speech(*text), lexicon, parts)
    if isinstance(outcome, Extracted):
        log.save(outcome.document, outcome.facts, outcome.parts, corrections)
        return None
    return outcome


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
