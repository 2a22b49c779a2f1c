"""Every place in a speech that an annotator must judge: enumerators, numbers and placeholders.

High recall on purpose, and independent of the extractors: whoever judges throws away what is no number and no item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.records import Span
from extractor.text import fold

Kind = Literal["enumerator", "number", "placeholder"]

_CN = "零〇一二三四五六七八九十百千万亿两"
_CROSS = "XxΧХхⅩⅹ×"
_SIGNS = rf"{_CROSS}某*●▲△□■◆◇☆★※◎_Nn"
_LETTER = "(?<![A-Za-z])[Nn](?![A-Za-z])"
_PLACEHOLDER = rf"[{_CROSS}]+(?:[.，,][{_CROSS}]+)*|某+|\*+(?:\.\*+)?|[○〇●]{{2,}}|[▲△□]+|_{{2,}}|{_LETTER}"
_NUMBER = (
    rf"百分之[{_CN}\d.]+|\d[\d,，]*(?:\.\d+)?|[{_CN}]+(?:点[{_CN}]+)?"
    r"|[数几]+[十百千万亿]+|若干|近[十百千万]+|上[百千万]+"
)
_VALUE = re.compile(f"(?P<placeholder>{_PLACEHOLDER})|(?P<number>{_NUMBER})")
_AT_LINE_START = rf"[{_CN}]+[、.]|（[{_CN}\d]+）、?|\d+[、.](?!\d)|[①-⑳]|第[{_CN}]+(?=[，,、：:])|[—－-]{{2,}}|[•●◆■]"
_INLINE = (
    rf"第[{_CN}]+(?=[，,、])|其[一二三四五六七八九十](?=[，,是])|[{_CN}]+(?:是|要|坚持|抓|方面(?=[，,要是]))"
    rf"|(?:首先|其次|再次|最后)(?=[，,要])|（[{_CN}\d]+）|[①-⑳]"
)
_ENUMERATOR = re.compile(rf"(?m)^[ ]*(?P<a>{_AT_LINE_START})|(?P<b>{_INLINE})")
# 一 … 十 with a classifier is no claim, unless it is 三倍, 三成, 三分之一 or 十余人.
_SMALL = re.compile(rf"[{_CN}]|十一|一[一二百千]|万一")
_COUNTS_NEVERTHELESS = re.compile(r"倍|成(?![立员效果为长功就])|分之|个?百分点|余[名个人户件项]|多[名个人户件项]")
_HIDDEN = re.compile(rf"[{_SIGNS}○〇◯.，,/]*[{_SIGNS}○〇◯][{_SIGNS}○〇◯.，,/]*")
# A and B stand for villages, … for a number; a name may be hidden as X X.
_PLACEHOLDER_AT_LARGE = re.compile(rf"[{_SIGNS}○〇◯A-Za-z…—.，,/\s-]+")


@dataclass(frozen=True, slots=True)
class Candidate(Span):
    """A place to judge."""

    kind: Kind


def find_candidates(text: str) -> list[Candidate]:
    """Every candidate of a text, in its order.

    >>> [(c.kind, c.start, c.end) for c in find_candidates("一、完成X户，增长3.5%")]
    [('enumerator', 0, 2), ('placeholder', 4, 5), ('number', 9, 12)]
    """
    folded = fold(text)
    found = [_candidate(m, "a" if m["a"] else "b", "enumerator") for m in _ENUMERATOR.finditer(folded)]
    covered = {offset for c in found for offset in range(c.start, c.end)}
    for m in _VALUE.finditer(folded):
        small = m["number"] and _SMALL.fullmatch(m.group()) and not _COUNTS_NEVERTHELESS.match(folded, m.end())
        if m.start() not in covered and not small:
            found.append(_candidate(m, "number" if m["number"] else "placeholder", m.lastgroup))
    return sorted(found, key=lambda c: c.start)


def _candidate(match: re.Match[str], group: str, kind: str | None) -> Candidate:
    name: Kind = "enumerator" if kind == "enumerator" else "number" if kind == "number" else "placeholder"
    return Candidate(match.start(group), match.end(group), name)


def hides_whole(value: str) -> bool:
    """Whether a printed value is nothing but a placeholder.

    >>> hides_whole("X.X"), hides_whole("9×"), hides_whole("32")
    (True, False, False)
    """
    return bool(_HIDDEN.fullmatch(fold(value)))


def hides(value: str) -> bool:
    """Whether a printed value is hidden, at least in part.

    >>> hides("X.X"), hides("9×"), hides("一百〇五")
    (True, True, False)
    """
    return hides_whole(value) or bool(re.search(f"[{_SIGNS}]", fold(value)))


def may_hide(printed: str) -> bool:
    """Whether something printed may be a placeholder, of whatever alphabet.

    >>> may_hide("××"), may_hide("A"), may_hide("X镇"), may_hide("9X")
    (True, True, False, False)
    """
    return bool(_PLACEHOLDER_AT_LARGE.fullmatch(fold(printed)))
