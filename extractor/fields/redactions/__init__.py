"""Redactions: what each placeholder hides (ANNOTATION.md §4).

Each run is judged by the frame in which it stands (第X, X月X日), the quotation around it, the word after it (a measure,
a title, a kind of place or firm), what stands before it (赴X, 我X), its neighbours in a list, and at last by what bare
runs mostly are in this document.
"""

from __future__ import annotations

from collections import Counter

from extractor.fields.redactions.coined import find_coined
from extractor.fields.redactions.names import find_actor, find_field, find_name, find_person, follows_surname
from extractor.fields.redactions.numbers import counts_areas, find_date, find_ordinal, find_quantity, stands_by_digits
from extractor.fields.redactions.sites import HOME, Site, read_sites
from extractor.fields.redactions.verdicts import SLOTS, VERDICTS
from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Placeholder, Redaction, Speech
from extractor.rule import Rule, Verdict

_JUDGES = (find_ordinal, find_date, find_field, find_coined, find_quantity, find_person, find_name, find_actor)
# Measures that also order, date or name (X次党代会, 列第X位, 某组): they need all the judges.
_DOUBTFUL = frozenset((*"点次位名组分人里期批号周度线段", "标段", "单元"))

Habits = Counter[tuple[str, str]]


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return VERDICTS


def find_redactions(
    speech: Speech, layout: Layout, placeholders: tuple[Placeholder, ...], items: tuple[Item, ...], lexicon: Lexicon
) -> tuple[Redaction, ...]:
    """Each placeholder with its slot."""
    sites = read_sites(speech.folded, layout, placeholders, lexicon)
    verdicts = [_judge(site, lexicon) for site in sites]
    habits = Habits((site.run, SLOTS[name]) for site, name in zip(sites, verdicts, strict=True) if name)
    names = [_settle(site, name, habits) for site, name in zip(sites, verdicts, strict=True)]
    return tuple(
        Redaction(site.start, site.end, SLOTS[name], f"redactions.{name}")
        for site, name in zip(sites, names, strict=True)
    )


def _judge(site: Site, lexicon: Lexicon) -> str | None:
    """The first rule that knows the run; a plain measure or kind of place after it, outside quotes, settles it."""
    if (
        not (site.quote or site.listed)
        and (not site.before or site.before[-1] not in "第届〕")
        and not stands_by_digits(site)
        and not follows_surname(site, lexicon)
    ):
        if site.kind == "measure" and site.word not in _DOUBTFUL and not HOME.match(site.rest):
            return "quantity-measure"
        if site.kind == "place" and not counts_areas(site):
            return "place-kind"
    for judge in _JUDGES:
        if name := judge(site, lexicon):
            return name
    return None


def _settle(site: Site, verdict: str | None, habits: Habits) -> str:
    """The verdict, or what a bare run is in this document: its field of work where it mostly is one, else its place."""
    topical = habits[site.run, "topic"] > habits[site.run, "place"]
    if verdict is None and _resembles_name(site, habits):
        return "person-habit"
    if verdict is None or (verdict == "organisation-project" and topical):
        return "topic-habit" if topical else "place-habit"
    return verdict


def _resembles_name(site: Site, habits: Habits) -> bool:
    """Whether a bare run of three at the front of its clause is used in this document for nothing but names (XXX)."""
    others = any(habits[site.run, slot] for slot in ("place", "topic", "quantity"))
    return len(site.run) == 3 and not others and site.before[-1:] in ("", *"，。；：、（") and site.kind == ""
