"""The speech page: one speech with its text, every fact marked in it, its outline, conclusions, clues and claims."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extractor.search import hits
from extractor.site.corrected import Told, standing, tell
from extractor.site.facts import FIELDS, KINDS, Labels, Row, fact_marks, innermost, title_lines
from extractor.site.marks import Mark, lines, mark_text

Parameters = tuple[Any, ...] | Mapping[str, Any]
Fetch = Callable[[str, Parameters], Awaitable[Sequence[Row]]]
"""Runs a query and gives its rows."""

_SHOWN_WITH = {"year_min": "year", "year_max": "year", "year_basis": "year"}
LOOK_UPS = ("meeting_types", "speaker_levels", "speaker_bodies", "roles", "slots")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What was concluded of the whole speech in one field, and the clues that speak for it or against it."""

    field: str
    label: str
    value: str
    clues: tuple[Row, ...]
    corrections: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechPage:
    """Everything that the template shows."""

    document: Row
    title: str
    html: str
    outline: tuple[Row, ...]
    claims: tuple[Row, ...]
    directives: tuple[Row, ...]
    conclusions: tuple[Conclusion, ...]
    counts: Mapping[str, int]
    labels: Labels
    neighbours: tuple[Row | None, Row | None]
    hit_count: int = 0
    keywords: tuple[Row, ...] = ()
    corrections: tuple[Told, ...] = ()


async def load_speech(fetch: Fetch, document_id: int, words: Sequence[str] = ()) -> SpeechPage | None:
    """A speech's page with the searched words marked, or None where the ledger has no such speech."""
    found = await fetch("select * from documents where id = ?", (document_id,))
    if not found:
        return None
    labels = await load_labels(fetch)
    facts = {table: await _facts(fetch, table, document_id) for table in (*KINDS, "directives")}
    query = "select meeting_type from document_meeting_types where document_id = ? order by position"
    types = [row["meeting_type"] for row in await fetch(query, (document_id,))]
    query = "select * from corrections where source = ? order by id"
    told = tell(await fetch(query, (found[0]["source"],)), facts, labels)
    page = build_page(found[0], facts, types, labels, await _neighbours(fetch, document_id), words, told)
    return replace(page, keywords=tuple(await _keywords(fetch, document_id)))


async def _keywords(fetch: Fetch, document_id: int) -> Sequence[Row]:
    return await fetch("select word, count from keywords where document_id = ? order by rank", (document_id,))


async def load_labels(fetch: Fetch) -> dict[str, Mapping[str, str]]:
    """The Chinese labels of every look-up table's codes."""
    return {table: await _labels(fetch, table) for table in LOOK_UPS}


async def _labels(fetch: Fetch, table: str) -> Mapping[str, str]:
    return {row["code"]: row["label_zh"] for row in await fetch(f"select code, label_zh from {table}", ())}


async def _facts(fetch: Fetch, table: str, document_id: int) -> Sequence[Row]:
    return await fetch(
        f"select * from {table} where document_id = ? order by char_start, char_end desc", (document_id,)
    )


async def _neighbours(fetch: Fetch, document_id: int) -> tuple[Row | None, Row | None]:
    before = await fetch(
        "select id, title, source from documents where id < ? order by id desc limit 1", (document_id,)
    )
    after = await fetch("select id, title, source from documents where id > ? order by id limit 1", (document_id,))
    return (before[0] if before else None, after[0] if after else None)


def build_page(
    document: Row,
    facts: Mapping[str, Sequence[Row]],
    types: Sequence[str],
    labels: Labels,
    neighbours: tuple[Row | None, Row | None] = (None, None),
    words: Sequence[str] = (),
    told: tuple[Told, ...] = (),
) -> SpeechPage:
    """The page of a speech from its rows."""
    stands = standing(told)
    text = document["text"]
    sought = [Mark(start, end, f"h{n}", "hit") for n, (start, end) in enumerate(hits(text, words), 1)] if words else []
    return SpeechPage(
        document=document,
        title=document["title"] or document["source"],
        html=mark_text(
            text, [*fact_marks(text, facts, labels, stands), *sought], _paragraphs(document, facts["items"])
        ),
        outline=tuple(facts["items"]),
        claims=tuple(facts["metric_claims"]),
        directives=tuple(facts["directives"]),
        conclusions=conclusions(document, facts["evidence"], types, labels, stands.get(("documents", None), ())),
        counts={table: len(rows) for table, rows in facts.items()},
        labels=labels,
        neighbours=neighbours,
        hit_count=len(sought),
        corrections=told,
    )


def _paragraphs(document: Row, items: Sequence[Row]) -> Callable[[int, int], str]:
    """The opening tag of each line: the title's lines are a heading's, others carry the role of the item around."""
    text, around = document["text"], innermost(items)
    headings = title_lines(text, document["title"], lines(text))

    def paragraph(start: int, end: int) -> str:
        item = around(start + len(text[start:end]) - len(text[start:end].lstrip()))
        kinds = ["headline"] if start in headings else [f"in role-{item['role']}"] if item else []
        if text[start].isspace():
            kinds.append("own")
        css = f' class="{" ".join(kinds)}"' if kinds else ""
        return f'<p{css} data-start="{start}">'

    return paragraph


def conclusions(
    document: Row,
    evidence: Sequence[Row],
    types: Sequence[str],
    labels: Labels,
    corrections: Sequence[Told] = (),
) -> tuple[Conclusion, ...]:
    """What a speech's header says, field by field, each with its clues, the heaviest first, and its corrections."""
    corrected: dict[str, list[Told]] = {}
    for one in corrections:
        corrected.setdefault(_SHOWN_WITH.get(one.row["field"], str(one.row["field"])), []).append(one)
    clues: dict[str, list[Row]] = {}
    for row in sorted(evidence, key=lambda row: -row["weight"]):
        clues.setdefault(row["field"], []).append(row)
    kinds = "、".join(labels["meeting_types"].get(code, code) for code in types)
    values = {
        **{field: document[field] for field in FIELDS if field != "title"},
        "meeting_type": kinds or labels["meeting_types"].get(document["meeting_type"] or ""),
        "year": year_words(document),
        "speaker_level": labels["speaker_levels"].get(document["speaker_level"] or ""),
        "speaker_body": labels["speaker_bodies"].get(document["speaker_body"] or ""),
    }
    return tuple(
        Conclusion(field, FIELDS[field], str(value or ""), tuple(clues.get(field, ())), tuple(corrected.get(field, ())))
        for field, value in values.items()
        if value or field in corrected or field in ("meeting_type", "year", "speaker_level", "speaker_body")
    )


def year_words(document: Row) -> str | None:
    """The year as an analyst reads it, with its interval where it is not settled, and its basis.

    >>> year_words({"year": 2020, "year_min": 2019, "year_max": 2020, "year_basis": "derived"})
    '2020年（2019–2020，推断）'
    """
    basis = {"stated": "印明", "derived": "推断", "unknown": "不明"}.get(document["year_basis"], "")
    low, high = document["year_min"], document["year_max"]
    interval = f"{low or '？'}–{high or '？'}" if low != high else ""
    if document["year"] is None and not interval:
        return None
    remark = "，".join(part for part in (interval, basis) if part)
    return (f"{document['year']}年" if document["year"] else "不定") + (f"（{remark}）" if remark else "")
