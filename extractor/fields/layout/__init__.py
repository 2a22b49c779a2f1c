"""Layout: title, head, salutation and body of a speech, its paragraphs, and what stands in quotes."""

from __future__ import annotations

import re

from extractor.fields.layout.lines import Shapes, shapes
from extractor.fields.layout.title import GENRE, GLUED, PLAIN, TOP, Line, Title, find_title
from extractor.lexicon import Lexicon
from extractor.records import Layout, Noise, Span, Speech
from extractor.rule import Rule, Verdict

_QUOTED = re.compile(r"“[^”\n]{0,200}”|《[^》\n]{0,100}》")
_BLANK = re.compile(r"\s*")
_LINE = re.compile(r"[^\s][^\n]*")


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    known = shapes(lexicon)
    lines = (known.salutation, known.date, known.name, known.note, known.subtitle, known.genre)
    return (*lines, GENRE, GLUED, PLAIN)


def read_layout(speech: Speech, noise: tuple[Noise, ...], lexicon: Lexicon) -> Layout:
    """The layout of a speech; its paragraphs leave noise out."""
    text = speech.folded
    paragraphs = _paragraphs(text, noise)
    known = shapes(lexicon)
    tops = [_line(text, span) for span in paragraphs[:TOP]]
    title = find_title(tops, known)
    first = paragraphs[title.next if title and title.next < len(paragraphs) else 0] if paragraphs else Span(0, 0)
    start = title.lines[0].start if title else first.start
    salutation, body = _head_end(text, tops, title, known)
    if body is None:
        body = first.start
    end = paragraphs[-1].end if paragraphs else len(text)
    quoted = tuple(Span(m.start() + 1, m.end() - 1) for m in _QUOTED.finditer(text))
    return Layout(
        noise=noise,
        title=title.lines if title else (),
        title_text="".join(speech.text[s.start : s.end].strip() for s in title.lines) if title else None,
        title_rule=title.rule if title else None,
        salutation=salutation,
        head=Span(min(start, body), body),
        body=Span(body, max(body, end)),
        paragraphs=paragraphs,
        quoted=quoted,
    )


def _line(text: str, span: Span) -> Line:
    folded = text[span.start : min(span.end, span.start + 400)]
    return Line(span, folded, re.sub(r"\s", "", folded))


def _head_end(text: str, tops: list[Line], title: Title | None, known: Shapes) -> tuple[Span | None, int | None]:
    """The salutation, and the offset at which the body begins."""
    at = title.next if title else 0
    if title and title.rest is not None:
        line, start = tops[at], title.rest
        match = known.salutation.regex.search(text, start, min(line.span.end, start + 80))
        if match is None:
            return None, _after_blank(text, start)
        return Span(match.start() + _lead(match.group()), match.end()), _after_blank(text, match.end())
    for line in tops[at : at + 8]:
        if match := known.salutation.regex.match(line.folded):
            end = line.span.start + match.end()
            return Span(line.span.start, end), _after_blank(text, end)
        if not _heads(line, known):
            return _saluted_late(text, line, known)
    return None, None


def _saluted_late(text: str, line: Line, known: Shapes) -> tuple[Span | None, int]:
    """The salutation after a name and a date on one line; without one the body begins with the line."""
    match = known.salutation.regex.search(line.folded[:120])
    if match is None:
        return None, line.span.start
    start = match.start() + _lead(match.group())
    lead = re.sub(r"\s|（.*?）", "", line.folded[:start])
    if not known.name.regex.match(lead) and not known.date.regex.match(lead):
        return None, line.span.start
    end = line.span.start + match.end()
    return Span(line.span.start + start, end), _after_blank(text, end)


def _lead(salutation: str) -> int:
    """How many characters of a name and a date a salutation's match has swallowed."""
    return max(salutation.rfind("）"), salutation.rfind(" ", 0, -2)) + 1


def _heads(line: Line, known: Shapes) -> bool:
    """Whether a line still belongs to the head: name, date, note or subtitle."""
    return any(rule.regex.match(line.solid) for rule in (known.date, known.name, known.note, known.subtitle))


def _after_blank(text: str, start: int) -> int:
    """The offset of the first character from `start` on that is no white space."""
    match = _BLANK.match(text, start)
    return match.end() if match else start


def _paragraphs(text: str, noise: tuple[Noise, ...]) -> tuple[Span, ...]:
    """The non-empty lines without their outer white space and without noise at either end."""
    found = []
    at = 0
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        while at < len(noise) and noise[at].end <= start:
            at += 1
        inside = at
        while inside < len(noise) and noise[inside].start < end:
            if noise[inside].start <= start:
                start = min(end, _after_blank(text, noise[inside].end))
            elif noise[inside].end >= end:
                end = start + len(text[start : noise[inside].start].rstrip())
            inside += 1
        if start < end:
            found.append(Span(start, end))
    return tuple(found)
