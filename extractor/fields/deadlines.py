"""Deadlines: every time limit in the text (SCHEMA.md)."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from extractor.lexicon import Lexicon
from extractor.numerals import parse_int
from extractor.records import Dating, Deadline, Layout, Speech
from extractor.rule import Rule, Verdict

_HIDDEN = r"[XxNn×*某○△▲_]"
_CN = "一二三四五六七八九十"
_NUMBER = rf"(?:\d{{1,2}}|[{_CN}]{{1,3}}|{_HIDDEN}{{1,3}})"
_YEAR = rf"(?:(?:20(?:\d\d|{_HIDDEN}{{1,2}})|二[〇○零][{_CN}〇○零]{{2}}|{_HIDDEN}{{1,4}})年|今年|明年|当年)"
_BEFORE = r"(?:之前|以前|前)(?![\d三五十列后期来往沿瞻景半段一名提夕排])"
_PART_OF_MONTH = {"上旬": 10, "中旬": 20}
_ANCHOR = re.compile(r"[前内底末终](?:(?<=[^目当提面眼空超跟从]前)|(?<=[日天周月年时期度之以]内)|(?<=年[底末终]))")
_OCCASION = re.compile(
    r"的(?=[^，。；])|准备(?:工作|阶段)|[^，。；\n要召组完开]{0,16}(?:谈话|座谈|团拜|提醒会|工作会|动员会)"
)
"""节前廉政谈话会, 节前的慰问: what is held before a festival is named after it, the festival sets no limit."""
_PAST = re.compile(r"(?:我们|大家|各级)就(?![要得须应能可])|[^，。；\n要须请应将]{2,40}(?<![为除罢好])了(?!解)")
"""会前我们开展了调研: what was done before an occasion had no limit."""
_REACH = 24


@lru_cache(maxsize=8)
def _limits(lexicon: Lexicon) -> tuple[Rule, ...]:
    events = "|".join(lexicon["deadlines"]["events"]["words"])
    clock = "|".join(lexicon["deadlines"]["clock"]["words"])
    source = "ANNOTATION.md §2 (10号前, 11月底前, X月X日前)"
    return (
        Rule(
            "deadlines.month",
            rf"(?P<year>{_YEAR})?(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})[日号]|份?(?P<part>底|末|上旬|中旬|下旬)|份)?{_BEFORE}",
            {"6月30日前完成": ("6月30日前",), "11月底前报送": ("11月底前",), "X月X日之前": ("X月X日之前",)},
            ("6月30日，全部完成", "三个月前就部署了"),
            source,
        ),
        Rule(
            "deadlines.month-end",
            rf"(?:本月|下个?月|当月|每月)?(?:月底|{_NUMBER}[日号])(?<!月底之){_BEFORE}",
            {"请在10号前上报": ("10号前",), "月底前整改": ("月底前",)},
            ("截至10号", "月底盘点"),
            source,
        ),
        Rule(
            "deadlines.year-end",
            rf"(?:(?P<year>{_YEAR})[年]?|(?P<plain>年))(?:(?P<part>底|末|终){_BEFORE}|(?(plain)(?<![\d一二三四五六七八九十两几多数百半近]年))内(?![部容设在涵外地需])|(?<=[到至].)[底末](?!前))|(?P<half>上半年|[一二三四]季度)(?:底|末)?{_BEFORE}",
            {"到2017年底前脱贫": ("2017年底前",), "年内建成": ("年内",), "年底前兑现": ("年底前",)},
            ("三年前", "年初", "近年来"),
            source,
        ),
        Rule(
            "deadlines.event",
            rf"(?:明天|今天|今晚|明晚|[本下这]?(?:周|星期)[{_CN}日天]?|{_NUMBER}点|{clock})+{_BEFORE}|(?:{events}){_BEFORE}",
            {"春节前结清": ("春节前",), "下周五前报来": ("下周五前",)},
            ("春节期间", "周五下午"),
            "seen: limits by festivals, weekdays and hours",
        ),
        Rule(
            "deadlines.within",
            rf"(?<!近)(?<!过去)(?:会后|文件下发后|从现在起)?(?:{_NUMBER}|两|\d{{1,3}}|半)(?:个)?(?:工作日|日|天|周|星期|月|季度|年|小时|学期)(?:之|以)?内(?![部容设在涵外地需])",
            {
                "限15日内办结": ("15日内",),
                "会后一周内报组": ("会后一周内",),
                "三个月内见效": ("三个月内",),
                "两天内报来": ("两天内",),
            },
            ("区内企业", "三年内地生源", "过去两年内变化很大"),
            "seen: limits by a length of time",
        ),
    )


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*_limits(lexicon), *lexicon.rules("deadlines"))


def find_deadlines(speech: Speech, layout: Layout, dating: Dating, lexicon: Lexicon) -> tuple[Deadline, ...]:
    """Every time limit, with its ISO date where text and year settle it."""
    folded = speech.folded
    known = (*_limits(lexicon), *lexicon.rules("deadlines"))
    outside = (*layout.noise, *layout.title)
    found: dict[int, Deadline] = {}
    last = 0
    for anchor in _ANCHOR.finditer(folded):
        if anchor.start() < last:
            continue
        best = _best_match(folded, last, anchor, known)
        if best is None:
            continue
        rule, match = best
        last = match.end()
        if rule.name == "deadlines.event" and (_OCCASION.match(folded, last) or _PAST.match(folded, last)):
            continue
        if any(span.start <= match.start() < span.end for span in outside):
            continue
        found[match.start()] = _deadline(match, rule, dating)
    return tuple(found[start] for start in sorted(found))


def _best_match(
    folded: str, floor: int, anchor: re.Match[str], known: tuple[Rule, ...]
) -> tuple[Rule, re.Match[str]] | None:
    """The longest limit that the anchor character ends or nearly ends."""
    best: tuple[Rule, re.Match[str]] | None = None
    low = max(floor, anchor.start() - _REACH)
    for rule in known:
        for match in rule.regex.finditer(folded, low, min(len(folded), anchor.end() + 3)):
            if match.end() > anchor.start() and (best is None or match.start() < best[1].start()):
                best = (rule, match)
    return best


def _deadline(match: re.Match[str], rule: Rule, dating: Dating) -> Deadline:
    redacted = bool(re.search(_HIDDEN, match.group()))
    date = None if redacted else _date(match, rule.name, dating)
    return Deadline(match.start(), match.end(), date, redacted, rule.name)


def _date(match: re.Match[str], name: str, dating: Dating) -> str | None:
    """The last day of the limit, ISO 8601, or None where the text leaves it open."""
    parts = match.groupdict()
    year = _year(parts.get("year"), dating)
    if year is None:
        return None
    if name == "deadlines.year-end":
        return f"{year}-12-31" if not parts.get("half") else _half_end(parts["half"] or "", year)
    if name != "deadlines.month":
        return None
    month = parse_int(parts["month"] or "") or 0
    if not 1 <= month <= 12:
        return None
    if parts["year"] is None and _lies_ahead(month, dating):
        year += 1
    return _month_end(year, month, parts.get("day"), parts.get("part"))


def _month_end(year: int, month: int, day: str | None, part: str | None) -> str | None:
    length = monthrange(year, month)[1]
    if day:
        number = parse_int(day) or 0
        return f"{year}-{month:02}-{number:02}" if 1 <= number <= length else None
    if part:
        return f"{year}-{month:02}-{_PART_OF_MONTH.get(part, length):02}"
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{before[0]}-{before[1]:02}-{monthrange(*before)[1]:02}"


def _half_end(half: str, year: int) -> str:
    return f"{year}-{dict(zip('上一二三四', ('06-30', '03-31', '06-30', '09-30', '12-31'), strict=True))[half[0]]}"


def _year(printed: str | None, dating: Dating) -> int | None:
    """The year of a limit: printed, or the speech's where that is settled."""
    if printed and printed[0] in "2二":
        return parse_int(printed[:-1].replace("○", "〇"))
    if dating.year is None or dating.year_min != dating.year_max:
        return None
    return dating.year + 1 if printed == "明年" else dating.year


def _lies_ahead(month: int, dating: Dating) -> bool:
    """Whether a speech of the last months sets a limit in the first months of the next year."""
    if not dating.date or len(dating.date) < 7:
        return False
    return int(dating.date[5:7]) >= 10 and month <= 4
