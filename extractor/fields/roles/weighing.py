"""Weighing: what each point says by itself, by its lead-in and by the part in which it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.fields.roles.cues import Cues
from extractor.records import Item, Role

_SENTENCE = re.compile(r"[。！\n]")
_PAUSE = re.compile(r"[，、。；：]|(?<=[一-鿿])[ ]+")
_PAUSES = re.compile(rf"({_PAUSE.pattern})")
_PARTS = frozenset({"cn", "cn_paren", "num", "num_paren", "di", "circled", "word"})
_ANNOUNCES = re.compile(
    r"以下|如下|下面|[几两三四五六七八九十\d×xX*][个点件条项句方][^，。；]{0,12}[。：]?$|下一?步|怎么|情况[：。]?$|但是?，$"
)
_QUESTION = re.compile(r"什么|哪[里儿些]|怎[么样]|如何|多少|何[在处]|[吗呢？]$|[？]")
_CONCEDES = re.compile(r"看到|清醒|认识到|承认|正视")
_NEAR = 80
_VERDICT = 2.6
_SHORT_LEAD = 16
_STRONG = 3.0


@dataclass(slots=True)
class Scale:
    """The weights for each role of one point, and the rule that gave the heaviest for each."""

    weights: dict[Role, float] = field(default_factory=dict)
    rules: dict[Role, tuple[float, str]] = field(default_factory=dict)
    _raised: dict[str, float] = field(default_factory=dict)

    def add(self, role: Role, weight: float, rule: str) -> None:
        """Put a clue on the scale."""
        self.weights[role] = self.weights.get(role, 0.0) + weight
        if weight > self.rules.get(role, (0.0, ""))[0]:
            self.rules[role] = (weight, rule)

    def raise_to(self, role: Role, weight: float, rule: str) -> None:
        """Put a clue on the scale that counts only by as much as it outweighs the same clue put there before."""
        before = self._raised.get(rule, 0.0)
        if weight > before:
            self._raised[rule] = weight
            self.weights[role] = self.weights.get(role, 0.0) + weight - before
            if weight > self.rules.get(role, (0.0, ""))[0]:
                self.rules[role] = (weight, rule)

    def best(self) -> tuple[Role, str, float]:
        """The heaviest role, the rule that weighs most for it, and its weight."""
        if not self.weights:
            return "directive", "roles.default", 0.0
        role = max(self.weights, key=lambda r: self.weights[r])
        return role, self.rules.get(role, (0.0, "roles.default"))[1], self.weights[role]


def weigh_name(folded: str, item: Item, cues: Cues) -> tuple[Role, float] | None:
    """The role that a part's heading names, with its weight; only short headings name a part."""
    length = item.heading.end - item.heading.start
    if length > 30 or item.marker_style not in _PARTS:
        return None
    if length > 12 and folded[item.heading.end : item.heading.end + 1] not in ("", "\n", " "):
        return None
    heading = folded[item.heading.start : item.heading.end].replace(" ", "")
    for role, weight, pattern in cues.names:
        named = pattern.search(heading)
        if named and not (role == "problem" and cues.mending.search(heading[: named.start()])):
            return role, weight
    return None


def weigh_lead(lead: str, cues: Cues) -> tuple[Role, float] | None:
    """The role that the sentence before a series announces: of its strong cues the one nearest its end.

    A sentence that announces nothing counts for less.
    """
    announces = (
        lead.endswith("：") or bool(_ANNOUNCES.search(lead)) or len(lead) < _SHORT_LEAD or lead.startswith("关于")
    )
    bare = cues.neutral.sub("", lead)
    best: tuple[int, float, Role] | None = None
    for role, weight, pattern in cues.leads:
        if best and weight < best[1]:
            break
        ends = [
            m.end() for m in pattern.finditer(bare) if role != "problem" or not cues.mending.search(bare[: m.start()])
        ]
        if ends and (best is None or ends[-1] > best[0]):
            best = (ends[-1], weight, role)
    if best is None:
        return _weigh_verdict(bare, cues) or (("directive", 1.2) if bare != lead else None)
    weight = 6.5 if best[2] == "lesson" else best[1]
    announces = announces or (best[1] >= _STRONG and best[0] >= len(bare) - 1)
    counts_points = bare != lead and bool(_SENTENCE.search(bare, best[0], len(bare) - 1))
    return best[2], weight if announces and not counts_points else weight * 0.4


def _weigh_verdict(lead: str, cues: Cues) -> tuple[Role, float] | None:
    """What the last clause before a colon says of the points to come: 三个村可圈可点：, 有几件事做得不漂亮："""
    if not lead.endswith("："):
        return None
    clause = _PAUSE.split(lead[:-1])[-1]
    if cues.modal.search(clause):
        return None
    if cues.lacking.search(clause):
        return "problem", _VERDICT
    return ("achievement", _VERDICT) if cues.achieved.search(clause) else None


def weigh_own(heading: str, marker: str, cues: Cues, scale: Scale) -> None:
    """Put on the scale what the heading's own predicates say, clause by clause."""
    asks = marker.endswith(("要", "须", "应"))
    if asks:
        scale.add("directive", 2.8, "roles.modal")
    if _QUESTION.search(heading):
        return
    if not asks and (modal := cues.modal.search(heading)):
        rider = not marker.endswith("、") and cues.lacking.search(heading, 0, modal.start())  # 一是进度慢，必须加快
        scale.add("directive", 1.0 if rider else 2.8, "roles.modal")
    stated = cues.stated.search(heading)
    if not stated and cues.forward.search(heading):  # not in 开展整治是确保安全的迫切需要
        scale.add("directive", 1.5, "roles.forward")
    for number, clause in enumerate(_clauses(heading, cues)[:4]):
        _weigh_clause(clause, 1.0 if number == 0 else 0.8, cues, scale)
    if cues.concluded.search(heading):
        scale.add("lesson", 1.6, "roles.concluded")
    if stated:
        scale.add("other", 3.2, "roles.stated")


def _clauses(heading: str, cues: Cues) -> list[str]:
    """The clauses of a heading; what 、 adds to a shortfall that is mended stays with it: 解决办事拖拉、互相推诿."""
    if "、" not in heading:
        return _PAUSE.split(heading)
    first, *rest = _PAUSES.split(heading)
    clauses = [first]
    for pause, clause in zip(rest[::2], rest[1::2], strict=True):
        lack = cues.lacking.search(clauses[-1]) if pause == "、" else None
        if lack and cues.mending.search(clauses[-1][: lack.start()]):
            clauses[-1] += pause + clause
        else:
            clauses.append(clause)
    return clauses


def _weigh_clause(clause: str, share: float, cues: Cues, scale: Scale) -> None:
    """What one clause says; a verb that opens it is an order or a report, a subject that opens it a state."""
    imperative = cues.imperative.match(clause)
    if imperative:
        scale.raise_to("directive", 1.0 * share, "roles.imperative")
    achieved = cues.achieved.search(clause)
    if achieved and not cues.modal.search(clause, 0, achieved.start() + 1):
        ahead = cues.ahead.search(clause)
        scale.raise_to("achievement", (0.5 if ahead else 1.3 if imperative else 2.8) * share, "roles.achieved")
    lacking = list(cues.lacking.finditer(clause))
    if lacking and not _is_governed(clause, lacking[0].start(), cues):
        last = lacking[-1].end() == len(clause)
        scale.raise_to("problem", (1.2 if imperative and not last else 3.2) * share, "roles.lacking")


def _is_governed(clause: str, lack: int, cues: Cues) -> bool:
    """Whether a verb mends what is lacking, a modal forbids it (不能怕), or what is bad grows less (事故下降)."""
    if cues.eased.search(clause):
        return True
    if verdict := cues.short_of.search(clause):
        return bool(cues.preventing.search(clause[: verdict.start()]))
    if cues.mending.search(clause[:lack]):
        return True
    modal = cues.modal.search(clause, 0, lack + 1)
    return bool(modal) and not _CONCEDES.search(clause, 0, lack)


def weigh_body(body: str, cues: Cues, scale: Scale) -> None:
    """Put on the scale how often the rest of a point asks and how often it reports."""
    kinds = [match.lastgroup for match in cues.body.finditer(body)]
    asks, total = kinds.count("asks"), len(kinds)
    reports = total - asks
    if not total:
        return
    tilt = (asks - reports) / total * min(1.0, total / 3)
    if tilt > 0:
        scale.add("directive", 2.0 * tilt, "roles.body")
        return
    if not asks and cues.lacking.search(body, 0, _NEAR):
        scale.add("problem", 1.2, "roles.lacking")
        tilt /= 2
    if scale.weights.get("problem", 0.0) < 3.0:
        scale.add("achievement", -2.0 * tilt, "roles.body")
