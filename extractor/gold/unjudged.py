"""What only labels can have wrong: suggestions nobody judged, placeholders left out, a text that has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractor.gold.candidates import find_candidates
from extractor.gold.labels import Label, Problem
from extractor.gold.skeleton import around, flat

_SHOWN = 12


def check_labels(labels: Sequence[Label], text: str) -> list[Problem]:
    """Every problem of labels beyond those of the gold that they say."""
    problems = [p for label in labels for p in _check_context(label, text)]
    unjudged = [label for label in labels if not label.judged]
    if unjudged:
        lines = ", ".join(str(label.line) for label in unjudged[:_SHOWN]) + (", …" if unjudged[_SHOWN:] else "")
        what = f"{len(unjudged)} suggestions are not judged yet (lines {lines})"
        remedy = "delete the ? where it is right, mend the line where it is wrong, write - for what is no fact"
        problems.append(Problem(f"line {unjudged[0].line}", what, remedy))
    judged = [(label.start, label.end) for label in labels if label.kind in "MR-"]
    return problems + [
        Problem(f"offset {start}", f"placeholder {text[start:end]!r} is not judged: …{around(text, start, end)}…",
                f"add `R  {start}  {end}  SLOT`, or `-  {start}  {end}` if it hides nothing")
        for start, end in unmarked_placeholders(text, judged)
    ]  # fmt: skip


def unmarked_placeholders(text: str, marked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Placeholders of a text outside some spans."""
    covered = {offset for start, end in marked for offset in range(start, end)}
    found = ((c.start, c.end) for c in find_candidates(text) if c.kind == "placeholder")
    return [(start, end) for start, end in found if covered.isdisjoint(range(start, end))]


def _check_context(label: Label, text: str) -> Iterator[Problem]:
    """A span may be mended by hand, but what its context marks must stand near by."""
    marked = label.context.partition("〖")[2].rpartition("〗")[0]
    near = flat(text[max(0, label.start - 30) : label.end + 30])
    if label.kind != "D" and marked and marked not in near:
        what = f"{marked!r} does not stand at {label.start}: the text reads {around(text, label.start, label.end)!r}"
        yield Problem(f"line {label.line}", what, "the text has changed since; start from a new skeleton")
