"""Placeholders: which alphabet hides things in this document, and where (ANNOTATION.md §4).

Six alphabets, a pattern each; then the document's own style decides which runs are bullets, emphasis, multiplication
or ordinary words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from extractor.lexicon import Lexicon
from extractor.records import Layout, Placeholder, Speech
from extractor.rule import Rule, Verdict

_SHAPES = "△▲□■●◆◇☆★※◎"


@lru_cache(maxsize=4)
def rules(lexicon: Lexicon) -> tuple[Rule | Verdict, ...]:
    """The alphabets: crosses, 某, stars, shapes, blanks, letters."""
    return _alphabets(lexicon)


@lru_cache(maxsize=4)
def _alphabets(lexicon: Lexicon) -> tuple[Rule, ...]:
    codes = "|".join(map(re.escape, lexicon.words("placeholders", "codes")))
    ordinary = "|".join(map(re.escape, lexicon.words("placeholders", "ordinary_after_mou")))
    indicators = "|".join(rf"(?<={re.escape(word)})" for word in lexicon.words("placeholders", "indicators"))
    cross = "XxΧХхⅩⅹ×"
    return (
        Rule(
            name="placeholders.cross",
            pattern=rf"""(?:(?<![A-Za-z+{cross}])|{indicators})(?!{codes})
                        [{cross}]++(?:\.[{cross}]++|，[{cross}]{{3}}(?=[万亿元件人户名个吨]))*+
                        (?!\+)(?:(?<=×)|(?![A-RT-Za-z\u00c0-\u024f]|S(?!店)))""",
            finds={
                "我X完成投资X.X亿元，×××同志": ("X", "X.X", "×××"),
                "20xx年GDPXX亿元": ("xx", "XX"),
                "用好××APP，一家XS店，执结X,XXX件": ("××", "X", "X，XXX"),
            },
            ignores=("实行“6+X”模式，做X光检查。", "Excel表格和x86芯片"),
            source="ANNOTATION.md §4",
        ),
        Rule(
            name="placeholders.mou",
            pattern=rf"某{{2,}}|某(?!{ordinary})",
            finds={"某县某某同志": ("某", "某某"), "刘某的案例": ("某",)},
            ignores=("某些同志在某种程度上有畏难情绪。", "决不能停留在某一个环节"),
            source="ANNOTATION.md §4",
        ),
        Rule(
            name="placeholders.star",
            pattern=r"\*++(?:\.\*++|，\*{3}(?=[万亿元件人户名个吨]))*+",
            finds={"**县增长*.*%，人均**,***元": ("**", "*.*", "**，***")},
            ignores=("全县增长5%。",),
            source="ANNOTATION.md §4",
        ),
        Rule(
            name="placeholders.shape",
            pattern=rf"""(?<![一二三四五六七八九十百千〇零○])[○〇]++(?:\.[○〇]++)?(?![\d.零]|[一二三四五六七八九]{{1,2}}[年月日])
                        |([{_SHAPES}])\1*(?:\.\1+)?""",
            finds={"○○镇有滑坡点○处": ("○○", "○"), "▲▲公司": ("▲▲",), "○○一中在20○○年招生1.○万人": ("○○", "○○", "○")},
            ignores=("一九八○年和二○○八年", "二〇二一年", "○五年以来", "2○○6年"),
            source="ANNOTATION.md §4; GB/T 15835-2011 for 〇 as a digit",
        ),
        Rule(
            name="placeholders.blank",
            pattern=r"""(?<![A-Za-z_])(?:_{2,}(?:\._++)?|_\._++)(?![A-Za-z])
                        |(?:(?<=[\u4e00-\u9fff\d])|(?<=\d\.))_(?=[\u4e00-\u9fff%‰])
                        |(?<=[，。；：、（])_(?=[个名家户人件起次项条万亿元%年月日省市县区镇乡村])""",
            finds={
                "投入__万元，在____镇，增长_%": ("__", "____", "_"),
                "金额_._亿元，_个村达到1._%": ("_._", "_", "_"),
            },
            ignores=("my__file.docx",),
            source="ANNOTATION.md §4",
        ),
        Rule(
            name="placeholders.letter",
            pattern=r"""(?<![A-Za-z\d+.])(?!N多|n多)(?:[Nn]+(?:\.[Nn]+)*(?![A-Za-z\d+])|[A-MO-WYZ](?=(?:村|镇|县|乡)(?!镇|村)))
                        |(?:(?<=\d)|(?<=\d\.))N+(?:\.N+)?(?=[ ]?[\u4e00-\u9fff%‰])""",
            finds={"投入N亿元，带动N.N万户": ("N", "N.N"), "A村和B村": ("A", "B"), "医院1N家，占5.N%": ("N", "N")},
            ignores=("“1+N”方案", "戴好N95口罩", "APP和PPP", "A股"),
            source="ANNOTATION.md §4; seen: villages told apart by letters",
        ),
    )


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    def starts(table: str) -> re.Pattern[str]:
        return re.compile("[ ]?(?:" + "|".join(map(re.escape, lexicon.words("placeholders", table))) + ")")

    any_run = "|".join(f"(?:{r.pattern})" for r in _alphabets(lexicon)).replace(r"\1", r"(?P=shape)")
    any_run = any_run.replace(f"([{_SHAPES}])", f"(?P<shape>[{_SHAPES}])")
    return {
        "run": re.compile(any_run, re.VERBOSE | re.MULTILINE),
        "typical": starts("typical_after"),
        "counting": starts("counting_after_mou"),
        "measured": starts("measured_by_mou"),
    }


_SIGN = re.compile(f"[A-Zxn某×ΧХхⅩⅹ*○〇_{_SHAPES}]")
_PRODUCT = re.compile(r"(?<=\d)[×xX*](?=\d)")
_SIZE = re.compile(r"24(?![\d亿万])|[\d.]+(?:[ ]?[×xX*][ ]?\d|万?千瓦|小时|平?方?[厘毫]?米|mm|cm|m\b)")
_DIGITS = re.compile(r"[\d.]+")
_RULE_LINE = re.compile(r"^[ ]*(?:[*_○△▲□■●◆◇☆★※◎][ ]*){3,}$", re.MULTILINE)
_CUT_SENTENCE = re.compile(r"(?<=[^。！？：；…》）\n ])\n[ ]*\*{1,4}[ ]*\n[ ]*(?=[一-鿿、，])")
_LISTS_ON = re.compile(r"[^一二三四五六七八九十\d]、$")
_BULLET = re.compile(rf"^[ ]*(?:\*[ ]+(?![年月日号])|[{_SHAPES}○][ ]*(?![年月日号{_SHAPES}○]))", re.MULTILINE)


def find_placeholders(speech: Speech, layout: Layout, lexicon: Lexicon) -> tuple[Placeholder, ...]:
    """Every unbroken placeholder run that hides something, in order."""
    text = speech.folded
    patterns = _patterns(lexicon)
    spans = list(_scan(text, patterns["run"]))
    if not spans:
        return ()
    spans = _join_touching(text, _leave_inside(spans, [(n.start, n.end) for n in layout.noise]))
    kept = _leave_marks(text, spans, layout, patterns)
    return tuple(Placeholder(start, end, text[start]) for start, end in _leave_words(text, kept, patterns))


def _scan(text: str, run: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Every run of any alphabet; only signs that may begin one are looked at."""
    end = 0
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start >= end and (match := run.match(text, start)):
            end = match.end()
            yield start, end


def _leave_inside(spans: list[tuple[int, int]], outer: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs that begin inside none of the sorted outer spans."""
    starts = [start for start, _ in outer]
    return [s for s in spans if (i := bisect_right(starts, s[0])) == 0 or outer[i - 1][1] <= s[0]]


def _join_touching(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of two alphabets that touch are one (×××*), 某 apart."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start and "某" not in (text[start], text[start - 1]) and text[start - 1] != "*":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _leave_marks(
    text: str, spans: list[tuple[int, int]], layout: Layout, patterns: dict[str, re.Pattern[str]]
) -> list[tuple[int, int]]:
    """The runs that are no bullets, ruled lines, emphasis or multiplication."""
    marks = {text[start] for start, _ in spans}
    typical = patterns["typical"]
    if marks & set("*_○" + _SHAPES):
        drop = [
            m.span() for m in _RULE_LINE.finditer(text) if m.start() not in layout.head and not _in_sentence(text, m)
        ]
        drop += [m.span() for m in _BULLET.finditer(text)]
        spans = _leave_inside(spans, sorted(drop))
    stars = [span for span in spans if text[span[0]] == "*"]
    emphasis = set(stars) if stars and _emphasise(text, stars, typical) else set()
    shapes = {text[s] for s, e in spans if e - s > 1 or typical.match(text, e)}
    crosses = sum(1 for s, _ in spans if not _PRODUCT.match(text, s))
    return [
        (start, end)
        for start, end in spans
        if (start, end) not in emphasis
        and not (text[start] in _SHAPES and text[start] not in shapes)
        and not (end - start == 1 and _PRODUCT.match(text, start) and _multiplies(text, end, crosses, typical))
    ]


def _in_sentence(text: str, line: re.Match[str]) -> bool:
    """Whether a line of a few stars stands in a sentence that a file broke around it (书记⏎***⏎同志)."""
    return _CUT_SENTENCE.match(text, line.start() - 1) is not None


def _multiplies(text: str, end: int, crosses: int, typical: re.Pattern[str]) -> bool:
    """Whether a cross between digits is a product (2×66万千瓦, 7×24) and no hidden digit (1×0名)."""
    if _SIZE.match(text, end):
        return True
    digits = _DIGITS.match(text, end)
    return crosses < 3 and not (digits and typical.match(text, digits.end()))


def _emphasise(text: str, stars: list[tuple[int, int]], typical: re.Pattern[str]) -> bool:
    """Whether the document's stars are Markdown emphasis: in pairs on every line, and few stand before 市, 年, 亿元."""
    if sum(1 for _, end in stars if typical.match(text, end)) * 4 >= len(stars):
        return False
    pairs = list(zip(stars[::2], stars[1::2], strict=False))
    return len(stars) % 2 == 0 and all(
        last - first == end - start and "\n" not in text[last:start] and not _LISTS_ON.search(text, last, start)
        for (first, last), (start, end) in pairs
    )


def _leave_words(
    text: str, spans: list[tuple[int, int]], patterns: dict[str, re.Pattern[str]]
) -> list[tuple[int, int]]:
    """The runs that are no ordinary words in this document's style: a lone N, 某项 where nothing is counted by 某.

    Behind a digit a circle or an N hides something (1○○%, 9N%) only where the same sign does so alone.
    """
    lone = len(spans) == 1
    alone = {text[s] for s, _ in spans if not (text[s - 1 : s].isdigit() or text[s - 1 : s] == ".")}
    counts = any(text[s] == "某" and patterns["measured"].match(text, e) for s, e in spans)
    return [
        (start, end)
        for start, end in spans
        if not (text[start] in "Nn" and lone)
        and not (text[start] in "N○〇" and text[start] not in alone)
        and not (text[start] == "某" and end - start == 1 and not counts and patterns["counting"].match(text, end))
    ]
