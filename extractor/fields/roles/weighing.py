"""Weighing: what each point says by itself, by its lead-in and by the part in which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.fields.roles.cues import Cues
from extractor.records import Item, Role

_SENTENCE = re.compile(r"[。！？\n]")
_CLAUSE = re.compile(r"[。；！？：\n]")
_BODY = 260
_LEAD = 110


@dataclass(slots=True)
class Scale:
    """The weights for each role of one point, and the rule that gave the heaviest for each."""

    weights: dict[Role, float] = field(default_factory=dict)
    rules: dict[Role, tuple[float, str]] = field(default_factory=dict)

    def add(self, role: Role, weight: float, rule: str) -> None:
        """Put a clue on the scale."""
        self.weights[role] = self.weights.get(role, 0.0) + weight
        if weight > self.rules.get(role, (0.0, ""))[0]:
            self.rules[role] = (weight, rule)

    def best(self) -> tuple[Role, str, float]:
        """The heaviest role, the rule that weighs most for it, and its weight."""
        if not self.weights:
            return "directive", "roles.default", 0.0
        role = max(self.weights, key=lambda r: self.weights[r])
        return role, self.rules.get(role, (0.0, "roles.default"))[1], self.weights[role]


def weigh_name(heading: str, cues: Cues) -> tuple[Role, float] | None:
    """The role that a part's heading names, with its weight."""
    if len(heading) > 34:
        return None
    for role, weight, pattern in cues.names:
        if pattern.search(heading):
            return role, weight
    return None


def weigh_lead(lead: str, cues: Cues) -> tuple[Role, float] | None:
    """The role that the sentence before a series announces: of its strong cues the one nearest its end."""
    best: tuple[int, float, Role] | None = None
    for role, weight, pattern in cues.leads:
        if best and weight < best[1]:
            break
        last = None
        for last in pattern.finditer(lead):  # noqa: B007
            pass
        if last and (best is None or last.end() > best[0]):
            best = (last.end(), weight, role)
    return (best[2], best[1]) if best else None


def weigh_own(heading: str, cues: Cues, scale: Scale) -> None:
    """Put on the scale what the heading's own predicate says."""
    lacking = cues.lacking.search(heading)
    modal = cues.modal.search(heading)
    imperative = cues.imperative.match(heading)
    achieved = cues.achieved.search(heading)
    if lacking and not (modal and modal.start() < lacking.start()):
        mended = bool(cues.mending.search(heading[: lacking.start()]))
        weight = 0.0 if mended else 3.0 if not imperative else 1.2
        if weight:
            scale.add("problem", weight, "roles.lacking")
    if modal and not (lacking and lacking.start() < modal.start()):
        scale.add("directive", 2.8, "roles.modal")
    if achieved:
        scale.add("achievement", 1.6 if imperative else 2.6, "roles.achieved")
    if imperative:
        scale.add("directive", 1.0, "roles.imperative")
    if cues.concluded.search(heading):
        scale.add("lesson", 1.6, "roles.concluded")
    if cues.stated.search(heading):
        scale.add("other", 3.2, "roles.stated")


def weigh_body(body: str, cues: Cues, scale: Scale) -> None:
    """Put on the scale how often the rest of a point asks and how often it reports."""
    asks = sum(1 for _ in cues.asks.finditer(body))
    reports = sum(1 for _ in cues.reports.finditer(body))
    total = asks + reports
    if total:
        tilt = (asks - reports) / total * min(1.0, total / 3)
        if tilt > 0:
            scale.add("directive", 1.8 * tilt, "roles.body")
        else:
            scale.add("achievement", -1.8 * tilt, "roles.body")


def lead_in(folded: str, first: Item, floor: int) -> str:
    """The sentence before a series, not reaching above `floor` (the end of the heading or marker before it)."""
    end = first.start
    while end > floor and folded[end - 1] in " \n#*":
        end -= 1
    start = max(floor, end - _LEAD)
    text = folded[start:end]
    stops = [m.end() for m in _SENTENCE.finditer(text, 0, max(0, len(text) - 1))]
    return text[stops[-1] :] if stops else text


def heading_text(folded: str, item: Item) -> str:
    """A point's heading without blanks; a very short one with the clause after it."""
    text = folded[item.heading.start : min(item.heading.end, item.heading.start + 90)]
    if len(text) < 6 and item.heading.end + 1 < item.end:
        stop = _CLAUSE.search(folded, item.heading.end + 1, min(item.end, item.heading.end + 80))
        text = folded[item.heading.start : stop.start() if stop else min(item.end, item.heading.end + 80)]
    return text.replace(" ", "").replace("*", "")


def body_text(folded: str, item: Item, first_child: int | None) -> str:
    """What a point says after its heading and before its first child, capped."""
    end = min(item.end, item.heading.end + _BODY, first_child if first_child is not None else item.end)
    return folded[item.heading.end : end]


def series_of(items: Sequence[Item]) -> list[list[int]]:
    """Indices of the items of each series: neighbours under one parent whose numbers rise in one style."""
    open_series: dict[int | None, list[int]] = {}
    all_series: list[list[int]] = []
    for index, item in enumerate(items):
        run = open_series.get(item.parent)
        if run is None or not _continues(items[run[-1]], item):
            run = open_series[item.parent] = []
            all_series.append(run)
        run.append(index)
    return all_series


def _continues(before: Item, item: Item) -> bool:
    if item.ordinal is None or before.ordinal is None:
        return item.ordinal is before.ordinal and item.marker_style == before.marker_style
    return item.ordinal > before.ordinal or (item.ordinal == before.ordinal != 1)
