"""Roles: what each numbered point does (ANNOTATION.md §2).

Clues are weighed: the point's own predicate, the rest of it, the sentence before its series, the name of the part
in which it stands, its neighbours. A heading that covers points takes the role of most of them unless its name says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from extractor.fields.roles.cues import Cues, cues
from extractor.fields.roles.rubrics import name_series
from extractor.fields.roles.texts import body_text, heading_text, lead_in, series_of
from extractor.fields.roles.verdicts import VERDICTS
from extractor.fields.roles.weighing import Scale, weigh_body, weigh_lead, weigh_name, weigh_own
from extractor.lexicon import Lexicon
from extractor.records import Item, Layout, Role, Speech
from extractor.rule import Rule, Verdict

__all__ = ["judge_roles", "rules"]

_PART = 2.2
_LESSONS = 4.5
_INHERITED = 0.9
_NEIGHBOURS = 1.4
_CHILDREN = 4.2
_BACKGROUND = 2.2
_UNITED = 2.0
_PLAIN = 5.0


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return VERDICTS


def judge_roles(speech: Speech, layout: Layout, items: tuple[Item, ...], lexicon: Lexicon) -> tuple[Item, ...]:
    """The same items, each with its role and the rule that judged it."""
    if not items:
        return items
    known = cues(lexicon)
    index_of = {item.start: index for index, item in enumerate(items)}
    parents = [None if item.parent is None else index_of[item.parent] for item in items]
    scales = [Scale() for _ in items]
    names = _weigh_points(speech.folded, items, parents, scales, known)
    series = series_of(items)
    _weigh_leads(speech.folded, items, parents, series, scales, known)
    _weigh_parts(parents, names, name_series(speech.folded, layout, items, series, known), scales)
    _weigh_neighbours(series, scales)
    return _settle(items, parents, names, scales)


def _weigh_points(
    folded: str, items: tuple[Item, ...], parents: list[int | None], scales: list[Scale], known: Cues
) -> list[tuple[Role, float] | None]:
    """Own predicates and bodies onto the scales; gives what each heading names its part."""
    first_child: dict[int, int] = {}
    for index in range(len(items) - 1, -1, -1):
        parent = parents[index]
        if parent is not None:
            first_child[parent] = items[index].start
    names = []
    for index, item in enumerate(items):
        name = weigh_name(folded, item, known)
        names.append(name)
        if name:
            scales[index].add(name[0], name[1], "roles.name")
        if name is None or name[1] < 2:
            weigh_own(heading_text(folded, item, known), item.marker, known, scales[index])
        weigh_body(body_text(folded, item, first_child.get(index)), known, scales[index])
        if not scales[index].weights:
            scales[index].add("other", 0.4, "roles.default")
        scales[index].add("directive", 0.3, "roles.default")
    return names


def _weigh_leads(
    folded: str,
    items: tuple[Item, ...],
    parents: list[int | None],
    series: list[list[int]],
    scales: list[Scale],
    known: Cues,
) -> None:
    for run in series:
        first = run[0]
        parent = parents[first]
        before = items[first - 1] if first else None
        floor = before.heading.end if before else 0
        if parent is not None and parent == first - 1 and items[parent].heading.end >= items[first].start - 2:
            continue
        lead = weigh_lead(lead_in(folded, items[first], floor), known)
        for index in run if lead else ():
            scales[index].add(lead[0], lead[1], "roles.lead-in")  # type: ignore[index]


def _weigh_parts(
    parents: list[int | None],
    names: list[tuple[Role, float] | None],
    rubrics: Mapping[int, tuple[Role, float]],
    scales: list[Scale],
) -> None:
    """The nearest part above a point that names itself leans on the point; above the top stands a rubric."""
    nearest: list[tuple[Role, float] | None] = []
    for index, parent in enumerate(parents):
        above = rubrics.get(index) if parent is None else (names[parent] or nearest[parent])
        nearest.append(above)
        if above is None and parent is not None:
            scales[index].add(scales[parent].best()[0], _INHERITED, "roles.part")
        elif above:
            full = _LESSONS if above[0] == "lesson" else _PART
            rule = "roles.rubric" if parent is None else "roles.part"
            scales[index].add(above[0], full if above[1] > 2 else full / 2, rule)


def _weigh_neighbours(series: list[list[int]], scales: list[Scale]) -> None:
    """What most points of a series are leans on each of them."""
    for run in series:
        if len(run) < 2:
            continue
        votes: dict[Role, float] = {}
        for index in run:
            role, _, weight = scales[index].best()
            votes[role] = votes.get(role, 0.0) + min(weight, 4.0)
        role = max(votes, key=lambda r: votes[r])
        strength = votes[role] / sum(votes.values()) * min(1.0, votes[role] / len(run) / 2)
        for index in run:
            scales[index].add(role, _NEIGHBOURS * strength, "roles.neighbours")


def _settle(
    items: tuple[Item, ...], parents: list[int | None], names: list[tuple[Role, float] | None], scales: list[Scale]
) -> tuple[Item, ...]:
    """Roles from the last point to the first, so that a heading hears its points."""
    judged: list[Item] = list(items)
    votes: list[Counter[Role]] = [Counter() for _ in items]
    for index in range(len(items) - 1, -1, -1):
        if votes[index]:
            role, most = votes[index].most_common(1)[0]
            name = names[index]
            plain = not (name and name[1] > 2) and scales[index].best()[2] < _PLAIN
            united = _UNITED if plain and most == votes[index].total() > 2 else 0.0
            asks = (
                role in ("problem", "achievement")
                and scales[index].rules.get("directive", (0.0, ""))[1] == "roles.modal"
            )
            heard = _BACKGROUND if role == "other" or asks else _CHILDREN  # 一、必须警钟长鸣, and why: it still asks
            scales[index].add(role, heard * most / votes[index].total() + united, "roles.children")
        role, rule, _ = scales[index].best()
        judged[index] = items[index].judged(role, rule)
        parent = parents[index]
        if parent is not None:
            votes[parent][role] += 1
    return tuple(judged)
