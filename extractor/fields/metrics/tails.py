"""Tails: predicates, adverbs and comparisons between a noun phrase and its value (比重|由上年的40%|提高到45%)."""

from __future__ import annotations

import re

from extractor.fields.metrics.view import Quantity, View
from extractor.fields.metrics.vocabulary import DIGIT, HIDDEN, NUMBER

_YEAR = rf"(?:{DIGIT}{{2,4}}|[一二三四五六七八九〇○零]{{4}}|[上去前本今明当])年"
_THAN = (
    r"(?<![占同环])(?:比(?![例重率值较])|(?<!比)较(?![大小好高低快强多少为]))"
    rf"(?:{_YEAR}的?|{DIGIT}{{1,2}}月份?)?[^，。；\d]{{1,8}}"
)
"""比上年, 较3月份; but 占比, 同比, 比较."""
_AHEAD_OF = r"(?:高于|低于|快于|好于|优于|慢于|[滞落]后(?:于|(?=全))|相差)[^，。；\d]{1,14}"
_TIME_AT_TAIL = re.compile(
    rf"""
      (?:比|较|同|是|由|从|到|至|占)?[ ]?(?:{_YEAR}(?:同期|末|底|初|度)?|年[底末初])(?:的|水平)?[ ]?$
    | [与和同](?:{_YEAR}|上年|去年)?(?:同期|相比|以往|往年)+$
    | [到至](?:现在|目前|当前)的$
    | [由从][^，。；\d]{{1,8}}(?:年前|[初末底前])$
    | [比较]{DIGIT}{{1,2}}月份?$
    | (?<=[目程寓房路桥厂站园])(?:实际|已)?(?:新?开工|竣工|完工|投产|交付)(?:建设|使用)?$
    | (?:超额完成|完成|占|超过?|达到|高于|低于)(?:年度?|全年|年初|预期|既定|下达|序时|时间|时序)?
      (?:计划|目标任务|任务目标|目标|任务|预算|进度)[ ]?$
    | {_THAN}$
    | 连续[\d一二两三四五六七八九十多若干{HIDDEN}{NUMBER}]{{1,3}}年$
    | (?<=[率额量值])[两三四五几近\d]+年来?$
    | 占[^，。；]{{1,20}}的[ ]?$
    | 按[^，。；]{{1,10}}(?:口径|(?:汇率|价格?)(?:计算|折算|算))$
    | {_AHEAD_OF}$
    | 是“?十[一二三四五]?五”?(?:时期|末)的$
    | (?:完成|达到|相当于|占)[^，。；]{{0,12}}(?:计划|任务|目标|预算|进度|年初)[^，。；]{{0,3}}的[ ]?$
    """,
    re.VERBOSE,
)
_TAILS = frozenset("算径来比往期年底末度平的上初算划标务前月工产付设用")
"""What `_TIME_AT_TAIL` ends with."""
_COMPARED = re.compile(rf"(?:{_THAN}|{_AHEAD_OF})$")
_SHARE = re.compile(r"占(?!地(?![方区])|比|补|用)[^，。；]{0,24}$")
_SHARES = ("比重", "比例", "份额")
_INDICATOR = frozenset("率额量值数")
_FOR_EACH = re.compile(r"(?:[人户]均|每人|(?:平均|每人)?每[年月])$")
_DA_NOUNS = frozenset("发雷表到抵传转直送")
"""发达, 雷达: 达 at the end of a word; elsewhere before a value it is the predicate (超标的村|达88个)."""
_LONG_ENOUGH = 5


def strip_tail(view: View, quantity: Quantity) -> int:
    """Where the noun phrase before a value ends: predicates, adverbs and comparisons between them left out."""
    masked, floor, end = view.masked, quantity.floor, quantity.value.start
    while end > floor:
        if masked[end - 1] in " \n":
            end -= 1
        elif view.words.protected.ending(masked, floor, end) or not (size := _predicate_size(view, quantity, end)):
            break
        else:
            end -= size
    if not masked.endswith(_SHARES, floor, end) and (match := _SHARE.search(masked, max(floor, end - 30), end)):
        end = match.start()
        while end > floor and (size := view.words.predicates.ending(masked, floor, end, quantity.borders)):
            end -= size
    return end


def _predicate_size(view: View, quantity: Quantity, end: int) -> int:
    """The length of the predicate, adverb or comparison that ends at `end`, 0 where a noun does."""
    masked, words, floor = view.masked, view.words, quantity.floor
    size = words.predicates.ending(masked, floor, end, quantity.borders)
    size = size or words.before.ending(masked, floor, end, quantity.borders)
    if not size and masked[end - 1] in "达为超占增降要" and masked[end - 2 : end - 1] in _INDICATOR:
        return 1
    if not size and masked[end - 1] == "达" and masked[end - 2 : end - 1] not in _DA_NOUNS:
        return 1
    if not size and masked[end - 1] in "达为超仅" and masked.endswith("占比", floor, end - 1):
        return 1
    if (
        not size
        and masked[end - 1] in _TAILS
        and (tail := _TIME_AT_TAIL.search(masked, max(floor, end - 30), end)) is not None
    ):
        return end - tail.start()
    if (
        not size
        and end - floor > _LONG_ENOUGH
        and masked[end - 1] in "均人年月"
        and (each := _FOR_EACH.search(masked, end - 4, end))
    ):
        return end - each.start()
    if not size and (match := _COMPARED.search(masked, max(floor, end - 15), end)):
        return end - match.start()
    return size
