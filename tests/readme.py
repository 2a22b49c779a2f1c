"""What the README says of commands, tables and figures, made from the code (`make docs` writes it in)."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

import typer.main

from extractor.cli import app
from extractor.cli.differences import line
from extractor.differences import from_changes
from extractor.ingest import ingest
from extractor.lexicon import load_lexicon
from extractor.places import sample_gold, sample_speeches
from extractor.scoring import score
from extractor.store import Ledger
from extractor.store.connection import read_only
from extractor.tables import TABLES

_EDITS = (("同志们：", "同志们，大家好："), ("2146个", "2147个"), ("送学上门X余人次，", ""))


def commands() -> str:
    """One row a command: what it does."""
    group = typer.main.get_command(app)
    rows = ["| command | what it does |", "| --- | --- |"]
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        rows.append(f"| `taizhang {name}` | {(command.help or '').strip().splitlines()[0]} |")
    return "\n".join(rows)


def tables() -> str:
    """One row a table: what it holds, and its columns."""
    rows = ["| table | what it holds | columns |", "| --- | --- | --- |"]
    for model in TABLES:
        columns = ", ".join(f"`{name}`" for name in model.model_fields)
        rows.append(f"| `{model.__tablename__}` | {model.__doc__} | {columns} |")
    return "\n".join(rows)


def scores() -> str:
    """The measures of the bundled corpus."""
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        ingest([sample_speeches()], Ledger(path, lexicon), lexicon)
        measures = score(path, sample_gold()).measures()
    rows = ["| measure | figure | n |", "| --- | --- | --- |"]
    for name, values in measures.items():
        kind = "f1" if "f1" in values else "accuracy"
        rows.append(f"| {name} | {kind.replace('f1', 'F1')} {values[kind]:.3f} | {values['n']} |")
    return "\n".join(rows)


def changes() -> str:
    """What `taizhang changes` shows after three small edits of a sample speech, among them one before all facts."""
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        path, text = Path(folder) / "sample.db", Path(folder) / "speeches" / "01.txt"
        text.parent.mkdir()
        text.write_text((sample_speeches() / "01-zhuti-jiaoyu-summary.txt").read_text(encoding="utf-8"), "utf-8")
        ingest([text.parent], Ledger(path, lexicon), lexicon)
        for before, after in _EDITS:
            text.write_text(text.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
        ingest([text.parent], Ledger(path, lexicon), lexicon)
        with closing(read_only(path)) as connection:
            found = connection.execute("select * from changes where run_id = 2 order by id")
            lines = [line(fact, table=True).plain for fact in from_changes(map(dict, found), {1: text.name})]
    return "\n".join(["```text", *lines, "```"])
