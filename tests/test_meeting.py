"""The occasion: tables of heads and openings, and what a compound names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.layout import read_layout
from extractor.fields.meeting import find_meeting
from extractor.fields.noise import find_noise
from extractor.lexicon import load_lexicon
from extractor.records import Meeting, Speech
from tests.occasions import OCCASIONS


def meeting_of(text: str) -> Meeting:
    lexicon, speech = load_lexicon(), Speech("a.txt", text)
    return find_meeting(speech, read_layout(speech, find_noise(speech, lexicon), lexicon), lexicon)


@pytest.mark.parametrize(("text", "expected"), [(text, kind) for text, kind, _, _ in OCCASIONS if kind])
def test_first_named_kind_is_the_meeting_type(text: str, expected: str) -> None:
    assert meeting_of(text).meeting_type == expected


# Title and opening, all the kinds they name; ANNOTATION.md §1.
COMPOUNDS = [
    ("在全县总结表彰暨动员大会上的讲话\n同志们：", ("summary", "commendation", "mobilisation")),
    ("在全市总结暨组织工作会议上的讲话\n同志们：", ("summary", "work_conference")),
    ("在全镇总结会上的讲话\n同志们：\n今天的会议，既是总结会，也是部署会。", ("summary", "mobilisation")),
    ("在全县征求民主生活会意见座谈会上的讲话\n同志们：", ("symposium",)),
    ("在全市防汛工作动员部署视频会议上的讲话\n同志们：", ("mobilisation",)),
    ("在贯彻落实县委决策部署推进会上的讲话\n同志们：", ("progress",)),
    ("在学习贯彻全会精神宣讲会上的讲话\n同志们：", ("study",)),
    ("县十六届人大五次会议表态发言\n各位代表：", ("appointment", "congress")),
]


@pytest.mark.parametrize(("text", "expected"), COMPOUNDS)
def test_compounds_in_the_order_of_naming(text: str, expected: tuple[str, ...]) -> None:
    assert meeting_of(text).meeting_types == expected


def test_name_genre_and_campaign() -> None:
    found = meeting_of("在全县党史学习教育总结会议上的讲话提纲\n同志们：\n今天开会。")
    assert (found.meeting_name, found.genre, found.campaign) == ("全县党史学习教育总结会议", "提纲", "党史学习教育")
    assert meeting_of("守住底线\n同志们：\n今天由我讲党课，这次党课谈三点。").meeting_name is None


def test_a_campaign_whose_name_became_a_word_is_named_by_titles_alone() -> None:
    text = "在{}会议上的讲话\n同志们：\n今天开会，为全年创先争优打好基础。\n"
    opened, titled = (meeting_of(text.format(t)).campaign for t in ("全镇生产", "创先争优动员"))
    assert opened is None
    assert titled == "在党的基层组织和党员中深入开展创先争优活动"


def test_a_text_without_an_occasion_has_none() -> None:
    found = meeting_of("秋天到了，稻子熟了。")
    assert (found.meeting_type, found.meeting_types, found.meeting_name) == (None, (), None)


@pytest.mark.parametrize("text", [text for text, _, _, _ in OCCASIONS])
def test_the_winner_has_the_largest_weight(text: str) -> None:
    found = meeting_of(text)
    weights = {e.value: e.weight for e in reversed(found.evidence) if e.field == "meeting_type"}
    if found.meeting_type:
        best = max(e.weight for e in found.evidence if e.field == "meeting_type")
        assert best == max(
            e.weight for e in found.evidence if e.field == "meeting_type" and e.value == found.meeting_type
        ), weights


@given(st.text(alphabet="在全市县会议总结暨动员上的讲话：，。\n 同志们召开X", max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = meeting_of(text)
    assert all(0 <= e.start < e.end <= len(text) for e in found.evidence)
