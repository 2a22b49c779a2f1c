"""What the opening, the salutation and the whole text say of the occasion where the title is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.meeting.names import Names, find_names
from extractor.fields.meeting.phrases import CLUES, HALF, TARGETS
from extractor.records import Evidence, Layout
from extractor.rule import Verdict

OPENING = 900
"""How many code points of the body may introduce the occasion."""
FIELD = "meeting_type"
_SENTENCE = re.compile(r"[^。！？\n]+")
_HERE = re.compile(
    r"今[天日晚早年]|现在|[这此本](?:次|个|场|届)|这里|上午|下午|决定|相聚|欢聚|召开了?|举行了?|举办|开个|开好|之际|主题是|任务是|为期|参加|迎来|按照|根据|现将"
)
_HELD = re.compile(r"今[天日晚早]|现在|在这里|在此|[这此本](?:次|个)")
_TOLD = re.compile(
    r"(?:中央|国务院|[省市州县区旗]委|[省市州县区旗](?:人民)?政府)(?:又|还|也|专门|先后|相继|分别|已经?)?召开(?!这次|本次|此次)"
)
"""市委召开了推进会。今天我们召开…: the first is told of, the second is held."""
_TOLD_OF = 0.48
"""How much a meeting tells that is named but not held here: less than a title, if only by 大会."""
_ALSO = re.compile(r"既是|也是|又是|更是")
_CALLS = re.compile(
    r"[这此本][次届][^，。]{0,30}$|召开|举行|举办|开个|开一[次个]|套开|参加|出席|召集|组织|是|进行|在|为期"
)

OPENED = Verdict(
    "meeting.opening",
    "Evidence",
    "the opening calls the occasion by its kind",
    {"同志们：\n今天，我们召开全镇征兵工作推进会，主要任务是部署下步工作。": ("推进会",)},
    ("同志们：\n前不久，县里召开了推进会，大家都参加了。",),
    "ANNOTATION.md §1: failing the title, the opening",
)
ALSO = Verdict(
    "meeting.also",
    "Evidence",
    "the opening names further kinds of the same occasion: 既是…总结会，也是…动员会",
    {"在全区创建工作总结会上的讲话\n同志们：\n今天的会议，既是总结会，也是再动员会。": ("总结会", "再动员会")},
    ("在全区创建工作总结会上的讲话\n同志们：\n今天的会议很重要。",),
    "ANNOTATION.md §1: meeting_types holds all that the title or the opening names",
)


def find_opening(text: str, layout: Layout, known: Names, start: int) -> Iterator[Evidence]:
    """The kinds that the sentences of the opening call the occasion; the first weighs most, 也是… is `meeting.also`."""
    weight = 0.75
    called = list(_called_in_opening(text, layout, known, start))
    called.sort(key=lambda found: found[0])
    for told, code, first, last, name in called:
        yield Evidence(FIELD, code, first, last, name, min(weight, _TOLD_OF) if told else weight)
        weight = max(0.3, weight - 0.03)


def _called_in_opening(
    text: str, layout: Layout, known: Names, start: int
) -> Iterator[tuple[bool, str, int, int, str]]:
    """Whether a meeting is only told of (市委召开了…), its kind, its place, its rule."""
    sentences = 0
    for match in _SENTENCE.finditer(text, start, min(layout.body.end, layout.body.start + OPENING)):
        sentence = match.group()
        sentences += 1
        also = _ALSO.search(sentence)
        for called in find_names(sentence, known) if _HERE.search(sentence) else ():
            lead = sentence[: called.start]
            if known.before.search(lead[-40:]) or not (_HERE.search(lead) and _CALLS.search(lead)):
                continue
            name = ALSO.name if also else OPENED.name
            at = match.start()
            told = not also and not _HELD.search(lead) and _TOLD.search(lead) is not None
            yield told, called.code, at + called.start, at + called.end, name
        if sentences > 14:
            return


def find_clues(text: str, layout: Layout) -> Iterator[Evidence]:
    """What set phrases say of the occasion: near the beginning, or (for a half of a text) anywhere."""
    stop = min(layout.body.end, layout.body.start + OPENING)
    for code, weight, rule in CLUES:
        for match in rule.scan(text, layout.head.start, stop):
            yield Evidence(FIELD, code, match.start(), match.end(), rule.name, weight)
            break
    if layout.title or layout.salutation:
        return
    for code, weight, rule in (*(clue for clue in CLUES if clue[2].name in HALF), TARGETS):
        for match in rule.scan(text, layout.body.start):
            yield Evidence(FIELD, code, match.start(), match.end(), rule.name, weight * 0.8)
            break
