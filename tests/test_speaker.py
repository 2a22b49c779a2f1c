"""The speaker: level and body by weighed clues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.layout import read_layout
from extractor.fields.noise import find_noise
from extractor.fields.speaker import find_speaker
from extractor.fields.speaker.bodies import bodies, read_body, read_level, read_place
from extractor.lexicon import load_lexicon
from extractor.records import Speaker, Speech
from tests.occasions import OCCASIONS


def speaker_of(text: str) -> Speaker:
    lexicon, speech = load_lexicon(), Speech("a.txt", text)
    return find_speaker(speech, read_layout(speech, find_noise(speech, lexicon), lexicon), lexicon)


@pytest.mark.parametrize(("text", "expected"), [(text, level) for text, _, level, _ in OCCASIONS if level])
def test_level(text: str, expected: str) -> None:
    assert speaker_of(text).level == expected


@pytest.mark.parametrize(("text", "expected"), [(text, body) for text, _, _, body in OCCASIONS if body])
def test_body(text: str, expected: str) -> None:
    assert speaker_of(text).body == expected


# What a phrase names: the more telling body, the lowest area.
PHRASES: list[tuple[str, str | None, str | None]] = [
    ("县纪委监委", "discipline", "county"),
    ("市委组织部", "department", "prefectural"),
    ("镇党委", "party_committee", "township"),
    ("省人民政府", "government", "provincial"),
    ("某某县人民医院", "hospital", "county"),
    ("高新区管委会", "department", "county"),
    ("集团公司工会", "mass_organisation", None),
    ("市中级人民法院", "judiciary", "prefectural"),
    ("村党支部", "grassroots", "village"),
    ("消防救援支队党委", "military", "prefectural"),
    ("某某监狱党委", "department", None),
    # a body's name that only seems to stand: 干部|队伍, 大|学习, 教|学会
    ("全县干部队伍建设推进会", None, "county"),
    ("全市解放思想大学习大讨论", None, "prefectural"),
    ("全县教学会议", None, "county"),
    ("优化产业布局推进会", None, None),
    ("军分区政治部", "military", "prefectural"),
]


@pytest.mark.parametrize(("phrase", "kind", "level"), PHRASES)
def test_phrase(phrase: str, kind: str | None, level: str | None) -> None:
    found = read_body(phrase, bodies(load_lexicon()))
    assert (found.kind, found.level) == (kind, level)


@pytest.mark.parametrize("phrase", ["农村", "灾区", "小区", "超市", "乡村振兴", "全市场", "校区"])
def test_areas_that_are_none(phrase: str) -> None:
    assert read_level(phrase, bodies(load_lexicon())) is None


def test_a_known_city_at_county_level() -> None:
    assert read_place("昆山市委", bodies(load_lexicon())) == ("昆山市", "county")
    assert speaker_of("在昆山市工作会议上的讲话\n同志们：\n我市发展很快，全市上下一心。").level == "county"
    assert speaker_of("在苏州市工作会议上的讲话\n同志们：\n我市发展很快，全市上下一心。").level == "prefectural"


def test_office_and_name() -> None:
    found = speaker_of("在全县教育工作会议上的讲话\n县委副书记、县长  张三丰\n同志们：\n今天开会。")
    assert (found.title, found.name) == ("县长", "张三丰")
    hidden = speaker_of("在全县教育工作会议上的讲话\n县长 XXX\n同志们：\n今天开会。")
    assert (hidden.title, hidden.name) == ("县长", None)


@pytest.mark.parametrize("text", [text for text, _, _, _ in OCCASIONS])
def test_the_winner_has_the_largest_weight(text: str) -> None:
    found = speaker_of(text)
    for field, value in (("speaker_level", found.level), ("speaker_body", found.body)):
        mine = [e for e in found.evidence if e.field == field]
        if any(e.value == value for e in mine):
            assert max(mine, key=lambda e: e.weight).value == value


@given(st.text(alphabet="我代表县委市政府全区镇村局长在的会上讲话：，。\n 同志们X各乡", max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= e.start <= e.end <= len(text) for e in speaker_of(text).evidence)
