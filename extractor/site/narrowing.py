"""Lists of facts narrowed down to some speeches: by the speech's year, kind of meeting, level, body, and by its part.

`/taizhang/directives?_level=county&_year=2019` lists what county speakers asked for in 2019; search, filters, facets
and exports go on top, as with a column of the table's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.tables import FACTS

Labels = Mapping[str, Sequence[tuple[str, str]]]
"""The codes of every look-up table with their labels."""

FIFTHS = ("开头", "前段", "中段", "后段", "结尾")
"""The parts of a speech: fifths of its characters."""
PART = "min(4, 5 * {start} / max({count}, 1))"
"""The SQL expression of the fifth in which a fact begins."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list of facts can be narrowed down by: the argument's name, its labels, the column of `documents`."""

    name: str
    zh: str
    en: str
    column: str
    table: str | None = None


OF_SPEECH = (
    Narrowing("_year", "年份", "year", "year"),
    Narrowing("_meeting", "会议类型", "meeting", "meeting_type", "meeting_types"),
    Narrowing("_level", "层级", "level", "speaker_level", "speaker_levels"),
    Narrowing("_body", "机构", "body", "speaker_body", "speaker_bodies"),
)
OF_PLACE = Narrowing("_part", "位置", "part", "char_start")
_MODELS = {str(model.__tablename__): model for model in FACTS}


def narrowings(table: str) -> tuple[Narrowing, ...]:
    """What a table's list can be narrowed down by; nothing where its rows hang on no speech."""
    model = _MODELS.get(table)
    if model is None:
        return ()
    return (*OF_SPEECH, OF_PLACE) if "char_start" in model.model_fields else OF_SPEECH


def choices(one: Narrowing, labels: Labels) -> Sequence[tuple[str, str]]:
    """What may be chosen: codes with their labels; nothing where it is written by hand."""
    if one is OF_PLACE:
        return [(str(n), name) for n, name in enumerate(FIFTHS)]
    return labels.get(one.table, ()) if one.table else ()


def condition(table: str, asked: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """The SQL conditions on a table of facts, and their parameters; both empty where nothing is asked.

    >>> condition("items", {"_year": "2019"})
    (['document_id in (select id from documents where year = :narrow_year)'], {'narrow_year': '2019'})
    """
    of_speech = [one for one in OF_SPEECH if asked.get(one.name)]
    where, parameters = [], {f"narrow{one.name}": asked[one.name] for one in of_speech}
    if of_speech:
        wanted = " and ".join(f"{one.column} = :narrow{one.name}" for one in of_speech)
        where.append(f"document_id in (select id from documents where {wanted})")
    if asked.get(OF_PLACE.name) and OF_PLACE in narrowings(table):
        count = "(select char_count from documents where documents.id = document_id)"
        where.append(f"{PART.format(start='char_start', count=count)} = cast(:narrow_part as integer)")
        parameters["narrow_part"] = asked[OF_PLACE.name]
    return where, parameters


def told(table: str, asked: Mapping[str, str], labels: Labels) -> tuple[list[str], list[str]]:
    """What a list is narrowed down to, in Chinese and in English.

    >>> told("items", {"_level": "county", "_part": "0"}, {"speaker_levels": [("county", "县级 County")]})
    (['讲话层级 县级', '讲话位置 开头'], ['level of the speech = county', 'part of the speech = 0'])
    """
    zh, en = [], []
    for one in narrowings(table):
        value = asked.get(one.name)
        if value:
            label = dict(choices(one, labels)).get(value, value).split(" ")[0]
            zh.append(f"讲话{one.zh} {label}")
            en.append(f"{one.en} of the speech = {value}")
    return zh, en


def filter_arguments(table: str, request: Any, labels: Labels) -> dict[str, Any]:
    """What Datasette's table view needs to narrow the list of a table of facts down."""
    known = narrowings(table)
    asked = {one.name: (request.args.get(one.name) or "").strip() for one in known}
    where, parameters = condition(table, asked)
    zh, en = told(table, asked, labels)
    offered = [(one, asked[one.name], choices(one, labels)) for one in known]
    context = {"narrowings": offered, "narrowed": zh, "narrowing_names": set(asked)}
    return {"where_clauses": where, "params": parameters, "human_descriptions": en, "extra_context": context}
