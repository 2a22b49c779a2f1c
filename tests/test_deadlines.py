"""Deadlines: time limits with their ISO dates; every sentence is ours."""

from __future__ import annotations

import pytest

from extractor.extract import extract
from extractor.records import Speech

HEAD = "在全镇工作会议上的讲话\n（2019年3月5日）\n同志们：\n"
LIMITS = [
    ("方案于6月30日前报来。", "6月30日前", "2019-06-30", False),
    ("11月底前全部完工。", "11月底前", "2019-11-30", False),
    ("X月X日前销号。", "X月X日前", None, True),
    ("务必在10号前上报。", "10号前", None, False),
    ("到2021年底前全部脱贫。", "2021年底前", "2021-12-31", False),
    ("年底前兑现。", "年底前", "2019-12-31", False),
    ("明年2月底前验收。", "明年2月底前", "2020-02-29", False),
    ("三季度末前完成招标。", "三季度末前", "2019-09-30", False),
    ("限15日内办结。", "15日内", None, False),
    ("两个月内见效。", "两个月内", None, False),
    ("春节前付清工资。", "春节前", None, False),
    ("春节前要召开座谈会。", "春节前", None, False),
]


@pytest.mark.parametrize(("text", "printed", "date", "redacted"), LIMITS)
def test_a_time_limit(text: str, printed: str, date: str | None, redacted: bool) -> None:
    whole = HEAD + text
    (found,) = extract(Speech("example.txt", whole)).deadlines
    assert (whole[found.start : found.end], found.date, found.redacted) == (printed, date, redacted)


@pytest.mark.parametrize(
    "text",
    [
        "三年前就定了。",
        "目前进展顺利。",
        "近年来变化很大。",
        "过去五年内修了路。",
        "县里开了节前廉政谈话会。",
        "会前各组到村里开展了走访。",
        "今天部署春节前的值班工作。",
        "做好会前准备工作。",
        "春节前我们就谋划全年的农活。",
        "近两年内没有旱情。",
        "短短几年内难以改变。",
        "全镇区内企业。",
        "位居前三。",
    ],
)
def test_no_time_limit(text: str) -> None:
    assert extract(Speech("example.txt", HEAD + text)).deadlines == ()
