"""What the meeting is called, as printed: from the title without 在…上的讲话, or from the opening."""

from __future__ import annotations

import re

from extractor.records import Evidence, Speech

_NOUN = r"(?:会议|大会|全会|(?<!委员)会(?!议)|仪式|典礼|[班幕业工动]式|班|论坛)"
_END = r"(?=上|时|中|期间|[—-]|的|$|[^会议员]{2,8}$)"
_TITLE = re.compile(rf"(?:^|[在于（]|召开)(?P<name>[^在]{{2,90}}{_NOUN}(?:（[^（）]{{1,6}}）)?){_END}")
_START = re.compile(
    r"召开了?|举行了?|举办|开好|开个|利用|[，。；！？：\n]|[是的]|这[次场]?|[本此该]次|今[天日]|现在|我们"
)
_REST = re.compile(rf"[^，。；！？\n]{{0,40}}?{_NOUN}")


def read_name(speech: Speech, solid: str, offsets: list[int], evidence: list[Evidence]) -> str | None:
    """The meeting's name: the last one that title and subtitle give, else that of the clue which won."""
    if found := list(_TITLE.finditer(solid)):
        start, end = found[-1].span("name")
        return "".join(speech.text[at] for at in offsets[start:end])
    clue = next((e for e in evidence if e.rule in ("meeting.opening", "meeting.also", "meeting.generic")), None)
    return _from_opening(speech, clue) if clue else None


def _from_opening(speech: Speech, clue: Evidence) -> str | None:
    """The noun phrase around a clue, back to the verb that governs it and on to the noun that ends it."""
    low = max(0, clue.start - 60)
    lead = speech.folded[low : clue.start]
    start = max((match.end() for match in _START.finditer(lead)), default=0)
    rest = (
        None if re.search(rf"{_NOUN}$", speech.folded[clue.start : clue.end]) else _REST.match(speech.folded, clue.end)
    )
    name = speech.text[low + start : rest.end() if rest else clue.end].strip()
    return name if len(name) > 2 else None
