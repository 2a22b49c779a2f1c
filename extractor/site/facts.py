"""The facts of one speech as marks: which stretch each colours, what its card says, how the lines are set."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from extractor.site.descriptions import code_words
from extractor.site.marks import Mark

Row = Mapping[str, Any]
Labels = Mapping[str, Mapping[str, str]]

KINDS: Mapping[str, tuple[str, str, str, str]] = {
    "items": ("i", "item", "条目", "Item"),
    "metric_claims": ("c", "claim", "数量", "Claim"),
    "redactions": ("r", "redaction", "隐去", "Redaction"),
    "deadlines": ("d", "deadline", "期限", "Deadline"),
    "evidence": ("e", "evidence", "线索", "Clue"),
    "noise": ("n", "noise", "杂质", "Noise"),
}
"""The tables whose rows are marked: anchor letter, CSS class, Chinese and English name."""

_ABOUT = tuple("余多来几")
STATUS = {"achieved": "已有", "target": "目标", "forecast": "预计"}
CHANGE = {"increase": "增加", "decrease": "减少"}
MARKER_STYLES = {
    "cn": "一、", "cn_paren": "（一）", "num": "1.", "num_paren": "（1）", "circled": "①", "di": "第一", "shi": "一是",
    "qi": "其一", "word": "首先", "dash": "——", "bullet": "●", "parallel": "一靠",
}  # fmt: skip
"""The first marker of each style of numbering."""
FIELDS = {
    "title": "标题", "genre": "文种", "meeting_name": "会议名称", "meeting_type": "会议类型", "campaign": "所属活动",
    "year": "年份", "date": "日期", "speaker_level": "层级", "speaker_body": "机构", "speaker_title": "职务",
    "speaker_name": "姓名",
}  # fmt: skip
"""The fields of a document that clues speak for."""


def anchor(table: str, row_id: object) -> str:
    """A row's id in the speech page: `c12` for claim 12."""
    return f"{KINDS[table][0]}{row_id}"


def place(document_id: int, table: str, row_id: object) -> str:
    """Where a row is marked, as a path below the site's root."""
    return f"/-/speech/{document_id}#{anchor(table, row_id)}"


def excerpt(text: str, start: int, end: int, around: int = 60) -> tuple[str, str, str]:
    """The words of a fact with some of the text before and behind.

    >>> excerpt("甲乙丙丁", 1, 2, around=1)
    ('甲', '乙', '丙')
    """
    return text[max(0, start - around) : start], text[start:end], text[end : end + around]


def heading_end(text: str, item: Row) -> int:
    """Where an item's heading ends; it begins somewhere after the marker."""
    after = int(item["char_start"]) + len(item["marker"])
    found = text.find(item["heading"], after, after + len(item["heading"]) + 8) if item["heading"] else -1
    return found + len(item["heading"]) if found >= 0 else after


def item_words(text: str, item: Row, most: int = 28) -> str:
    """What the outline says of an item: its heading, or where that is empty the words below it.

    >>> item_words("一、\\n修渠。", {"char_start": 0, "char_end": 6, "marker": "一、", "heading": ""})
    '修渠。'
    """
    after = int(item["char_start"]) + len(item["marker"])
    words = item["heading"] or text[after : int(item["char_end"])].strip()[: most + 1].split("\n")[0]
    return words if len(words) <= most else words[: most - 1] + "…"


def claim_end(text: str, claim: Row) -> int:
    """Where a claim's unit ends if it follows the value, 余 or 多 somewhere in it (1.2万余名); else the value's end."""
    at, unit = int(claim["char_end"]), claim["unit"] or ""
    for character in unit:
        at += text[at : at + 1] in _ABOUT
        if text[at : at + 1] != character:
            return int(claim["char_end"])
        at += 1
    return at


class Saying(Protocol):
    """A correction that says in one line what it does."""

    @property
    def says(self) -> str: ...


Corrections = Mapping[tuple[str, int | None], Sequence[Saying]]
"""The corrections that hold, by table and place."""


def fact_marks(
    text: str, facts: Mapping[str, Sequence[Row]], labels: Labels, corrections: Corrections | None = None
) -> list[Mark]:
    """A mark for every fact of a speech, by table; a corrected one says what was corrected."""
    describe: dict[str, Callable[[Row], Mark]] = {
        "items": lambda row: _item(text, row, labels),
        "metric_claims": lambda row: _claim(text, row),
        "redactions": lambda row: _redaction(text, row, labels),
        "deadlines": lambda row: _plain("deadlines", row, row["text"], ("日期", row["date"])),
        "evidence": lambda row: _evidence(text, row),
        "noise": lambda row: _plain("noise", row, row["kind"]),
    }
    said = corrections or {}
    return [
        _corrected(describe[table](row), said.get((table, row["char_start"]), ()))
        for table in KINDS
        for row in facts[table]
    ]


def _corrected(mark: Mark, corrections: Sequence[Saying]) -> Mark:
    if not corrections:
        return mark
    card = "\n".join([mark.title, *(f"更正：{one.says}" for one in corrections)])
    return replace(mark, kinds=f"{mark.kinds} corrected", title=card)


def _mark(table: str, row: Row, end: int, extra: str, first: str, *lines: tuple[str, Any], **data: str) -> Mark:
    _, css, zh, en = KINDS[table]
    said = [f"{label}：{value}" for label, value in (*lines, ("规则", row["rule"])) if value not in (None, "")]
    card = "\n".join([f"{zh} {en} · {first}", *said])
    return Mark(row["char_start"], end, anchor(table, row["id"]), f"{css} {extra}".strip(), card, data)


def _plain(table: str, row: Row, first: str, *lines: tuple[str, Any]) -> Mark:
    return _mark(table, row, row["char_end"], "", first, *lines)


def _item(text: str, row: Row, labels: Labels) -> Mark:
    role = labels["roles"].get(row["role"], row["role"])
    return _mark(
        "items", row, heading_end(text, row), f"role-{row['role']}", f"{row['path']} {role}",
        ("编号样式", MARKER_STYLES.get(row["marker_style"], row["marker_style"])), ("作用判据", row["role_rule"]),
    )  # fmt: skip


def _claim(text: str, row: Row) -> Mark:
    end = claim_end(text, row)
    return _mark(
        "metric_claims", row, end, "hidden-value" if row["redacted"] else "", text[row["char_start"] : end],
        ("对象", row["subject"]), ("动词", row["action"]), ("数", row["number"]), ("折合", _quantity(row)),
        ("约数", row["approximation"]), ("增减", CHANGE.get(row["change"])), ("比较", row["comparison"]),
        ("状态", STATUS.get(row["status"], row["status"])), ("时段", row["period"]),
    )  # fmt: skip


def _quantity(row: Row) -> str | None:
    if row["quantity"] is None or row["quantity"] == row["number"]:
        return None
    return f"{row['quantity']:,.10g} {row['base_unit'] or ''}".strip()


def _redaction(text: str, row: Row, labels: Labels) -> Mark:
    slot = labels["slots"].get(row["slot"], row["slot"])
    return _mark("redactions", row, row["char_end"], f"slot-{row['slot']}", row["text"], ("隐去何物", slot))


def clue_value(row: Row) -> str:
    """What a clue speaks for, by its label where it is a code."""
    return code_words(row["field"]).get(row["value"], str(row["value"]))


def _evidence(text: str, row: Row) -> Mark:
    field = FIELDS.get(row["field"], row["field"])
    lines = (("原文", text[row["char_start"] : row["char_end"]]), ("权重", f"{row['weight']:.2f}"))
    return _mark("evidence", row, row["char_end"], "", f"{field} → {clue_value(row)}", *lines, field=row["field"])


def innermost(items: Sequence[Row]) -> Callable[[int], Row | None]:
    """A function from an offset to the innermost item around it; `items` in the order of the text."""
    starts = [item["char_start"] for item in items]

    def around(offset: int) -> Row | None:
        for n in range(bisect_right(starts, offset) - 1, -1, -1):
            if items[n]["char_end"] > offset:
                return items[n]
            if items[n]["depth"] == 0:
                break
        return None

    return around


def title_lines(text: str, title: str | None, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The starts of the lines that together print the title."""
    rest, starts = title or "", set[int]()
    for start, end in spans:
        line = text[start:end].strip()
        if rest and rest.startswith(line):
            starts.add(start)
            rest = rest[len(line) :]
        elif starts:
            break
    return starts
