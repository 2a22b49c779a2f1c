"""Preceding: the noun phrase before a value, without its predicate behind and its governing verb in front."""

from __future__ import annotations

import re

from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import DIGIT, HIDDEN, NUMBER
from extractor.records import Span

_TIME_AT_HEAD = re.compile(
    rf"""
      (?:{DIGIT}{{2,4}}|新的|上|本)(?:统计|财政|会计|预算)年度
    | (?:{DIGIT}{{1,4}}|[一二三四五六七八九十两几元]+)(?:年末?|个?月份?|年底|日|学期)(?:来|以来|间|底|末)?前?
    | “?十[一二三四]五”?(?:时期|期间|以来|末)
    | 第?[1-4一二三四]季度 | 前[二三]季度 | 近[一二三四五几\d]+年(?:来)?
    | {DIGIT}+[-—至]{DIGIT}+月份?
    | (?:{DIGIT}+|[一二三四五六七八九十两]+)个?方面(?:的)?
    | (?:同比|环比)?(?:基本)?持平 | [春夏秋冬]季 | 今[春夏秋冬]
    | 按照?(?:规定|要求|时限|期限|程序|时间)+内? | 在?(?:规定|法定)(?:时间|时限|期限)内
    | [（(](?:[\d一二三四五六七八九十]{{1,3}}|下同)[）)] | [①-⑳⑴-⒇⒈-⒛] | \d{{1,2}}[.、]
    | [一二三四五六七八九十]{{1,2}}[是要、] | 第[一二三四五六七八九十]+[，、：]
    """,
    re.VERBOSE,
)
_NAMED_PLACES = re.compile(
    rf"""
      {HIDDEN}+[^，。；、]{{0,8}}(?:、[^，。；、]{{0,4}}{HIDDEN}+[^，。；、]{{0,8}})*等(?=..)
    | {HIDDEN}+(?:市|县|区|省|州|旗|镇|乡|村|社区|街道|居委会)(?=..)
    """,
    re.VERBOSE,
)
"""A hidden place or a list of hidden names at the head: ××、××等|沿江县份, ××村|比较大的项目."""
_PURPOSE = re.compile(r"用[于来在][^，。；]+的[^，。；]")
"""用于提高收购价格的支出: the verbs belong to what is counted."""
_MODIFYING = re.compile(rf"为(?:主|重点|核心|代表|龙头|支撑|基础)的{HIDDEN}*")
_NAMES_AT_TAIL = re.compile(rf"{HIDDEN}+(?:、{HIDDEN}+)+等?$|(?<=.)等$")
_INDICATOR_ENDS = frozenset("率额量值度重比限速价数入积分")
_ACTORS = frozenset("”局院委部们社队会校厂司关府办处站所组")
_REMARK = re.compile(r"[（(](?:含|不含|包括|不包括|其中|均|不计|剔除)[^（()）]*[）)]")
_ASIDE = re.compile(_REMARK.pattern + "|“[^”]*”(?=.)")
_END_IN_AND = frozenset(("参与", "涉及", "普及"))
"""Words that end like a conjunction (与, 及)."""
_REMARK_AT_TAIL = re.compile(_REMARK.pattern + "$")
"""项目（含增资）|2个: a remark on what is counted."""
_ROUND_AMOUNT = re.compile(r"超[十百千万亿]+元")
"""超亿元项目: the size is part of the name."""
_FOR_WHOM = frozenset("为给替帮")
"""为|职工接种疫苗: who it is done for is no part of what is counted."""
_DEEDS = ("问题", "行为", "案件", "现象", "线索", "犯罪")
"""Nouns that a whole verb phrase modifies: 查处|违规发放补贴问题."""
_PARTICLES = frozenset("了出起到过的着")
_MASKS = frozenset((HIDDEN, NUMBER))
_AIMED = re.compile(r"[^，。；、]{0,16}(?:任务|目标|指标|计划)(?:分别)?[是为：](?![在要到把使让通])(?=..)")
"""全年的目标任务是|签约项目2000亿元."""
_LISTED = re.compile(r"[^，。；]{2,24}(?:分别|依次)(?:是|为|：)(?=..)")
"""排名前三位的分别是|道路运输12起."""
_COUNTING = frozenset(f"0123456789万亿千百十{NUMBER}{HIDDEN}")
"""养羊1万|只以上的村: a classifier, no adverb."""
_RATE = 6
"""一次性化解率, 主动上报率: the adverb belongs to the rate."""
_MAX_LENGTH = 60
_NO_NOUNS = frozenset(("或", "及", "其", "各", "共", "我", "全国"))


def strip_head(view: View, quantity: Quantity, end: int) -> tuple[Span | None, int, Span | None]:
    """The governing verb before a noun phrase that ends at `end`, where the phrase begins, and the theme before it."""
    masked, words = view.masked, view.words
    borders = quantity.borders
    aimed = _AIMED.match(masked, quantity.floor, end)
    opening = aimed or _LISTED.match(masked, quantity.floor, end)
    start = at = skip_adverbs(view, borders, opening.end() if opening else quantity.floor, end)
    verb: Span | None = None
    theme: Span | None = None
    while at < end:
        if masked[at] == "用" and _PURPOSE.match(masked, at, end):
            return verb, at, theme
        if masked[at] in "（(“" and (aside := _ASIDE.match(masked, at, end)):
            at = aside.end()
        elif masked[at] not in words.openers:
            at += 1
        elif at == start and (_is_whole(view, at, end) or _describes(view, at, end)):
            return verb, start, theme
        elif size := words.indicators.opening(masked, at, end):
            at += size
        elif size := _verb_size(view, quantity, at, start, end):
            verb, at = Span(at, at + size), at + size
            while at < end and masked[at] in _PARTICLES and at + 1 in borders:
                at += 1
            start = at = skip_adverbs(view, borders, at, end)
        elif (
            at > start
            and masked[at - 1] not in _COUNTING
            and not masked.endswith(_DEEDS, start, end)
            and not (masked[end - 1] == "率" and end - at <= _RATE)
            and (size := words.cuts.opening(masked, at, end, borders))
            and (at + size < end or masked[at] != "计")
        ):
            theme = trimmed(view, start, at) if masked[at - 1] not in _ACTORS else None
            start = at = skip_adverbs(view, borders, at + size, end)
        else:
            at += 1
    for match in _MODIFYING.finditer(masked, start, end):
        start = match.end() if match.end() < end else start
    return verb, start, theme


def _is_whole(view: View, at: int, end: int) -> bool:
    """Whether a verb stands at `at` whose object is not what is counted: 移送司法机关, but 处理|投诉案件."""
    if view.masked.endswith(("线索", *_DEEDS), at, end):
        return False
    size = view.words.whole.opening(view.masked, at, end)
    return size > 0 and view.words.opening.opening(view.masked, at, end) <= size


def _describes(view: View, at: int, end: int) -> bool:
    """Whether the verb at `at` opens what modifies the noun: 列入实事的工程, but 涉及贫困户."""
    size = view.words.relative.opening(view.masked, at, end)
    return size > 0 and view.masked.find("的", at + size + 1, end - 2) > 0


def _verb_size(view: View, quantity: Quantity, at: int, start: int, end: int) -> int:
    """The length of the verb at `at` that governs what follows it up to `end`, 0 where none does."""
    masked, words, borders = view.masked, view.words, quantity.borders
    size = words.governing.opening(masked, at, end, borders)
    if not size and at == start and at in borders:
        size = words.governing.opening(masked, at, end)
        size = size if size == 2 and _takes(view, at, size, end) else 0
    if not size and at == start and (size := words.opening.opening(masked, at, end)):
        size = size if size > words.naming.opening(masked, at, end) and _takes(view, at, size, end) else 0
    if size and at + size + 1 == end and masked[end - 1] in _INDICATOR_ENDS:
        return 0
    if size and masked.startswith("等", at + size, end):
        return 0
    if size and masked[end - 1] == "率" and masked[at : at + size] in words.phases:
        return 0
    if size == 1:
        size = size if end - at >= 3 and (at == start or masked[at] in words.single) else 0
    if size and at > start:
        named = words.compounds.opening(masked, at + size, end) and not words.objects.opening(masked, at, end)
        size = 0 if named or at + size + 2 > end else size
    if at > start and masked.endswith(_DEEDS, start, end) and "”" not in masked[start:at]:
        size = words.finding.opening(masked, at, end, borders)
    if at > start and size and masked[end - 1] in _INDICATOR_ENDS and masked[at : at + size] not in ("完成", "实现"):
        return 0
    if not size and at in borders and (at == start or masked[at - 1] in _ACTORS or masked[start - 1] in _FOR_WHOM):
        size = words.naming.opening(masked, at, end, borders)
        size = size if _takes(view, at, size, end) and masked[end - 1] != "率" else 0
    return size


def _takes(view: View, at: int, size: int, end: int) -> bool:
    """Whether the verb of `size` at `at` takes the object that follows: 筹集|资金, 改造|老旧小区."""
    return view.words.objects.opening(view.masked, at, end) > 0 or governs(view, at + size, end)


def governs(view: View, start: int, end: int) -> bool:
    """Whether a naming verb has an object after it: 改造|老旧小区, but not 整改|措施."""
    words, masked = view.words, view.masked
    if named := words.naming.opening(masked, start, end):
        start += named
    return end - start >= 2 and not words.compounds.opening(masked, start, end)


def skip_adverbs(view: View, borders: frozenset[int], start: int, end: int) -> int:
    """Where time, place and manner at the head of a phrase end."""
    masked = view.masked
    while start < end:
        if masked[start] in " \n、，()（）”—":
            start += 1
        elif (
            view.words.indicators.opening(masked, start, end)
            or _ROUND_AMOUNT.match(masked, start, end)
            or not (size := _adverb_size(view, borders, start, end))
        ):
            break
        else:
            start += size
    return start


def _adverb_size(view: View, borders: frozenset[int], start: int, end: int) -> int:
    masked, words = view.masked, view.words
    if match := _TIME_AT_HEAD.match(masked, start, end):
        return match.end() - start
    if masked[start] == HIDDEN:
        names = _NAMED_PLACES.match(masked, start, end)
        return names.end() - start if names and names.end() in borders else 1
    if masked.startswith("其中", start, end):
        return 2
    within = masked[start] in words.region_heads and masked[start : start + 3] != "全社会"
    if within and (size := words.regions.opening(masked, start, end)):
        return size
    if size := words.adverbs.opening(masked, start, end, borders):
        return size
    size = words.manner.opening(masked, start, end, borders)
    then = start + size
    acts = words.governing.opening(masked, then, end, borders) >= 2 or (
        (named := words.naming.opening(masked, then, end, borders)) and governs(view, then + named, end)
    )
    return size if size and acts else 0


def trimmed(view: View, start: int, end: int) -> Span | None:
    """A stretch without the punctuation and particles at its ends, None where nothing is left."""
    masked = view.masked
    while start < end and masked[start] in " \n、，：（）)”的.∶:":
        start += 1
    while end > start and masked[end - 1] in " \n、，：（(“的和与及." and masked[end - 2 : end] not in _END_IN_AND:
        end -= 1
    if end > start and masked[end - 1] in f"等{HIDDEN}" and (match := _NAMES_AT_TAIL.search(masked, start, end)):
        end = match.start()
    if end > start and masked[end - 1] in "）)" and (remark := _REMARK_AT_TAIL.search(masked, start, end)):
        end = remark.start()
    if (opened := masked.rfind("（", start, end)) > start and masked.find("）", opened, end) < 0:
        end = opened
    start = max(start, end - _MAX_LENGTH)
    if end <= start or masked[start:end] in _NO_NOUNS or not set(masked[start:end]) - _MASKS:
        return None
    return Span(start, end)
