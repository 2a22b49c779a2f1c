"""Exclusions: numbers that quantify nothing (ANNOTATION.md §3, “Not claims”)."""

from __future__ import annotations

import re

from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import HIDDEN, NUMBER

_ENDS_OF_ORDERS = re.compile(r"[第前每.№〔【号A-Za-z+·/\\#~*^=&－\-\d十\n]")
"""What `_ORDERED` ends with."""
_ORDERED = re.compile(r"(?:第|前|每|[Nn][Oo]\.?|№|〔|【|编号|[A-Za-z+·/\\#~*^=&－-]|(?:20|19|二十)\d?|\d)$")
_ACRONYM = re.compile(r"[A-Z]{3,}$")
"""关停政务APP|17个."""
_SLOGAN_AFTER = re.compile(r"[ ]?(?:[+＋·×]|[A-Za-z](?![²³a-z]))")
_DURATION = frozenset(("天", "小时", "个小时", "分钟", "个工作日", "工作日"))
_WITHIN = re.compile(
    r"(?:之内|内|后|前|里|以来|之前|之后|期间|(?:左右)?的时间|以内|值班|在线|热线|服务|待命|全天|不间断|轮班|轮流|攻坚|行动|[^，。；]{0,6}圈)"
)
_AND_A_HALF = re.compile(r"个半(?:月|小时|年|学期)")
_LASTING = re.compile(r"(?:为期|历时|用时|每|再过|经过|这|用|耗时|时隔)$")
_THRESHOLD = re.compile(r"(?:及)?以[上下](?:的|\(含\))?(?!的?[，。；、：！？）)\n]|$|[占达完增同比实共])[^\d]")
_ALSO = "(?:仅|只|还|共|就|也|已|约|分别)?"
_COUNTED_ABOVE = re.compile(
    rf"及?以[上下]的{_ALSO}(?:有|占|达|不在少数|[\d{NUMBER}]|[一二三四五六七八九十百]+[个家户人名])|的{_ALSO}有[\d{NUMBER}]"
)
"""亩产达到500斤|以上的有45个县."""
_COUNTED_NEXT = re.compile(
    rf"及?以[上下]的?(?:[一-鿿]{{1,10}}?)(?:(?<=[村户家区人业目校员])(?:有|达|共|共有|已有|达到)?|(?<![有达占是增完超比]))(?:{HIDDEN}+|[\d{NUMBER}]+)(?:个|家|户|人|名|处|座|所|只|头|台|栋|幢|条|项|村)"
)
"""养羊一千只|以上的村4个: what sets the size of the next thing that is counted."""
_MORE_THAN = re.compile(r"(?:超|超过|过|不低于|达|高于|低于)$")
_QUALIFIED = re.compile(
    r"(?:以上|以下)?的(?:有?[\d一二两三四五六七八九十]+[个家户项]"
    r"|大?项目|企业|产业|集群|镇|县|村|园区|工程|骨干|龙头|乡镇|市)"
)
_NAMED_AMOUNT = re.compile(r"(?:以上)?的?(?!的|大关|规模|台阶|左右|之巨)[一-鿿]")
"""超亿元|项目4个: a round amount that a noun follows sizes the noun."""
_NAMED_SIZE = re.compile(
    r"[^，。；、：\d\n" + NUMBER + r"]{0,8}"
    r"(?:项目|工程|电站|变电站|变压器|锅炉|电机|机组|生产线|电厂|输变电|基地|线路|扩能)"
)
_SIZED = frozenset(("千瓦", "兆瓦", "千伏", "千伏安", "吨", "蒸吨"))
_MADE = re.compile(r"[^，。；\n]{0,30}(?:项目|工程|生产线|能力|厂|改扩建|基地)")
_ENDS_OF_CAPACITIES = frozenset("产理工供机栏宰")
_CAPACITY = re.compile(r"(?:年产|日产|日处理|年处理|年加工|月产|日供|装机|年出栏|年存栏|年屠宰)$")
_ANNOUNCED = re.compile(r"(?:讲|提|谈|强调|说|作|重申|提出|讲几|明确)(?:以下|如下|这)?$")
_ANNOUNCEMENT = re.compile(r"(?:具体|工作)?(?:意见|要求|希望|看法|体会|建议|想法|感受)(?:[。：，；\n]|$)")
_AGES = re.compile(r"(?:年龄|寿命)[^，。]{0,5}$|(?:下降|降低|提高|增加)了?$|[到至]$")
_RATED = re.compile(r"[比率构例]|演进|调整|优化")
_UNTIL = re.compile(r"(?:离|距)[^，。]{1,10}$")
_CROSSED = re.compile(r"(?:突破|超|达|达到|超过|迈上|跨上|近)了?$")
_TO_COME = re.compile(r"[^，。；]{0,8}(?:工作|任务|事情?|问题)(?:要|需要?|值得|必须)")
_PREDICATED = re.compile(
    r"(?:为|达到|达|是|降至|降到|升至|升到|增至|提高到|指数|得分|上升到|下降到|仅"
    r"|(?:率|系数|指数|得分|强度)(?:只有|仅|已达|为|达)?)[约近]?[ ]?$"
)
_COUNTLESS = re.compile(r"[千百万亿]+")


def excludes(view: View, quantity: Quantity) -> str | None:
    """Why a number is no claim, None where it is one."""
    counted = quantity.unit.text and quantity.value.shape == "digit"
    for reason, test in _REASONS_WITH_UNIT if counted else _REASONS:
        if test(view, quantity):
            return reason
    return None


def _is_uncounted(view: View, quantity: Quantity) -> bool:
    """X年, X届, X级, X个方面."""
    if quantity.unit.word == "岁":
        return not _AGES.search(view.masked, max(quantity.left, quantity.value.start - 8), quantity.value.start)
    return quantity.unit.kind == "uncounted"


def _is_ordered(view: View, quantity: Quantity) -> bool:
    """第X批, 前100名, 每50公斤, 〔2019〕14号, 8+3, 4/5G, PM2.5."""
    start = quantity.value.start
    if quantity.value.shape == "ratio":
        return False
    before = view.masked[max(0, start - 3) : start].rstrip(" ")
    if not _ENDS_OF_ORDERS.match(before[-1:]):
        return False
    if quantity.unit.kind == "count" and _ACRONYM.search(view.masked, max(0, start - 5), start):
        return False
    if quantity.unit.kind == "measure" and ((before[-1:].isalpha() and before[-1:].isascii()) or before[-1:] == "-"):
        return False
    return bool(_ORDERED.search(before))


def _is_slogan(view: View, quantity: Quantity) -> bool:
    """5G, 1+N, 5·12."""
    return not quantity.unit.text and _SLOGAN_AFTER.match(view.masked, quantity.value.end) is not None


def _is_duration(view: View, quantity: Quantity) -> bool:
    """X天内, 为期X天, 100天的时间, X个半月, 24小时值班."""
    if _AND_A_HALF.match(view.masked, quantity.value.end):
        return True
    if quantity.unit.word not in _DURATION:
        return False
    if _UNTIL.search(view.masked, max(quantity.left, quantity.value.start - 14), quantity.value.start):
        return True
    after, before = (
        view.masked[quantity.end : quantity.end + 6],
        view.masked[max(0, quantity.value.start - 2) : quantity.value.start],
    )
    if quantity.after == "以内" and not before.endswith(("到", "至", "在")):
        return True
    return bool(_WITHIN.match(after) or _LASTING.search(before)) or quantity.value.number == 24


def _is_threshold(view: View, quantity: Quantity) -> bool:
    """500万元以上固定资产投资, XX层以上高层, 投资超XX亿元的项目, 超亿元项目."""
    end = quantity.unit.end
    sized = quantity.unit.kind == "measure" or quantity.unit.word in view.units.thresholds
    if sized and _COUNTED_ABOVE.match(view.masked, end):
        return True
    if quantity.unit.text and _COUNTED_NEXT.match(view.masked, end):
        return True
    if quantity.unit.word not in view.units.thresholds:
        return False
    if _THRESHOLD.match(view.masked, end):
        return True
    if quantity.value.shape == "cn" and quantity.value.prefix in ("超", "过") and _NAMED_AMOUNT.match(view.masked, end):
        return True
    before = view.masked[max(0, quantity.value.start - 3) : quantity.value.start]
    return bool((_MORE_THAN.search(before) or quantity.value.prefix == "超") and _QUALIFIED.match(view.masked, end))


def _is_capacity(view: View, quantity: Quantity) -> bool:
    """年产X万吨项目, X千伏变电站, X万千瓦风电项目."""
    masked, start, end = view.masked, quantity.value.start, quantity.unit.end
    if masked[start - 1 : start] in _ENDS_OF_CAPACITIES and _CAPACITY.search(masked, max(0, start - 4), start):
        return _MADE.match(masked, end) is not None
    return quantity.unit.word in _SIZED and masked[end : end + 1] != "的" and _NAMED_SIZE.match(masked, end) is not None


def _is_announcement(view: View, quantity: Quantity) -> bool:
    """讲X条意见, 提三点要求."""
    masked, start, end = view.masked, quantity.value.start, quantity.unit.end
    if masked.endswith("有", quantity.left, start) and _TO_COME.match(masked, end):
        return True
    if not _ANNOUNCEMENT.match(masked, end):
        return False
    return _ANNOUNCED.search(masked, max(quantity.left, start - 5), start) is not None


def _is_small(view: View, quantity: Quantity) -> bool:
    """四个方面, 两项工作, 翻两番, 千方百计: a Chinese numeral that is small, unreadable or without a unit."""
    value = quantity.value
    if value.shape != "cn":
        return False
    if value.redacted:
        return False
    printed = view.masked[value.start : value.end]
    if _COUNTLESS.fullmatch(printed) and quantity.unit.kind == "measure":
        return not _CROSSED.search(view.masked, max(quantity.left, value.start - 3), value.start)
    if _COUNTLESS.fullmatch(printed) or (value.number is None and printed[0] not in "数几"):
        return True
    if not quantity.unit.text or (quantity.unit.kind == "count" and not quantity.unit.word and len(printed) < 2):
        return not (
            printed[-1] in "万亿" and len(printed) > 1 and view.masked[value.end : value.end + 1] not in ("一",)
        )
    return (
        len(printed) == 1
        and not quantity.unit.approximation
        and quantity.unit.word not in ("倍", "成", "个百分点", "百分点")
        and quantity.unit.text == quantity.unit.word
    )


def _is_bare(view: View, quantity: Quantity) -> bool:
    """A number without a unit, unless a predicate states it (指数为98.5)."""
    value, unit = quantity.value, quantity.unit
    if value.shape == "ratio":
        return not _RATED.search(view.masked, max(quantity.sentence, value.start - 40), value.start)
    if unit.text or value.shape in ("share", "cn"):
        return False
    after = view.masked[quantity.end : quantity.end + 1]
    if value.redacted:
        if after == "、" and view.masked[quantity.end + 1 : quantity.end + 2] == NUMBER:
            return False
        return after in ("", HIDDEN) or after in "、.）)" or (after.isascii() and after.isalnum())
    if after and after not in "，。；！？、）\n 左以":
        return True
    return len(view.masked[value.start : value.end]) > 6 or not _PREDICATED.search(
        view.masked, max(quantity.left, value.start - 5), value.start
    )


_REASONS = (
    ("uncounted", _is_uncounted),
    ("ordered", _is_ordered),
    ("slogan", _is_slogan),
    ("small", _is_small),
    ("threshold", _is_threshold),
    ("capacity", _is_capacity),
    ("duration", _is_duration),
    ("announcement", _is_announcement),
    ("bare", _is_bare),
)
_REASONS_WITH_UNIT = tuple((name, test) for name, test in _REASONS if test not in (_is_slogan, _is_bare))
"""What can exclude digits with a unit."""
