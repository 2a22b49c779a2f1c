"""Redactions: which slot a run hides, by what stands around it and by the document's habit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.layout import read_layout
from extractor.fields.noise import find_noise
from extractor.fields.placeholders import find_placeholders
from extractor.fields.redactions import find_redactions
from extractor.lexicon import load_lexicon
from extractor.records import Redaction, Speech
from extractor.text import fold

# Each sentence shows its slots: ⟦run:slot⟧, the slot by its first letters.
SENTENCES = [
    # quantity
    "完成⟦X:quantity⟧户改造，投资⟦XX:quantity⟧亿元，增长⟦X.X:quantity⟧%、⟦X:quantity⟧%。",
    "分别增长⟦X:quantity⟧和⟦X:quantity⟧个百分点，占比达到⟦X:quantity⟧。",
    "培育⟦X:quantity⟧至⟦X:quantity⟧个品种，惠及⟦X:quantity⟧万余人。",
    "连续⟦X:quantity⟧年先进，入党⟦XX:quantity⟧年了，有⟦X:quantity⟧多年历史。",
    "三次产业结构由⟦X:quantity⟧∶⟦X:quantity⟧∶⟦X:quantity⟧起步。",
    "查出隐患1⟦X:quantity⟧3条，占4⟦X:quantity⟧%。",
    "城区面积由⟦XX:quantity⟧扩大到⟦XX:quantity⟧平方公里，⟦X:quantity⟧死⟦X:quantity⟧伤，夺得⟦X:quantity⟧金⟦X:quantity⟧银。",
    "全县辖⟦X:quantity⟧镇⟦X:quantity⟧乡，⟦XX:place⟧镇最大。",
    # ordinal
    "市委第⟦X:ordinal⟧巡回指导组到会，区政协⟦X:ordinal⟧届⟦X:ordinal⟧次会议召开，增速居全省⟦X:ordinal⟧位。",
    "学习党的⟦XX:ordinal⟧大精神，党的⟦X:ordinal⟧大提出了目标，⟦X:place⟧镇党委书记⟦XXX:person⟧2018年9月17日。",
    "死亡率为⟦×:quantity⟧，低于全省⟦×:quantity⟧、全国⟦×:quantity⟧的平均水平，综合得分为⟦XX:quantity⟧，排位倒⟦X:ordinal⟧。",
    "那年19岁的⟦**:person⟧入了党，开展⟦XX:title⟧等专项行动。",
    "民调从⟦XX:ordinal⟧名提升到第⟦X:ordinal⟧名，投资增速确保全市前⟦X:ordinal⟧，力争第⟦X:ordinal⟧，评出⟦X:quantity⟧名标兵。",
    "在市⟦X:ordinal⟧届人大⟦X:ordinal⟧次会议上，⟦X:ordinal⟧号窑点火，⟦X:ordinal⟧年级家长到会。",
    "⟦X:place⟧路⟦X:ordinal⟧号的超市，⟦X:ordinal⟧号楼⟦X:ordinal⟧单元，高一（⟦X:ordinal⟧）班，⟦X:ordinal⟧（⟦X:ordinal⟧）班，⟦X:ordinal⟧标段，记⟦X:ordinal⟧等功。",
    # date
    "⟦X:date⟧时⟦X:date⟧分散会，⟦X:quantity⟧年前这里还是荒滩。",
    "⟦*:date⟧月⟦*:date⟧—⟦**:date⟧日办节，⟦X:date⟧—⟦X:date⟧月完成，前⟦X:quantity⟧年的经验。",
    "20⟦XX:date⟧年⟦X:date⟧月⟦X:date⟧日上午⟦X:date⟧:⟦X:date⟧开会，“⟦XX:date⟧五”开局良好，⟦X:date⟧季度收官。",
    # place
    "全⟦X:place⟧上下、我⟦X:place⟧干部赴⟦X:place⟧学习，⟦X:place⟧委、⟦X:place⟧党委、⟦X:place⟧政府都很重视。",
    "改造⟦X:place⟧路、⟦X:place⟧路，治理岱⟦X:place⟧湖和⟦X:place⟧河，⟦XX:place⟧县⟦XX:place⟧镇⟦XX:place⟧村。",
    "只有⟦××:place⟧、⟦××:place⟧2个社区达标，建成⟦××:place⟧客运枢纽站，改造国道⟦××:place⟧段。",
    "⟦XX:place⟧、⟦XX:place⟧等西部县市偏旱，弘扬⟦XX:place⟧精神，为⟦XX:place⟧高质量发展出力。",
    "省、市驻⟦XX:place⟧单位和来⟦XX:place⟧人员，⟦X:place⟧家坳失火。",
    "⟦X:place⟧多地降雨，外出返⟦XX:place⟧人员要登记，感谢对⟦XX:place⟧工作的关心。",
    "同志们：\n会议开得很好，我先后在\n⟦**:place⟧\n、\n⟦**:place⟧\n两地任职。",
    # person
    "⟦X:person⟧书记、⟦XX:person⟧副市长到会，校长⟦××:person⟧主持，⟦XX:person⟧和⟦XX:person⟧两位同志发言。",
    "刚才，⟦X:person⟧宣读了决定；请⟦XX:person⟧传达文件；向⟦X:person⟧等先进典型学习。",
    "汲取⟦X:person⟧案、⟦X:person⟧案教训，局长李⟦某:person⟧受审。",
    "成员⟦××:person⟧、⟦××:person⟧、⟦××:person⟧等⟦×:quantity⟧人参加。",
    "张⟦XX:person⟧家庭农场，⟦×××:person⟧、李⟦×:person⟧两位同学，⟦XXX:person⟧等3名教师。",
    "⟦×××:person⟧副县长⟦×:date⟧月批示，人大代表⟦X:person⟧提出建议，种粮大户⟦xxx:person⟧流转土地。",
    "到老党员⟦XXX:person⟧家里看望，生产副总⟦**:person⟧牵头。",
    "受县长⟦×××:person⟧委托，住户⟦○○○:person⟧反映漏水，时任局长的⟦XXX:person⟧说明情况，王⟦某:person⟧套取补贴。",
    # organisation
    "⟦XX:organisation⟧公司、⟦XX:organisation⟧大学、市⟦XX:organisation⟧局和⟦XX:organisation⟧勤务大队，支持⟦XX:organisation⟧职业学院。",
    "与⟦XXXX:organisation⟧合作的⟦XX:organisation⟧签约项目被⟦XXX:organisation⟧报道。",
    "引进⟦XX:organisation⟧、⟦XX:organisation⟧等一批龙头企业。",
    # slogan, topic, title
    "实施“⟦XX:slogan⟧工程”。",
    "开展“⟦X:slogan⟧访⟦X:slogan⟧谈”活动，用好“⟦X:slogan⟧项机制”，推广“⟦XX:slogan⟧模式”。",
    "形成⟦X:slogan⟧来⟦X:slogan⟧往的好势头。",
    "受⟦**:topic⟧等因素影响，以⟦XX:topic⟧为导向，抓实⟦XX:topic⟧监督，“党旗在⟦XX:topic⟧一线飘扬”。",
    "观看了警示教育片《⟦X:title⟧》，做好⟦X:title⟧集中签约的保障。",
    "《⟦XX:place⟧市条例》施行，印发《⟦XX:organisation⟧一中防控清单》。",
]
MARK = re.compile(r"⟦([^:⟧]+):(\w+)⟧")


def redact(text: str) -> tuple[Redaction, ...]:
    lexicon, speech = load_lexicon(), Speech("a.txt", text)
    layout = read_layout(speech, find_noise(speech, lexicon), lexicon)
    return find_redactions(speech, layout, find_placeholders(speech, layout, lexicon), (), lexicon)


def slots(text: str) -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.slot) for r in redact(text)]


@pytest.mark.parametrize("marked", SENTENCES)
def test_slots(marked: str) -> None:
    expected = [(m[1], m[2]) for m in MARK.finditer(marked)]
    assert slots(MARK.sub(r"\1", marked)) == expected


@pytest.mark.parametrize("style", ["X", "x", "XX", "××", "*", "**", "某", "某某", "○○", "__", "▲▲", "N"])
def test_every_alphabet_is_read_alike(style: str) -> None:
    text = f"{style}县完成投资{style}亿元，{style}书记到{style}镇调研{style}次，{style}公司、{style}局参加。"
    assert [slot for _, slot in slots(text)] == [
        "place", "quantity", "person", "place", "quantity", "organisation", "organisation",
    ]  # fmt: skip


def test_a_bare_run_is_what_the_document_makes_of_it() -> None:
    place = "全XX上下努力。XX县发展好。眼下，XX迎来机遇期。"
    trade = "抓实XX监督。做好XX工作。XX机关要带头。今年的XX成效明显。"
    assert slots(place)[-1] == ("XX", "place")
    assert slots(trade)[-1] == ("XX", "topic")


def test_a_run_on_a_line_of_its_own_joins_on() -> None:
    assert [slot for _, slot in slots("会议从\nx\n月\nx\n日开始，为期\nx\n个月。")] == ["date", "date", "quantity"]


@given(st.text(alphabet="Xx×*某○N_.、，。年月日市个人第全我届次案等局长书记万%：:“”《》〔〕 \n12", max_size=80))
def test_every_run_has_a_slot_whatever_the_text(text: str) -> None:
    assert all(fold(text)[r.start : r.end].strip() for r in redact(text))
