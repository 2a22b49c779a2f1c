"""Noise: what is marked, how far it reaches, and what a speaker says that looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.noise import find_noise
from extractor.lexicon import load_lexicon
from extractor.records import Speech


def noise_of(text: str) -> list[str]:
    return [text[n.start : n.end] for n in find_noise(Speech("a.txt", text), load_lexicon())]


# Sentence, the noise in it; forms of ANNOTATION.md §5 and VARIANTS.md, the wording is ours.
MARKED = [
    ("本文系作者原创，请勿照搬照抄！\n同志们：", ["本文系作者原创，请勿照搬照抄！"]),
    ("##paidbegin##\n一、提高认识", ["##paidbegin##"]),
    ("某某文秘 www.example.cn在全县会议上的讲话", ["某某文秘 www.example.cn"]),
    ("首页 > 讲话范文 > 正文\n在全县会议上的讲话", ["首页 > 讲话范文 > 正文"]),
    ("来源：某某网 作者：佚名 时间：2019-3-1\n同志们", ["来源：某某网 作者：佚名 时间：2019-3-1"]),
    ("狠抓项\n— 3 —\n目建设", ["— 3 —"]),
    ("狠抓项第3页 共9页目建设", ["第3页 共9页"]),
    ("抓好落实。（全文共2563字，试读部分到此结束）", ["（全文共2563字，试读部分到此结束）"]),
    ("更多公文材料请加QQ群：123456", ["更多公文材料请加QQ群：123456"]),
    ("![图](a/b.jpg)\n同志们", ["![图](a/b.jpg)"]),
    ("B2031……全文2316字\n在全县会议上的讲话", ["B2031……全文2316字"]),
    ("抓紧整改。（下转第3版）", ["（下转第3版）"]),
    ("【温馨提示】下载后可编辑，客服微信同号\n同志们：", ["【温馨提示】下载后可编辑，客服微信同号"]),
    ("某某范文网整理的书记讲话，欢迎大家参阅。\n在全县会议上的讲话", ["某某范文网整理的书记讲话，欢迎大家参阅。"]),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_marked(text: str, expected: list[str]) -> None:
    assert noise_of(text) == expected


# What a speaker may well say.
SPOKEN = [
    "以上意见仅供参考，不当之处请批评指正。",
    "最近编印了一批范文，发给大家借鉴。",
    "县工会发展会员三千余名，建成会员之家。",
    "第一，登录政务服务网即可办理。",
    "来源于人民、根植于人民。",
    "下载安装反诈软件要实现全覆盖。",
    "共涉及3个乡镇，第2页方案里写得很清楚。",
    "关闭煤矿12座。",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_spoken(text: str) -> None:
    assert noise_of(text) == []


def test_a_long_line_loses_the_sentence_of_the_notice_alone() -> None:
    body = "要抓好落实，各乡镇要行动起来。" * 20
    assert noise_of(f"{body}试读结束，开通会员可下载全文。") == ["试读结束，开通会员可下载全文。"]


@given(st.text(max_size=300))
def test_spans_are_sorted_and_apart(text: str) -> None:
    found = find_noise(Speech("a.txt", text), load_lexicon())
    ends = [0, *(n.end for n in found)]
    assert all(end <= n.start < n.end <= len(text) for end, n in zip(ends, found, strict=False))
