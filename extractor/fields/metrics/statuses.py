"""Statuses: whether a value is done, asked for or expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.fields.metrics.view import Quantity, View
from extractor.lexicon import Lexicon
from extractor.records import Item, Status

_TARGET = (
    r"力争|确保|争取(?![^，。；]{0,8}(?:资金|款|项目|支持))|(?<!行动)(?<!年)计划(?!生育|内|经济|单列)|(?<![模虚])拟|务必|必须|年内要|(?<![主重需简纪摘首概提摘紧])要(?!素|点|闻|件|务|害|事|求|道|塞|案|情|职)|(?<![即])将(?!军|士|领)"
    r"|(?<![供适响相对反效感])应(?!到|急|用|对|届|征|聘|邀|收|有尽|该说|变|诉)|(?<![必])须|不得|不少于|不低于|(?<=[ ，])目标|力求|到年底|年底前|底前|日前|月前|努力|(?<!前)准备|打算|保证|即将|明年|下一步|今后|严禁|一律|预期目标|谋划|继续|再(?!次|创|度|就业|生)|全面推进|达到.{0,6}目标|争创|新的一年|来年|(?<![加高升长降少大展增至由])到20\d\d年"
)


@lru_cache(maxsize=8)
def _marks(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    forecast = "|".join(lexicon["claims"]["statuses"]["forecast"])
    achieved = "|".join(lexicon["claims"]["statuses"]["achieved"])
    return re.compile(forecast), re.compile(_TARGET), re.compile(achieved)


def find_status(view: View, quantity: Quantity, item: Item | None, lexicon: Lexicon) -> Status:
    """The status of a value: the sentence before it decides, then the item around it."""
    forecast, target, achieved = _marks(lexicon)
    start = quantity.value.start
    if forecast.search(view.masked, max(quantity.sentence, start - 400), start):
        return "forecast"
    if achieved.search(view.masked, quantity.left, start):
        return "achieved"
    if (
        target.search(view.masked, quantity.left, start)
        or (quantity.after == "以内"
        and item is not None
        and item.role == "directive")
    ):
        return "target"
    earlier = view.masked[max(quantity.sentence, start - 300) : quantity.left]
    directive = item is not None and item.role == "directive"
    if target.search(earlier) and not (item is not None and item.role == "achievement"):
        return "achieved" if achieved.search(earlier) and not directive else "target"
    if directive and not achieved.search(earlier):
        return "target"
    return "achieved"


def innermost(items: Sequence[Item], offset: int) -> Item | None:
    """The item with the latest start that holds an offset."""
    return max((i for i in items if i.start <= offset < i.end), key=lambda i: i.start, default=None)
