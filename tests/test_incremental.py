"""Incremental runs give what a fresh one gives: after any edits, renamings and removals the facts are the same."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.ingest import ingest
from extractor.lexicon import Lexicon
from extractor.parts import PARTS
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.reextract import Choice, reextract
from extractor.store import Ledger
from extractor.tables import FACTS

STEPS = 10
PHRASES = (
    "同志们，",
    "完成造林X万亩，",
    "一是抓好整地。\n",
    "（二）",
    "2014年",
    "同比增长12%。",
    "各乡镇要在10月底前完成。",
    "\n",
)
REFERENCES = {"parent_id": "items", "item_id": "items", "metric_claim_id": "metric_claims"}


def facts(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every fact by its speech, without ids; a reference to another fact is where that begins."""
    found = {}
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        for model in FACTS:
            table = str(model.__tablename__)
            columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
            selected = ["d.source", "d.text", "d.year", "d.speaker_level"]
            for name in columns:
                target = REFERENCES.get(name)
                refers = f"(select char_start from {target} r where r.id = t.{name})"
                selected += [refers] if target else [] if name in ("id", "document_id") else [f't."{name}"']
            query = f"select {', '.join(selected)} from {table} t join documents d on d.id = t.document_id"
            found[table] = sorted(connection.execute(query), key=repr)
    return found


def step(folder: Path, choose: random.Random) -> None:
    """One thing that people do to a corpus."""
    files = sorted(folder.rglob("*.txt"))
    path = choose.choice(files)
    text = path.read_text(encoding="utf-8")
    at = choose.randrange(len(text))
    match choose.choice(("put in", "put in", "take out", "replace", "swap", "rename", "copy", "remove")):
        case "put in":
            path.write_text(text[:at] + choose.choice(PHRASES) + text[at:], encoding="utf-8")
        case "take out":
            path.write_text(text[:at] + text[at + choose.randrange(1, 40) :], encoding="utf-8")
        case "replace":
            path.write_text(text[:at] + choose.choice(PHRASES) + text[at + 8 :], encoding="utf-8")
        case "swap":
            first, second = text[: len(text) // 2], text[len(text) // 2 :]
            path.write_text(second + first, encoding="utf-8")
        case "rename":
            path.rename(folder / f"{choose.randrange(10**6)}.txt")
        case "copy":
            shutil.copy(path, folder / f"{choose.randrange(10**6)}.txt")
        case "remove" if len(files) > 1:
            path.unlink()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_was_done_to_the_corpus_the_facts_are_those_of_a_fresh_run(
    seed: int, tmp_path: Path, lexicon: Lexicon
) -> None:
    choose = random.Random(seed)
    folder, db = tmp_path / "texts", tmp_path / "a.db"
    folder.mkdir()
    for path in choose.sample(sorted(sample_speeches().glob("*.txt")), 3):
        (folder / path.name).write_text(read_speech(Input(path, path.name)).text, encoding="utf-8")
    for number in range(STEPS):
        ingest([folder], Ledger(db, lexicon), lexicon, prune=True)
        reextract(Ledger(db, lexicon), lexicon, Choice(only=choose.sample(sorted(PARTS), 2)))
        fresh = tmp_path / f"{number}.db"
        ingest([folder], Ledger(fresh, lexicon), lexicon)
        assert facts(db) == facts(fresh)
        step(folder, choose)
