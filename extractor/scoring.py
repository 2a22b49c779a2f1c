"""Scoring a ledger against gold annotations: precision, recall, F1 and accuracy by field, with every error's place.

Gold is one JSON file a speech (`NAME.gold.json`), as ANNOTATION.md defines it. Documents missing from the ledger
count as wrong everywhere.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.errors import StoreError

DOCUMENT_FIELDS = ("meeting_type", "year", "speaker_level", "speaker_body")
_ITEMS = """select i.*, p.char_start as parent_start from items i
            left join items p on p.id = i.parent_id where i.document_id = ?"""


@dataclass
class Counts:
    """Found and right, found and wrong, not found."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, gold: set[Any], got: set[Any]) -> None:
        """Count one document's sets."""
        self.right += len(gold & got)
        self.extra += len(got - gold)
        self.missed += len(gold - got)

    def measures(self) -> dict[str, float]:
        """Precision, recall, F1 (0..1) and n, the number of gold facts."""
        found, there = self.right + self.extra, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / there if there else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": precision, "recall": recall, "f1": f1, "n": there}


@dataclass(frozen=True, slots=True)
class Error:
    """One disagreement with gold: what was measured, in which speech, where (None: the whole document), and how."""

    measure: str
    source: str
    offset: int | None
    text: str


@dataclass
class Score:
    """All measures of one comparison; `confusion` counts (gold, got) pairs of each coded field."""

    sets: dict[str, Counts] = field(default_factory=dict)
    ticks: dict[str, list[int]] = field(default_factory=dict)
    confusion: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)

    def count(self, measure: str, gold: set[Any], got: set[Any]) -> None:
        """Add one document's sets to a measure."""
        self.sets.setdefault(measure, Counts()).add(gold, got)

    def tick(self, measure: str, right: bool, error: Error | None = None) -> None:
        """Add one judgement to an accuracy."""
        pair = self.ticks.setdefault(measure, [0, 0])
        pair[0] += right
        pair[1] += 1
        if not right and error:
            self.errors.append(error)

    def confuse(self, measure: str, gold: Any, got: Any) -> None:
        """Add one pair of codes to a confusion table."""
        self.confusion.setdefault(measure, Counter())[str(gold), str(got)] += 1

    def measures(self) -> dict[str, dict[str, float]]:
        """Every measure by name, in the order of the guideline."""
        accuracy = {name: {"accuracy": a / n, "n": n} for name, (a, n) in self.ticks.items() if n}
        documents = {k: v for k, v in accuracy.items() if k.startswith("documents.")}
        rest = {k: v for k, v in accuracy.items() if k not in documents}
        return documents | {name: counts.measures() for name, counts in self.sets.items()} | rest


def overlap(a: str | None, b: str | None) -> float:
    """Character-bag F1 of two short strings, 0..1.

    >>> overlap("危房改造", "农村危房改造")
    0.8
    """
    a, b = a or "", b or ""
    if not a or not b:
        return float(a == b)
    same = sum((Counter(a) & Counter(b)).values())
    return 2 * same / (len(a) + len(b))


def score(database: Path, gold_folder: Path) -> Score:
    """Compare a ledger with a folder of gold. Raises `StoreError` where either cannot be read."""
    result = Score()
    for gold, document, got in _pairs(database, gold_folder):
        source = gold["source"]
        _score_document(result, source, gold["document"], document)
        if "items" in gold:
            _score_items(result, source, gold["items"], got["items"])
        if "metric_claims" in gold:
            _score_claims(result, source, gold["metric_claims"], got["metric_claims"])
        if "redactions" in gold:
            _score_redactions(result, source, gold["redactions"], got["redactions"])
    return result


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """Every gold annotation of a folder, sorted by file name."""
    files = sorted(folder.glob("*.gold.json"))
    if not files:
        raise StoreError(f"gold folder {folder}: holds no NAME.gold.json; give the folder of the annotations")
    try:
        return [json.loads(file.read_text(encoding="utf-8")) for file in files]
    except ValueError as error:
        raise StoreError(f"gold folder {folder}: {error}; mend the JSON") from error


def _pairs(database: Path, gold_folder: Path) -> Iterator[tuple[Any, Any, dict[str, list[Any]]]]:
    gold = read_gold(gold_folder)
    if not database.is_file():
        raise StoreError(f"database {database}: no such file; run `taizhang extract` first")
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        documents = {
            PurePosixPath(d["source"]).name: d for d in connection.execute("select * from documents order by id desc")
        }
        for annotation in gold:
            document = documents.get(annotation["source"])
            facts: dict[str, list[Any]] = {"items": [], "metric_claims": [], "redactions": []}
            if document:
                facts["items"] = connection.execute(_ITEMS, (document["id"],)).fetchall()
                for table in ("metric_claims", "redactions"):
                    query = f"select * from {table} where document_id = ?"
                    facts[table] = connection.execute(query, (document["id"],)).fetchall()
            yield annotation, document, facts
    except sqlite3.DatabaseError as error:
        raise StoreError(f"database {database}: {error}; give a ledger made by `taizhang extract`") from error
    finally:
        connection.close()


def _score_document(result: Score, source: str, gold: Mapping[str, Any], document: Any) -> None:
    for name in DOCUMENT_FIELDS:
        if name not in gold:
            continue
        want, got = gold[name], document[name] if document else "(no document)"
        right = got == want
        if name == "year" and want and isinstance(got, int):
            right = (gold.get("year_min") or want) <= got <= (gold.get("year_max") or want)
        result.tick(f"documents.{name}", right, Error(f"documents.{name}", source, None, f"{got!r}, gold {want!r}"))
        if name != "year":
            result.confuse(f"documents.{name}", want, got)
    if gold.get("year"):
        low, high = (document["year_min"], document["year_max"]) if document else (None, None)
        right = low is not None and high is not None and low <= gold["year"] <= high and high - low <= 2
        error = Error("documents.year_interval", source, None, f"{low}–{high}, gold {gold['year']}")
        result.tick("documents.year_interval", right, error)


def _list_differences(
    result: Score, measure: str, source: str, gold: Mapping[int, str], got: Mapping[int, str]
) -> None:
    for start in sorted(set(gold) ^ set(got)):
        text = f"missed {gold[start]}" if start in gold else f"extra {got[start]}"
        result.errors.append(Error(measure, source, start, text))


def _score_items(result: Score, source: str, gold: Iterable[Mapping[str, Any]], got: Iterable[Any]) -> None:
    want, have = {i["start"]: i for i in gold}, {i["char_start"]: i for i in got}
    result.count("items", {(source, s) for s in want}, {(source, s) for s in have})
    result.count(
        "items.exact",
        {(source, s, i["ordinal"], i["parent"], i["role"]) for s, i in want.items()},
        {(source, s, i["ordinal"], i["parent_start"], i["role"]) for s, i in have.items()},
    )
    result.count(
        "directives",
        {(source, s) for s, i in want.items() if i["role"] == "directive"},
        {(source, s) for s, i in have.items() if i["role"] == "directive"},
    )
    _list_differences(
        result, "items", source, {s: i["marker"] for s, i in want.items()}, {s: i["marker"] for s, i in have.items()}
    )
    for start in sorted(set(want) & set(have)):
        for name, column in (("role", "role"), ("parent", "parent_start"), ("ordinal", "ordinal")):
            a, b = want[start][name], have[start][column]
            error = Error(f"items.{name}", source, start, f"{want[start]['marker']}: {b}, gold {a}")
            result.tick(f"items.{name}", a == b, error)
        result.confuse("items.role", want[start]["role"], have[start]["role"])


def _score_claims(result: Score, source: str, gold: Iterable[Mapping[str, Any]], got: Iterable[Any]) -> None:
    want, have = {m["start"]: m for m in gold}, {m["char_start"]: m for m in got}
    result.count("metric_claims", {(source, s) for s in want}, {(source, s) for s in have})
    _list_differences(
        result,
        "metric_claims",
        source,
        {s: f"{m['value']}{m['unit']} {m['subject']}" for s, m in want.items()},
        {s: f"{m['value']}{m['unit'] or ''}" for s, m in have.items()},
    )
    good = {start for start in set(want) & set(have) if _score_claim(result, source, start, want[start], have[start])}
    exact = result.sets.setdefault("metric_claims.exact", Counts())
    exact.right += len(good)
    exact.extra += len(have) - len(good)
    exact.missed += len(want) - len(good)


def _score_claim(result: Score, source: str, start: int, want: Mapping[str, Any], have: Any) -> bool:
    checks = {
        "unit": want["unit"] == (have["unit"] or ""),
        "redacted": want["redacted"] == bool(have["redacted"]),
        "change": want["change"] == (have["change"] or "none"),
        "status": want["status"] == have["status"],
        "subject": overlap(want["subject"], have["subject"]) >= 0.5,
    }
    complete = want["subject"] == have["subject"]
    for name, right in {"subject_complete": complete, **checks}.items():
        column = name.removesuffix("_complete")
        text = f"{want['value']}{want['unit']}: {have[column]!r}, gold {want[column]!r}"
        result.tick(f"metric_claims.{name}", right, Error(f"metric_claims.{name}", source, start, text))
    for name in ("change", "status"):
        result.confuse(f"metric_claims.{name}", want[name], have[name])
    return all(checks.values())


def _score_redactions(result: Score, source: str, gold: Iterable[Mapping[str, Any]], got: Iterable[Any]) -> None:
    want, have = {r["start"]: r["slot"] for r in gold}, {r["char_start"]: r["slot"] for r in got}
    result.count("redactions", {(source, s) for s in want}, {(source, s) for s in have})
    result.count("redactions.typed", {(source, *p) for p in want.items()}, {(source, *p) for p in have.items()})
    _list_differences(result, "redactions", source, want, have)
    for start in sorted(set(want) & set(have)):
        error = Error("redactions.slot", source, start, f"{have[start]}, gold {want[start]}")
        result.tick("redactions.slot", want[start] == have[start], error)
        result.confuse("redactions.slot", want[start], have[start])
