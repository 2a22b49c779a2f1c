"""Every rule finds what it says and leaves alone what it says; every row carries the name of a rule that exists."""

from __future__ import annotations

from itertools import chain

import pytest

from extractor.extract import all_rules, extract
from extractor.records import Extraction, Speech
from extractor.rule import Rule, Verdict
from extractor.text import fold

RULES = all_rules()


def rows_of(extraction: Extraction) -> list[tuple[int, int, str]]:
    """(start, end, rule) of every row of an extraction; an item's row shows its marker."""
    spans = chain(
        extraction.layout.noise, extraction.claims, extraction.redactions, extraction.deadlines,
        extraction.meeting.evidence, extraction.dating.evidence, extraction.speaker.evidence, extraction.keywords,
    )  # fmt: skip
    rows = [(s.start, s.end, s.rule) for s in spans]
    for item in extraction.items:
        end = item.start + len(item.marker)
        rows += [(item.start, end, item.rule), (item.start, end, item.role_rule)]
    starts = {item.start: item.start + len(item.marker) for item in extraction.items}
    rows += [(d.item, starts[d.item], d.rule) for d in extraction.directives]
    if extraction.layout.title_rule:
        title = extraction.layout.title
        rows.append((title[0].start, title[-1].end, extraction.layout.title_rule))
    return sorted(rows)


def found_by(name: str, sentence: str) -> tuple[str, ...]:
    """The texts of the rows that carry a rule's name after an extraction of a sentence."""
    extraction = extract(Speech("example.txt", sentence))
    return tuple(sentence[start:end] for start, end, rule in rows_of(extraction) if rule == name)


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Rule)], ids=lambda r: r.name)
def test_a_rule_finds_and_ignores_what_it_says(rule: Rule) -> None:
    for sentence, texts in rule.finds.items():
        assert tuple(m.group() for m in rule.scan(fold(sentence))) == tuple(map(fold, texts)), sentence
    for sentence in rule.ignores:
        assert not list(rule.scan(fold(sentence))), sentence


@pytest.mark.parametrize("verdict", [r for r in RULES if isinstance(r, Verdict)], ids=lambda r: r.name)
def test_a_verdict_falls_where_it_says(verdict: Verdict) -> None:
    for sentence, texts in verdict.finds.items():
        assert found_by(verdict.name, sentence) == tuple(texts), sentence
    for sentence in verdict.ignores:
        assert found_by(verdict.name, sentence) == (), sentence


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(set(names))
