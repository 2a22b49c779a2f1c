"""Numbers: runs that hide a date, an ordinal or a quantity, told by the frame in which they stand."""

from __future__ import annotations

import re

from extractor.fields.redactions.sites import HOME, RUN, Site, word_at_front, words_of
from extractor.lexicon import Lexicon

_X = RUN.replace("_]+", r"_\d.]")
_RANK = r"(?:居|列|排名|排)(?:在|第|到)?(?:全[国省市州县区旗镇乡盟]|同[类行]|百强)*$|全[国省市州县区]前$"
_ORDINAL_BEFORE = re.compile(
    rf"第[十百\d]*$|(?P<session>[届〕]|届(?:人大|政协|[党人职教]代会|[^，。、；届]{{0,6}}(?:委员|常委)会))$|(?P<rank>{_RANK})"
)
_SESSION_AFTER = re.compile(
    r"届(?!毕业|学生)|中全会|大(?=报告|精神|以来|代表|召开|胜利|闭幕|提出|作出)"
    r"|号(?=文件|令|台风|楼|线|院|地块|公告|通知|会议室|厅|馆|提案|议案|窑|炉|高炉|锅炉|机|井|泵|车间|生产线|厂房|仓|标段|泊位|门|桥|隧道|工作面|坝|船|点|建议)"
    rf"|年级|标段|等[功奖]|（{_X}）班"
    r"|楼(?=会议|大厅|办公)|次(?=党代会|全会|全体|代表大会|人代会|团代会|常委会|党代表)"
)
_PLACED = re.compile(r"(?:排位|位次|名次|排名)(?:为|居|在)?(?:倒数?)?第?$")
_COMPARED = re.compile(rf"(?:[低高优好慢快少多]于|超过)(?:全[国省市县区州]{_X}+%?[、和])*全[国省市县区州]$")
_AVERAGE = re.compile(r"的?平均|[，。；、]")
_CLIMBS = re.compile(r"[位名](?:(?:提|上|跃|前|下|晋)[升进移降滑]|跃居|升|降)(?:到|至|为)?第")
_CONGRESS_AFTER = re.compile(r"大(?![会型局力])")
_FULL_DATE = re.compile(r"(?:19|20)\d\d年")
_RANK_AFTER = re.compile(r"位(?!同志|老|领导|企业|代表|干部|书记|党员)|名(?![学党队工职村人干代同])")
_GROUP_AFTER = re.compile(r"(?:巡回)?(?:督导|督查|巡察|巡视|指导|考核|检查|调研|工作)组(?!组?长)")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19\d?|20\d?|2)$")
_YEAR_AFTER = re.compile(r"[年学春秋—\-~～至）〕/.度]|$|\n")
_YEARS_AFTER = re.compile(
    r"年(?:来|了|多|余|时间|间|内|的(?=努力|时间|奋斗|历史|发展|建设|探索|实践|积累)|无|未|前(?=[，的这我他还就曾])|历史|之久|以上|没有|有期)"
)
_CALENDAR_AFTER = re.compile(rf"年(?:{_X}+月|度|底|末|初|[上下]半年|前三季度|第)")
_DAY_AFTER = re.compile(
    rf"月(?![亮饼嫂台光])|季度|[日号](?:前|起|以前|之前|[上下]午|晚|凌晨|至|到|[，。）；、\n]|开始|$|{_X})"
    r"|日(?![志产均益常后渐子照趋供处]|报(?!告|送|请))"
)
_DAY_RANGE_AFTER = re.compile(rf"(?:[至到\-~～]|—{{1,2}}){_X}+(?P<kind>[日号月])")
_DAY_BEFORE = re.compile(rf"月(?:{_X}+[日号]?[至到—\-~、和])?$")
_LINE_END = re.compile(r"$|[\n）]")
_CLOCK_BEFORE = re.compile(rf"(?:[上下中]午|早[上晨]?|晚[上间]?|凌晨|今晚|明早|日|号)(?:{_X}+[：点时])?$")
_CLOCK_AFTER = re.compile(r"[：点时分][ ]?(?![意见要求])|[，。）在召\n]|$")
_PLAN_AFTER = re.compile(r"五(?=”|规划|时期|期间|普法|以来|开局|末|收官)")
_EVENT_BEFORE, _EVENT_AFTER = re.compile(rf"{_X}[·.]$"), re.compile(rf"·{_X}")
_RATIO_BEFORE = re.compile(
    rf"[由为到成比达占近约过][于至]?$|{_X}/$|{_X}∶$|{_X}[：∶]{_X}+[：∶]$|(?:比例?|结构|演进|调整|优化)[由为到成]?(?:{_X}+[：∶])*$"
)
_RATIO_AFTER = re.compile(rf"∶|/{_X}|：[ ]*{_X}")
_MAGNITUDE = re.compile(r"(?:[余多来几]?[十百千万亿]+[余多]?|[余多来几])[ ]?")
_NO_MAGNITUDE = re.compile(r"百[货姓强年]|千[山佛]|万[达众]|亿利|多[元种样]|余热|来[自源]")
_NUMBERED_ROAD = re.compile(r"\d*[省国县乡]道")
_HIDDEN_CASES = re.compile(rf"[案死纵室金银]{_X}")
_CASES_BEFORE = re.compile(rf"{_X}(?:死|纵|室|金|银)$")
_ROAD_BEFORE = re.compile(r"[道路河街江速]$")
_UNIT_OF_HOUSE, _STREET_BEFORE = re.compile(r"(?:号楼|[栋幢])$"), re.compile(r"[路街巷道弄]$")
_MINUTE_AFTER, _HOUR_BEFORE = re.compile(rf"时{_X}+分"), re.compile(rf"{_X}时$")
_CHANGES = re.compile(r"(?:扩大|增加|提高|提升|上升|增长|下降|减少|降低|缩短|压缩|[增升降减扩])[到至为]")
_AREA = "(?:镇|乡|街道|办事处|行政村|村|社区)"
_AREAS_BEFORE = re.compile(rf"(?:辖|管辖|设有?)(?:{_X}+{_AREA})*$")
_CLAUSE_AFTER = re.compile(r"[，。；、）\n和以]|左右|$")


def find_date(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a year, month, day or time."""
    before, after = site.before, site.after
    if (m := _YEAR_BEFORE.search(before)) and len(m.group()) + len(site.run) == 4 and _YEAR_AFTER.match(after):
        return "date-year"
    if before.endswith("〔") and after.startswith("〕"):
        return "date-year"
    if after.startswith("年"):
        return "quantity-years" if _is_stretch(site, lexicon) else "date-year"
    if _PLAN_AFTER.match(after):
        return "date-plan"
    if _DAY_AFTER.match(after) or before.endswith("月初") or (before.endswith("月") and _LINE_END.match(after)):
        return "date-day"
    if (m := _DAY_RANGE_AFTER.match(after)) and (m["kind"] == "月" or before.endswith("月")):
        return "date-day"
    if after.startswith("号") and _DAY_BEFORE.search(before):
        return "date-day"
    if _MINUTE_AFTER.match(after) or (after.startswith("分") and _HOUR_BEFORE.search(before)):
        return "date-clock"
    clock = _CLOCK_BEFORE.search(before)
    if clock and (clock.group().endswith("：") or _CLOCK_AFTER.match(after)):
        return "date-clock"
    if site.quote and not site.book and (_EVENT_BEFORE.search(before) or _EVENT_AFTER.match(after)):
        return "date-event"
    return None


def _is_stretch(site: Site, lexicon: Lexicon) -> bool:
    """Whether X年 is a stretch of time (连续X年, X年来) and no year of the calendar."""
    if len(site.run) >= 4 or _CALENDAR_AFTER.match(site.after):
        return False
    if site.before.endswith(words_of(lexicon, "number", "durations")):
        return True
    return bool(_YEARS_AFTER.match(site.after))


def find_ordinal(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a number that orders."""
    front = _ORDINAL_BEFORE.search(site.before)
    if front and front.group()[0] == "第":
        return "ordinal-di"
    if site.before.endswith("党的") and _CONGRESS_AFTER.match(site.after):
        return "ordinal-session"
    if _SESSION_AFTER.match(site.after) or (front and front["session"] and site.after[:1] in "次号期"):
        return "ordinal-session"
    if _numbers_a_part(site):
        return "ordinal-session"
    if _PLACED.search(site.before) and _CLAUSE_AFTER.match(site.after):
        return "ordinal-rank"
    if _CLIMBS.match(site.after) or (front and front["rank"] and _ranks(site)):
        return "ordinal-rank"
    if _GROUP_AFTER.match(site.after) and site.before.endswith(("委", "府", "部")):
        return "ordinal-group"
    return None


def _ranks(site: Site) -> bool:
    """Whether a place in a ranking follows 全县第, 全市前: a number with 位 or 名, or 前X at the end of its clause."""
    return bool(_RANK_AFTER.match(site.after)) or (site.before.endswith("前") and bool(_CLAUSE_AFTER.match(site.after)))


def _numbers_a_part(site: Site) -> bool:
    """Whether the run numbers a class (（X）班), a flat (X号楼X单元) or a house (X路X号)."""
    before, after = site.before, site.after
    if after.startswith("）班"):
        return before.endswith("（")
    if site.word == "单元":
        return _UNIT_OF_HOUSE.search(before) is not None
    return after.startswith("号") and _STREET_BEFORE.search(before) is not None


def find_quantity(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a number that counts or measures."""
    before, after = site.before, site.rest
    if stands_by_digits(site):
        return None if _NUMBERED_ROAD.match(after) else "quantity-digits"
    if site.kind == "measure":
        group = site.word == "组" and site.run[0] == "某"
        group = group or (site.word == "段" and _ROAD_BEFORE.search(before) is not None)
        apart = group or (site.word == "人" and before.endswith("新")) or HOME.match(after)
        return None if apart else "quantity-measure"
    if counts_areas(site):
        return "quantity-measure"
    if _HIDDEN_CASES.match(after) or (_CASES_BEFORE.search(before) and after[:1] in "伤横厅银铜"):
        return "quantity-measure"
    if (m := _MAGNITUDE.match(after)) and not _NO_MAGNITUDE.match(after):
        counted = word_at_front(after[m.end() :], lexicon)[0] in ("measure", "place")
        if counted or "万" in m.group() or "亿" in m.group():
            return "quantity-measure"
    if (before.endswith(("：", "∶", "/")) or _RATIO_AFTER.match(after)) and _RATIO_BEFORE.search(before):
        return "quantity-ratio"
    if before.endswith(("由", "从")) and _CHANGES.match(after):
        return "quantity-bare"
    if _COMPARED.search(before) and _AVERAGE.match(after):
        return "quantity-bare"
    if before.endswith(words_of(lexicon, "number", "verbs")) and _CLAUSE_AFTER.match(after):
        return "quantity-bare"
    return None


def counts_areas(site: Site) -> bool:
    """Whether the run counts what a territory is made of (辖X镇X乡)."""
    return site.word in ("镇", "乡", "街道", "办事处", "村", "行政村", "社区") and bool(
        _AREAS_BEFORE.search(site.before)
    )


def stands_by_digits(site: Site) -> bool:
    """Whether only some digits of a number are hidden (1X3条, 4X%).

    >>> from extractor.fields.redactions.sites import Site
    >>> stands_by_digits(Site(1, 2, "X", "查出隐患1", "3条", "", "", "3条", False, "", False))
    True
    """
    ahead = site.after[1:2] if site.after[:1] == "." else site.after[:1]
    return site.before[-1:].isdigit() or (ahead.isdigit() and not _FULL_DATE.match(site.after))
