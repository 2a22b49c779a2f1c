"""Metric claims: checkable statements of quantities (ANNOTATION.md §3).

Values are found first, each is given its unit and its place in the clause, what quantifies nothing is left out, and the
clause around each that stays is read for subject, change, status and the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractor.fields.metrics.changes import find_change
from extractor.fields.metrics.clauses import Clauses
from extractor.fields.metrics.details import (
    find_comparison,
    find_period,
    find_periods,
    find_predicate,
    find_verb,
    normalise,
)
from extractor.fields.metrics.exclusions import excludes
from extractor.fields.metrics.sharing import distribute
from extractor.fields.metrics.statuses import find_status
from extractor.fields.metrics.subjects import Subject, find_subject, printed
from extractor.fields.metrics.units import read_units
from extractor.fields.metrics.values import Value, find_values, mask
from extractor.fields.metrics.verdicts import VERDICTS, name_rule
from extractor.fields.metrics.view import Quantity, View, find_borders
from extractor.fields.metrics.vocabulary import read_vocabulary
from extractor.lexicon import Lexicon
from extractor.records import Change, Claim, Item, Layout, Redaction, Span, Speech, Status
from extractor.rule import Rule, Verdict
from extractor.segment import segmenter

_SHORT_QUOTE = 15
_IN_WORDS = ("约", "上")
"""Approximations that also end other words: 节约|30万元, 签约|12户, 跃上|1.4万亿斤."""


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return VERDICTS


def find_claims(
    speech: Speech, layout: Layout, redactions: tuple[Redaction, ...], items: tuple[Item, ...], lexicon: Lexicon
) -> tuple[Claim, ...]:
    """Every claim in order; placeholders count where their slot is `quantity`."""
    masked = mask(speech.folded, redactions, layout.noise)
    view = View(masked, Clauses(masked), find_periods(masked), read_vocabulary(lexicon), read_units(lexicon))
    quantities = _quantities(view, layout)
    subjects, changes = _read(view, quantities)
    around = _Items(items)
    claims: list[Claim] = []
    for quantity, subject, change in zip(quantities, subjects, changes, strict=True):
        last = claims[-1].status if claims and claims[-1].start >= quantity.sentence else None
        status = find_status(view, quantity, subject, around.at(quantity.value.start), last, lexicon)
        claims.append(_claim(speech, view, quantity, subject, change, status, lexicon))
    return tuple(claims)


def _read(view: View, quantities: list[Quantity]) -> tuple[list[Subject], list[Change]]:
    """The subject and the change of each quantity, read in order within its sentence."""
    subjects: list[Subject] = []
    changes: list[Change] = []
    opening = 0
    for index, quantity in enumerate(quantities):
        if index and quantities[index - 1].value.start < quantity.sentence:
            opening = index
        if index > opening and (span := subjects[-1].span) and quantity.floor < span.end <= quantity.value.start:
            quantity.floor = span.end
        last = (quantities[index - 1], subjects[-1]) if index > opening else None
        like = _last_like(quantities, subjects, index, opening)
        subject = find_subject(view, quantity, last, like)
        change = find_change(view, quantity, subject, changes[opening:])
        subjects.append(subject)
        changes.append(change)
    return distribute(view, quantities, subjects), changes


def _last_like(
    quantities: list[Quantity], subjects: list[Subject], index: int, opening: int
) -> tuple[Quantity, Subject] | None:
    """The last value of the sentence in the same unit: 问题|30个，措施40条，已整改|21个."""
    word = quantities[index].unit.word
    for other in range(index - 1, opening - 1, -1):
        if quantities[other].unit.word == word:
            return quantities[other], subjects[other]
    return None


class _Items:
    """The items by their starts; says which is the innermost around an offset."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]
        self._by_start = {item.start: item for item in self._items}

    def at(self, offset: int) -> Item | None:
        index = bisect_right(self._starts, offset) - 1
        item = self._items[index] if index >= 0 else None
        while item is not None and offset >= item.end:
            item = self._by_start.get(item.parent) if item.parent is not None else None
        return item


def _quantities(view: View, layout: Layout) -> list[Quantity]:
    """Every value that quantifies something, with its unit and place."""
    stretch, borders = (-1, -1), frozenset[int]()
    kept = list(_counting(view, layout))
    ceilings = (*(quantity.value.start for quantity in kept[1:]), len(view.masked))
    for quantity, ceiling in zip(kept, ceilings, strict=False):
        if (quantity.left, quantity.right) != stretch:
            stretch = (quantity.left, quantity.right)
            borders = find_borders(view.masked, *stretch, segmenter())
        quantity.ceiling = ceiling
        quantity.borders = borders.union((quantity.value.start, quantity.value.end, quantity.unit.end, quantity.end))
    return kept


def _counting(view: View, layout: Layout) -> Iterator[Quantity]:
    """The values that no exclusion takes away."""
    masked, clauses, read_unit, after = view.masked, view.clauses, view.units.read, view.words.after
    floor = left = right = sentence = 0
    clause = -1
    for value in _open_values(masked, layout):
        start = value.start
        unit = read_unit(masked, value.end)
        if not left <= start < right:
            left, right = clauses.bounds(start)
            sentence = clauses.sentence(start)
        end = unit.end if unit.text else value.end
        size = after.opening(masked, end, right)
        first = clause != left
        behind = left if first else max(left, floor)
        quantity = Quantity(value, unit, left, right, behind, sentence, masked[end : end + size], end + size, first)
        if not excludes(view, quantity):
            yield quantity
            floor, clause = end + size, left


def _open_values(masked: str, layout: Layout) -> Iterator[Value]:
    """The values outside noise, title lines, short quotations and titles of works."""
    quoted = (q for q in layout.quoted if q.end - q.start <= _SHORT_QUOTE or masked[q.start - 1] == "《")
    closed = sorted((span.start, span.end) for span in (*layout.noise, *layout.title, *quoted))
    at = shut = 0
    for value in find_values(masked):
        while at < len(closed) and closed[at][0] <= value.start:
            shut = max(shut, closed[at][1])
            at += 1
        if value.start >= shut:
            yield value


def _claim(
    speech: Speech,
    view: View,
    quantity: Quantity,
    subject: Subject,
    change: Change,
    status: Status,
    lexicon: Lexicon,
) -> Claim:
    value, text = quantity.value, speech.text
    unit = _printed_unit(text, quantity)
    amount, base = normalise(quantity)
    return Claim(
        value.start,
        value.end,
        unit=unit,
        number=None if value.redacted else value.number,
        quantity=amount,
        base_unit=base,
        redacted=value.redacted,
        subject=printed(text, subject.span),
        action=printed(text, _action(view, quantity, subject)),
        approximation=value.prefix or quantity.unit.approximation or quantity.after or _approximation(view, quantity),
        change=change,
        comparison=printed(text, find_comparison(view, quantity, lexicon)),
        status=status,
        period=printed(text, find_period(view, quantity)),
        clause=Span(quantity.left, quantity.right),
        rule=name_rule(subject.how),
    )


def _action(view: View, quantity: Quantity, subject: Subject) -> Span | None:
    """The governing verb; of a shared subject the value's own first: 完成X亿元，同比|增长X%."""
    if subject.how == "shared":
        return find_predicate(view, quantity) or subject.verb
    found = subject.verb or find_predicate(view, quantity)
    return found or (find_verb(view, quantity) if subject.how == "after" else None)


def _printed_unit(text: str, quantity: Quantity) -> str:
    """The unit in the text's own characters, without blanks and without 余 or 多."""
    if not quantity.unit.text:
        return ""
    raw = "".join(text[quantity.value.end : quantity.unit.end].split())
    mark = quantity.unit.approximation
    if mark and len(raw) > len(quantity.unit.text):
        raw = "".join(c for c in raw if c not in "余餘多来來") if len(raw) - 1 == len(quantity.unit.text) else raw
    return raw


def _approximation(view: View, quantity: Quantity) -> str | None:
    start = quantity.value.start
    size = view.words.before.ending(view.masked, quantity.left, start)
    word = view.masked[start - size : start]
    return word if size and (word not in _IN_WORDS or start - size in quantity.borders) else None
