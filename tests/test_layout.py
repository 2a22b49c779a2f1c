"""Layout: the title in its many forms, the salutation, where the body begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.layout import read_layout
from extractor.fields.noise import find_noise
from extractor.lexicon import load_lexicon
from extractor.records import Layout, Speech


def layout_of(text: str) -> Layout:
    lexicon, speech = load_lexicon(), Speech("a.txt", text)
    return read_layout(speech, find_noise(speech, lexicon), lexicon)


# Text, title, salutation, first characters of the body; forms of VARIANTS.md, the wording is ours.
HEADS = [
    ("在全县教育工作会议上的讲话\n同志们：\n今天开会。", "在全县教育工作会议上的讲话", "同志们：", "今天开会"),
    (
        "在全县“创文”工作\n总结会议上的讲话\n\n同志们：\n今天开会。",
        "在全县“创文”工作总结会议上的讲话",
        "同志们：",
        "今天开会",
    ),
    ("在全市会议上的讲话同志们:今天开会,要求三点。", "在全市会议上的讲话", "同志们:", "今天开会"),
    (
        "政 府 工 作 报 告\n——2012年2月1日在某县人民代表大会上\n县长 某某\n各位代表：\n我代表",
        "政 府 工 作 报 告",
        "各位代表：",
        "我代表",
    ),
    (
        "在全县会议上的讲话\n（2017年3月21日）\n县委书记 某某\n同志们：\n开会。",
        "在全县会议上的讲话",
        "同志们：",
        "开会",
    ),
    (
        "县长在安全会上的讲话范文 今年形势严峻,大家要重视起来,各乡镇要抓好落实。",
        "县长在安全会上的讲话范文",
        None,
        "今年形势",
    ),
    (
        "站在新起点 展现新作为\n某镇党委书记 某某\n各位代表：\n我代表镇党委",
        "站在新起点 展现新作为",
        "各位代表：",
        "我代表",
    ),
    ("一、认清形势\n二、狠抓落实\n在全州观摩会上的讲话\n同志们：\n开会。", "在全州观摩会上的讲话", "同志们：", "开会"),
    (
        "在政协某某县第九届委员会\n第二次会议闭幕会上的讲话\n各位委员：\n会议就要闭幕了。",
        "在政协某某县第九届委员会第二次会议闭幕会上的讲话",
        "各位委员：",
        "会议就要",
    ),
    (
        "第1页共5页在全县普法宣传动员会上的讲话这次会议很重要,任务是部署普法。",
        "在全县普法宣传动员会上的讲话",
        None,
        "这次会议",
    ),
    ("在中央农村工作会议上的讲话精神，我们要学好，各乡镇要抓落实。", None, None, "在中央"),
    (
        "县委书记在全县村支书培训班上的讲话:\n根据市委要求,今天办班。",
        "县委书记在全县村支书培训班上的讲话:",
        None,
        "根据市委",
    ),
    ("各位代表：\n现在，我报告工作。", None, "各位代表：", "现在"),
    ("三是抓好整改。各乡镇要认真落实，不得拖延，按期完成。\n四是加强领导。", None, None, "三是抓好"),
    ("同志们,再有几天就过年了,今天开个会。", None, "同志们,", "再有几天"),
    (
        "市长在联合会成立大会上的讲话\n10-28 | 移动端：市长在联合会成立大会上的讲话\n同志们：\n开会。",
        "市长在联合会成立大会上的讲话",
        "同志们：",
        "开会",
    ),
    ("奠基仪式祝词\n某某老师\n奠基仪式祝词1\n各位来宾：\n大家好。", "奠基仪式祝词", "各位来宾：", "大家好"),
    (
        "1、书记在座谈会上的致辞发言尊敬的各位老领导：今天，我们欢聚一堂，共度佳节。",
        "书记在座谈会上的致辞发言",
        "尊敬的各位老领导：",
        "今天，",
    ),
    ("目录/提纲：……\n同志们：\n开会。", None, "同志们：", "开会"),
]


@pytest.mark.parametrize(("text", "title", "salutation", "body"), HEADS)
def test_head(text: str, title: str | None, salutation: str | None, body: str) -> None:
    found = layout_of(text)
    saluted = text[found.salutation.start : found.salutation.end] if found.salutation else None
    assert (found.title_text, saluted) == (title, salutation)
    assert text[found.body.start :].startswith(body)


def test_noise_is_no_paragraph() -> None:
    text = "请勿照搬照抄！\n在全县会议上的讲话\n同志们：\n第1页 共2页\n要抓好落实。"
    assert [text[p.start : p.end] for p in layout_of(text).paragraphs] == [
        "在全县会议上的讲话",
        "同志们：",
        "要抓好落实。",
    ]


def test_what_stands_in_quotes() -> None:
    text = "弘扬“三牛”精神，学习《条例》。"
    assert [text[q.start : q.end] for q in layout_of(text).quoted] == ["三牛", "条例"]


@given(st.text(alphabet="在会议上的讲话同志们：，。\n （）2019年X一、——#报告", max_size=300))
def test_any_text_has_a_layout(text: str) -> None:
    found = layout_of(text)
    assert 0 <= found.head.start <= found.head.end <= found.body.end <= len(text)
    assert all(not text[p.start].isspace() and p.start < p.end for p in found.paragraphs)
