"""The skeleton of an annotation: every place to judge, in the order of the text, with today's suggestion.

Filled from gold that exists already instead of from the extractors, it is that gold as labels: every line judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from extractor.gold.annotation import DOCUMENT_FIELDS, Codes, Gold
from extractor.gold.candidates import find_candidates, hides_whole
from extractor.gold.labels import Label, cell, print_labels
from extractor.records import Evidence, Span

_HEAD = """\
# 台账标注 labels of {source} · 起止为字符偏移，止不含 · offsets are code points, half-open
# 行首 ? 是抽取器今天的看法，尚无人判断：对则删去 ?，错则改行，不是事实改作 -
# A line with ? is what the extractors say today and nobody has judged: delete the ? where it is right, mend the line
# where it is wrong, write - for what is no fact. Add lines for what is missing. Meaning: ANNOTATION.md.
# 空值写 - · write - for none. A field of the document that you do not judge: delete its line.
# 然后 then: taizhang gold check THIS_FILE, taizhang gold build THIS_FILE
"""
_COLUMNS = """\
#
# I	起start	止end	序数ordinal	上级parent	作用role		原文context
# M	起start	止end	单位unit	对象subject	增减change	状态status	原文context
# R	起start	止end	类别slot				原文context
# -	起start	止end					原文context
# parent: 上级条目的 start · the start of the item that it details
# M 的数值若整个是占位符，不必另写 R · an M whose value is all placeholder needs no R of its own
{codes}#
"""
_LEFT, _RIGHT = 26, 30
_FLAT = str.maketrans("\n\t\r〖〗", "⏎  【】")


def draw_skeleton(
    gold: Gold, text: str, codes: Codes, clues: Iterable[Evidence] = (), judged: bool = False, path: str = ""
) -> str:
    """A label file: `gold` as suggestions (or as judgements) among every other candidate of the text.

    `clues` show why the document's fields are suggested; `path` is where the text lies, seen from the label file.
    """
    listed = "".join(_code_lines(name, codes) for name in ("role", "change", "status", "slot"))
    document = "".join(_document_lines(gold["document"], text, codes, clues, judged))
    return (
        _HEAD.format(source=gold["source"])
        + print_labels([Label("D", 0, 0, ("source", gold["source"]), path)])
        + document
        + _COLUMNS.format(codes=listed)
        + print_labels(label_places(gold, text, judged))
    )


def _document_lines(document: Gold, text: str, codes: Codes, clues: Iterable[Evidence], judged: bool) -> Iterator[str]:
    for name in DOCUMENT_FIELDS:
        if name not in document:
            continue
        if name in codes:
            yield f"#\n{_code_lines(name, codes)}"
        value = ",".join(document[name]) if name == "meeting_types" else document[name]
        seen = max((c for c in clues if c.field == name and c.end > c.start), key=lambda c: c.weight, default=None)
        context = show_place(text, Span(seen.start, seen.end)) if seen else ""
        yield print_labels([Label("D", 0, 0, (name, cell(value)), context, judged)])


def _code_lines(field: str, codes: Codes) -> str:
    """A comment with the codes of a field, a few lines where they are many."""
    listed = " · ".join(f"{code} {label}".strip() for code, label in codes[field].items())
    return "".join(f"{line}\n" for line in wrap(listed, 100, initial_indent=f"# {field}: ", subsequent_indent="#   "))


def label_places(gold: Gold, text: str, judged: bool) -> list[Label]:
    """Every place of a speech as a label: the facts of a gold, and `-` for the candidates that are none of them."""
    facts = [*_fact_labels(gold, text, judged)]
    covered = {offset for label in facts for offset in range(label.start, label.end)}
    nothing = [
        Label("-", c.start, c.end, (), show_place(text, c), judged)
        for c in find_candidates(text)
        if covered.isdisjoint(range(c.start, c.end))
    ]
    return sorted([*facts, *nothing], key=lambda label: (label.start, "IMR-".index(label.kind)))


def _fact_labels(gold: Gold, text: str, judged: bool) -> Iterator[Label]:
    def label(kind: str, row: Mapping[str, object], end: int, *values: object) -> Label:
        start = int(str(row["start"]))
        cells = tuple(cell(v if isinstance(v, int | None) else str(v)) for v in values)
        return Label(kind, start, end, cells, show_place(text, Span(start, end)), judged)

    for row in gold["items"]:
        yield label("I", row, row["start"] + len(row["marker"]), row["ordinal"], row["parent"], row["role"])
    for row in gold["metric_claims"]:
        yield label("M", row, row["end"], row["unit"], row["subject"], row["change"], row["status"])
    implied = {(c["start"], c["end"]) for c in gold["metric_claims"] if hides_whole(c["value"])}
    for row in gold["redactions"]:
        if (row["start"], row["end"]) not in implied or row["slot"] != "quantity":
            yield label("R", row, row["end"], row["slot"])


def show_place(text: str, span: Span) -> str:
    """A place in its context, on one line.

    >>> show_place("完成危房改造X户，增长5%。", Span(6, 7))
    '完成危房改造〖X〗户，增长5%。'
    """
    before, inside = text[max(0, span.start - _LEFT) : span.start], text[span.start : span.end]
    return f"{flat(before)}〖{flat(inside)}〗{flat(text[span.end : span.end + _RIGHT])}"


def flat(text: str) -> str:
    """The text fit for a cell: line breaks shown, and no bracket that marks the place."""
    return text.translate(_FLAT)


def around(text: str, start: int, end: int) -> str:
    """A few characters each side of a span, on one line."""
    return flat(text[max(0, start - 8) : end + 8])
