"""Items: marks, series, parents, paths, ends; every sentence is ours, its source says what forced it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extract import extract
from extractor.records import Item, Speech

Row = tuple[str, str]


def tree(text: str) -> list[Row]:
    """(marker, path) of every item."""
    return [(item.marker, item.path) for item in items_of(text)]


def items_of(text: str) -> tuple[Item, ...]:
    return extract(Speech("example.txt", text)).items


TREES: list[tuple[str, list[Row], str]] = [
    (
        "一、抓教育\n（一）建学校\n1.选址\n（1）测量\n①打桩\n二、抓卫生",
        [("一、", "1"), ("（一）", "1.1"), ("1.", "1.1.1"), ("（1）", "1.1.1.1"), ("①", "1.1.1.1.1"), ("二、", "2")],
        "GB/T 9704-2012 §7.3.3: five ranks",
    ),
    (
        "一.抓教育\n(一)建学校。\n１．选址。2、打桩。\n二.抓卫生",
        [("一.", "1"), ("(一)", "1.1"), ("１．", "1.1.1"), ("2、", "1.1.2"), ("二.", "2")],
        "VARIANTS.md: half and full width, 六． and 1、",
    ),
    (
        "一、抓教育\n二要管校园。一是装护栏；二是配保安。\n三要管食堂。",
        [("一、", "1"), ("二要", "1.2"), ("一是", "1.2.1"), ("二是", "1.2.2"), ("三要", "1.3")],
        "ANNOTATION.md §2: an inline series under the point that it details",
    ),
    (
        "一、回头看\n不足主要是：一是慢；二是散。下步这样干：一是提速；二是合力。",
        [("一、", "1"), ("一是", "1.1"), ("二是", "1.2"), ("一是", "1.1"), ("二是", "1.2")],
        "VARIANTS.md: numbering that restarts inside the same point",
    ),
    (
        "三是修路。\n四是架桥。\n（四）抓环保\n（五）抓改革",
        [("三是", "3"), ("四是", "4"), ("（四）", "4"), ("（五）", "5")],
        "seen: a text that begins in the middle of a series",
    ),
    (
        "一、去年的账\n——粮食增产。总产12万吨。\n——农民增收。人均9000元。\n二、今年的事",
        [("一、", "1"), ("——", "1.1"), ("——", "1.2"), ("二、", "2")],
        "ANNOTATION.md §2: dashes at the start of a paragraph, path by position",
    ),
    (
        "一、产量\n全年产茶三千担。\n二、销路\n1.线上。开了12家店。\n2.线下。进了3个展会。\n三、品牌\n拿了两块奖牌。\n"
        "当然，茶业还有一些短板：一是茶园老；二是设备旧。\n下一步，我们抓两件事：\n一是换苗；\n二是换机。",
        [
            ("一、", "1"),
            ("二、", "2"),
            ("1.", "2.1"),
            ("2.", "2.2"),
            ("三、", "3"),
            ("一是", "1"),
            ("二是", "2"),
            ("一是", "1"),
            ("二是", "2"),
        ],
        "seen: paragraphs that turn away from all parts after the last of them",
    ),
    (
        "一、成绩\n全年产茶三千担。\n二、问题和下一步打算\n茶园偏老。\n下一步，我们抓两件事：一是换苗；二是换机。",
        [("一、", "1"), ("二、", "2"), ("一是", "2.1"), ("二是", "2.2")],
        "seen: a part whose heading names the turn holds it",
    ),
    (
        "一、水利\n全镇有小（二）型水库3座、小（一）型水库1座。\n（一）除险",
        [("一、", "1"), ("（一）", "1.1")],
        "seen: classes of works are no points",
    ),
    (
        "一、去年工作\n（一）修路。修了30公里。\n（二）种树。种了三千亩。\n"
        "去年，我们不仅办成了这些事，而且干部得到锻炼，群众得到实惠，村里的账目公开到户，矛盾化解在组，邻里和睦了，外出的人也愿意回来了，大家的心气比往年都高。"
        "我们的主要体会是：\n——必须依靠群众。\n——必须公开账目。\n二、今年打算",
        [("一、", "1"), ("（一）", "1.1"), ("（二）", "1.2"), ("——", "1.1"), ("——", "1.2"), ("二、", "2")],
        "seen: a long paragraph whose end says that it sums the part up",
    ),
    (
        "一、茶叶\n重抓两个带：一是以\n1、\n2、5、8村为一带的茶叶；二是9、10、15、\n6、7村为一带的蚕桑。\n二、水利\n落实县委十届\n八、九次全会精神。",
        [("一、", "1"), ("一是", "1.1"), ("二是", "1.2"), ("二、", "2")],
        "seen: lists of numbers broken over lines",
    ),
    (
        "某县人民检察院工作报告\n2022-01-20 10:00  来源：某某网\n——2022年1月8日在某县人民代表大会上\n各位代表：\n一、服务大局\n二、司法为民",
        [("一、", "1"), ("二、", "2")],
        "seen: a dated dash line below a site's line",
    ),
    (
        "我们要一抓源头，二抓过程，三抓出口。",
        [("一抓", "1"), ("二抓", "2"), ("三抓", "3")],
        "ANNOTATION.md §2: parallel series of one verb",
    ),
    (
        "难处有三。首先是缺钱；其次是缺人；最后是缺地。",
        [("首先", "1"), ("其次", "2"), ("最后", "3")],
        "ANNOTATION.md §2: 首先/其次/最后 as a structuring series",
    ),
    (
        "一要学。二要干。第三要管。",
        [("一要", "1"), ("二要", "2"), ("第三", "3")],
        "VARIANTS.md: 一要…二要…第三要…",
    ),
    (
        "在全镇大会上的讲话同志们：讲两点如下：一、认清形势 鼓足干劲（一）成绩不小（二）差距明显二、狠抓落实",
        [("一、", "1"), ("（一）", "1.1"), ("（二）", "1.2"), ("二、", "2")],
        "VARIANTS.md: headings glued to the text of a one-line file",
    ),
    (
        "一、讲学习\n（一）读原著。每人三本。\n（二）谈体会。每月一次。\n活动给我们的启示：一是要真读；二是要常谈。\n二、讲实干",
        [("一、", "1"), ("（一）", "1.1"), ("（二）", "1.2"), ("一是", "1.1"), ("二是", "1.2"), ("二、", "2")],
        "ANNOTATION.md §2: a paragraph that sums a part up belongs to the part",
    ),
    (
        "1、修路。\n2、架桥。\n同志们，干好这些事，一要齐心；二要用力。",
        [("1、", "1"), ("2、", "2"), ("一要", "1"), ("二要", "2")],
        "seen: a closing paragraph ends the last point",
    ),
    ("三、抓产业\n五、抓生态", [("三、", "3"), ("五、", "5")], "VARIANTS.md: numbering that skips"),
    (
        "一、抓早\n二、抓小\n三、一户一策抓到底",
        [("一、", "1"), ("二、", "2"), ("三、", "3")],
        "seen: a heading that begins with a numeral",
    ),
    (
        "在全镇大会上的讲话\n同志们：\n一　先看家底\n1.粮食够吃。\n二　再找短处\n1.缺技术。\n三　后想出路\n1.办夜校。",
        [("一", "1"), ("1.", "1.1"), ("二", "2"), ("1.", "2.1"), ("三", "3"), ("1.", "3.1")],
        "seen: headings of a numeral and a wide blank",
    ),
    (
        "二、对症下药。〔一〕抓学习。每月一次。〔二〕抓查摆。自己先找。",
        [("二、", "2"), ("〔一〕", "2.1"), ("〔二〕", "2.2")],
        "seen: tortoise-shell brackets from a bad conversion",
    ),
    (
        "账目如下.第一,渠道畅通.1.主渠清淤.2.支渠加固.第二,粮款两清.",
        [("第一", "1"), ("1.", "1.1"), ("2.", "1.2"), ("第二", "2")],
        "VARIANTS.md: half-width stops in a one-line file",
    ),
    (
        "难处不少：（1）缺水；（2）缺路。下半年我强调两点。第一，打井。第二，修路。",
        [("（1）", "1"), ("（2）", "2"), ("第一", "1"), ("第二", "2")],
        "seen: a sentence that announces points ends the series before it",
    ),
    (
        "首先，谈印象。\n（一）山绿了。\n（二）水清了。\n其次，谈不足。\n路窄。\n最后，我讲两点希望。\n一，要护林。\n二，要修路。",
        [
            ("首先", "1"),
            ("（一）", "1.1"),
            ("（二）", "1.2"),
            ("其次", "2"),
            ("最后", "3"),
            ("一", "3.1"),
            ("二", "3.2"),
        ],
        "seen: 最后 with points of its own",
    ),
    (
        "二、去年工作\n各位代表，去年收成好。\n（一）粮食增产。\n（二）果品畅销。",
        [("二、", "2"), ("（一）", "2.1"), ("（二）", "2.2")],
        "seen: an address right below a heading closes nothing",
    ),
    (
        "当前有三怕：一怕碰硬，二怕担责，三怕吃苦。",
        [("一怕", "1"), ("二怕", "2"), ("三怕", "3")],
        "ANNOTATION.md §2: one verb",
    ),
    (
        "解决这件事，一是要修渠，一是要打井。",
        [("一是", "1"), ("一是", "1")],
        "seen: two points of one sentence that both go by 一是",
    ),
    (
        "镇里要求各村一要修渠；二要打井。",
        [("一要", "1"), ("二要", "2")],
        "seen: 各部门一要…二要… runs on from its subject without a pause",
    ),
    (
        "成绩有两条：一是办了厂。其中在建的有2家：一是茶厂；二是酒厂。村里添了岗位。二是修了路。",
        [("一是", "1"), ("一是", "1.1"), ("二是", "1.2"), ("二是", "2")],
        "VARIANTS.md: 一是 begins anew inside its point, and the outer series returns",
    ),
    (
        "第一，要抓春耕。水库已经放水，种子已经到村，农机也已经检修完毕。会后，各村要马上动起来，不误农时，不漏一户，"
        "把每块地的事情都安排好，把每个人的担子都压实，把每天的进度都报上来。一要抓整地。二要抓育秧。",
        [("第一", "1"), ("一要", "1.1"), ("二要", "1.2")],
        "seen: a last 第…， whose points stand far behind its heading in one paragraph",
    ),
    ("送大家三句话：第一句，多读书。第二句，多走路。", [("第一句", "1"), ("第二句", "2")], "ANNOTATION.md §2: 第一，"),
]


@pytest.mark.parametrize(("text", "rows", "source"), TREES, ids=[t[2] for t in TREES])
def test_the_tree_of_a_text(text: str, rows: list[Row], source: str) -> None:
    assert tree(text) == rows


NONE = [
    "一方面抓发展，另一方面保稳定。",
    "第一项议程，由副镇长通报情况。",
    "首先，我代表镇党委向大家问好！最后，祝大家新年快乐！",
    "首先我要对刚入学的七年级同学表示热烈的欢迎。其次是对辛苦的老师们说一声谢谢。",
    "1、市委书记在重阳节座谈会上的讲话尊敬的各位老领导：今天，我们欢聚一堂，共度佳节，心里格外高兴。",
    "目录/提纲：……\n一、要认清形势\n二、要突出重点\n三、要抓好落实\n……\n同志们：\n今天开会。",
    "他是安全生产第一责任人，创新是第一动力，第一批已经结束，第一季度开局不错。",
    "投资1.5亿元，软件是2.0版，增长3.8%。",
    "口号是“一要快、二要好、三要省”。",
    "发展二、三产业，抓好三、四季度。",
    "要举一反三，防止一是一、二是二地机械执行。",
    "全村一要一个样，谁也不例外。",
    "统一要求，万一要停电，唯一是安全。",
    "——在全镇总结会上的讲话",
    "据县办〔2019〕14号文件，统一　思想。",
]


@pytest.mark.parametrize("text", NONE)
def test_prose_opens_no_item(text: str) -> None:
    assert tree(text) == []


def test_an_outline_before_the_speech_opens_no_item() -> None:
    headings = "一、认清形势鼓干劲\n二、突出重点抓落实\n三、加强领导保稳定\n"
    text = f"{headings}\n在全镇大会上的讲话\n同志们：\n" + headings.replace("\n", "\n正文在此。\n")
    assert tree(text) == [("一、", "1"), ("二、", "2"), ("三、", "3")]
    assert items_of(text)[0].start > len(headings)


def test_an_item_holds_its_children_and_stops_at_the_closing() -> None:
    text = "一、抓教育\n（一）建学校。今年开工。\n二、抓卫生\n改水改厕。\n同志们，让我们一起干！"
    first, child, second = items_of(text)
    assert text[first.start : first.end].endswith("今年开工。")
    assert child.parent == first.start
    assert child.depth == 1
    assert text[second.start : second.end] == "二、抓卫生\n改水改厕。"
    assert text[second.heading.start : second.heading.end] == "抓卫生"


@settings(max_examples=150, deadline=None)
@given(st.text("一二三四十、是要第（）1２.。；：，\n —-首先其次最后同志们“”X年月前抓不够了", max_size=160))
def test_any_text_gives_a_tree(text: str) -> None:
    found = items_of(text)
    starts = [item.start for item in found]
    assert starts == sorted(set(starts))
    for item in found:
        assert item.start < item.end <= len(text)
        assert item.start <= item.heading.start <= item.heading.end <= len(text)
        assert item.parent is None or item.parent in starts[: starts.index(item.start)]
        assert item.path.count(".") == item.depth


def test_the_last_point_of_a_word_series_ends_with_its_paragraph() -> None:
    text = (
        "主要有三点：\n一是备足了种子。\n二是修好了水渠。\n三是培训了农户。\n还要看到，秋旱没有解除。\n大家要继续抓。"
    )
    items = items_of(text)
    assert [text[i.start : i.end] for i in items] == ["一是备足了种子。", "二是修好了水渠。", "三是培训了农户。"]
