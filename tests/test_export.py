"""Exports: every table or query as CSV, JSON Lines, Parquet or one workbook, streamed, labelled, harmless to open."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from extractor.errors import ExportError, StoreError
from extractor.export import Format, export, workbook
from extractor.export.delimited import harmless
from extractor.export.relation import Relation
from extractor.tables import TABLES
from tests.conftest import taizhang

NAMES = [str(model.__tablename__) for model in TABLES]
ROLES = "select i.id, i.role, d.title from items i join documents d on d.id = i.document_id order by i.id"


def stored(db: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute(query).fetchall()


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def read_sheet(path: Path, name: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))


@pytest.fixture
def hostile(tmp_path: Path, sample_ledger: Path) -> Path:
    """A ledger whose texts try to be formulas, to break lines and to be longer than a cell."""
    path = tmp_path / "hostile.db"
    with sqlite3.connect(sample_ledger) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
    with sqlite3.connect(path) as connection:
        connection.execute("update documents set title = '=HYPERLINK(\"http://evil\")' where id = 1")
        connection.execute("update documents set title = '@一,\"二\"\n三', text = ? where id = 2", ("长" * 40_000,))
        connection.execute("update metric_claims set number = -5.5, subject = '-5.5' where id = 1")
        connection.execute("update metric_claims set number = 9e999, subject = 'http://evil' where id = 2")
    return path


@pytest.mark.parametrize("form", Format)
def test_every_table_comes_out_whole(form: Format, sample_ledger: Path, tmp_path: Path) -> None:
    written = export(sample_ledger, tmp_path / "out", form=form)
    assert [each.name for each in written] == NAMES
    for each in written:
        assert each.tally.rows == stored(sample_ledger, f"select count(*) from {each.name}")[0][0]
        assert each.path.is_file()
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {f".{form}"}, "no temporary file is left"


def test_csv_opens_as_chinese_with_labels_beside_codes(sample_ledger: Path, tmp_path: Path) -> None:
    (written,) = export(sample_ledger, tmp_path / "items.csv", tables=["items"])
    assert written.path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = read_csv(written.path)
    names = list(rows[0])
    assert names[names.index("role") + 1] == "role_label"
    labels = dict(stored(sample_ledger, "select code, label_zh from roles"))
    assert all(row["role_label"] == labels[row["role"]] for row in rows)
    assert [row["marker"].removeprefix("'") for row in rows] == [
        marker for (marker,) in stored(sample_ledger, "select marker from items order by id")
    ]


@pytest.mark.parametrize(
    ("table", "column", "code", "label"),
    [
        ("documents", "year_basis", "stated", "印明"),
        ("metric_claims", "change", "increase", "增加"),
        ("metric_claims", "status", "achieved", "已有"),
        ("directives", "modality", "must", "必须"),
        ("redactions", "slot", "quantity", "数量"),
    ],
)
def test_every_coded_column_has_its_label(
    table: str, column: str, code: str, label: str, sample_ledger: Path, tmp_path: Path
) -> None:
    export(sample_ledger, tmp_path / "a.jsonl", tables=[table])
    found = {row[column]: row[f"{column}_label"] for row in read_lines(tmp_path / "a.jsonl")}
    assert found[code] == label
    assert all(found.values())


def test_json_lines_are_the_rows(sample_ledger: Path, tmp_path: Path) -> None:
    export(sample_ledger, tmp_path / "a.jsonl", tables=["documents"])
    rows = read_lines(tmp_path / "a.jsonl")
    query = "select id, title, text, year, speaker_level from documents order by id"
    assert [tuple(row[n] for n in ("id", "title", "text", "year", "speaker_level")) for row in rows] == stored(
        sample_ledger, query
    )


def test_parquet_is_typed_and_described(sample_ledger: Path, tmp_path: Path) -> None:
    export(sample_ledger, tmp_path / "a.parquet", tables=["metric_claims"])
    table = pq.read_table(tmp_path / "a.parquet")
    kinds = {name: str(table.schema.field(name).type) for name in ("id", "quantity", "redacted", "value")}
    assert kinds == {"id": "int64", "quantity": "double", "redacted": "bool", "value": "string"}
    assert "数值".encode() in table.schema.field("value").metadata[b"description"]
    query = "select value, quantity from metric_claims order by id"
    assert list(zip(*table.select(["value", "quantity"]).to_pydict().values(), strict=True)) == stored(
        sample_ledger, query
    )


def test_a_querys_parquet_has_the_types_of_its_values(sample_ledger: Path, tmp_path: Path) -> None:
    query = "select 1 as n, 1.5 as x, null as z, 'a' as t union all select 2, 3, null, x'00ff'"
    export(sample_ledger, tmp_path / "a.parquet", query=query)
    table = pq.read_table(tmp_path / "a.parquet")
    assert [str(kind) for kind in table.schema.types] == ["int64", "double", "string", "string"]
    assert table.to_pylist()[1] == {"n": 2, "x": 3.0, "z": None, "t": "00ff"}


def test_a_workbook_has_a_sheet_a_table_with_frozen_titles(sample_ledger: Path, tmp_path: Path) -> None:
    export(sample_ledger, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == NAMES
    sheet = book["directives"]
    assert sheet.freeze_panes == "A3"
    heads = list(sheet.iter_rows(max_row=2, values_only=True))
    titles = dict(zip(*heads, strict=True))
    assert (titles["modality"], titles["modality_label"]) == ("语气（代码）", "语气")
    assert titles["heading"] == "标题句"
    widths = {column: sheet.column_dimensions[column].width for column in ("A", "J")}
    assert widths["A"] < 15 < widths["J"] <= 62
    assert sheet.auto_filter.ref.startswith("A2:")


def test_a_text_is_never_a_formula(hostile: Path, tmp_path: Path) -> None:
    export(hostile, tmp_path / "a.xlsx", tables=["documents", "metric_claims"])
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)
    head, _, *rows = read_sheet(tmp_path / "a.xlsx", "documents")
    titles = [row[head.index("title")] for row in rows]
    assert '=HYPERLINK("http://evil")' in titles
    export(hostile, tmp_path / "out", tables=["documents", "metric_claims"])
    documents, claims = read_csv(tmp_path / "out/documents.csv"), read_csv(tmp_path / "out/metric_claims.csv")
    assert documents[0]["title"] == '\'=HYPERLINK("http://evil")'
    assert documents[1]["title"] == '\'@一,"二"\n三'
    assert (claims[0]["number"], claims[0]["subject"]) == ("-5.5", "'-5.5")
    export(hostile, tmp_path / "a.jsonl", tables=["documents"])
    assert read_lines(tmp_path / "a.jsonl")[0]["title"] == '=HYPERLINK("http://evil")'


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "＝1", "\t=1", "\n @a", "　－－一是"])
def test_what_begins_like_a_formula_is_quoted(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_what_json_and_cells_cannot_hold(hostile: Path, tmp_path: Path) -> None:
    written = export(hostile, tmp_path / "a.xlsx", tables=["documents", "metric_claims"])
    assert [each.tally.cut for each in written] == [1, 0]
    head, _, *rows = read_sheet(tmp_path / "a.xlsx", "documents")
    texts = [row[head.index("text")] for row in rows]
    assert max(map(len, texts)) <= workbook.MAX_CELL
    assert any(text.endswith(workbook.CUT) for text in texts)
    export(hostile, tmp_path / "a.jsonl", tables=["metric_claims"])
    assert read_lines(tmp_path / "a.jsonl")[1]["number"] is None


def test_astral_characters_count_twice_in_a_cell() -> None:
    assert workbook.fitting("𠮷" * 16_383) == "𠮷" * 16_383
    cut = workbook.fitting("𠮷" * 20_000)
    assert len(cut.encode("utf-16-le")) <= 2 * workbook.MAX_CELL
    assert cut.endswith(workbook.CUT)


def test_more_rows_than_a_sheet_holds_is_one_clear_error(sample_ledger: Path, tmp_path: Path) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1048576) select i from n"
    with pytest.raises(ExportError, match=r"1,048,577 rows.*csv, jsonl or parquet"):
        export(sample_ledger, tmp_path / "a.xlsx", query=many)
    assert list(tmp_path.iterdir()) == []


def test_a_query_is_exported_with_labels(sample_ledger: Path, tmp_path: Path) -> None:
    export(sample_ledger, tmp_path / "a.csv", query=ROLES + ";")
    rows = read_csv(tmp_path / "a.csv")
    assert list(rows[0]) == ["id", "role", "role_label", "title"]
    assert len(rows) == stored(sample_ledger, "select count(*) from items")[0][0]


@pytest.mark.parametrize(
    "query",
    [
        "delete from items",
        "attach 'evil.db' as evil",
        "vacuum into 'evil.db'",
        "select 1; select 2",
        "select * from pragma_database_list",
        "select load_extension('evil')",
        "select nothing from items",
        "select 1) union select (2",
        "select abs(-9223372036854775808)",
        "-- nothing",
    ],
)
def test_a_query_only_reads(query: str, sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match="one SELECT"):
        export(sample_ledger, tmp_path / "a.csv", query=query)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "options", "message"),
    [
        ("a.csv", {}, "one file holds one table"),
        ("a.txt", {}, "no format ends so"),
        ("a.csv", {"form": Format.jsonl, "tables": ["items"]}, "not that of --format jsonl"),
        ("out", {"tables": ["itmes"]}, "no table itmes; tables are documents"),
        ("file/out", {}, "give a folder that can be written"),
    ],
)
def test_wrong_use_is_one_clear_line(
    target: str, options: dict[str, Any], message: str, sample_ledger: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportError, match=message):
        export(sample_ledger, tmp_path / target, **options)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_broken_ledger_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"nothing" * 999)
    with pytest.raises(StoreError, match="not a database"):
        export(tmp_path / "a.db", tmp_path / "out")


def test_the_text_can_stay_behind(sample_ledger: Path, tmp_path: Path) -> None:
    export(sample_ledger, tmp_path / "a.jsonl", tables=["documents"], with_text=False)
    rows = read_lines(tmp_path / "a.jsonl")
    assert "text" not in rows[0]
    assert rows[0]["char_count"] > 0


def test_a_failed_export_leaves_the_old_files(
    sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "items.csv"
    target.write_text("old", encoding="utf-8")

    def fails(self: Relation, connection: sqlite3.Connection) -> Iterator[list[Any]]:
        yield [(None,) * len(self.columns)]
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Relation, "batches", fails)
    with pytest.raises(StoreError, match="disk I/O error"):
        export(sample_ledger, target, tables=["items"])
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["items.csv"]


def test_memory_stays_flat(tmp_path: Path, sample_ledger: Path) -> None:
    """Twenty times the rows take hardly more memory: rows stream."""
    query = "select d.text from documents d, (select id from items limit {})"
    peaks = []
    for times in (2, 200):
        code = (
            "import resource, sys; from pathlib import Path; from extractor.export import export;"
            "export(Path(sys.argv[1]), Path(sys.argv[2]), query=sys.argv[3]);"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        for form in ("csv", "jsonl", "parquet", "xlsx"):
            command = [sys.executable, "-c", code, str(sample_ledger), str(tmp_path / f"a.{form}"), query.format(times)]
            peaks.append(int(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    few, many = peaks[:4], peaks[4:]
    assert (tmp_path / "a.jsonl").stat().st_size > 10_000_000
    assert all(b - a < 60_000 for a, b in zip(few, many, strict=True)), peaks


def test_the_command_says_what_it_wrote(hostile: Path, tmp_path: Path) -> None:
    done = taizhang("export", tmp_path / "out", "--db", hostile, "--table", "items", "--table", "keywords")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"items.csv", "keywords.csv"}
    assert "keywords" in done.stdout
    book = taizhang("export", tmp_path / "a.xlsx", "--db", hostile, "--table", "documents")
    assert book.returncode == 0
    assert "1 texts do not fit into a cell" in book.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["out", "--db", "no.db"], 1, "taizhang extract"),
        (["out", "--table", "itmes"], 1, "no table itmes"),
        (["out", "--table", "items", "--query", "select 1"], 2, "not both"),
        (["out", "--format", "pdf"], 2, "pdf"),
    ],
)
def test_wrong_arguments(arguments: list[str], code: int, message: str, sample_ledger: Path, tmp_path: Path) -> None:
    ledger = [] if "--db" in arguments else ["--db", str(sample_ledger)]
    done = taizhang("export", *arguments, *ledger, cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("form", "library"), [("parquet", "pyarrow"), ("xlsx", "xlsxwriter")])
def test_without_the_extra_one_line_says_what_to_install(
    form: str, library: str, sample_ledger: Path, tmp_path: Path
) -> None:
    code = f"import sys; sys.modules['{library}'] = None; from extractor.cli import main; main()"
    command = [sys.executable, "-c", code, "export", str(tmp_path / f"a.{form}"), "--db", str(sample_ledger)]
    done = subprocess.run([*command, "--table", "roles"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("pip install 'taizhang[export]', or give csv or jsonl")
    assert len(done.stderr.strip().splitlines()) == 1
