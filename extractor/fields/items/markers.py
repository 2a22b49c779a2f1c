"""Markers: everything in a text that looks like an enumerator, with its style, ordinal and place in its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import Lexicon
from extractor.numerals import parse_int
from extractor.rule import Rule

GB_RANKS = {"cn": 1, "cn_paren": 2, "num": 3, "num_paren": 4, "circled": 5}
"""Ranks of GB/T 9704-2012 §7.3.3, the circled figures below them."""

_CN = "一二三四五六七八九十"
_BOUNDARY = r"[^\n\ 。；：！？，.…”）、】*\#>·]"
"""A character that is no boundary before an enumerator."""
_AFTER_MODAL = _BOUNDARY[:-1] + "要即]"
_SENTENCE_END = frozenset("\n 。；：！？.…”）】*#>")
_RANGES = (
    ("①", 20, "circled"), ("⑴", 20, "num_paren"), ("⒈", 20, "num"), ("㈠", 10, "cn_paren"), ("㊀", 10, "circled"),
    ("❶", 10, "circled"), ("➀", 10, "circled"), ("➊", 10, "circled"),
)  # fmt: skip
SIGNS = {chr(ord(first) + n): (style, n + 1) for first, size, style in _RANGES for n in range(size)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One enumerator-like run. `firm`: a sentence or line ends before it. `line`: it opens a line."""

    start: int
    end: int
    style: str
    family: str
    ordinal: int | None
    line: bool
    firm: bool
    rule: str

    @property
    def rank(self) -> int | None:
        """The GB/T 9704 rank, None for styles that may stand at any depth."""
        return GB_RANKS.get(self.family)


def _later_numeral(follow: str) -> str:
    """A second numeral that goes on counting (二、三产业, 三、四季度), not a heading (三、一级抓一级)."""
    pairs = "|".join(rf"(?<={a}.)[{_CN[n + 1 :]}]" for n, a in enumerate(_CN[:-1]))
    return f"(?:{pairs})[{follow}]"


@lru_cache(maxsize=8)
def marker_rules(lexicon: Lexicon) -> dict[str, Rule]:
    """Every pattern of an enumerator by its style, in the order in which they compete for a place."""
    verbs = "".join(lexicon["enumerators"]["parallel"]["verbs"])
    nouns = "".join(lexicon["enumerators"]["nouns"]["after_yao"])
    follow = "".join(lexicon["enumerators"]["nouns"]["after_numeral"])
    table = lexicon["enumerators"]["structure"]
    heads = "".join(table["runs_on_from"])
    words = [*table["first"], *table["next"], *table["last"]]
    signs = "".join(SIGNS)
    standard = "GB/T 9704-2012 §7.3.3, ANNOTATION.md §2"
    rules = (
        Rule(
            "items.cn",
            rf"[{_CN}](?<![\d第{_CN}百千零〇两].)[{_CN}]{{0,2}}[ ]?(?:[.]、|[、.，：])(?!{_later_numeral(follow)})",
            {
                "一、提高认识": ("一、",),
                "讲三点。二. 狠抓落实": ("二.",),
                "十二、加强领导": ("十二、",),
                "三，抓好整改": ("三，",),
                "三、一级抓一级": ("三、",),
            },
            ("位居全市第一、全省第三", "二、三产业加快发展", "三、四季度再加力"),
            standard,
        ),
        Rule(
            "items.cn-bare",
            rf"(?:(?<=^)|(?<=[\n\ ]))[{_CN}]{{1,2}}[ ]{{1,3}}(?=[一-鿿“])",
            {"一　先看家底\n二　再想出路": ("一　", "二　")},
            ("一年来，统一 思想",),
            "seen: headings of a numeral and a wide blank, without 、",
        ),
        Rule(
            "items.cn-paren",
            rf"[（〔【\[][ ]?[{_CN}]{{1,3}}[ ]?[）〕】\]]|[{_CN}](?<!{_BOUNDARY}.)[{_CN}]{{0,2}}）",
            {
                "（一）抓学习。(二)抓整改": ("（一）", "（二）"),
                "三）抓作风": ("三）",),
                "〔一〕抓学习。【二】抓查摆": ("〔一〕", "【二】"),
            },
            ("会议（第一阶段）开始", "县办〔2019〕14号"),
            standard,
        ),
        Rule(
            "items.num",
            r"\d(?<![\d.第\-—~×x%/].)\d?[ ]?(?:[.]、|[.、])(?!\d(?!\d{3}[年—-])|[.、，；。）])",
            {"1.强化责任。2、强化监督": ("1.", "2、"), "３．抓落实": ("3.",), "1.2020年任务": ("1.",)},
            ("增长1.5亿元", "软件2.0版", "12.4国家宪法日"),
            standard,
        ),
        Rule(
            "items.num-paren",
            rf"（[ ]?\d{{1,2}}[ ]?）|\d(?<!{_BOUNDARY}.)\d?）",
            {"（1）摸底数。(2)建台账": ("（1）", "（2）"), "3）销号": ("3）",)},
            ("会议（2019年）",),
            standard,
        ),
        Rule(
            "items.sign",
            rf"[{signs}]",
            {"①学深；②悟透": ("①", "②"), "⒈清底数": ("⒈",), "⑴建账": ("⑴",)},
            ("共1项",),
            "ANNOTATION.md §2 (①), Unicode enclosed numbers",
        ),
        Rule(
            "items.di",
            rf"第(?<!{_BOUNDARY}.)[{_CN}]{{1,3}}(?:(?:个方面|方面|点|条|件事?|句话?|步|招|关)?[，、：](?!第?[{_CN}][、，产线季级届批])"
            rf"|(?:个|点|条)?(?=是|要(?![{nouns}]))|(?<=^第.)[ ](?=[^\d部编章节])|(?<=^第..)[ ](?=[^\d部编章节]))",
            {"第一，坚持方向。第二、抓好队伍": ("第一，", "第二、"), "二要统筹；第三要落实": ("第三",)},
            ("他是第一责任人。第一季度开局良好", "发展是第一要务", "第一项议程，通报情况", "第一、二、三产业协调发展"),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.qi",
            rf"其(?<!{_BOUNDARY}.)[{_CN}](?:[，、：](?![{_CN}])|(?=是|要))",
            {"其一，信念滑坡；其二，监督缺位": ("其一，", "其二，")},
            ("只知其一，不知其二",),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.word",
            rf"[{''.join(dict.fromkeys(w[0] for w in words))}](?<!{_BOUNDARY}.)"
            rf"(?:{'|'.join(f'(?<={w[0]}){w[1:]}' for w in words)})",
            {"首先要学。其次要干": ("首先", "其次")},
            ("这是首先要做的",),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.shi",
            rf"[{_CN}](?:(?<!{_AFTER_MODAL}.)|(?<=[{heads}]一)(?=[是要]))"
            rf"[{_CN}]{{0,2}}[ ]?(?:是(?![{_CN}](?:[，、；。是]|$))|要(?![{nouns}]))",
            {
                "一是抓学习；二是抓整改": ("一是", "二是"),
                "一要严查": ("一要",),
                "要求各单位一要严查；二要整改": ("一要", "二要"),
            },
            ("统一是关键，唯一要做的", "一是一，二是二", "一方面抓发展，另一方面保稳定"),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.parallel",
            rf"[{_CN}](?<!{_AFTER_MODAL}.)[{verbs}](?!月|等奖|产)",
            {"一抓思想，二抓制度": ("一抓", "二抓")},
            ("一年来成绩显著，一个都不能少",),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.dash",
            r"[—-](?<![^\n\ ].)(?:(?<=—)—{0,3}|(?<=-)-{1,4}|(?=[ ]*[一-龥“]))(?![—-]|[ ]*\d+[ ]*[—-])(?=[ ]*\S)",
            {"——学习更加扎实。": ("——",), "－－谋划有序": ("--",)},
            ("理论——实践——再认识", "- 3 -"),
            "ANNOTATION.md §2",
        ),
        Rule(
            "items.bullet",
            r"[●■◆◇▪•★☆※►▶➢✓✔](?<![^\n\ ].)(?=[ ]*[一-龥“《])",
            {"●抓学习": ("●",)},
            ("代号●●公司",),
            "ANNOTATION.md §2 (bullets)",
        ),
    )
    return {rule.name: rule for rule in rules}


@lru_cache(maxsize=8)
def _scanner(lexicon: Lexicon) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """All rules in one pattern, a group each; a class of their first characters spares them most of the text."""
    rules = marker_rules(lexicon)
    table = lexicon["enumerators"]["structure"]
    heads = "".join(word[0] for word in (*table["first"], *table["next"], *table["last"]))
    opening = rf"(?=[{_CN}\d（〔【\[第其—\-●■◆◇▪•★☆※►▶➢✓✔{heads}{''.join(SIGNS)}])"
    pattern = opening + "(?:" + "|".join(f"({rule.pattern})" for rule in rules.values()) + ")"
    return re.compile(pattern, re.VERBOSE | re.MULTILINE), tuple(rules)


_FAMILY = {
    "items.cn": "cn", "items.cn-bare": "cn", "items.cn-paren": "cn_paren", "items.num": "num",
    "items.num-paren": "num_paren",
    "items.di": "di", "items.qi": "qi", "items.word": "word", "items.shi": "shi", "items.parallel": "parallel",
    "items.dash": "dash", "items.bullet": "bullet",
}  # fmt: skip
_NUMERAL = re.compile(rf"[{_CN}]+|\d+")


def scan_marks(folded: str, lexicon: Lexicon) -> list[Mark]:
    """Every enumerator-like run of a folded text, in order; context has not judged them yet.

    >>> from extractor.lexicon import load_lexicon
    >>> [(m.family, m.ordinal) for m in scan_marks("一、抓学习。一是读，二是悟", load_lexicon())]
    [('cn', 1), ('shi', 1), ('shi', 2)]
    """
    regex, names = _scanner(lexicon)
    marks = (_mark(folded, match, names[(match.lastindex or 1) - 1]) for match in regex.finditer(folded))
    return [mark for mark in marks if mark is not None]


def _mark(folded: str, match: re.Match[str], rule: str) -> Mark | None:
    raw = match.group()
    printed = raw.strip()
    start = match.start() + len(raw) - len(raw.lstrip())
    end = start + len(printed)
    line = _opens_line(folded, start)
    firm = line or folded[start - 1] in _SENTENCE_END
    if rule == "items.sign":
        kind, number = SIGNS[printed]
        return Mark(start, end, "sign", kind, number, line, True, rule)
    family = _FAMILY[rule]
    if family in ("dash", "bullet") and not line:
        return None
    if family in ("dash", "bullet", "word"):
        style = printed if family == "word" else family
        return Mark(start, end, style, family, None, line, firm, rule)
    numeral = _NUMERAL.search(printed)
    ordinal = parse_int(numeral.group()) if numeral else None
    if not ordinal or ordinal > 60:
        return None
    style = _NUMERAL.sub("", printed).strip("（）〔〕【】[] ，") or family
    return Mark(start, end, style, family, ordinal, line, firm, rule)


def _opens_line(folded: str, start: int) -> bool:
    before = start
    while before and folded[before - 1] in " #*>·" and start - before < 12:
        before -= 1
    return before == 0 or folded[before - 1] == "\n"
