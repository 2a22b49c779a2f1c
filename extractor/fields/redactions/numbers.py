"""Numbers: runs that hide a date, an ordinal or a quantity, told by the frame in which they stand."""

from __future__ import annotations

import re

from extractor.fields.redactions.sites import Site, follow_words, word_after
from extractor.lexicon import Lexicon

_X = r"[XxΧХхⅩⅹ×*某○〇NnＮ_▲△□■●\d.]"
_ORDINAL_BEFORE = re.compile(
    r"第[ ]?[十百\d]*$|届[第]?$|(?:居|列|位列|位居|排名|名列|排|进)(?:在|第|到)?(?:全[国省市州县区旗镇乡盟]|同[类行]|百强)*$|〕[第]?$"
)
_ORDINAL_AFTER = re.compile(
    r"届(?!毕业|学生)|中全会|大(?=报告|精神|以来|代表|召开|胜利|闭幕|提出|作出|对)"
    r"|号(?=文件|令|台风|楼|线|院|地块|公告|通知|会议室|厅|馆|提案|议案)|次(?=党代会|全会|全体|代表大会|人代会|团代会|常委会|党代表)"
)
_GROUP_AFTER = re.compile(r"(?:巡回)?(?:督导|督查|巡察|巡视|指导|考核|检查|调研|工作)组(?!组?长)")
_RANKED_AFTER = re.compile(r"位(?!同志|老|领导|企业|代表|干部|书记|党员)|名(?![学党队工职村人干代同])")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19\d?|20\d?|2)$")
_YEAR_AFTER = re.compile(r"[ ]?(?:年|学年|[—\-—~～至）〕/.度]|春|秋|$)")
_YEARS_AFTER = re.compile(r"年(?:来|了|多|余|时间|间|内|的(?!工作|今天|讲话)|无|未|历史|之久|以上|没有|有期)")
_DAY_BEFORE = re.compile(rf"(?:月|月[ ]?{_X}+[日号]?[ ]?[至到—\-~、和][ ]?)$|〔$|(?:每月|当月|本月|上月|今日|元月)$")
_MONTH_AFTER = re.compile(rf"月(?![亮饼嫂台光])|月份|[日号](?=前|起|以前|之前|[上下]午|晚|凌晨|至|到|[，。）；、\n]|开始|$|{_X})|日(?![志产均益常后渐子照趋供处]|报(?!告|送|请))")
_CLOCK_BEFORE = re.compile(rf"(?:[上下中]午|早[上晨]?|晚[上间]?|凌晨|今晚|明早|日|号)[ ]?(?:{_X}+[ ]?[：:点时][ ]?)?$")
_CLOCK_AFTER = re.compile(rf"[ ]?[：:][ ]?{_X}|[点时](?!意见|建议|要求|体会|希望)|分(?!别)|[，。）在召\n]|$")
_PLAN_AFTER = re.compile(r"五(?=[”\"]|规划|时期|期间|普法|以来|开局|末|收官)")
_EVENT_DATE = re.compile(r"[·.]$|^[·]")
_RATIO = re.compile(rf"[ ]?[：:][ ]?{_X}+")
_RATIO_BEFORE = re.compile(rf"(?:比例?|结构|演进|调整|构成|优化)[为到成]?(?:{_X}+[ ]?[：:][ ]?)*$")
_MAGNITUDE = re.compile(r"[ ]?(?:[余多来几]?[十百千万亿]+[余多]?|[余多来几])[ ]?")
_NUMBERED_ROAD = re.compile(r"\d*(?:省道|国道|县道|高速)")
_NO_MAGNITUDE = re.compile(r"百货|百姓|百强|千山|千佛|万达|万众|亿利|百年|千亩|多元|多种|多样|余热")


def find_date(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a year, month, day or time."""
    before, after = site.before, site.after
    if (m := _YEAR_BEFORE.search(before)) and len(m.group()) + len(site.run) == 4 and _YEAR_AFTER.match(after):
        return "date-year"
    if before.endswith("〔") and after.startswith("〕"):
        return "date-year"
    if after.startswith("年"):
        return None if _is_stretch(site, lexicon) else "date-year"
    if _PLAN_AFTER.match(after):
        return "date-plan"
    if _MONTH_AFTER.match(after) and not before.endswith("第"):
        return "date-day"
    if before.endswith("月") and re.match(r"[ ]*(?:$|[\n）])", after):
        return "date-day"
    if after.startswith("号") and _DAY_BEFORE.search(before):
        return "date-day"
    if _CLOCK_BEFORE.search(before) and _CLOCK_AFTER.match(after):
        return "date-clock"
    if site.quote and not site.book and (re.search(rf"{_X}[·.]$", before) or re.match(r"·[\dXx×*]", after)):
        return "date-event"
    return None


def _is_stretch(site: Site, lexicon: Lexicon) -> bool:
    if len(site.run) >= 4 or re.match(r"年[XxＸ×*\d]+月|年(?:度|底|末|初|[上下]半年|前三季度|第)", site.after):
        return False
    if _YEARS_AFTER.match(site.after):
        return True
    return site.before.endswith(tuple(lexicon["redactions"]["number"]["durations"]))


def find_ordinal(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a number that orders."""
    before, after = site.before, site.after
    front = _ORDINAL_BEFORE.search(before)
    if front and front.group().startswith("第"):
        return "ordinal-di"
    if _ORDINAL_AFTER.match(after):
        return "ordinal-session"
    if _GROUP_AFTER.match(after) and before.endswith(("委", "府", "组织部", "政府")):
        return "ordinal-group"
    if front and (front.group().startswith("届") and after[:1] == "次"):
        return "ordinal-session"
    if front and front.group()[0] in "居列位排名进" and _RANKED_AFTER.match(after):
        return "ordinal-rank"
    if front and front.group().startswith("〕") and after[:1] in "号期":
        return "ordinal-session"
    return None


def find_quantity(site: Site, lexicon: Lexicon) -> str | None:
    """The rule by which the run hides a number that counts or measures."""
    before, after = site.before, site.rest
    if _beside_digits(site):
        return None if _NUMBERED_ROAD.match(after) else "quantity-digits"
    if after.startswith("年"):
        return "quantity-years"
    if site.word == "案" and re.match(r"案[XxΧХх×*某○\d]", after):
        return "quantity-measure"
    if site.word == "组" and site.run[0] == "某":
        return None
    if site.kind == "measure" and not (site.word == "人" and before.endswith("新")):
        return "quantity-measure"
    if not _NO_MAGNITUDE.match(after) and (m := _MAGNITUDE.match(after)):
        kinds, longest = follow_words(lexicon)
        if "万" in m.group() or "亿" in m.group() or word_after(after[m.end() :], kinds, longest)[0] in ("measure", "place"):
            return "quantity-measure"
    if _RATIO_BEFORE.search(before) and (_RATIO.match(after) or before.endswith(("：", ":"))):
        return "quantity-ratio"
    if before.endswith(tuple(lexicon["redactions"]["number"]["verbs"])) and re.match(r"[，。；、）\n和以]|左右|$", after):
        return "quantity-bare"
    return None


def _beside_digits(site: Site) -> bool:
    return site.before[-1:].isdigit() or bool(re.match(r"\.?\d", site.after))
