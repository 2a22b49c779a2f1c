"""The kinds of lines that stand at the head of a printed speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon
from extractor.rule import Rule

HIDDEN = r"[A-Za-z×*某○▲△□_〇●Ｘ]"
ENUMERATED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十][、，,]|\d{1,2}[、.．]|（\d|[①-⑳])"
)
PROSE = re.compile(r"[。；！？]|，.*，.*，")


@dataclass(frozen=True)
class Shapes:
    """The patterns of head lines, for lines whose white space is taken out (`salutation`: as folded)."""

    salutation: Rule
    date: Rule
    name: Rule
    note: Rule
    subtitle: Rule
    genre: Rule
    named: re.Pattern[str]
    opener: re.Pattern[str]


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in words)


@lru_cache(maxsize=8)
def shapes(lexicon: Lexicon) -> Shapes:
    """The line shapes of a lexicon."""
    return Shapes(
        _salutation(_any(lexicon.words("layout", "vocatives")), _any(lexicon.words("layout", "addressees"))),
        _date(),
        _name(_any(lexicon.words("layout", "offices")), _any(lexicon.words("layout", "bodies"))),
        _note(),
        _subtitle(),
        _genre(lexicon),
        re.compile(_called(lexicon)),
        re.compile(
            rf"(?:{_any(lexicon.words('layout', 'openers'))})|.{{0,24}}(?:书记|长|主任|主席|同志|领导|{HIDDEN})在"
        ),
    )


def _salutation(vocatives: str, addressees: str) -> Rule:
    few, more = r"[^，。：！？、；\n]{0,12}", r"[^，。：！？、；\n]{1,24}"
    near = r"(?=[^，。：！？、；\n位们]{0,40}[位们])"  # where neither 各位 nor 们 follows no salutation is tried
    everyone = rf"{few}(?:各位|诸位){few}(?:{vocatives})们?|{few}(?:{vocatives})们"
    one = rf"(?:(?:尊敬的|敬爱的|亲爱的){more}|{near}(?:{everyone}))"
    other = r"(?!今|现在|我|下面|首先|刚才|大家|这)[^，。：！？；\n]{1,20}"
    return Rule(
        "layout.salutation",
        rf"{one}(?:[、，\ ]{{1,3}}{other}){{0,9}}\ ?[：！]"
        rf"|{one}(?:[、，\ ]{{1,3}}{one}){{0,6}}\ ?，"
        rf"|^[^，。：；\n]{{2,20}}(?:{addressees})：",
        {
            "同志们：": ("同志们：",),
            "尊敬的某部长，各位领导、同志们：今天开会。": ("尊敬的某部长，各位领导、同志们：",),
            "各位代表，现在报告工作。": ("各位代表，",),
            "各位代表、老党员：开短会。": ("各位代表、老党员：",),
        },
        ("同志们辛苦了。", "各位领导讲得很好。"),
        "ANNOTATION.md §1: the title is not the salutation",
    )


def _date() -> Rule:
    return Rule(
        "layout.date-line",
        rf"^[（\[]?(?:[\d○〇零一二三四五六七八九]{{2,4}}年|[\dXx×*N某○]{{2,4}}年)?(?:[\d一二三四五六七八九十]{{1,3}}|{HIDDEN}{{1,3}}|[\d]?{HIDDEN})月(?:[^（），。\n]{{0,5}}[日号])?(?:[^（），。\n]{{0,16}}|，[^（），。\n]{{0,8}}整理)[）\]]?$|^[（]?\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}[）]?$|^[（]?{HIDDEN}{{2,4}}年[^（）\n]{{0,12}}[）]?$",
        {
            "(2017年3月21日)": ("（2017年3月21日）",),
            "（X月X日）": ("（X月X日）",),
            "二〇一九年五月": ("二〇一九年五月",),
        },
        ("2017年3月21日至25日，我们组织了三次检查，发现问题不少。",),
        "GB/T 9704-2012 7.3.6",
    )


def _name(offices: str, bodies: str) -> Rule:
    return Rule(
        "layout.name-line",
        rf"^(?!在|[^\n]{{0,9}}届)[^，。；！？\n]{{0,9}}(?:{bodies})$|^·?(?!在)[^，。；！？\n]{{0,36}}(?:{offices})(?!会)[：]?[^，。；：！？\n]{{0,4}}(?:（[^（）\n]{{0,30}}）)?$|^[\u4e00-\u9fff]{{2,3}}$|^{HIDDEN}{{1,4}}$",
        {
            "某市人民政府市长张三": ("某市人民政府市长张三",),
            "局党组书记、局长XXX": ("局党组书记、局长XXX",),
            "XXX": ("XXX",),
        },
        ("村党支部书记述职述廉报告", "在全市组织部长会议上的讲话", "政协某县第七届委员会"),
        "seen: the speaker's office and name under the title",
    )


def _note() -> Rule:
    return Rule(
        "layout.note-line",
        r"^[（【\[][^（）【】\n]{2,40}[）】\]]$|^附件?[\d一二三四五六七八九十]{0,2}[：]?$|^目录(?:/提纲)?[：….]*$|^(?:〔|\[)?[\dXx×*]{1,4}(?:〕|\])?第[^\n]{1,6}期$",
        {"(根据录音整理)": ("（根据录音整理）",), "附件2": ("附件2",)},
        ("（一）提高认识，加强领导。",),
        "seen: notes between title and body, the mark of an annex above it",
    )


def _subtitle() -> Rule:
    return Rule(
        "layout.subtitle",
        r"^[-—–]{1,8}[^-—\n]{6,80}$",
        {"——在全县教育大会上的讲话": ("——在全县教育大会上的讲话",)},
        ("— 1 —",),
        "ANNOTATION.md §1, seen: the occasion on a line that a dash opens",
    )


def _called(lexicon: Lexicon) -> str:
    """The pattern of what a title calls the text, with what may follow it but a bracket."""
    table = lexicon["genres"]
    words = sorted({w for words in table["genres"].values() for w in words}, key=lambda w: (-len(w), w))
    return (
        rf"(?:{_any(tuple(words))})(?:{_any(lexicon.words('genres', 'tails'))}|\d{{1,2}}|[一二三四五六七八九十]){{0,3}}"
    )


def _genre(lexicon: Lexicon) -> Rule:
    return Rule(
        "layout.genre-end",
        rf"{_called(lexicon)}(?:[（【][^（）【】\n]{{1,24}}[）】])?[：.]?$|[（【]{_called(lexicon)}[）】]$",
        {
            "在全市工作会议上的讲话": ("讲话",),
            "县政府工作报告(草案)": ("工作报告（草案）",),
            "开工典礼致辞范文": ("致辞范文",),
        },
        ("我们要认真学习讲话精神",),
        "SCHEMA.md documents.genre: what a title calls the text ends it",
    )
