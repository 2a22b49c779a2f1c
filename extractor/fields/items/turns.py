"""Turns: how a paragraph or sentence shows that the text leaves a point for its part, or for a new series."""

from __future__ import annotations

import re

from extractor.fields.items.markers import Mark

TURN = re.compile(
    r"[ ]*(?:当然|同时|但|然而|不过|在肯定|肯定成绩|在看到|下一步|下步|今后|今年|回顾|总结|成绩的取得|这些成绩|以上"
    r"|上述|存在的|我们也|我们要|刚才"
    r"|[^，。：\n]{0,12}(?:实践|启示|体会|告诉我们|清醒))"
)
SUMS_UP = re.compile(
    r"(?:清醒|清楚|深刻)地?(?:看到|认识)|(?:存在|面临)[^，。]{0,10}(?:问题|困难|不足|差距|短板|挑战)|成绩的?取得|来之不易|肯定成绩"
    r"|(?:主要|深刻)?(?:体会|启示)(?:是|有|：)|启示我们|告诉我们"
)
LOOKS_BACK = re.compile(
    r"[ ]*(?:在(?:看到|肯定|总结|回顾)[^，。]{0,10}(?:成绩|成效|成就)"
    r"|(?:但|当然|同时)?，?我们(?:也|还)?(?:必须|要|应)?(?:清醒|清楚))"
)
"""A paragraph that turns from what was achieved to what is lacking: it belongs to the part, not to its last point."""
TURNS_AWAY = re.compile(
    r"[ ]*(?:当然|但是?|不过|然而|同时)，?[^。！？\n]{0,24}(?:问题|不足|短板|差距|困难|挑战|隐忧)"
    r"|[ ]*(?:下一?步|接下来|今后)(?:，|[^。！？\n]{0,30}(?:[：]|[两三四五六七八九\d][件个点项]))"
)
"""A paragraph that turns from all that a series of parts told: 当然，还存在一些短板：, 下一步，我们将抓好三件事："""
NAMES_TURN = re.compile(r"下一?步|今后|打算|问题|不足|短板|措施|整改|任务|安排|计划")
_ANNOUNCED = re.compile(
    r"(?<=[。！？])[^。！？]{0,14}(?:强调|讲|提|说|谈|做到|抓好)[^，。！？]{0,4}[两三四五六七八九十\d][点条句个件][^，。！？]{0,8}[。：，]$"
)
_LEAD_IN = re.compile(r"下一步|下步|今后|为此|因此|会议要求|对此|接下来|同时要|要求：$|不足|问题|启示|体会|表现")


def announced(folded: str, above: Mark, mark: Mark) -> bool:
    """Whether the sentence before a mark announces a new series (我强调四点。), the point above having ended."""
    return bool(_ANNOUNCED.search(folded[max(above.end, mark.start - 60) : mark.start].rstrip(" *")))


def near(folded: str, above: Mark, mark: Mark) -> bool:
    """Whether only the heading, and no lead-in of a new series, stands between two marks of a sentence."""
    between = folded[above.end : mark.start].rstrip(" *")
    stops = between.count("。") + between.count("；")
    return len(between) < 120 and stops <= 1 and between[-1:] in "。；：" and not _LEAD_IN.search(between)
