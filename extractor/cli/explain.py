"""`taizhang explain`: why a fact is there, by rule, groups and clues, those that lost included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, Any

import typer
from rich.table import Table

from extractor.cli.options import Database, LexiconFolder, find_speech, open_lexicon, out
from extractor.errors import ReadError
from extractor.extract import all_rules, extract
from extractor.lexicon import Lexicon
from extractor.records import Extraction, Span, Speech
from extractor.rule import Rule, Verdict

NAME = "explain"


def command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file, or a source (or its end) in the ledger.")],
    db: Database,
    at: Annotated[int | None, typer.Option(metavar="OFFSET", help="Only facts at this code point of the text.")] = None,
    lexicon: LexiconFolder = None,
) -> None:
    """Explain what was concluded of a speech, or every fact at one place of its text.

    Examples:

        taizhang explain speeches/01.txt

        taizhang explain 01.txt --at 476
    """
    speech = find_speech(source, db)
    words = open_lexicon(lexicon)
    extraction = extract(speech, words)
    if at is None:
        _explain_document(speech, extraction)
        return
    if not 0 <= at < len(speech.text):
        raise ReadError(f"{source}: offset {at} is outside its {len(speech.text)} characters")
    _explain_place(speech, extraction, words, at)


def _explain_document(speech: Speech, extraction: Extraction) -> None:
    clues = (*extraction.meeting.evidence, *extraction.dating.evidence, *extraction.speaker.evidence)
    table = Table("字段 field", "指向 value", "权重", "规则 rule", "原文 text", "位置", box=None)
    for clue in sorted(clues, key=lambda c: (c.field, -c.weight)):
        table.add_row(
            clue.field,
            clue.value,
            f"{clue.weight:.2f}",
            clue.rule,
            _printed(speech, clue.start, clue.end),
            str(clue.start),
        )
    conclusions = {
        "meeting_type": extraction.meeting.meeting_type, "year": extraction.dating.year,
        "year_min": extraction.dating.year_min, "year_max": extraction.dating.year_max,
        "year_basis": extraction.dating.year_basis, "speaker_level": extraction.speaker.level,
        "speaker_body": extraction.speaker.body,
    }  # fmt: skip
    for name, value in conclusions.items():
        out.print(f"[bold]{name}[/] = {value}")
    out.print()
    out.print(table)


def _explain_place(speech: Speech, extraction: Extraction, lexicon: Lexicon, at: int) -> None:
    rules = {rule.name: rule for rule in all_rules(lexicon)}
    found = False
    for kind, fact in _facts(extraction):
        marker_end = fact.start + len(getattr(fact, "marker", "")) if kind == "item" else fact.end
        if not fact.start <= at < max(marker_end, fact.start + 1):
            continue
        found = True
        out.print(f"[bold]{kind}[/] {fact.start}–{fact.end} “{_printed(speech, fact.start, marker_end)}”")
        for field in fields(fact):
            value = getattr(fact, field.name)
            if field.name not in ("start", "end") and value not in (None, ""):
                shown = _printed(speech, value.start, value.end) if isinstance(value, Span) else value
                out.print(f"    {field.name}: {shown}")
        for name in filter(None, (getattr(fact, "rule", ""), getattr(fact, "role_rule", ""))):
            _explain_rule(name, rules.get(name), speech, fact)
    if not found:
        out.print(f"位置 {at} “{speech.text[at]}” 没有事实 · no fact at this place")


def _facts(extraction: Extraction) -> Iterator[tuple[str, Any]]:
    layout = extraction.layout
    for kind, facts in (
        ("noise", layout.noise), ("item", extraction.items), ("claim", extraction.claims),
        ("redaction", extraction.redactions), ("deadline", extraction.deadlines),
        ("evidence", (*extraction.meeting.evidence, *extraction.dating.evidence, *extraction.speaker.evidence)),
    ):  # fmt: skip
        for fact in facts:
            yield kind, fact


def _explain_rule(name: str, rule: Rule | Verdict | None, speech: Speech, fact: Any) -> None:
    if rule is None:
        return
    out.print(f"    [dim]规则 {name}: {rule.says if isinstance(rule, Verdict) else rule.yields}（{rule.source}）[/]")
    sentence, texts = next(iter(rule.finds.items()))
    out.print(f"    [dim]例 {sentence} → {'、'.join(texts)}[/]")
    if isinstance(rule, Rule):
        for match in rule.scan(speech.folded, max(0, fact.start - 80), min(len(speech.text), fact.end + 80)):
            if match.start() <= fact.start < match.end():
                groups = {k: v for k, v in match.groupdict().items() if v}
                out.print(f"    [dim]匹配 “{match.group()}” {groups or ''}[/]")
                break


def _printed(speech: Speech, start: int, end: int) -> str:
    text = speech.text[start:end].replace("\n", "⏎")
    return text if len(text) <= 40 else text[:39] + "…"
