"""Parquet: typed columns, each described in its metadata, row groups of some tens of megabytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.errors import ExportError
from extractor.export.relation import Column, Record, Relation, Tally, printed

_GROUP_BYTES = 32 * 1024 * 1024
_GROUP_ROWS = 100_000
_KINDS = {"INTEGER": pa.int64(), "FLOAT": pa.float64(), "BOOLEAN": pa.bool_()}
_TYPES = {frozenset({"int"}): pa.int64(), frozenset({"float"}): pa.float64(), frozenset({"int", "float"}): pa.float64()}


def write(connection: sqlite3.Connection, path: Path, relations: Sequence[Relation]) -> list[Tally]:
    """Write one relation. Raises `ExportError` where a value is not of its column's declared type."""
    (relation,) = relations
    schema = _schema(connection, relation)
    rows = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(schema, relation.batches(connection)):
            writer.write_table(group)
            rows += group.num_rows
    return [Tally(rows)]


def _schema(connection: sqlite3.Connection, relation: Relation) -> Any:
    """Types as the table declares them; those of a query are seen from its values, in a pass of their own."""
    if all(column.kind for column in relation.columns):
        types = [_KINDS.get(column.kind, pa.string()) for column in relation.columns]
    else:
        types = _seen_types(connection, relation)
    return pa.schema([_field(column, kind) for column, kind in zip(relation.columns, types, strict=True)])


def _field(column: Column, kind: Any) -> Any:
    metadata = {"description": column.description} if column.description else None
    return pa.field(column.name, kind, metadata=metadata)


def _seen_types(connection: sqlite3.Connection, relation: Relation) -> list[Any]:
    seen: list[set[str]] = [set() for _ in relation.columns]
    for batch in relation.batches(connection):
        for names, values in zip(seen, zip(*batch, strict=True), strict=True):
            names.update({type(value).__name__ for value in values if value is not None})
    return [_TYPES.get(frozenset(names), pa.string()) for names in seen]


def _groups(schema: Any, batches: Iterator[list[Record]]) -> Iterator[Any]:
    """Tables of a row group each."""
    waiting: list[Any] = []
    size = rows = 0
    for batch in batches:
        waiting.append(_record_batch(schema, batch))
        size += waiting[-1].nbytes
        rows += len(batch)
        if size > _GROUP_BYTES or rows > _GROUP_ROWS:
            yield pa.Table.from_batches(waiting, schema)
            waiting, size, rows = [], 0, 0
    if waiting:
        yield pa.Table.from_batches(waiting, schema)


def _record_batch(schema: Any, rows: list[Record]) -> Any:
    columns = zip(schema, zip(*rows, strict=True), strict=True)
    return pa.record_batch([_array(field, values) for field, values in columns], schema=schema)


def _array(field: Any, values: Sequence[Any]) -> Any:
    if field.type == pa.bool_():
        values = [None if value is None else bool(value) for value in values]
    elif field.type == pa.string():
        values = [value if value is None or isinstance(value, str) else printed(value) for value in values]
    try:
        return pa.array(values, field.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ExportError(f"column {field.name}: {error}; csv and jsonl take any value") from error
