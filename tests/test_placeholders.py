"""Placeholders: the alphabets, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.layout import read_layout
from extractor.fields.noise import find_noise
from extractor.fields.placeholders import find_placeholders
from extractor.lexicon import load_lexicon
from extractor.records import Noise, Speech

HIDING = [
    (
        "同志们：\n散会前，由支部书记\n***\n同志表态。",
        ("***",),
        "VARIANTS.md: a line by itself because the source was split into runs",
    ),
    # sentence, the runs in it, where it comes from
    (
        "X县X镇完成投资X.X亿元，增长x.xx%。",
        ("X", "X", "X.X", "x.xx"),
        "capital and small crosses, a decimal is one run",
    ),
    ("××市×××同志", ("××", "×××"), "multiplication signs"),
    ("ＸＸ县完成＊＊亿元，＊月＊日前", ("ＸＸ", "＊＊", "＊", "＊"), "full-width forms"),
    ("某县某某局局长李某", ("某", "某某", "某"), "某, also after a surname"),
    ("**书记到*县调研，投资**.*亿元", ("**", "*", "**.*"), "stars, a decimal is one run"),
    ("○○镇有滑坡点○处", ("○○", "○"), "circles, single where the document uses them"),
    ("▲▲公司和△△公司", ("▲▲", "△△"), "shapes"),
    ("__年在____镇投入_万元", ("__", "____", "_"), "blanks"),
    ("建成园区N个，带动N.N万户", ("N", "N.N"), "N where it is used more than once"),
    ("20XX年，201x年，1X亿元，1*0名学生和1X3条", ("XX", "x", "X", "*", "X"), "half hidden"),
    ("岱X周边湿地", ("X",), "half-hidden name"),
    ("任务是1×0名，×县×户", ("×", "×", "×"), "a cross between digits that hides one"),
    ("GDPXX亿元，一家XS店", ("XX", "X"), "after an abbreviation; half-hidden 4S店"),
    ("○○一中20○○年招生1.○万人", ("○○", "○○", "○"), "circles after digits, where the document hides by them"),
    ("欠款_._万元，_户达到1._%", ("_._", "_", "_"), "single blanks in a decimal and before a measure"),
    ("设床N张，新建1N家，缩短0.N天", ("N", "N", "N"), "N after digits, where it is used alone too"),
    ("**铁路专用线、**变电站开工", ("**", "**"), "stars in a list are no emphasis"),
    ("人均**,***元，共*.*万元", ("**,***", "*.*"), "thousands are one run"),
    ("A村、B村和C镇", ("A", "B", "C"), "villages told apart by letters"),
    ("流转土地某亩，某个工程投工三百人", ("某", "某"), "某个 where the document counts by 某"),
]
PLAIN = [
    ("实行“6+X”和“1+N”模式，发展5G、APP和PPP。", "further ones, codes"),
    ("做X光检查，X射线和x86芯片，戴N95口罩。", "words with a letter"),
    ("某些同志在某种程度上有畏难情绪，某个环节松了。", "ordinary words"),
    ("2×66万千瓦机组，7×24小时值守，房间长3×5米", "multiplication"),
    ("# 讲话\n**一、认识到位**\n抓好**三件事**。\n* 第一件\n* 第二件", "Markdown"),
    ("一九八○年，二○○八年，二〇二一年", "circles that are zeros"),
    ("○五年和2○○6年，1○○年", "circles that are zeros, after a digit too"),
    ("讲N种可能", "a lone N"),
    ("★ 重点任务\n◆ 保障措施", "bullets"),
    ("在大会上的讲话\n同志们：\n***\n开会。", "a ruled line"),
    ("在大会上的讲话\n同志们：\n种子备好了。\n***\n渠也修好了。", "a ruled line between sentences"),
    ("Excel表格、Max值和xlsx文件", "Latin words"),
]


def found(sentence: str) -> tuple[str, ...]:
    lexicon, speech = load_lexicon(), Speech("a.txt", sentence)
    layout = read_layout(speech, find_noise(speech, lexicon), lexicon)
    runs = find_placeholders(speech, layout, lexicon)
    return tuple(sentence[run.start : run.end] for run in runs)


@pytest.mark.parametrize(("sentence", "runs", "why"), HIDING, ids=[why for *_, why in HIDING])
def test_runs_that_hide_something(sentence: str, runs: tuple[str, ...], why: str) -> None:
    assert found(sentence) == runs, why


@pytest.mark.parametrize(("sentence", "why"), PLAIN, ids=[why for _, why in PLAIN])
def test_runs_that_hide_nothing(sentence: str, why: str) -> None:
    assert found(sentence) == (), why


def test_noise_holds_no_placeholder() -> None:
    lexicon, speech = load_lexicon(), Speech("a.txt", "X镇要抓好落实。\n来源：XX文秘网\nX村要跟上。")
    noise = (Noise(9, 17, "source", "noise.source"),)
    runs = find_placeholders(speech, read_layout(speech, noise, lexicon), lexicon)
    assert [run.start for run in runs] == [0, 18]


@given(st.text(alphabet="Xx×*某○N_▲.+、，。年月日市个人 \n12县同志“”《》", max_size=80))
def test_runs_are_ordered_disjoint_and_inside(text: str) -> None:
    lexicon, speech = load_lexicon(), Speech("a.txt", text)
    runs = find_placeholders(speech, read_layout(speech, (), lexicon), lexicon)
    edges = [edge for run in runs for edge in (run.start, run.end)]
    assert edges == sorted(edges)
    assert all(0 <= run.start < run.end <= len(text) for run in runs)
