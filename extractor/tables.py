"""The tables: the database contract, declared once, with a Chinese and an English line for every table and column.

The site's descriptions come from here (`TABLES`). Offsets are code points, half-open, into `documents.text`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlmodel import Field, SQLModel


def _text(zh: str, en: str, **kw: Any) -> Any:
    return Field(default=None, description=f"{zh} · {en}", **kw)


def _code(table: str, zh: str, en: str) -> Any:
    column = Column(String, ForeignKey(f"{table}.code"), nullable=True)
    return Field(default=None, description=f"{zh} · {en}", sa_column=column)


def _document() -> Any:
    column = Column(Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)
    return Field(description="所属讲话 · the speech", sa_column=column)


def _id() -> Any:
    return Field(default=None, primary_key=True, description="编号，重抽不变 · stable row id")


def _start() -> Any:
    return Field(description="起点（字符） · first code point in documents.text")


def _end() -> Any:
    return Field(description="终点（不含） · one past the last code point")


def _rule() -> Any:
    return Field(description="得出此行的规则 · the rule that made the row")


def _corrected() -> Any:
    return Field(default=False, description="是否经人更正 · 1 where an analyst's word stands (see corrections)")


def _item() -> Any:
    column = Column(Integer, ForeignKey("items.id", ondelete="SET NULL"), nullable=True)
    return Field(default=None, description="所在条目 · the innermost item around it", sa_column=column)


class LookUp(SQLModel):
    """What every look-up table holds."""

    code: str = Field(primary_key=True, description="代码 · code")
    label_zh: str = Field(description="中文名 · Chinese label")
    label_en: str = Field(description="英文名 · English label")
    rank: int = Field(description="次序（级别表：1 为国家级） · order; administrative rank for levels, 1 = national")
    description: str = Field(description="说明 · what it covers")


class MeetingType(LookUp, table=True):
    """会议类型 · Meeting types"""

    __tablename__: ClassVar[Any] = "meeting_types"


class SpeakerLevel(LookUp, table=True):
    """讲话人层级 · Speaker levels"""

    __tablename__: ClassVar[Any] = "speaker_levels"


class SpeakerBody(LookUp, table=True):
    """讲话人所属机构类别 · Speaker bodies"""

    __tablename__: ClassVar[Any] = "speaker_bodies"


class RoleCode(LookUp, table=True):
    """条目作用 · Roles of numbered items"""

    __tablename__: ClassVar[Any] = "roles"


class SlotCode(LookUp, table=True):
    """隐去内容的类别 · What placeholders hide"""

    __tablename__: ClassVar[Any] = "slots"


class Run(SQLModel, table=True):
    """抽取批次：每运行一次一行 · Runs: one row per extraction run"""

    __tablename__: ClassVar[Any] = "runs"

    id: int | None = _id()
    started_at: str = Field(description="开始时间（UTC） · started")
    finished_at: str | None = _text("结束时间（空：中断） · finished", "empty when the run was cut short")
    ruleset: str = Field(description="规则与词库的哈希 · hash of rules and lexicons")
    version: str = Field(description="taizhang 版本 · version")
    documents_seen: int = Field(default=0, description="所见文件 · inputs seen")
    documents_extracted: int = Field(default=0, description="已抽取 · extracted")
    documents_unchanged: int = Field(default=0, description="未变而跳过 · unchanged, skipped")
    documents_failed: int = Field(default=0, description="失败 · failed")
    arguments: str = Field(default="", description="命令行参数 · command line")


class Document(SQLModel, table=True):
    """讲话：一篇一行，文本与结论 · Speeches: one row each, with the text and what was concluded"""

    __tablename__: ClassVar[Any] = "documents"

    id: int | None = _id()
    source: str = Field(unique=True, description="来源文件 · path below the corpus root")
    sha256: str = Field(description="文件哈希 · SHA-256 of the bytes")
    format: str = Field(description="格式 · file format")
    encoding: str = Field(description="编码 · encoding it was read in")
    title: str | None = _text("标题", "title as printed, lines joined")
    char_count: int = Field(description="字数 · code points in the text")
    genre: str | None = _text("文种（讲话、提纲、发言、报告……）", "genre")
    meeting_name: str | None = _text("会议名称", "name of the meeting")
    meeting_type: str | None = _code("meeting_types", "会议类型", "meeting type")
    campaign: str | None = _text("所属教育实践活动", "study campaign it belongs to")
    year: int | None = _text("讲话年份", "year of delivery")
    year_min: int | None = _text("年份下限", "earliest year the text supports")
    year_max: int | None = _text("年份上限", "latest year the text supports")
    year_basis: str = Field(description="年份依据（stated 印明、derived 推断、unknown 不明） · how the year is known")
    date: str | None = _text("日期（已知部分）", "date as far as known, ISO 8601")
    speaker_level: str | None = _code("speaker_levels", "讲话人层级", "speaker level")
    speaker_body: str | None = _code("speaker_bodies", "讲话人机构", "speaker body")
    speaker_title: str | None = _text("讲话人职务", "speaker's office")
    speaker_name: str | None = _text("讲话人姓名", "speaker's name")
    corrected: bool = _corrected()
    ruleset: str = Field(description="所用规则的哈希 · rules that extracted it (see rulesets)")
    extracted_at: str = Field(description="抽取时间（UTC） · extracted at")
    run_id: int | None = Field(
        default=None,
        description="抽取批次 · run that extracted it",
        sa_column=Column(Integer, ForeignKey("runs.id"), nullable=True),
    )
    # last: SQLite reads past a text's overflow pages to whatever column stands behind it
    text: str = Field(description="正文（只解码、统一换行，余皆不动） · the decoded text, nothing else changed")


class DocumentMeetingType(SQLModel, table=True):
    """复合会议的全部类型 · Meetings of a speech: all types of a compound one, the first included"""

    __tablename__: ClassVar[Any] = "document_meeting_types"

    document_id: int = Field(
        description="所属讲话 · the speech",
        sa_column=Column(Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    )
    meeting_type: str = Field(
        description="会议类型 · meeting type",
        sa_column=Column(String, ForeignKey("meeting_types.code"), primary_key=True),
    )
    position: int = Field(default=0, description="次序（0 为主类型） · order of naming, 0 first")


class EvidenceRow(SQLModel, table=True):
    """线索：结论从何而来，落选的也在 · Clues: why a document has its values, those that lost included"""

    __tablename__: ClassVar[Any] = "evidence"

    id: int | None = _id()
    document_id: int = _document()
    field: str = Field(description="字段 · field")
    value: str = Field(description="所指的值 · the value that it speaks for")
    char_start: int = _start()
    char_end: int = _end()
    rule: str = _rule()
    weight: float = Field(description="权重 0..1 · weight; the winner's is the largest")


class ItemRow(SQLModel, table=True):
    """条目：每个编号要点一行 · Numbered points: one row for each"""

    __tablename__: ClassVar[Any] = "items"

    id: int | None = _id()
    document_id: int = _document()
    parent_id: int | None = Field(
        default=None,
        description="上级条目 · the item that it details",
        sa_column=Column(Integer, ForeignKey("items.id", ondelete="SET NULL"), nullable=True),
    )
    char_start: int = _start()
    char_end: int = _end()
    marker: str = Field(description="文中编号（如印） · marker as printed")
    marker_style: str = Field(description="编号样式 · style of numbering")
    ordinal: int | None = _text("序数", "ordinal; empty for dashes and bullets")
    depth: int = Field(description="层次（0 为顶层） · depth, 0 at the top")
    path: str = Field(description="路径（2.1.3） · path")
    heading: str = Field(description="标题句 · text up to the first 。；！？： or line end")
    role: str = Field(description="作用 · role", sa_column=Column(String, ForeignKey("roles.code"), nullable=False))
    rule: str = _rule()
    corrected: bool = _corrected()
    role_rule: str | None = _text("判定作用的规则", "the rule that judged the role")


class DirectiveRow(SQLModel, table=True):
    """要求：作用为“要求”的条目，可直接查询 · Directives: what is asked, of whom, by when"""

    __tablename__: ClassVar[Any] = "directives"

    id: int | None = _id()
    item_id: int = Field(
        description="条目 · the item",
        sa_column=Column(Integer, ForeignKey("items.id", ondelete="CASCADE"), nullable=False),
    )
    document_id: int = _document()
    char_start: int = _start()
    char_end: int = _end()
    path: str = Field(description="路径 · path")
    marker: str = Field(description="文中编号 · marker")
    ordinal: int | None = _text("序数", "ordinal")
    depth: int = Field(description="层次 · depth")
    heading: str = Field(description="标题句 · heading")
    text: str = Field(description="全文（含下级） · the whole point, sub-items included")
    modality: str = Field(description="语气（must 必须、forbid 禁止、pledge 承诺、plain 祈使） · modality")
    action: str | None = _text("中心动词", "head verb")
    addressee: str | None = _text("责任主体（如印；空：全体）", "who must act, as printed; empty: everyone present")
    deadline: str | None = _text("期限（如印）", "deadline as printed")
    due_date: str | None = _text("期限日期", "ISO date of the deadline")
    rule: str = _rule()
    corrected: bool = _corrected()


class DeadlineRow(SQLModel, table=True):
    """期限：文中每个时限 · Deadlines: every time limit in the text"""

    __tablename__: ClassVar[Any] = "deadlines"

    id: int | None = _id()
    document_id: int = _document()
    item_id: int | None = _item()
    char_start: int = _start()
    char_end: int = _end()
    text: str = Field(description="期限（如印） · as printed")
    date: str | None = _text("日期", "ISO date; empty when redacted or unresolvable")
    redacted: bool = Field(description="是否隐去 · 1 when redacted")
    rule: str = _rule()
    corrected: bool = _corrected()


class MetricClaim(SQLModel, table=True):
    """数量陈述：每个数值一行 · Metric claims: one row for each value"""

    __tablename__: ClassVar[Any] = "metric_claims"

    id: int | None = _id()
    document_id: int = _document()
    item_id: int | None = _item()
    char_start: int = _start()
    char_end: int = _end()
    value: str = Field(description="数值（如印） · value as printed")
    number: float | None = _text("数（隐去为空）", "as a number; empty when redacted")
    unit: str | None = _text("单位（如印）", "unit as printed")
    quantity: float | None = _text("折算数量", "quantity in base_unit")
    base_unit: str | None = _text("基本单位", "normalised unit")
    redacted: bool = Field(description="是否隐去 · 1 when redacted")
    subject: str | None = _text("所计对象", "what is counted or measured")
    action: str | None = _text("支配动词", "governing verb as printed")
    approximation: str | None = _text("约数词（余、近、左右……）", "approximation")
    change: str = Field(description="增减（none 无、increase 增加、decrease 减少） · size of a change")
    comparison: str | None = _text("比较（同比、环比……）", "comparison as printed")
    status: str = Field(description="状态（achieved 已有、target 目标、forecast 预计） · status")
    period: str | None = _text("时段（如印）", "period as printed")
    clause: str = Field(description="所在分句 · the clause as printed")
    rule: str = _rule()
    corrected: bool = _corrected()


class RedactionRow(SQLModel, table=True):
    """隐去之处：每个占位符一行 · Redactions: one row for each placeholder"""

    __tablename__: ClassVar[Any] = "redactions"

    id: int | None = _id()
    document_id: int = _document()
    char_start: int = _start()
    char_end: int = _end()
    text: str = Field(description="占位符（如印） · as printed")
    slot: str = Field(
        description="隐去何物 · what it hides",
        sa_column=Column(String, ForeignKey("slots.code"), nullable=False),
    )
    metric_claim_id: int | None = Field(
        default=None,
        description="对应数量陈述 · the metric claim that it hides",
        sa_column=Column(Integer, ForeignKey("metric_claims.id", ondelete="SET NULL"), nullable=True),
    )
    rule: str = _rule()
    corrected: bool = _corrected()


class NoiseRow(SQLModel, table=True):
    """杂质：水印、页码、网址等 · Noise: spans that are no part of the speech"""

    __tablename__: ClassVar[Any] = "noise"

    id: int | None = _id()
    document_id: int = _document()
    char_start: int = _start()
    char_end: int = _end()
    kind: str = Field(description="种类 · kind")
    rule: str = _rule()


class KeywordRow(SQLModel, table=True):
    """关键词：每篇前二十，按 TF-IDF · Keywords: the twenty weightiest words of each speech, by TF-IDF"""

    __tablename__: ClassVar[Any] = "keywords"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    document_id: int = Field(
        description="所属讲话 · the speech",
        sa_column=Column(Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    )
    word: str = Field(primary_key=True, description="词（简体） · word, in simplified characters")
    count: int = Field(description="篇内次数 · how often it stands in the speech")
    weight: float = Field(description="权重（词频×逆文档频率） · share of the words × inverse document frequency")
    rank: int = Field(description="名次（1 最重） · rank, 1 for the weightiest")
    char_start: int = Field(description="首见起点（字符） · first code point of its first place in documents.text")
    char_end: int = _end()
    rule: str = Field(description="得出此行的规则 · the rule that made the row")


class RulesetRow(SQLModel, table=True):
    """规则集：每一字段所用规则的哈希 · Rulesets: the hash of each field's rules in a set of rules"""

    __tablename__: ClassVar[Any] = "rulesets"

    ruleset: str = Field(primary_key=True, description="规则集 · the set")
    part: str = Field(primary_key=True, description="字段 · field")
    hash: str = Field(description="哈希 · hash of its rules, lexicons and code")


class ChangeRow(SQLModel, table=True):
    """变动：每次运行改了哪些行 · Changes: what a run did to rows"""

    __tablename__: ClassVar[Any] = "changes"

    id: int | None = _id()
    run_id: int = Field(description="批次 · run", sa_column=Column(Integer, ForeignKey("runs.id"), nullable=False))
    document_id: int = Field(description="讲话编号（可能已移除） · the speech, possibly removed since")
    table_name: str = Field(description="表 · table")
    change: str = Field(description="变动（added 新增、removed 移除、changed 改动） · change")
    char_start: int | None = _text("起点", "first code point of the fact")
    field: str | None = _text("字段", "field that changed")
    before: str | None = _text("之前", "before")
    after: str | None = _text("之后", "after")
    rule: str | None = _text("规则", "rule")
    context: str | None = _text("原文", "the fact in ⟦⟧ with the text around it, as it stood then")


class FailureRow(SQLModel, table=True):
    """失败：读不了或抽不了的输入 · Failures: inputs that could not be read or extracted"""

    __tablename__: ClassVar[Any] = "failures"

    id: int | None = _id()
    run_id: int = Field(description="批次 · run", sa_column=Column(Integer, ForeignKey("runs.id"), nullable=False))
    source: str = Field(description="来源 · source")
    error: str = Field(description="错误 · error")
    detail: str = Field(description="说明与办法 · what to do")
    at: str = Field(description="时间 · at")


class CorrectionRow(SQLModel, table=True):
    """更正：分析者之言，重抽不失 · Corrections: an analyst's word, which outlives every re-extraction"""

    __tablename__: ClassVar[Any] = "corrections"

    id: int | None = _id()
    source: str = Field(description="来源 · source")
    sha256: str | None = _text("更正时的文件哈希", "hash of the file when corrected")
    table_name: str = Field(description="表 · table")
    action: str = Field(description="动作（set 改、add 增、delete 删） · what is done to the fact")
    char_start: int | None = _text("起点（空：整篇） · first code point of the fact", "empty for the whole document")
    char_end: int | None = _text("终点", "one past the last code point")
    field: str | None = _text("字段", "field")
    value: str | None = _text("值（增：各字段的 JSON）", "value; for add, JSON of the fields")
    quote: str | None = _text("引文：更正处的原文", "the fact's own text, which finds its place again")
    context: str | None = _text("上下文（引文前后）", "text before and after the quote, JSON")
    rule_value: str | None = _text("规则本来的值", "what the rules say by themselves")
    author: str = Field(description="作者 · author")
    note: str | None = _text("备注", "note")
    at: str = Field(description="时间 · at")
    state: str = Field(description="状态（applied 生效、stale 失位） · state")


LOOK_UPS: tuple[type[LookUp], ...] = (MeetingType, SpeakerLevel, SpeakerBody, RoleCode, SlotCode)
FACTS: tuple[type[SQLModel], ...] = (
    DocumentMeetingType,
    EvidenceRow,
    ItemRow,
    DirectiveRow,
    MetricClaim,
    DeadlineRow,
    RedactionRow,
    NoiseRow,
    KeywordRow,
)
"""Tables that hang on a document, in the order in which they are written."""
TABLES: tuple[type[SQLModel], ...] = (
    Document,
    *FACTS,
    Run,
    RulesetRow,
    ChangeRow,
    FailureRow,
    CorrectionRow,
    *LOOK_UPS,
)


def schema() -> str:
    """The statements that create every table in SQLite where it is missing: what `schema.sql` beside this holds."""
    listed = {model.__table__ for model in TABLES}  # type: ignore[attr-defined]
    ordered = [table for table in SQLModel.metadata.sorted_tables if table in listed]
    statements = (str(CreateTable(table, if_not_exists=True).compile(dialect=sqlite.dialect())) for table in ordered)
    return (
        "\n".join(f"{statement.strip()};".replace("\t", "    ").replace(", \n", ",\n") for statement in statements)
        + "\n"
    )
