"""Marks: the tells of notices, each with its kind and with how far the noise reaches from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractor.fields.noise.pages import INLINE, Reach
from extractor.lexicon import Lexicon, alternation
from extractor.rule import Rule


@dataclass(frozen=True)
class Mark:
    """A rule with the kind of noise that it tells and how far the noise reaches."""

    rule: Rule
    kind: str
    reach: Reach
    cues: tuple[str, ...]


@lru_cache(maxsize=8)
def marks(lexicon: Lexicon) -> tuple[Mark, ...]:
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
                rf"^[ 【〔\[（|]{{0,3}}(?:{labels})[ ]?[：:][^。；\n]{{0,60}}$",
                {
                    "浏览：2031次": ("浏览：2031次",),
                    "|来源：某某网": ("|来源：某某网",),
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
