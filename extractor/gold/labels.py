"""The label file that a person edits: tab separated, one judgement a line, `#` before a comment.

Columns: kind, start, end, four values, context. The values of each kind stand in `COLUMNS`; `D` has its field and
value instead. A `?` before the kind marks a suggestion of the extractors that nobody has judged yet. A spreadsheet
or an editor may save the file in its own encoding, quotes and line ends; all of them are read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "I": ("ordinal", "parent", "role"),
    "M": ("unit", "subject", "change", "status"),
    "R": ("slot",),
    "-": (),
}
"""What the values of each kind say; a document's field (`D`) has its name and value in place of all of it."""
_WIDTH = 8
_EMPTY = {"", "-", "null", "None"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an annotation that does not fit: where, what is wrong, what to do."""

    place: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Label:
    """One judgement; `start` and `end` are code points, half-open (0 for a document's field)."""

    kind: str
    start: int
    end: int
    values: tuple[str, ...]
    context: str = ""
    judged: bool = True
    line: int = 0


def cell(value: str | int | None) -> str:
    """A value as it stands in a cell: `-` where there is none."""
    return "-" if value in ("", None) else str(value)


def value_of(text: str) -> str | None:
    """What a cell says; None where it is empty or `-`."""
    return None if text.strip() in _EMPTY else text.strip()


def print_labels(labels: Iterable[Label]) -> str:
    """The labels as tab separated lines."""
    file = io.StringIO()
    writer = csv.writer(file, dialect="excel-tab", lineterminator="\n")
    for label in labels:
        kind = label.kind if label.judged else f"?{label.kind}"
        place = () if label.kind == "D" else (str(label.start), str(label.end))
        row = [kind, *place, *label.values]
        writer.writerow([*row, *[""] * (_WIDTH - 1 - len(row)), label.context])
    return file.getvalue()


def read_labels(text: str) -> tuple[list[Label], list[Problem]]:
    """The labels of a file, and the lines that are none.

    >>> labels, problems = read_labels("R\\t3\\t4\\tplace\\n?M\\tx")
    >>> labels[0].values, problems[0].place
    (('place',), 'line 2')
    """
    labels: list[Label] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.replace("\r", " ").split("\n"), 1):
        if line.strip() and not line.lstrip('"').startswith("#"):
            try:
                labels += _read(line, number)
            except (ValueError, csv.Error) as error:
                remedy = "see the comments at the top of a new skeleton"
                problems.append(Problem(f"line {number}", f"{error} in {line.strip()[:40]!r}", remedy))
    return labels, problems


def _read(printed: str, line: int) -> Iterator[Label]:
    """The label of a line; none where a spreadsheet left only tabs. A stray quotation mark spoils no other line."""
    cells = [c.strip() for c in next(csv.reader([printed], dialect="excel-tab"), [])]
    if not any(cells):
        return
    judged, kind = not cells[0].startswith("?"), cells[0].lstrip("?").strip()
    cells = cells + [""] * (_WIDTH - len(cells))
    if kind == "D":
        yield Label("D", 0, 0, (cells[1], cells[2]), cells[7], judged, line)
        return
    if kind not in COLUMNS:
        raise ValueError(f"unknown kind {kind!r} (D, I, M, R or -)")
    try:
        start, end = int(cells[1]), int(cells[2])
    except ValueError:
        raise ValueError("start and end are not two whole numbers") from None
    yield Label(kind, start, end, tuple(cells[3 : 3 + len(COLUMNS[kind])]), cells[7], judged, line)
