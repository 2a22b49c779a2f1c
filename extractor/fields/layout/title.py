"""The title: one or several lines, or the beginning of a line into which salutation and body are glued."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.fields.layout.lines import ENUMERATED, PROSE, Shapes
from extractor.records import Span
from extractor.rule import Verdict

TOP = 30
"""How many paragraphs, from the top, may hold the title."""
LONGEST = 90
"""The longest line, in code points, that can be a title."""
_OCCASION = re.compile(r"\s*在[^，。；：]{4,60}(?:会|会议|仪式|典礼|论坛|班|式)上的?(?:讲话|发言|报告|致辞)$")
_OPENS = re.compile(
    r"(?:今[天日]|这次|这是|本次|刚才|刚刚|现在|当前|同志|按照|根据|经[^，。]{2,12}(?:研究|同意)|为(?:了|深|进|切|认)|在(?:这|全|新|座)|我们|大家)"
)
_STAMP = re.compile(r"[|｜：>》]$")
"""10-28|移动端：在…会上的讲话: a site's words before a title that it has printed above."""
_CHUNK = re.compile(r"\d{1,2}、(?=\D)")
"""1、市委书记在座谈会上的讲话尊敬的…: the number that a converter puts before each stretch of a file."""
_COVER = re.compile(r"【?(?:编者)?按[：】]|.{0,30}第.{1,8}期$")

GENRE = Verdict(
    "layout.title-genre",
    "Layout",
    "the last line before the body that ends with what a speech is called, with the lines that it continues",
    {"在全县教育\n工作会议上的讲话\n同志们：\n今天开会。": ("在全县教育\n工作会议上的讲话",)},
    ("三是抓好整改。各乡镇要认真落实，不得拖延，按期完成。\n四是加强领导。",),
    "ANNOTATION.md §1: the title as printed",
)
GLUED = Verdict(
    "layout.title-glued",
    "Layout",
    "the beginning of a line in which title, salutation and body follow each other",
    {
        "在全区防汛工作会议上的讲话同志们:今天的会议很重要,下面讲三点意见。": ("在全区防汛工作会议上的讲话",),
        "在全县普法动员会上的讲话这次会议的任务是部署普法。": ("在全县普法动员会上的讲话",),
    },
    ("同志们：今天我就学习讲话精神谈三点意见。", "在中央农村工作会议上的讲话精神，我们要学好。"),
    "VARIANTS.md: title, salutation and body on one line",
)
PLAIN = Verdict(
    "layout.title-plain",
    "Layout",
    "the first short line or lines without a full stop, above a name, a date, a salutation or the first paragraph",
    {"奋力谱写发展新篇章\n某镇镇长 某某\n各位代表：\n现在报告工作。": ("奋力谱写发展新篇章",)},
    ("各位代表：\n现在报告工作。",),
    "seen: slogans as titles above a report",
)


@dataclass(frozen=True)
class Line:
    """A paragraph of the top: its span, its folded text, and the same without white space."""

    span: Span
    folded: str
    solid: str


@dataclass(frozen=True)
class Title:
    """Where the title stands, by which rule, and the index of the paragraph that follows it; `rest` within a line."""

    lines: tuple[Span, ...]
    rule: str
    next: int
    rest: int | None = None


def find_title(lines: Sequence[Line], shapes: Shapes) -> Title | None:
    """The title among the top paragraphs, None where the text begins without one."""
    cover = max((at for at, line in enumerate(lines) if _COVER.match(line.solid)), default=-1)
    stop = _body_start(lines, cover, shapes)
    for at in range(min(stop, len(lines) - 1), cover, -1):
        if title := _genre_title(lines, at, stop, shapes):
            return _as_first_printed(title, lines[at], lines[cover + 1 : at], shapes)
    return _plain_title(lines, cover + 1, stop, shapes)


def _as_first_printed(title: Title, line: Line, above: Sequence[Line], shapes: Shapes) -> Title:
    """The title as an earlier line prints it, where the last one repeats it behind a site's words or with a number."""
    for first in above:
        around = line.solid.partition(first.solid)
        stamped = not around[2] and _STAMP.search(around[0])
        counted = not around[0] and around[2].isdigit()
        if around[1] and len(first.solid) > 5 and (stamped or counted) and shapes.genre.regex.search(first.solid):
            return Title((first.span,), title.rule, title.next, title.rest)
    return title


def _body_start(lines: Sequence[Line], cover: int, shapes: Shapes) -> int:
    """The index of the paragraph with which the body begins: a salutation or prose, below a bulletin's cover."""
    for at in range(cover + 1, len(lines)):
        line = lines[at]
        if shapes.salutation.regex.match(line.folded) and len(line.solid) < LONGEST + 60:
            return at
        prose = PROSE.search(line.solid) and not shapes.note.regex.match(line.solid)
        if len(line.solid) > LONGEST or (prose and not _advertises(lines, at, shapes)):
            return at
    return len(lines)


def _advertises(lines: Sequence[Line], at: int, shapes: Shapes) -> bool:
    """Whether a short sentence above the title is a site's own (“超级好用的写作助手！”)."""
    below = lines[at + 1 : at + 4]
    return len(lines[at].solid) < 40 and any(
        shapes.opener.match(line.solid) and shapes.genre.regex.search(line.solid) for line in below
    )


def _genre_title(lines: Sequence[Line], at: int, stop: int, shapes: Shapes) -> Title | None:
    line = lines[at]
    if at == stop:
        return _glued_title(line, at, shapes)
    if len(line.solid) > LONGEST or PROSE.search(line.solid) or _beside(line, shapes):
        return None
    joined = "".join(part.solid for part in lines[max(0, at - 2) : at + 1])
    if not shapes.genre.regex.search(joined) or ENUMERATED.match(line.solid):
        return None
    start = at
    while start > max(0, at - 4) and _continues(lines, start, shapes):
        start -= 1
    return Title(tuple(part.span for part in lines[start : at + 1]), GENRE.name, at + 1)


def _continues(lines: Sequence[Line], at: int, shapes: Shapes) -> bool:
    """Whether the line at `at` continues the title line above it."""
    line, above = lines[at], lines[at - 1]
    if shapes.opener.match(line.solid) or re.match(r"[\dXx×*○〇二]{4}年|政府工作报告|中国共产党", line.solid):
        return False
    return (
        _title_like(above, shapes)
        and not shapes.genre.regex.search(above.solid)
        and not shapes.name.regex.match(above.solid)
    )


def _title_like(line: Line, shapes: Shapes) -> bool:
    solid = line.solid
    if not 3 <= len(solid) <= 60 or PROSE.search(solid) or ENUMERATED.match(solid) or solid[-1] in "：，、；":
        return False
    return not _beside(line, shapes)


def _beside(line: Line, shapes: Shapes) -> bool:
    """Whether a line is a date, a note, a salutation, or a subtitle that names no genre."""
    if shapes.subtitle.regex.match(line.solid):
        return not shapes.genre.regex.search(line.solid)
    return any(rule.regex.match(line.solid) for rule in (shapes.date, shapes.note, shapes.salutation))


def _glued_title(line: Line, at: int, shapes: Shapes) -> Title | None:
    """A title at the start of a line that goes on: up to the salutation, or up to a blank after the genre word."""
    top = line.folded[:300]
    salutation = next((m for m in shapes.salutation.scan(top) if m.end() > 8), None)
    stop = salutation.end() - 3 if salutation else LONGEST + 30
    ends = [m.end() for m in shapes.named.finditer(top[:stop]) if m.end() > 5 and _stands(top, m.end(), salutation)]
    if not ends or len(line.solid) <= ends[-1] + 8:
        return None
    end = ends[-1] if salutation else ends[0]
    chunk = _CHUNK.match(top)
    start = line.span.start + (chunk.end() if chunk else 0)
    return Title((Span(start, line.span.start + end),), GLUED.name, at, line.span.start + end)


def _stands(top: str, end: int, salutation: re.Match[str] | None) -> bool:
    """Whether a title may end here: before the salutation, a name and a date between them, or before a blank."""
    if re.search(r"[。；]|^.{0,9}：", top[:end]):
        return False
    if salutation:
        return salutation.end() - end < 70 and not re.search(r"[。；]", top[end : salutation.start()])
    return bool(re.match(r"[ （]", top[end:])) or bool(_OCCASION.match(top[:end]) and _OPENS.match(top, end))


def _plain_title(lines: Sequence[Line], low: int, stop: int, shapes: Shapes) -> Title | None:
    first = next((at for at in range(low, min(stop, low + 6)) if not shapes.note.regex.match(lines[at].solid)), None)
    if first is None or not _title_like(lines[first], shapes) or shapes.name.regex.match(lines[first].solid):
        return None
    end = first + 1
    while (
        end < min(stop, first + 3) and _title_like(lines[end], shapes) and not shapes.name.regex.match(lines[end].solid)
    ):
        end += 1
    if stop >= len(lines) and len(lines) > end + 6:
        return None
    return Title(tuple(line.span for line in lines[first:end]), PLAIN.name, end)
