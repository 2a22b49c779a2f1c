"""The year: sentences, what each must give, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extract import all_rules, extract
from extractor.fields.year.clue import Clue, month_of, window
from extractor.fields.year.plans import plan_years
from extractor.fields.year.weighing import weigh
from extractor.fields.year.wraps import join_lines
from extractor.lexicon import load_lexicon
from extractor.records import Dating, Speech

HORIZON = month_of(2026, 12)
NAMES = {rule.name for rule in all_rules()}


def dating_of(text: str) -> Dating:
    return extract(Speech("example.txt", text)).dating


# text, year, interval, basis; the source is ANNOTATION.md §1 unless a comment names another
DATED = [
    ("在全县工作会议上的讲话\n（2018年5月2日）\n同志们：\n开会。", 2018, (2018, 2018), "stated"),
    ("在全县工作会议上的讲话\n（二○○三年七月九日）\n同志们：\n开会。", 2003, (2003, 2003), "stated"),
    ("政府工作报告\n——2012年2月XX日在XX区人民代表大会上\n各位代表：\n请审议。", 2012, (2012, 2012), "stated"),
    ("在全市安全生产会议上的讲话\n同志们：\n今年是2020年，任务很重。", 2020, (2020, 2020), "stated"),
    (
        "在护林指挥部2019年度第一次全体会议上的讲话\n同志们：\n2016年起火3起。进入2017年，火情减少。",
        2019,
        (2019, 2019),
        "stated",
    ),
    # the reviewed year is not the year of delivery
    ("各位代表：\n一、2011年工作回顾\n2011年是“十二五”开局之年。", 2012, (2011, 2012), "derived"),
    ("各位代表：\n一、过去一年工作回顾\n2015年，全区经济稳中有进。\n二、2016年工作安排", 2016, (2015, 2016), "derived"),
    ("同志们：\n预计2019年生产总值增长X%。在新的一年各项工作开局起步之际，中央召开“不忘初心、牢记使命”"
     "主题教育总结大会。", 2020, (2020, 2020), "derived"),
    # plan years
    ("同志们：\n今年是“十三五”规划收官之年。", 2020, (2020, 2020), "derived"),
    ("同志们：\n明年是“十四五”开局之年，要提前谋划。", 2020, (2020, 2020), "derived"),
    ("同志们：\n去年是“十二五”开局之年。", 2012, (2011, 2012), "derived"),
    # campaigns by their batches
    ("同志们：\n我村第二批党的群众路线教育实践活动扎实推进，今年以来成效明显。", 2014, (2014, 2014), "derived"),
    ("同志们：\n今年6月以来，作为第一批开展主题教育的单位，我们落实“守初心、担使命，找差距、抓落实”总要求。",
     2019, (2019, 2019), "derived"),
    ("同志们：\n今天召开全县党史学习教育动员大会。", 2021, (2021, 2022), "derived"),
    # what is to come bounds from above
    ("同志们：\n今年党的十八大就要召开，稳定压倒一切。", 2012, (2012, 2012), "derived"),
    # anniversaries
    ("同志们：\n今年是中国共产党成立95周年。", 2016, (2016, 2016), "derived"),
    ("老师们：\n今天庆祝第三十个教师节。", 2014, (2014, 2014), "derived"),
    ("朋友们：\n1996年8月，国务院批准设立本区。在建区二十周年前夕，欢迎各位。", 2016, (2015, 2016), "derived"),
    ("同志们：\n再过三天就是戊戌狗年了，给大家拜年！", 2018, (2018, 2018), "derived"),
    ("在2022级新生开学典礼上的讲话\n亲爱的同学们：\n欢迎你们！", 2022, (2022, 2022), "derived"),
    # a term of five years, a plan whose aims are reached: Law on local congresses, article 12
    ("政府工作报告\n——202x年x月在某镇第九届人民代表大会第一次会议上\n各位代表：\n“十三五”规划主要目标任务顺利完成，为“十四五”打下基础。",
     2021, (2021, 2022), "derived"),
    ("各位代表：\n五年来，区八届人大一次会议确定的任务全面完成，“十一五”规划目标提前实现，“十二五”规划开局良好。",
     2011, (2010, 2012), "derived"),
    # the terms of a school year
    ("2009—2010学年度第一学期休业式讲话\n同学们：\n大家好。", 2010, (2010, 2010), "derived"),
    ("2015-2016学年下学期开学典礼讲话\n同学们：\n大家好。", 2016, (2016, 2016), "derived"),
    # plenums in a list, two-year averages, a disaster of this year, what is expected by the end of a month
    ("各位代表：\n落实党的十六大和十六届四、五中全会精神。", 2006, (2005, 2007), "derived"),
    ("同志们：\n一季度增长15%，比2019年同期增长19%，两年平均增长9%。", 2021, (2021, 2022), "derived"),
    ("同志们：\n今年大事多、难事也多。开春冰雪刚过，又是汶川大地震。", 2008, (2008, 2008), "derived"),
    ("某镇2009年工作总结\n1—11月份收入190万元，预计到12月底收入200万元。", 2009, (2009, 2010), "derived"),
    # 2024's No. 1 document; a term that expires; a site's date under the title bounds from above only
    ("同志们：\n今年以来，全镇聚焦“两确保、三提升、两强化”，补短板、强弱项。", 2024, (2023, 2025), "derived"),
    ("同志们：\n我村第五届村委会将于2015年上半年任期届满，要依法换届。", 2015, (2014, 2015), "derived"),
    ("在全镇植树会上的讲话\n范文之家\n2022-03-14 10:20:00\n同志们：\n今年是建党91周年，我们植树造林。",
     2012, (2012, 2012), "derived"),
    ("同学们：\n今天是第32个世界艾滋病日，大家要懂得防护。", 2019, (2019, 2019), "derived"),
    ("姐妹们：\n今天我们庆祝“三八”国际妇女节110周年。", 2020, (2019, 2020), "derived"),
    ("同志们：\n站在“十四五”开局的起点，又适逢党的百年华诞，我们深感光荣。", 2021, (2021, 2021), "derived"),
    ("同志们：\n今年是脱贫攻坚收官之年，任务很重。", 2020, (2020, 2020), "derived"),
    ("同志们：\n今年是5年过渡期的“收官之年”，要守住底线。", 2025, (2025, 2025), "derived"),
    # counted days; a quoted date that is a day's name, not an earthquake
    ("同志们：\n在第127个“五一”国际劳动节到来之际，向大家致敬。", 2016, (2016, 2016), "derived"),
    ("护士姐妹们：\n今天是第110个“5.12”国际护士节，祝大家节日快乐。", 2021, (2021, 2021), "derived"),
    ("同志们：\n今年是决胜全面建成小康社会之年，防汛责任重大。", 2020, (2020, 2020), "derived"),
    # congresses of youth league, unions and women are not the party's; a year that a site put into an emptied date
    ("在全州青年工作会上的讲话\n州委常委 某某（2023年月日）\n同志们：\n深入学习贯彻党的十八届三中全会、团十七大精神。",
     2014, (2013, 2015), "derived"),
    ("青年朋友们：\n刚刚闭幕的团十八大提出了新任务。", 2018, (2018, 2018), "derived"),
    # a site's date with its name behind it
    ("在团区委全会上的讲话\n2024-10-28 07:28:41 某某素材网\n青年朋友们：\n今年是“十四五”开局之年。",
     2021, (2021, 2021), "derived"),
    # a conference of the year, not a review; a plan that is begun well
    ("在2025年度全县教育系统安全工作会议上的讲话\n同志们：\n开会。", 2025, (2025, 2025), "stated"),
    ("同志们：\n今年以来，全区上下为“十一五”规划开好局、起好步而努力。", 2006, (2005, 2006), "derived"),
    # years gone by since a printed one; a term of five years; one year told, the next promised
    ("老师们：\n自2004年我区启动校本教研以来，已经历三年时间。", 2007, (2007, 2007), "derived"),
    ("各位代表：\n1998年县第十四届人民代表大会第一次会议以来，全县上下奋力拼搏。过去的五年，是难忘的五年。",
     2003, (2003, 2003), "derived"),
    ("各位同仁：\n2014年是丰收的一年。2015年，我院将乘势而上，祝大家新年好。", 2015, (2015, 2015), "derived"),
    # last year's accounts beside this year's budget: Budget Law, article 43
    ("代表们：\n会议审议了《2020年决算和2021年预算的报告》。", 2021, (2020, 2021), "derived"),
    # a plan by its full name, its outline before the congress
    ("各位代表：\n本市《第十四个五年规划纲要（草案）》已提交大会审查。", 2021, (2020, 2021), "derived"),
    # a law is news as it is issued; 施行 after a comma is another's
    ("同志们：\n今年，监察法颁布施行，监察体制改革全面推开。", 2018, (2018, 2018), "derived"),
    # a title that the content contradicts (VARIANTS.md, Wording)
    ("2021年全市政法工作会议讲话\n同志们：\n今年是中国共产党成立95周年，也是“十三五”规划的第一年，"
     "“两学一做”学习教育全面铺开。", 2016, (2016, 2016), "derived"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year", "interval", "basis"), DATED)
def test_the_year_of_delivery(text: str, year: int, interval: tuple[int, int], basis: str) -> None:
    dating = dating_of(text)
    assert dating.year == year
    assert dating.year_min is not None
    assert dating.year_max is not None
    assert interval[0] <= dating.year_min <= year <= dating.year_max <= interval[1]
    assert dating.year_basis == basis


@pytest.mark.parametrize(
    "text",
    [
        "同志们：\n20XX年，我们完成了任务。",
        "同志们：\n十五个单位作了发言，讲得很好。",
        "同志们：\n要认真贯彻习近平总书记重要讲话精神。",
        "同志们：\n全村2023个村民小组，总户数42023户。",
        "",
    ],
)
def test_no_year_is_guessed(text: str) -> None:
    assert dating_of(text).year is None


def test_the_date_is_printed_as_far_as_it_is_known() -> None:
    assert dating_of("讲话\n（2021年×月10日）\n同志们：\n开会。").date == "2021"
    assert dating_of("讲话\n（2021年3月×日）\n同志们：\n开会。").date == "2021-03"
    assert dating_of("讲话\n（2021年3月10日）\n同志们：\n开会。").date == "2021-03-10"
    assert dating_of("同志们：\n今年是“十三五”规划收官之年。").date is None


def test_losing_clues_are_told_and_weigh_less() -> None:
    dating = dating_of("2023年全市工作会议讲话\n同志们：\n今年是建党90周年，也是“十二五”规划的第一年。")
    assert dating.year == 2011
    lost = [e for e in dating.evidence if e.rule == "year.title"]
    assert [e.value for e in lost] == ["2023"]
    assert max(e.weight for e in dating.evidence if "2011" in e.value) > lost[0].weight


def test_the_plans_follow_each_other_every_five_years() -> None:
    assert [plan_years(n) for n in (9, 10, 14)] == [(1996, 2000), (2001, 2005), (2021, 2025)]


def test_a_hard_wrapped_text_is_read_across_its_lines() -> None:
    lines = ["我们要把各项工作抓得紧而又紧、实而又实，今年是脱贫攻坚", "收官之年，各级各部门务必一鼓作气、乘势而上，不获全胜决",
             *["不收兵，把各项任务落到实处，把各项责任扛在肩上，坚决完"] * 6, "成任务。"]  # fmt: skip
    dating = dating_of("同志们：\n" + "\n".join(lines))
    assert (dating.year, dating.year_basis) == (2020, "derived")
    row = next(e for e in dating.evidence if e.rule == "year.period-this-year")
    assert ("同志们：\n" + "\n".join(lines))[row.start : row.end] == "脱贫攻坚\n收官之年"


def test_lines_that_end_where_sentences_end_are_no_wraps() -> None:
    text = "同志们：\n" + "各单位要抓好落实。\n" * 30
    assert join_lines(text).text == text


@given(st.lists(st.sampled_from(["抓好各项重点工作的落实并且做到按月调度按季通报", "\n", "  ", "开会。"]), max_size=60))
def test_joined_lines_know_where_they_stood(parts: list[str]) -> None:
    text = "".join(parts)
    joined = join_lines(text)
    assert all(text[joined.at(n)] == char for n, char in enumerate(joined.text))
    assert all(joined.into(joined.at(n)) == n for n in range(len(joined.text)))


def test_a_narrow_window_beats_a_wide_one() -> None:
    narrow = Clue(window((2016, 1), (2016, 12)), 0, 1, "year.a", 0.8)
    wide = Clue(window((2010, 1), (2015, 12)), 0, 1, "year.b", 0.8)
    weighed = weigh([narrow, wide], HORIZON)
    assert weighed is not None
    assert weighed.year == 2016


def test_every_entry_of_the_calendar_is_whole() -> None:
    calendar = load_lexicon()["calendar"]
    names = [row["name"] for row in calendar["events"]]
    assert sorted(names) == sorted(set(names))
    for row in calendar["events"]:
        assert row["aliases"], row
        assert row["source"], row
        assert row["kind"] in calendar["kinds"], row
        assert "since" in row or "until" in row, row
        assert "until" not in row or "since" not in row or row["since"] < row["until"], row
    days = list(calendar["plenums"].values())
    assert days == sorted(days)


def test_a_lexicon_may_add_a_rule(tmp_path: Path) -> None:
    (tmp_path / "calendar.toml").write_text(
        """
[[rules]]
name = "year.vintage"
pattern = '届次(?P<year>20[0-9]{2})'
finds = { "届次2014" = ["届次2014"] }
ignores = ["届次"]
source = "a user's own archive"
""",
        encoding="utf-8",
    )
    speech = Speech("example.txt", "同志们：\n届次2014，现在开会。")
    assert extract(speech, load_lexicon(tmp_path)).dating.year == 2014


_WORDS = ["2019年", "今年", "去年", "“十三五”", "收官之年", "建党", "百年", "90周年", "迎接", "党的十九大", "精神",
          "十九届四中全会", "第三十个", "教师节", "截至", "10月底", "前", "，", "。", "\n", "到", "201X年", "〔2017〕",
          "第3期", "同志们：", "戊戌狗年", "届", "月", "五”", "（", "）", "《", "》"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=4)), max_size=40).map("".join))
def test_any_text_has_a_sound_dating(text: str) -> None:
    dating = dating_of(text)
    if dating.year is not None:
        assert dating.year_min is not None
        assert dating.year_max is not None
        assert dating.year_min <= dating.year <= dating.year_max < dating.year_min + 3
    for row in dating.evidence:
        assert row.rule in NAMES
        assert 0 <= row.start < row.end <= len(text)
        assert 0 <= row.weight <= 1
