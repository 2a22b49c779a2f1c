"""Sittings: plenums of the Central Committee and of its discipline commission, national sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.year.calendar import Calendar
from extractor.fields.year.clue import Clue, month_of, window
from extractor.numerals import parse_int

_PLENUM = re.compile(
    r"(?:[一二三四五六七](?:中(?:全会)?)?[、，和及与])*[一二三四五六七]中(?:全会)?(?:[、，和及与][一二三四五六七]中(?:全会)?)*"
)
_INSPECTION = re.compile(r"(?:中央纪委)?(?P<session>[二三四五六七])次全(?:会|体会议)")
_SESSION = re.compile(r"(?:全国(?:人民代表大会|人大|政协))?第?(?P<session>[一二三四五])次会议")
_NATIONAL = re.compile(r"全国(?:人民代表大会|人大|政协)第?$")
_LOCAL = re.compile(r"(?:人民代表大会|人大)第?一次会议")
_ELECTED_BY = re.compile(r"[县区旗镇乡](?<!地区)(?<!治区)(?<!特区)第?[一二三四五六七八九十]{1,4}$")
_TERM = re.compile(r"五年|[上本这]一?届")
_HEAD = 120
_ELECTIONS = tuple(window((y - 1, 8), (y, 4))[0] for y in (2007, 2012, 2017, 2022))
"""When counties and townships elect anew (Law on local congresses: terms of five years, alike since 2006)."""
_TAKEN_UP = re.compile(r"(?:学习(?:宣传)?贯彻|传达学习|学习领会)(?:落实)?[党的“]{0,3}(?:[一-龥]{1,3}大和)?$")
_CARRIED_OUT = re.compile(r"(?:贯彻|落实|执行)[^。；\n]*$")
_REPORTED_BACK = re.compile(r"(?:各项|有关)?(?:决议|确定的)")
"""落实十一届全国人大二次会议决议: what one session resolved is reported on to the next one."""
_CONGRESS = re.compile(r"(?:二十[一二三]?|十[一二三四五六七八九]?|[八九])$")


def read_sittings(text: str, calendar: Calendar) -> Iterator[Clue]:
    """Plenums of the Central Committee and the CCDI, sessions of the NPC and the CPPCC: all that counts in 届."""
    plenums: list[tuple[int, int, int]] = []
    place = text.find("届")
    while place >= 0:
        congress = _CONGRESS.search(text[max(0, place - 3) : place])
        if congress is not None:
            start, number = place - len(congress.group()), parse_int(congress.group()) or 0
            if named := _PLENUM.match(text, place + 1, place + 40):
                plenums += _plenums(named, number, start, calendar)
            elif named := _INSPECTION.match(text, place + 1, place + 20):
                if "纪委" in text[start - 4 : place + 6]:
                    yield from _inspection(start, named, number, calendar)
            elif (named := _SESSION.match(text, place + 1, place + 24)) and (
                _NATIONAL.search(text[max(0, start - 12) : start]) or "全国" in named.group()
            ):
                yield from _session(text, start, named, number, calendar)
        yield from _local(text, place)
        place = text.find("届", place + 1)
    if plenums:
        yield from _newest_plenum(text, max(plenums), calendar)


def _local(text: str, place: int) -> Iterator[Clue]:
    """The first session of a county's or township's congress: where it sits, or where a term of five years ends."""
    named = _LOCAL.match(text, place + 1, place + 14)
    if named is None or not (area := _ELECTED_BY.search(text, max(0, place - 8), place)):
        return
    if place < _HEAD or _TERM.search(text, max(0, area.start() - 14), named.end() + 20):
        yield Clue(_ELECTIONS, area.start(), named.end(), "year.local-term", 0.6)


def _plenums(named: re.Match[str], congress: int, start: int, calendar: Calendar) -> Iterator[tuple[int, int, int]]:
    for word in re.findall(r"[一二三四五六七](?=中)", named.group()):
        month = calendar.plenums.get((congress, parse_int(word) or 0))
        if month is not None:
            yield month, start, named.end()


def _newest_plenum(text: str, newest: tuple[int, int, int], calendar: Calendar) -> Iterator[Clue]:
    """The newest plenum that is named dates the speech until the next one."""
    month, start, end = newest
    told, follows = text[max(0, start - 12) : start], text[end : end + 8]
    if re.search(rf"(?:{calendar.cues['ahead']})[党的“]{{0,3}}$", told) or re.match(
        calendar.cues["ahead_after"], follows
    ):
        yield Clue(((month - 12, month),), start, end, "year.event-ahead", 0.8, "ceiling")
        return
    yield Clue(((month, calendar.horizon),), start, end, "year.plenum", 0.96, "floor")
    if re.search(calendar.cues["fresh"], told) or re.match(calendar.cues["fresh_after"], follows):
        yield Clue(((month, month + 3),), start, end, "year.event-fresh", 0.85)
    elif _TAKEN_UP.search(told):
        yield Clue(((month, month + 3),), start, end, "year.event-studied", 0.4)
    after = min((m for m in calendar.plenums.values() if m > month + 1), default=calendar.horizon)
    yield Clue(((month, max(month + 8, min(after + 4, month + 22))),), start, end, "year.plenum", 0.65)
    yield Clue(((month, month + 11),), start, end, "year.plenum", 0.2)


def _inspection(start: int, named: re.Match[str], congress: int, calendar: Calendar) -> Iterator[Clue]:
    month = calendar.inspections.get((congress, parse_int(named["session"]) or 0))
    if month is not None:
        yield Clue(((month, calendar.horizon),), start, named.end(), "year.inspection", 0.93, "floor")
        yield Clue(((month, month + 11),), start, named.end(), "year.inspection", 0.75)


def _session(text: str, start: int, named: re.Match[str], term: int, calendar: Calendar) -> Iterator[Clue]:
    end, year = named.end(), 2003 + 5 * (term - 10) + (parse_int(named["session"]) or 1) - 1
    yield Clue(((month_of(year, 3), calendar.horizon),), start, end, "year.session", 0.9, "floor")
    if _REPORTED_BACK.match(text, end) and _CARRIED_OUT.search(text, max(0, start - 50), start):
        yield Clue(window((year, 12), (year + 1, 4)), start, end, "year.session-carried", 0.75)
    elif re.match(r"以来的?(?:过去)?五年", text[end : end + 8]):
        yield Clue(window((year + 4, 12), (year + 5, 4)), start, end, "year.session-term", 0.96)
    elif not re.match(r"以来|闭幕以来", text[end : end + 4]):
        yield Clue(window((year, 3), (year + 1, 2)), start, end, "year.session", 0.6)
