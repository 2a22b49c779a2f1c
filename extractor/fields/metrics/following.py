"""Following: the noun phrase or the predicate after a value and its unit."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.fields.metrics.preceding import trimmed
from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import HIDDEN, Vocabulary
from extractor.records import Span
from extractor.segment import segmenter

_REACHING = re.compile(r"[一-鿿]{1,2}[到至]")
_PERSONS = frozenset(("人", "名", "位"))
_NOUNS = ("n", "j", "zg", "eng", "x")
_ACTS = ("v", "d", "p", "ug", "ul", "uz", "r", "m", "x")
_DONE = ("v", "vn", "d")
_PARTICLES = ("ug", "ul", "uz", "p")
_DOINGS = ("v", "vn", "a", "d", "z", "ad", "j")
_SINGLE = ("当", "靠", "没", "跑")
_QUOTES = ("“", "”")
_ACTED_ON = re.compile(r"(?:对|把|将|查)[ ]?$")
"""对|45个村的提级巡察: the villages are counted; in 完成|45个村的整治 the work."""
_PHRASAL = 3
"""没人接, 达不到: no such verb names work."""
_TAKEN = re.compile(r"(?:[对到赴向]|走进|深入|奔赴|前往)[ ]?$")
"""到|30家企业走访: the places are counted; what is done there follows."""
_PERSON_ENDS = frozenset("员人者生师民兵手长士工家户童妇部众象属友亲医警军导才骨干徒孩儿女子年队组表团")
_TAGGED = 24
_MODIFIER = 12
_EMPTY = frozenset((HIDDEN, "是"))
_SHORT = 2
_LONGEST = 30
_PLACES = ("乡镇", "街道", "社区", "企业", "单位", "部门", "学校", "医院", "村", "县", "区", "镇", "乡", "市", "家")
_RATED = re.compile(r"(?:率|额|值|量|收入|增速|增幅|投资)$")
_MEASURED = re.compile(r"(?:低于|高于|超过|超|不足|不到|达到|达|突破|下降|增长)")
"""4个|乡镇参保率低于90%: the townships are counted, then the rate is measured."""
_REACHES = ("惠及", "涉及", "覆盖", "服务", "受益", "拥有", "容纳", "辐射")
"""惠及90万|市民的计划: what modifies a noun counts its own."""
_ITS_AIM = re.compile(r"的(?:各项|既定|总体|巨大)?(?:压力|目标|任务|要求|承诺|计划|规划|安排|部署)(?:任务|要求|目标)?$")
"""10件实事|的目标要求: what is counted stands before."""
_BECOMING = ("为", "到", "至")
_NO_NOUN = frozenset("、（(”）)和与及或，∶:∼~")


def read_after(view: View, quantity: Quantity, preceded: bool) -> Span | None:
    """The counted noun phrase that follows the unit, up to its predicate."""
    masked, words, borders = view.masked, view.words, quantity.borders
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    while start < limit and masked[start] in " \n的":
        start += 1
    if start >= limit or masked[start] in _NO_NOUN:
        return None
    modified = _modified(masked, start, limit)
    unfinished = masked[start] == "未" and _is_unfinished(masked, start, limit)
    described = modified > start or unfinished or masked[start] == "被"
    delegates = quantity.unit.word in _PERSONS and masked.startswith("代表", start)
    if not described and not delegates and words.stops.opening(masked, start, limit, borders):
        return None
    size = words.governing.opening(masked, start, limit)
    if size >= 2 and not words.compounds.opening(masked, start + size, limit):
        return None
    if words.predicates.opening(masked, start, limit) >= 2:
        return None
    if preceded and words.naming.opening(masked, start, limit, borders):
        return None
    if _REACHING.match(masked, start, limit):
        return None
    end = _phrase_end(view, quantity, start, limit, modified)
    if end - start > _SHORT and modified == start:
        end = _before_clause(view, quantity, start, end)
    reaches = masked[quantity.floor : quantity.value.start].rstrip(" 近约超").endswith(_REACHES)
    if (end < limit or reaches) and (cut := masked.find("的", modified + 1, end)) > 0 and masked[cut - 1] not in "上下":
        end = cut
    end = _persons_end(view, quantity, start, end)
    end = _before_rate(masked, start, end)
    if (aim := _ITS_AIM.search(masked, start, end)) and aim.start() > start:
        end = aim.start()
    if end == limit and limit == quantity.ceiling:
        cut = max(masked.rfind(c, start, end) for c in "、和与及，")
        end = cut if cut > start else end
    return None if masked[start:end] in words.before else trimmed(view, start, end)


def _persons_end(view: View, quantity: Quantity, start: int, end: int) -> int:
    """Where the persons end who have what follows: 10名|困难学生的心愿."""
    cut = view.masked.find("的", start + 2, end) if quantity.unit.word in _PERSONS else -1
    return cut if cut > 0 and view.masked[cut - 1] in _PERSON_ENDS else end


def _modified(masked: str, start: int, limit: int) -> int:
    """Where what modifies the noun ends, `start` where nothing does: 有劳动能力的|脱贫户."""
    if masked[start] not in "有无患":
        return start
    return max(masked.find("的", start + 2, min(limit - 1, start + _MODIFIER)) + 1, start)


def _is_unfinished(masked: str, start: int, limit: int) -> bool:
    """Whether 未 opens a noun phrase: X人|未脱贫人口."""
    words = segmenter().tag(masked[start : min(limit, start + _TAGGED)])
    return len(words) > 2 and words[2][1].startswith("n")


def _phrase_end(view: View, quantity: Quantity, start: int, limit: int, modified: int) -> int:
    """Where a noun phrase gives way to its predicate; a verb at the very end still names (危房改造)."""
    masked, borders = view.masked, quantity.borders
    end, quoted = max(start + (3 if masked[start] == "未" else 1), modified), masked[start] == "“"
    while end < limit:
        char = masked[end]
        if quoted or char == "“":
            quoted = char != "”"
        elif char in "（(" and (close := _closing(masked, end, limit)):
            end = close
        elif (
            char in "”）)（("
            or (
                (end in borders or char == "已")
                and (_is_predicate(view, quantity, end, limit) or masked[end + 2 : end + 3] == "了")
            )
            or masked[end + 1 : end + 2] == "了"
        ):
            break
        end += 1
    return end


def _before_rate(masked: str, start: int, end: int) -> int:
    """Where the places end whose rate is measured next."""
    if not (_RATED.search(masked, start, end) and _MEASURED.match(masked, end)):
        return end
    place = next((place for place in _PLACES if masked.startswith(place, start)), "")
    return start + len(place) if place and start + len(place) < end else end


def _before_clause(view: View, quantity: Quantity, start: int, end: int) -> int:
    """Where the nouns at the head of a phrase end, if a verb that takes no noun follows them: 村|没人接电话."""
    masked = view.masked
    at, words = start, segmenter().tag(masked[start : min(end, start + _TAGGED)])
    for index, ((word, tag), (then, after)) in enumerate(pairwise(words)):
        at += len(word)
        if not tag.startswith(_NOUNS) or word in _QUOTES:
            return end
        if after == "c":
            return end
        if then == "的":
            return end if index or not _ACTED_ON.search(masked, quantity.floor, quantity.value.start) else at
        if after == "x":
            return end
        if after in _PARTICLES or then in view.words.adverbs or then in _SINGLE:
            return at
        if after in _DONE and (
            _TAKEN.search(masked, quantity.floor, quantity.value.start) or _acts(view, quantity, end)
        ):
            return at
        if after == "v" and (len(then) >= _PHRASAL or any(next in _ACTS for _, next in words[index + 2 : index + 3])):
            return at
    return end


def _acts(view: View, quantity: Quantity, end: int) -> bool:
    """Whether what begins with persons ends with what they do: 8名法官|组成专班, but 8名技术推广人员."""
    return quantity.unit.word in ("名", "位") and view.masked[end - 1] not in _PERSON_ENDS


def opens_with_verb(view: View, span: Span) -> bool:
    """Whether a phrase begins with a verb that names no work: 聘请专家12名|担任导师, but 帮扶手册."""
    masked = view.masked
    words = segmenter().tag(masked[span.start : min(span.end, span.start + _TAGGED)])
    word, tag = words[0]
    if masked[span.start + len(word) : span.start + len(word) + 1] == "了" or word in _SINGLE:
        return True
    return tag == "v" and word not in view.words.naming and (len(words) < 3 or words[1][1] != "n")


def only_acts(view: View, span: Span) -> bool:
    """Whether a phrase is nothing but verbs and what modifies them: 立查立改, 孵化成功."""
    phrase = view.masked[span.start : span.end]
    if view.words.indicators.opening(view.masked, span.start, span.end):
        return False
    words = segmenter().tag(phrase)
    return len(words) > 1 and all(tag in _DOINGS for _, tag in words) and words[-1][0] not in view.words.naming


def _closing(masked: str, at: int, limit: int) -> int:
    """Where the bracket that opens at `at` closes, 0 where it does not soon."""
    return max(masked.find("）" if masked[at] == "（" else ")", at, min(limit, at + 12)), 0)


def _is_predicate(view: View, quantity: Quantity, at: int, limit: int) -> bool:
    masked, words, borders = view.masked, view.words, quantity.borders
    if masked[at - 1] in "的、":
        return False
    if words.deeds.opening(masked, at, limit, borders):
        return True
    if size := words.stops.opening(masked, at, limit, borders):
        if masked.startswith("代表", at) and quantity.unit.word in _PERSONS:
            return False
        return at + size < limit or limit == quantity.ceiling or masked[at : at + size] not in words.naming
    size = words.governing.opening(masked, at, limit - 2)
    return size >= 2 and not words.compounds.opening(masked, at + size, limit)


def _changes(words: Vocabulary, masked: str, start: int, end: int) -> bool:
    """Whether a change and its size follow: 较去年同期的10件|下降20, but 4次|降低存款准备金率."""
    size = max(words.increases.opening(masked, start, end), words.decreases.opening(masked, start, end))
    if not size:
        return False
    after = masked[start + size : end].lstrip("了约近达到")
    return not after or after[0].isdigit()


def predicate_after(view: View, quantity: Quantity, pre: Span | None, shared: bool) -> Span | None:
    """The verb phrase after a value that counts no noun: X人|稳定脱贫, 又有X人|获奖."""
    masked = view.masked
    start, limit = quantity.end, min(quantity.right, quantity.ceiling)
    lead = masked[quantity.floor : quantity.value.start].strip()
    measured = quantity.unit.kind == "measure" and quantity.unit.word not in _PERSONS
    persons = quantity.unit.word in _PERSONS
    if shared or (pre and not (persons and lead.endswith("有"))) or measured:
        return None
    if masked[start : start + 1] in ("没", "未", "不", "也", "就", "由") or lead.endswith(("由", "从")):
        return None
    if not quantity.first and not lead and persons:
        return None
    if masked[start : start + view.words.predicates.opening(masked, start, limit)].endswith(_BECOMING):
        return None
    if not persons:
        start += view.words.governing.opening(masked, start, limit, quantity.borders)
    if masked[start : start + 1] in ("到", "至") or _changes(view.words, masked, start, limit):
        return None
    while start < limit and masked[start] in _EMPTY:
        start += 1
    end, quoted = start, False
    while end < limit and (quoted or masked[end] not in "、（”"):
        quoted = masked[end] == "“" or (quoted and masked[end] != "”")
        end += 1
    return trimmed(view, start, min(end, start + _LONGEST))
