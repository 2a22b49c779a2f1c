"""How a speech and its facts look in a terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from extractor.records import Extraction, Speech

STYLES = {"item": "bold cyan", "claim": "green", "redaction": "magenta", "deadline": "yellow", "noise": "dim strike"}
_LEGEND = {
    "item": "编号 item",
    "claim": "数量 claim",
    "redaction": "隐去 redaction",
    "deadline": "期限 deadline",
    "noise": "杂质 noise",
}


def marked_text(speech: Speech, extraction: Extraction) -> Text:
    """The whole text with every fact's own characters in its kind's style."""
    text = Text(speech.text)
    spans = [
        *(("noise", n.start, n.end) for n in extraction.layout.noise),
        *(("redaction", r.start, r.end) for r in extraction.redactions),
        *(("claim", c.start, c.end + len(c.unit)) for c in extraction.claims),
        *(("deadline", d.start, d.end) for d in extraction.deadlines),
        *(("item", i.start, i.start + len(i.marker)) for i in extraction.items),
    ]
    for kind, start, end in spans:
        text.stylize(STYLES[kind], start, end)
    return text


def legend() -> Text:
    """One line that says which style marks what."""
    return Text("  ").join(Text(label, style=STYLES[kind]) for kind, label in _LEGEND.items())


def document_table(speech: Speech, extraction: Extraction) -> Table:
    """What was concluded of the whole document."""
    meeting, dating, speaker = extraction.meeting, extraction.dating, extraction.speaker
    interval = f"{dating.year_min}–{dating.year_max}" if dating.year_min != dating.year_max else ""
    rows = {
        "标题 title": extraction.layout.title_text,
        "会议 meeting": " + ".join(meeting.meeting_types) or None,
        "年份 year": " ".join(str(v) for v in (dating.year, interval, f"({dating.year_basis})") if v),
        "讲话人 speaker": " / ".join(filter(None, (speaker.level, speaker.body, speaker.title, speaker.name))),
    }  # fmt: skip
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for label, value in rows.items():
        table.add_row(label, value or "—")
    return table


def item_table(speech: Speech, extraction: Extraction) -> Table:
    """The outline: every numbered item with its role."""
    table = Table("位置", "路径", "作用 role", "标题句 heading", title="条目 items", title_justify="left", box=None)
    for item in extraction.items:
        heading = speech.text[item.heading.start : item.heading.end]
        table.add_row(str(item.start), item.path, item.role, "  " * item.depth + item.marker + heading[:60])
    return table


def claim_table(speech: Speech, extraction: Extraction) -> Table:
    """Every metric claim as a row."""
    table = Table(
        "位置", "数值 value", "所计 subject", "增减", "状态 status", title="数量 claims", title_justify="left", box=None
    )
    for claim in extraction.claims:
        value = speech.text[claim.start : claim.end] + claim.unit
        table.add_row(str(claim.start), value, claim.subject or "—", claim.change, claim.status)
    return table


def redaction_table(speech: Speech, extraction: Extraction) -> Table:
    """How many placeholders hide what."""
    table = Table("隐去何物 slot", "处数", "位置 offsets", title="隐去 redactions", title_justify="left", box=None)
    slots: dict[str, list[int]] = {}
    for redaction in extraction.redactions:
        slots.setdefault(redaction.slot, []).append(redaction.start)
    for slot, starts in sorted(slots.items(), key=lambda pair: -len(pair[1])):
        shown = " ".join(map(str, starts[:12])) + (" …" if len(starts) > 12 else "")
        table.add_row(slot, str(len(starts)), shown)
    return table
