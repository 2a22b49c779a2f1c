"""The records that travel from a corpus file to the tables: one way, each made once and never changed.

Offsets are code points, half-open, into `Speech.text`. Nothing here knows rules, SQL or the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from extractor.text import fold

Role = Literal["directive", "achievement", "problem", "lesson", "other"]
Slot = Literal["quantity", "ordinal", "date", "place", "person", "organisation", "slogan", "topic", "title"]
Change = Literal["none", "increase", "decrease"]
Status = Literal["achieved", "target", "forecast"]
Modality = Literal["must", "forbid", "pledge", "plain"]
YearBasis = Literal["stated", "derived", "unknown"]


@dataclass(frozen=True)
class Speech:
    """One document as it was read: `text` is decoded, BOM dropped, newlines unified, nothing else changed."""

    source: str
    text: str
    sha256: str = ""
    format: str = "txt"
    encoding: str = "utf-8"

    @cached_property
    def folded(self) -> str:
        """The text with one canonical form for each character; same length, so offsets are the text's own."""
        return fold(self.text)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, code points, half-open."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Noise(Span):
    """A line or mark that is no part of the speech (ANNOTATION.md §5)."""

    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text is laid out: what is title, head, salutation, body; its paragraphs; what stands in quotes.

    `title` holds the title's line spans (empty when none is printed). `head` runs from the title's start to the
    first character of the body. `paragraphs` are the non-empty lines without their outer white space, noise lines
    left out. `quoted` are the insides of “…” and 《…》, sorted.
    """

    noise: tuple[Noise, ...]
    title: tuple[Span, ...]
    title_text: str | None
    title_rule: str | None
    salutation: Span | None
    head: Span
    body: Span
    paragraphs: tuple[Span, ...]
    quoted: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Placeholder(Span):
    """One unbroken run that hides something: `X`, `××`, `某某`, `**` … `style` is its alphabet, folded."""

    style: str


@dataclass(frozen=True, slots=True)
class Redaction(Span):
    """A placeholder with what it hides (ANNOTATION.md §4)."""

    slot: Slot
    rule: str


@dataclass(frozen=True, slots=True)
class Item(Span):
    """A numbered point: `start` is its marker's, `end` where the whole point ends, its children included.

    `parent` is the start of the item that it details. `heading` is the span after the marker up to the first
    `。；！？：` or line end.
    """

    marker: str
    marker_style: str
    ordinal: int | None
    parent: int | None
    depth: int
    path: str
    heading: Span
    role: Role
    rule: str
    role_rule: str = ""

    def judged(self, role: Role, role_rule: str) -> Item:
        """The same item with its role."""
        return replace(self, role=role, role_rule=role_rule)


@dataclass(frozen=True, slots=True)
class Deadline(Span):
    """A time limit as printed; `date` is ISO 8601, None when redacted or unresolvable."""

    date: str | None
    redacted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Directive:
    """What a directive item adds to its item; `item` is the item's start, spans point into the text."""

    item: int
    modality: Modality
    action: str | None
    addressee: Span | None
    deadline: Deadline | None
    rule: str


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A checkable statement of a quantity; the span is the value alone (ANNOTATION.md §3).

    `number` is the value as printed, read as a number; `quantity` is it in `base_unit` (元, 人, %, 个百分点 …).
    """

    unit: str
    number: float | None
    quantity: float | None
    base_unit: str | None
    redacted: bool
    subject: str | None
    action: str | None
    approximation: str | None
    change: Change
    comparison: str | None
    status: Status
    period: str | None
    clause: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Keyword(Span):
    """A word that tells the speech from others; the span is the first place where it stands.

    `word` is folded (simplified characters), `weight` its TF-IDF, `rank` 1 for the weightiest.
    """

    word: str
    count: int
    weight: float
    rank: int
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clue for a document-level value; the winner's `weight` (0..1) is the largest of its field."""

    field: str
    value: str
    start: int
    end: int
    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """What kind of occasion the text was written for."""

    meeting_type: str | None
    meeting_types: tuple[str, ...]
    meeting_name: str | None
    genre: str | None
    campaign: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """When the speech was delivered: a year, the narrowest interval, and the date as far as it is known."""

    year: int | None
    year_min: int | None
    year_max: int | None
    year_basis: YearBasis
    date: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """For whose body the speaker speaks, and at which level."""

    level: str | None
    body: str | None
    title: str | None
    name: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one speech; parts that were not asked for are empty."""

    layout: Layout
    meeting: Meeting = Meeting(None, (), None, None, None, ())
    dating: Dating = Dating(None, None, None, "unknown", None, ())
    speaker: Speaker = Speaker(None, None, None, None, ())
    items: tuple[Item, ...] = ()
    directives: tuple[Directive, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    claims: tuple[Claim, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    keywords: tuple[Keyword, ...] = ()
