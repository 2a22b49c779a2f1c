"""Noise: lines and marks that are no part of the speech (ANNOTATION.md §5).

A rule's pattern is the tell of a notice; its reach says how much of the text goes with it: the mark alone, the
bracket around it, everything from the line's start, or the line (the sentence where a whole speech is one line).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Literal

from extractor.lexicon import Lexicon, alternation
from extractor.records import Noise, Speech
from extractor.rule import Rule, Verdict

Reach = Literal["mark", "head", "line"]
LINE = 160
"""The longest line, in code points, that is noise as a whole because a notice stands in it."""
TOP = 40
"""How many lines of a text may be the cover that a site puts before it."""


@dataclass(frozen=True)
class Mark:
    """A rule with the kind of noise that it tells and how far the noise reaches."""

    rule: Rule
    kind: str
    reach: Reach
    cues: tuple[str, ...]


BETWEEN = Verdict(
    "noise.between",
    "Noise",
    "short lines before the title that stand between two lines of noise",
    {"仅供学习 禁止外传\n某某文行\n免费QQ群：\n在全镇工作会议上的讲话\n同志们：": ("某某文行",)},
    ("在全镇工作会议上的讲话\n某某某\n同志们：",),
    "seen: a site's name and slogans between its copying notice and its chat group",
)
PINYIN = Rule(
    "noise.pinyin",
    r"（[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}）",
    {"要抓(zhua)好落实(shi)。": ("（zhua）", "（shi）")},
    ("发展绿色金融（ESG）。",),
    "VARIANTS.md: pinyin in brackets after words",
)


@lru_cache(maxsize=8)
def _marks(lexicon: Lexicon) -> tuple[Mark, ...]:
    """Every mark of the package and of the lexicon, wide reaches first."""
    words = lexicon["noise"]
    cues = words["cues"]
    labels, furniture = alternation(lexicon.words("noise", "labels")), alternation(lexicon.words("noise", "furniture"))
    marks = []
    kinds: tuple[tuple[str, Reach, Rule], ...] = (
        ("copying", "line", _copying(alternation(lexicon.words("noise", "copying")))),
        ("membership", "line", _membership(alternation(lexicon.words("noise", "membership")))),
        *_page_marks(labels, furniture),
        *INLINE,
    )
    added: tuple[tuple[str, Reach, Rule], ...] = tuple(("added", "mark", rule) for rule in lexicon.rules("noise"))
    for kind, reach, rule in (*kinds, *added):
        words_of = cues.get(rule.name) or (lexicon.words("noise", kind) if kind in words else ())
        marks.append(Mark(rule, kind, reach, tuple(words_of)))
    return tuple(marks)


def _copying(words: str) -> Rule:
    return Rule(
        "noise.copying",
        words,
        {
            "本文系作者原创投稿，请勿照搬照抄！": ("原创投稿", "照搬照抄"),
            "（本文来源于某某范文网，转载请保留链接）": ("本文来源于", "转载请"),
        },
        ("以上意见仅供参考，不当之处请批评指正。",),
        "ANNOTATION.md §5: watermarks, copyright warnings",
    )


def _membership(words: str) -> Rule:
    return Rule(
        "noise.membership",
        words,
        {"试读结束，开通会员可下载全文": ("试读结束", "开通会员", "下载全文"), "免费QQ群：12345": ("QQ群",)},
        ("工商联会员企业踊跃捐款。", "县工会新发展会员三百人。"),
        "ANNOTATION.md §5: download and membership notices, QQ groups",
    )


def _page_marks(labels: str, furniture: str) -> tuple[tuple[str, Reach, Rule], ...]:
    return (
        (
            "label",
            "line",
            Rule(
                "noise.label",
                rf"^[ 【〔\[（]{{0,3}}(?:{labels})[ ]?[：:][^。；\n]{{0,60}}$",
                {
                    "浏览：2031次": ("浏览：2031次",),
                    "【字体：大 中 小】 浏览次数：××": ("【字体：大 中 小】 浏览次数：××",),
                },
                ("来源于群众、扎根于群众，是我们的底气。", "作者：也要下基层。"),
                "seen: time, source, author and count lines of web pages",
            ),
        ),
        (
            "furniture",
            "line",
            Rule(
                "noise.furniture",
                rf"^[ >|·]{{0,3}}(?:(?:{furniture})(?:[ >|/·、【】\[\]]{{1,3}}|$))+$",
                {"正文复制": ("正文复制",), "打印 关闭": ("打印 关闭",)},
                ("下载安装反诈软件要全覆盖。",),
                "seen: buttons and menus copied with the page",
            ),
        ),
    )


INLINE: tuple[tuple[str, Reach, Rule], ...] = (
    (
        "breadcrumb",
        "line",
        Rule(
            "noise.breadcrumb",
            r"^[^。；\n]{0,20}(?:首页|位置)[^。；\n]{0,20}[>»›][^。；\n]{1,40}$|^[^。；，\n>]{2,12}>>?[^。；，\n>]{1,20}>[^。；，\n]{1,20}$",
            {"首页 > 讲话范文 > 正文": ("首页 > 讲话范文 > 正文",)},
            ("发病率A>B，要重视。",),
            "seen: the path of menus above an article",
        ),
    ),
    (
        "url",
        "head",
        Rule(
            "noise.url",
            r"(?:https?[：:]//|www\.)[A-Za-z0-9_./?=&%+-]{3,120}|(?<![\w@.])[a-zA-Z0-9-]{2,30}\.(?:com|cn|net|org)(?:\.cn)?(?![a-zA-Z0-9])",
            {"文秘站 www.example.cn 在全县会议上的讲话": ("www.example.cn",)},
            ("要建好门户网站。",),
            "ANNOTATION.md §5: URLs",
        ),
    ),
    (
        "paid",
        "mark",
        Rule(
            "noise.paid",
            r"\#\#[a-zA-Z]{2,20}\#\#",
            {"##paidbegin##\n一、提高认识": ("##paidbegin##",)},
            ("# 在会议上的讲话",),
            "ANNOTATION.md §5: ##paidbegin##",
        ),
    ),
    (
        "page",
        "mark",
        Rule(
            "noise.page-line",
            r"^[ ]*[-—][ ]*\d{1,3}[ ]*[-—][ ]*$",
            {"抓好项\n— 12 —\n目建设": ("— 12 —",), "- 3 -": ("- 3 -",)},
            ("—— 3个项目开工。",),
            "VARIANTS.md: page footers in mid-sentence; GB/T 9704-2012 7.5: page numbers between dashes",
        ),
    ),
    (
        "page",
        "mark",
        Rule(
            "noise.page-count",
            r"""[【（]?第?[ ]?\d{1,3}[ ]?页[ /，、]{0,2}[（]?共[ ]?\d{1,3}[ ]?页[】）]?
                |^[ ]*[第共][ ]?\d{1,3}[ ]?页[ ]*$""",
            {"抓好项第1页 共10页目建设": ("第1页 共10页",), "第12页": ("第12页",)},
            ("请大家翻到讲义第3页。",),
            "VARIANTS.md: page footers in mid-sentence",
        ),
    ),
    (
        "continued",
        "mark",
        Rule(
            "noise.continued",
            r"[（【]\s?(?:下转|上接|转载自)[^（）【】\n]{1,20}[）】]",
            {"抓紧兑现。（下转第3版）": ("（下转第3版）",)},
            ("会后请各组转载到学习平台。",),
            "seen: turn notes of a newspaper page",
        ),
    ),
    (
        "length",
        "mark",
        Rule(
            "noise.length",
            r"[（【]?(?:全文|本文)(?:共|约|共计)?[ ]?\d+[ ]?字[^\n]{0,40}$|（\d{3,5}字）|^[ ]*[\d.]+[ ]?[KM]B[ ]*$",
            {
                "(全文共3862字,试读部分到此结束)": ("（全文共3862字，试读部分到此结束）",),
                "在全县会议上的讲话(2549字)": ("（2549字）",),
            },
            ("《决定》全文共十五个部分。",),
            "seen: the length of the text that a site sells",
        ),
    ),
    (
        "format",
        "mark",
        Rule(
            "noise.format",
            r"本文格式为[A-Za-z]+版[，]?下载可任意编辑|-{2,}（?此处(?:为试读|隐藏)[^\n]{0,30}-{2,}",
            {"本文格式为Word版,下载可任意编辑总经理讲话": ("本文格式为Word版，下载可任意编辑",)},
            ("下载安装应用程序。",),
            "seen: a site's note of the file's format, between footer and title",
        ),
    ),
    (
        "stock",
        "line",
        Rule(
            "noise.stock",
            r"^[ ]*[A-Z]{1,3}-?\d{3,8}[ .…·-]{0,8}(?:全文)?\d*字?(?:\d+片)?[ ]*$",
            {"B3637……全文1820字9片": ("B3637……全文1820字9片",)},
            ("G318国道全线贯通。",),
            "VARIANTS.md: stock numbers",
        ),
    ),
    (
        "image",
        "mark",
        Rule(
            "noise.image",
            r"！\[[^\]\n]{0,80}\][（(][^（）()\n]{0,200}[）)]",
            {"![](images/a1.jpg)": ("！[]（images/a1.jpg）",)},
            ("大家加油！",),
            "seen: Markdown made from a PDF",
        ),
    ),
    (
        "markup",
        "mark",
        Rule(
            "noise.markup",
            r"""</?[a-zA-Z][^<>\n]{0,200}>|^l>|\[标签：[^\]\n]{1,10}\]|&(?:nbsp|amp|lt|gt|quot)[;；]
                |@?[\w.\ -]{1,30}\{[^{}\n]{0,300}\}""",
            {"<br>一、提高认识": ("<br>",), "p.western { margin 1in } 讲话": ("p.western { margin 1in }",)},
            ("温度<37度方可入场。",),
            "seen: tags and style sheets left in the text",
        ),
    ),
    (
        "markup",
        "mark",
        Rule(
            "noise.heading-mark",
            r"^\#{1,6}[ ]",
            {"# 在会议上的讲话": ("# ",)},
            ("C# 培训班",),
            "seen: Markdown heading marks",
        ),
    ),
    (
        "caption",
        "line",
        Rule(
            "noise.caption",
            r"""^[^\n]{4,150}(?:记者|通讯员)[ ]?[^。\n]{2,12}[ ]摄[ ]*$
                |^[ （]*(?:新华社|人民网|本报)?(?:记者|通讯员)[ ：][^。，\n]{2,12}[）]?$""",
            {"5月1日，领导在某地考察。某社记者 张某 摄": ("5月1日，领导在某地考察。某社记者 张某 摄",)},
            ("我们接受了记者采访。",),
            "seen: the caption of a photograph before the title",
        ),
    ),
)


def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """What this field knows."""
    return (*(mark.rule for mark in _marks(lexicon)), PINYIN, BETWEEN)


def find_noise(speech: Speech, lexicon: Lexicon) -> tuple[Noise, ...]:
    """Every span of noise, in order, none inside another."""
    text = speech.folded
    hits = _hits(text, lexicon)
    found = [noise for mark in _marks(lexicon) for noise in _find(mark, text, hits.get(mark.rule.name))]
    pinyin = [Noise(m.start(), m.end(), "pinyin", PINYIN.name) for m in PINYIN.scan(text)] if "）" in text else []
    found += pinyin if len(pinyin) > 4 else []
    kept = _outermost(found)
    return _outermost([*kept, *_between(text, kept)])


def _find(mark: Mark, text: str, lines: set[tuple[int, int]] | None) -> Iterator[Noise]:
    seen = -1
    for start, end in sorted(_lines_with(mark.cues, text) if lines is None else lines):
        if start <= seen:
            continue
        for match in mark.rule.scan(text, start, end):
            a, b = _reach(mark, text, match.start(), match.end(), start, end)
            if b > max(a, seen):
                yield Noise(a, b, mark.kind, mark.rule.name)
                seen = b


@lru_cache(maxsize=8)
def _anchor(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """One pattern of the cues of all marks with cues of two characters and more, and the rules that each cue calls."""
    rules_of: dict[str, list[str]] = {}
    for mark in _marks(lexicon):
        for cue in mark.cues if min(map(len, mark.cues), default=0) > 1 else ():
            rules_of.setdefault(cue, []).append(mark.rule.name)
    return re.compile(alternation(rules_of)), rules_of


def _hits(text: str, lexicon: Lexicon) -> dict[str, set[tuple[int, int]]]:
    """For each rule with cues of two characters and more, the bounds of the lines in which one of them stands."""
    anchor, rules_of = _anchor(lexicon)
    lines: dict[str, set[tuple[int, int]]] = {name: set() for names in rules_of.values() for name in names}
    bounds = (0, -1)
    for match in anchor.finditer(text):
        if match.start() > bounds[1]:
            bounds = _bounds(text, match.start())
        for name in rules_of[match.group()]:
            lines[name].add(bounds)
    return lines


def _bounds(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _lines_with(cues: tuple[str, ...], text: str) -> set[tuple[int, int]]:
    """The bounds of the lines in which a cue stands; the whole text for a rule without cues."""
    if not cues:
        return {(0, len(text))}
    lines = set()
    for cue in cues:
        at = text.find(cue)
        while at >= 0:
            start, end = _bounds(text, at)
            lines.add((start, end))
            at = text.find(cue, end)
    return lines


def _reach(mark: Mark, text: str, start: int, end: int, line: int, stop: int) -> tuple[int, int]:
    """How much of the line from `line` to `stop` goes with a mark found from `start` to `end`."""
    if mark.reach == "head":
        lead = text[line:start]
        site = len(lead.strip()) <= 30 and not re.search(r"讲话|发言|会议|同志|登录|登陆|查询|[，。]", lead)
        return (line if site else start), end
    if mark.reach == "line":
        if stop - line <= LINE and "。" not in text[line:start]:
            return _trimmed(text, line, stop)
        return _sentence(text, start, end, line, stop)
    return start, end


def _sentence(text: str, start: int, end: int, line: int, stop: int) -> tuple[int, int]:
    """The bracket or the sentence around a mark in a long line, at most sixty characters either way."""
    low, high = max(line, start - 60), min(stop, end + 60)
    opened = max(text.rfind(c, low, start) for c in "（【。！？；")
    a = opened if opened >= 0 and text[opened] in "（【" else opened + 1 if opened >= 0 else start
    ends = [at + 1 for at in (text.find(c, end, high) for c in "）】。！？；") if at >= 0]
    return a, min(ends, default=end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _outermost(found: list[Noise]) -> tuple[Noise, ...]:
    """The spans in order, those inside or across an earlier one left out."""
    kept: list[Noise] = []
    for noise in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or noise.start >= kept[-1].end:
            kept.append(noise)
    return tuple(kept)


def _between(text: str, noise: tuple[Noise, ...]) -> Iterator[Noise]:
    """Lines of a cover: short, without a full stop, between two lines of noise at the top of the text."""
    newlines = [m.start() for m in islice(re.finditer("\n", text), TOP)]
    top = newlines[-1] if len(newlines) == TOP else len(text)
    covers = ("copying", "membership", "label", "furniture")
    tops = [n for n in noise[: 2 * TOP] if n.start <= top and n.kind in covers]
    for before, after in pairwise(tops):
        gap = text[before.end : after.start]
        if not 1 < gap.count("\n") <= 6:
            continue
        lines = list(re.finditer(r"\S[^\n]*", gap))
        if all(len(m.group()) <= 30 and not re.search(r"讲话|发言|报告|会|。|：", m.group()) for m in lines):
            for m in lines:
                start, end = _trimmed(text, before.end + m.start(), before.end + m.end())
                yield Noise(start, end, "cover", BETWEEN.name)
