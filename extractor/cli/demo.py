"""`taizhang demo`: the bundled speeches in a ledger, what was found, and where to look."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import typer
from rich.table import Table

from extractor.cli.extract import exit_code, report
from extractor.cli.options import Database, open_lexicon, out, progress
from extractor.ingest import ingest
from extractor.listing import count_inputs
from extractor.places import default_database, sample_speeches
from extractor.store import Ledger

NAME = "demo"
_SPEECHES = """
select d.source, coalesce(m.label_zh, '—'), coalesce(d.year, d.year_min || '–' || d.year_max, '—'),
       coalesce(l.label_zh, '—'), coalesce(b.label_zh, '—'),
       (select count(*) from items i where i.document_id = d.id),
       (select count(*) from directives i where i.document_id = d.id),
       (select count(*) from metric_claims i where i.document_id = d.id),
       (select count(*) from redactions i where i.document_id = d.id)
from documents d left join meeting_types m on m.code = d.meeting_type
left join speaker_levels l on l.code = d.speaker_level left join speaker_bodies b on b.code = d.speaker_body
order by d.source"""


def command(db: Database) -> None:
    """Extract the bundled sample speeches and say what to look at.

    Examples:

        taizhang demo

        taizhang demo --db /tmp/sample.db
    """
    words = open_lexicon(None)
    paths = [sample_speeches()]
    with progress(count_inputs(paths)) as advance:
        outcome = ingest(paths, Ledger(db, words), words, arguments="demo", on_input=advance)
    report(outcome, db)
    _print_speeches(db)
    place = "" if db == default_database() else f" --db {db}"
    out.print("\n接下来 next:")
    out.print(f"  taizhang serve{place}            打开网站 open http://127.0.0.1:8001")
    out.print(
        f"  taizhang show {sample_speeches().name}/{_first(db)}{place}   一篇讲话及其事实 one speech with its facts"
    )
    out.print("  taizhang rules                  全部规则 every rule")
    raise typer.Exit(exit_code(outcome))


def _first(db: Path) -> str:
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        return str(connection.execute("select source from documents order by source").fetchone()[0]).split("/")[-1]


def _print_speeches(db: Path) -> None:
    table = Table("讲话 speech", "会议", "年份", "层级", "机构", "条目", "要求", "数量", "隐去", box=None)
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        for row in connection.execute(_SPEECHES):
            table.add_row(*map(str, row))
    out.print(table)
