"""The head as witness: the title's territory and body, and the office in title or name line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.fields.speaker.bodies import Bodies, read_body, read_level, read_place
from extractor.fields.speaker.patterns import BODY, LEVEL
from extractor.fields.speaker.verdicts import INSPECTS, LEADER, OFFICE, PLACED, TITLED, TOPIC, VISITS
from extractor.lexicon import Lexicon, alternation
from extractor.records import Evidence, Layout

_SPEAKER = re.compile(
    r"(?P<who>[^，。]{2,28}?(?:书记|长|主任|主席|经理|领导|常委|委员|部长|巡察组|巡视组|督导组|党组|党委))(?:\s*[^，。在]{0,4})(?:在(?!职|任|编)|关于)"
)
_ALL = re.compile(r"全(?P<area>国(?!人大|政协|两会|性|[^会]{0,8}精神)|省|市|州|盟|县|区|旗|镇|乡|街道|村)")
_ELECTED = re.compile(
    r"(?:村|社区|居|、|（|）){1,5}(?:级组织|“?两委”?)(?=[^，。]{0,6}(?:换届|选举|班子|干部|成员|主干|培训))"
)
"""村“两委”换届, 村级组织换届: whom a committee above has elected."""
_TOWNSHIPS = re.compile(
    r"[^在全各]{0,12}乡镇(?:（街道）|街道)?(?=党|纪|人大|政府|领导|班子|书记|干部)[^\n]{0,40}(?:对照检查|剖析|述职|述廉|表态|汇报)"
)
"""乡镇领导班子对照检查材料: of one of them."""
_OFFICE_OF = re.compile(r"[^，。、；在]{0,4}(?:局|厅|委|办(?!好)|部门)")
"""市财政局、市农业农村局作了发言: what an office is named after is no topic."""
_PAIRED = re.compile(r"(?:联系|挂点|包联|包抓|帮扶|结对|挂钩)(?:点|村|社区|镇|乡|街道|支部|单位|企业|学校|党支部){1,3}")
"""What a leader is paired with, and visits: it is not the leader's own body."""
_VISITED = re.compile(
    r"(?:(?<=在)|(?<=赴)|(?<=到))[^，。在]{2,14}?(?:调研|考察|视察|检查|慰问|走访|督导|督查|现场办公)"
    r"|(?<=[在组])(?:巡[察视]|进驻|督导)[^，。]{2,24}?(?=(?:工作|巡察|巡视|情况)?(?:动员|反馈|见面|沟通|进驻))"
)
"""Whom the speaker visits or inspects: 在区教育局调研座谈会上, 在巡察某乡党委动员会上."""
_BELOW = re.compile(r"(?<!总结)(?<!主题)(?<!点评)(?:发言|汇报|经验介绍)(?:材料|稿|提纲)?(?:[（\d][^\n]{0,8})?$")
"""在全省推进会上的发言: of one of those who were called together."""
_PRESIDED = re.compile(r"(?:人民代表大会|人大)(?!常)[^，。\n]{0,24}主持(?:词|辞|稿)")
"""某县第十二届人民代表大会第二次会议主持词: its own presidium chairs a people's congress."""
_GOVERNOR = re.compile(r"(?P<area>省|市|州|盟|县|区|旗|镇|乡)长")
_OFFICE_WORD = re.compile(
    r"书记|[省市州盟县区旗乡镇村]长|主席|主任|部长|局长|厅长|处长|科长|院长|校长|检察长|总理|秘书长|总经理|董事长|经理|组长|厂长|行长|所长|支书|常委|委员|园长|会长|理事长|主委|政委|总裁|社长|台长|场长|监狱长|支队长|大队长|总队长|站长|(?:党委|党组|党工委|政府|党支部|局|公司)｜"
)


def find_title_clues(text: str, layout: Layout, known: Bodies, lexicon: Lexicon) -> Iterator[Evidence]:
    """What the title says: whose conference it is, who speaks, on what; without a title the first words."""
    if not layout.title:
        yield from _topics(text, layout.body.start, min(layout.body.end, layout.body.start + 120), lexicon, 0.06)
        return
    start, end = layout.title[0].start, layout.title[-1].end
    title = re.sub(r"\s", "", text[start:end])
    if match := _SPEAKER.match(title):
        at = text.find(match["who"], start, end)
        span = (at, at + len(match["who"])) if at >= 0 else (start, end)
        yield from _office(match["who"], span, known, 0.95)
    elif match := re.match(
        r"[^，。在]{2,24}(?:书记|长|主任)(?=20|[^，。]{0,12}(?:述职|发言|讲话|党课|报告|致辞))", title
    ):
        yield from _office(match.group(), (start, end), known, 0.9)
    if _PRESIDED.search(title):
        yield Evidence(BODY, "congress", start, end, TITLED.name, 0.9)
    occasion = re.sub(r"“[^”]*”|《[^》]*》", "", _ELECTED.sub("", _PAIRED.sub("", title)))
    visited = _VISITED.search(occasion)
    if visited and visited.group().startswith("巡"):
        yield Evidence(BODY, "discipline", start, end, INSPECTS.name, 0.5)
    if visited and (named := read_body(visited.group(), known)).kind == "department" and named.level:
        yield Evidence(LEVEL, named.level, start, end, VISITS.name, 0.3)
    occasion = _VISITED.sub("", occasion)
    body = read_body(occasion, known)
    whole = _ALL.search(occasion)
    if whole:
        weight = 0.06 if speaks_from_below(title) else 0.88
        yield Evidence(LEVEL, known.nouns[whole["area"]], start, end, TITLED.name, weight)
    elif body.level:
        yield Evidence(LEVEL, body.level, start, end, TITLED.name, 0.75)
    if placed := read_place(occasion, known):
        yield Evidence(LEVEL, placed[1], start, end, PLACED.name, 0.85)
    elif not whole and _TOWNSHIPS.match(title):
        yield Evidence(LEVEL, "township", start, end, TITLED.name, 0.6)
    zone = body.kind == "department" and "区" in occasion and "开发" in occasion
    audience = whole and (zone or body.kind in ("school", "hospital", "enterprise", "grassroots"))
    if body.kind and not audience:
        yield Evidence(BODY, body.kind, start, end, TITLED.name, _title_weight(occasion, body.kind))
    yield from _topics(text, start, end, lexicon, 0.22)


def speaks_from_below(title: str) -> bool:
    """Whether a title calls the text a contribution by one of those who were called together."""
    return bool(_BELOW.search(title))


def _title_weight(occasion: str, kind: str | None) -> float:
    """A report is made by the body that its title names; a conference may be held for others."""
    if re.search(r"政府工作报告|法院工作报告|检察院工作报告|常务?委员?会工作报告|职工代表大会|职代会", occasion):
        return 0.9
    if kind == "party_committee":
        return 0.35
    return 0.5 if kind in ("department", "mass_organisation", "grassroots", "congress", "discipline") else 0.62


@lru_cache(maxsize=8)
def _topic_words(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind, words in lexicon["bodies"]["topics"].items() for word in words}
    return re.compile(alternation(kinds)), kinds


def _topics(text: str, start: int, end: int, lexicon: Lexicon, weight: float) -> Iterator[Evidence]:
    pattern, kinds = _topic_words(lexicon)
    met = set()
    for match in pattern.finditer(text, start, end):
        if match.group() not in met and not _OFFICE_OF.match(text, match.end()):
            met.add(match.group())
            yield Evidence(BODY, kinds[match.group()], match.start(), match.end(), TOPIC.name, weight)


@lru_cache(maxsize=8)
def _leaders(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {name: kind for kind, names in lexicon["levels"]["leaders"].items() for name in names}
    spaced = "|".join(r"\s*".join(name) for name in kinds)
    return re.compile(rf"(?:^|(?<=[ 　\n])|(?<=总理)|(?<=主席)|(?<=总书记))(?P<name>{spaced})\s*$", re.MULTILINE), kinds


def find_leader(text: str, layout: Layout, lexicon: Lexicon) -> Iterator[Evidence]:
    """A leader of the centre named under the title, on a line's end."""
    if not layout.title:
        return
    pattern, kinds = _leaders(lexicon)
    stop = layout.salutation.start if layout.salutation else layout.head.end
    if match := pattern.search(text, layout.title[-1].end, max(stop, layout.title[-1].end)):
        start, end = match.span("name")
        kind = kinds[re.sub(r"\s", "", match["name"])]
        yield Evidence(LEVEL, "national", start, end, LEADER.name, 0.96)
        yield Evidence(BODY, kind, start, end, LEADER.name, 0.96)


def find_office(text: str, layout: Layout, known: Bodies) -> Iterator[Evidence]:
    """The offices of the name lines between the title and the salutation."""
    for line, start, end in name_lines(text, layout):
        yield from _office(line, (start, end), known, 0.95)


def name_lines(text: str, layout: Layout) -> Iterator[tuple[str, int, int]]:
    """The lines of the head that hold an office, without white space, with their bounds."""
    if not layout.title:
        return
    low = layout.title[-1].end
    stop = layout.salutation.start if layout.salutation else layout.head.end
    inline = layout.salutation and text.find("\n", low, layout.salutation.end) < 0
    stop = layout.salutation.end if inline and layout.salutation else stop
    for match in re.finditer(r"\S[^\n]*", text[low:stop]):
        solid = re.sub(r"\s", "", match.group())
        solid = re.split(r"同志们|各位|尊敬的", solid)[0]
        if len(solid) <= 60 and not re.match(r"[-—]", solid) and _OFFICE_WORD.search(solid + "｜"):
            yield solid, low + match.start(), low + match.start() + len(match.group().rstrip())


def _office(line: str, span: tuple[int, int], known: Bodies, weight: float) -> Iterator[Evidence]:
    """The body and level of an office: a governor's office tells government, else the body it names."""
    start, end = span
    kind: str | None
    level: str | None
    if match := _GOVERNOR.search(line):
        kind, level = "government", known.nouns[match["area"]]
        named = read_level(line, known)
        level = named if named and match["area"] == "市" else level
    else:
        body = read_body(line, known)
        kind, level = body.kind, body.level
        if re.search(r"[省市州盟县区旗]委常委、?(?:[^，]{0,4}委)?(?:组织|宣传|统战)?部?部长", line):
            kind = "party_committee"
        if kind == "mass_organisation" and "人大" in line and not re.search(r"工会|妇联|残联", line):
            kind = "congress"
        if re.match(r".{0,12}[省市州盟县区旗]委(?:副)?书记", line) and kind not in ("discipline", "mass_organisation"):
            kind = "party_committee"
        if kind == "party_committee" and re.search(r"政府(?:党组|主要|分管)?(?:负责|领导|成员)", line):
            kind = "government"
        if kind is None and "书记" in line:
            kind = "party_committee"
        if kind == "party_committee" and level is None:
            weight = 0.5
    if kind:
        yield Evidence(BODY, kind, start, end, OFFICE.name, weight)
    if level:
        yield Evidence(LEVEL, level, start, end, OFFICE.name, weight)


def read_name(text: str, original: str, layout: Layout) -> tuple[str | None, str | None]:
    """The speaker's last office and name as printed in the name line; a hidden name is None."""
    for line, start, end in name_lines(text, layout):
        offices = list(_OFFICE_WORD.finditer(line))
        if not offices:
            continue
        name = re.sub(r"（.*|[：:]", "", line[offices[-1].end() :])
        printed = re.sub(r"\s", "", original[start:end])
        shown = name if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name) and "某" not in name else None
        if shown and (at := line.find(name, offices[-1].end())) >= 0:
            shown = printed[at : at + len(name)]
        return offices[-1].group(), shown
    return None, None
