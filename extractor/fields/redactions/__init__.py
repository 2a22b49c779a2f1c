"""Redactions: what each placeholder hides (ANNOTATION.md §4)."""

from __future__ import annotations

from collections import Counter

from extractor.fields.redactions.names import find_actor, find_coined, find_name, find_person
from extractor.fields.redactions.numbers import find_date, find_ordinal, find_quantity
from extractor.fields.redactions.sites import Site, read_sites
from extractor.fields.redactions.verdicts import SLOTS, VERDICTS
from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Placeholder, Redaction, Speech
from extractor.rule import Rule, Verdict

_JUDGES = (find_ordinal, find_date, find_coined, find_quantity, find_person, find_name, find_actor)


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return VERDICTS


def find_redactions(
    speech: Speech, layout: Layout, placeholders: tuple[Placeholder, ...], items: tuple[Item, ...], lexicon: Lexicon
) -> tuple[Redaction, ...]:
    """Each placeholder with its slot."""
    sites = read_sites(speech.folded, layout, placeholders, lexicon)
    verdicts = [_judge(site, lexicon) for site in sites]
    habits = _read_habits(sites, verdicts)
    return tuple(
        Redaction(site.start, site.end, SLOTS[name], f"redactions.{name}")
        for site, verdict in zip(sites, verdicts, strict=True)
        for name in [_settle(site, verdict, habits)]
    )


def _judge(site: Site, lexicon: Lexicon) -> str | None:
    """The first rule that knows the run."""
    for judge in _JUDGES:
        if name := judge(site, lexicon):
            return name
    return None


def _read_habits(sites: list[Site], verdicts: list[str | None]) -> Counter[tuple[str, str]]:
    """How often the document uses each run as a place and as a field of work."""
    return Counter(
        (site.run, SLOTS[name]) for site, name in zip(sites, verdicts, strict=True) if name and SLOTS[name] in ("place", "topic", "person", "quantity")
    )


def _settle(site: Site, verdict: str | None, habits: Counter[tuple[str, str]]) -> str:
    """The verdict, or what a bare run is in this document: its field of work where it mostly is one, else its place."""
    topical = habits[site.run, "topic"] > habits[site.run, "place"]
    if verdict is None and _resembles_name(site, habits):
        return "person-habit"
    if verdict is None or (verdict == "organisation-project" and topical):
        return "topic-habit" if topical else "place-habit"
    return verdict


def _resembles_name(site: Site, habits: Counter[tuple[str, str]]) -> bool:
    """Whether a bare run at the front of its clause is written as this document writes names (XXX), and nothing else."""
    others = habits[site.run, "place"] + habits[site.run, "topic"] + habits[site.run, "quantity"]
    return len(site.run) == 3 and not others and site.before[-1:] in "，。；：、\n（" and site.kind == ""
