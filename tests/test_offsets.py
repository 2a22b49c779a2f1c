"""Offsets never lie: whatever the text, every span lies in it, and nothing raises."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.extract import all_rules, extract
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.records import Speech
from extractor.text import fold
from tests.bench.corpus import splice
from tests.test_rules import rows_of

WORDS = """
同志们： 一、 （一） 1. (2) ① 第一， 一是 二是 三要 首先， 其次， —— －－ “ ” 《 》 ， 。 ； 万 %
X XX ×× ** 某某 N ○○ 20XX年 X月X日前 亿元 户 个百分点 完成 增长 由 增长到 预计 同比 近千名 三成
我代表市委， 全区 各乡镇要 在全市工作会议上的讲话 “十三五”收官之年 2019年 11月底前 一万五千亿
危房改造 要抓好 存在的问题 取得成效 百分之二十
"""
PIECES = st.sampled_from(["\n", "　　", *WORDS.split()])
SPEECHES = [read_speech(Input(p, p.name)).text for p in sorted(sample_speeches().iterdir()) if p.is_file()]
RULE_NAMES = {rule.name for rule in all_rules()}


@given(st.text(max_size=300))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@st.composite
def spliced_speeches(draw: st.DrawFn) -> str:
    """Pieces of several of our speeches, with some characters put where others stood."""
    dice = draw(st.randoms(use_true_random=False))
    text = list(splice(dice, SPEECHES))
    for _ in range(draw(st.integers(0, 60))):
        text[dice.randrange(len(text))] = text[dice.randrange(len(text))]
    return "".join(text)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join), spliced_speeches()))
@example("")
@example("X" * 500)
@example("一是" * 200)
@example("（一" * 200 + "“" * 200)
@example("到2087年建成")
def test_every_fact_lies_in_its_text_and_names_its_rule(text: str) -> None:
    extraction = extract(Speech("any.txt", text))
    for start, end, rule in rows_of(extraction):
        assert 0 <= start < end <= len(text), rule
        assert rule in RULE_NAMES, rule
    for item in extraction.items:
        assert text[item.start :].startswith(item.marker)
        assert item.start < item.end <= len(text)
        assert item.parent is None or item.parent < item.start
    claims = [c.start for c in extraction.claims]
    assert claims == sorted(set(claims))
    hidden = {r.start for r in extraction.redactions if r.slot == "quantity"}
    assert all(c.start in hidden for c in extraction.claims if c.redacted and text[c.start : c.end] in ("X", "XX"))
