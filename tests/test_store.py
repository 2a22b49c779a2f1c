"""The store: ids that stay, one transaction a document, changes that say what happened, clear words for trouble."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import StoreError
from extractor.indexes import INDEXES
from extractor.ingest import Outcome, ingest
from extractor.lexicon import Lexicon
from extractor.parts import PARTS, part_hashes, with_dependants
from extractor.reextract import Choice, reextract
from extractor.store import Ledger
from extractor.tables import FACTS

ORIGINAL = """在全县秋冬种工作推进会上的讲话
（2014年10月9日）
同志们：
一、上半年工作成效明显。完成造林X万亩，同比增长12%。
二、下一步要抓好三件事。各乡镇要在10月底前完成整地。
"""
EDITED = ORIGINAL.replace("同比增长12%", "同比增长15%，新修水渠8公里")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "texts"
    path.mkdir()
    (path / "a.txt").write_text(ORIGINAL, encoding="utf-8")
    (path / "b.txt").write_text(ORIGINAL.replace("全县", "全区"), encoding="utf-8")
    return path


def take(folder: Path, db: Path, lexicon: Lexicon, **options: Any) -> Outcome:
    return ingest([folder], Ledger(db, lexicon), lexicon, **options)


def rows(db: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute(query).fetchall()


def everything(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {str(m.__tablename__): rows(db, f"select * from {m.__tablename__} order by 1, 2") for m in FACTS}


def indexes(db: Path) -> set[str]:
    query = "select name from sqlite_master where type = 'index' and sql is not null and tbl_name <> 'search_queue'"
    return {name for (name,) in rows(db, query)}


def test_the_first_run_builds_the_indexes_at_its_end(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    Ledger(db, lexicon)
    assert indexes(db) == set()
    take(folder, db, lexicon)
    assert len(indexes(db)) == sum(map(len, INDEXES.values()))


def test_a_run_that_broke_off_leaves_its_indexes_to_the_next(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(folder, db, lexicon, on_input=stop)
    assert rows(db, "select count(*) from documents") == [(1,)]
    assert indexes(db) == set()
    Ledger(db, lexicon)
    assert len(indexes(db)) == sum(map(len, INDEXES.values()))


def test_an_unchanged_corpus_is_not_extracted_again(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    assert take(folder, db, lexicon).extracted == 2
    before = everything(db)
    again = take(folder, db, lexicon)
    assert (again.extracted, again.unchanged) == (0, 2)
    assert everything(db) == before


def test_a_changed_file_is_extracted_alone_and_what_stays_keeps_its_id(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    ids = rows(db, "select id, marker from items where document_id = 1 order by char_start")
    (folder / "a.txt").write_text(EDITED, encoding="utf-8")
    assert take(folder, db, lexicon).extracted == 1
    assert rows(db, "select id, marker from items where document_id = 1 order by char_start")[0] == ids[0]
    changed = rows(db, "select change, field, before, after from changes where run_id = 2 and field = 'number'")
    assert ("changed", "number", "12.0", "15.0") in changed
    assert rows(db, "select count(*) from changes where run_id = 2 and document_id = 2") == [(0,)]


def test_facts_that_only_move_with_the_text_keep_their_ids_and_are_no_changes(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    before = {str(m.__tablename__): ids_and_words(db, str(m.__tablename__)) for m in FACTS}
    (folder / "a.txt").write_text(ORIGINAL.replace("同志们：", "同志们，大家上午好：\n"), encoding="utf-8")
    take(folder, db, lexicon)
    assert {str(m.__tablename__): ids_and_words(db, str(m.__tablename__)) for m in FACTS} == before
    changed = rows(db, "select distinct table_name, change, field from changes where run_id = 2")
    assert sorted(changed) == [("documents", "changed", "char_count"), ("documents", "changed", "sha256")]


def ids_and_words(db: Path, table: str) -> list[tuple[Any, ...]]:
    """The ids of a table's facts with the words at their places."""
    columns = {row[1] for row in rows(db, f"pragma table_info({table})")}
    if not {"id", "char_start"} <= columns:
        return []
    words = "substr(d.text, t.char_start + 1, t.char_end - t.char_start)"
    return rows(db, f"select t.id, {words} from {table} t join documents d on d.id = t.document_id order by 1")


def test_a_heading_put_in_above_a_point_becomes_its_parent(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    (folder / "a.txt").write_text(ORIGINAL + "一是备好种子。\n二是修好水渠。\n", encoding="utf-8")
    take(folder, db, lexicon)
    points = "select id, parent_id from items where document_id = 1 and marker in ('一是', '二是')"
    (first, parent), (second, _) = rows(db, points)
    text = (folder / "a.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text.replace("一是备好", "（一）做好准备。\n一是备好"), encoding="utf-8")
    assert take(folder, db, lexicon).failures == ()
    (added,) = rows(db, "select id, parent_id from items where document_id = 1 and marker = '（一）'")
    assert added[1] == parent
    assert rows(db, points) == [(first, added[0]), (second, added[0])]


def test_a_change_shows_the_fact_in_the_text_of_then(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    (folder / "a.txt").write_text("前言。\n" + EDITED.replace("X万亩", "若干"), encoding="utf-8")
    take(folder, db, lexicon)
    (folder / "a.txt").write_text("改了又改。\n", encoding="utf-8")
    take(folder, db, lexicon)
    told = rows(db, "select change, context from changes where run_id = 2 and table_name = 'metric_claims'")
    assert ("added", "同比增长15%，新修水渠⟦8⟧公里。\n二、下一步要抓好") in told
    assert ("changed", "。完成造林若干，同比增长⟦15⟧%，新修水渠8公里。\n二") in told
    assert ("removed", "年工作成效明显。完成造林⟦X⟧万亩，同比增长12%。\n") in told


def test_a_ledger_of_an_older_version_gets_the_columns_that_it_lacks(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    with sqlite3.connect(db) as connection:
        connection.executescript("alter table changes drop column context; pragma user_version = 1")
    (folder / "a.txt").write_text(EDITED, encoding="utf-8")
    take(folder, db, lexicon)
    assert ("同比增长15%，新修水渠⟦8⟧公里。\n二、下一步要抓好",) in rows(
        db, "select context from changes where run_id = 2"
    )


def test_many_workers_give_the_same_ledger(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    take(folder, tmp_path / "one.db", lexicon)
    take(folder, tmp_path / "two.db", lexicon, jobs=2)
    assert everything(tmp_path / "one.db") == everything(tmp_path / "two.db")


def test_a_dry_run_writes_nothing_and_says_what_it_would(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    before = everything(db), rows(db, "select * from runs"), rows(db, "select * from documents")
    (folder / "a.txt").write_text(EDITED, encoding="utf-8")
    outcome = take(folder, db, lexicon, dry=True)
    assert {c["table_name"] for c in outcome.changes} >= {"metric_claims"}
    assert (everything(db), rows(db, "select * from runs"), rows(db, "select * from documents")) == before


def test_a_vanished_file_is_reported_and_removed_only_with_prune(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    (folder / "b.txt").unlink()
    assert take(folder, db, lexicon).vanished == ("texts/b.txt",)
    assert rows(db, "select count(*) from documents") == [(2,)]
    take(folder, db, lexicon, prune=True)
    assert rows(db, "select source from documents") == [("texts/a.txt",)]
    assert rows(db, "select count(*) from items where document_id = 2") == [(0,)]
    assert rows(db, "pragma foreign_key_check") == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_renamed_file_keeps_its_facts_and_their_ids(
    folder: Path, tmp_path: Path, lexicon: Lexicon, jobs: int
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    before = everything(db)
    (folder / "2014").mkdir()
    (folder / "a.txt").rename(folder / "2014" / "秋冬种.txt")
    planned = take(folder, db, lexicon, dry=True)
    assert [(c["field"], c["after"]) for c in planned.changes] == [("source", "texts/2014/秋冬种.txt")]
    outcome = take(folder, db, lexicon, jobs=jobs)
    assert (outcome.extracted, outcome.unchanged, outcome.moved, outcome.vanished) == (0, 2, 1, ())
    assert everything(db) == before
    assert rows(db, "select id, source from documents order by id") == [
        (1, "texts/2014/秋冬种.txt"),
        (2, "texts/b.txt"),
    ]
    assert rows(db, "select field, before, after from changes where run_id = 2") == [
        ("source", "texts/a.txt", "texts/2014/秋冬种.txt")
    ]


def test_a_copy_is_another_speech_and_a_renamed_one_of_two_alike_moves_alone(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    shutil.copy(folder / "a.txt", folder / "c.txt")
    assert take(folder, db, lexicon).extracted == 1
    (folder / "a.txt").rename(folder / "d.txt")
    (folder / "c.txt").rename(folder / "e.txt")
    outcome = take(folder, db, lexicon)
    assert (outcome.extracted, outcome.moved) == (0, 2)
    names = rows(db, "select id, source from documents order by id")
    assert names == [(1, "texts/d.txt"), (2, "texts/b.txt"), (3, "texts/e.txt")]


def test_a_new_word_concerns_the_fields_whose_code_names_its_lexicon(lexicon: Lexicon) -> None:
    tables = {**lexicon.tables, "calendar": {**lexicon["calendar"], "extra": ["一场新的活动"]}}
    differing = {name for name, value in part_hashes(Lexicon(tables)).items() if value != part_hashes(lexicon)[name]}
    assert "year" in differing
    assert "metrics" not in differing
    assert differing <= with_dependants(["year", "meeting"])


def test_every_part_comes_after_what_it_needs() -> None:
    seen: set[str] = set()
    for part in PARTS.values():
        assert set(part.needs) <= seen, part.name
        seen.add(part.name)


def test_reextracting_one_field_leaves_the_rows_of_others(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    with sqlite3.connect(db) as connection:
        connection.execute("update documents set speaker_level = 'national', year = 1999")
        connection.execute("update metric_claims set unit = '亩'")
    outcome = reextract(Ledger(db, lexicon), lexicon, Choice(only=("speaker",), where="source like '%a.txt'"))
    assert outcome.extracted == 1
    assert rows(db, "select speaker_level, year from documents order by id") == [("county", 1999), ("national", 1999)]
    assert rows(db, "select distinct unit from metric_claims") == [("亩",)]
    reextract(Ledger(db, lexicon), lexicon, Choice(only=("layout",)))
    assert rows(db, "select distinct year from documents") == [(2014,)]


def test_clues_of_a_field_that_is_only_needed_are_not_written_twice(
    folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    clues = rows(db, "select * from evidence order by id")
    reextract(Ledger(db, lexicon), lexicon, Choice(only=("meeting", "deadlines")))
    assert rows(db, "select * from evidence order by id") == clues
    with sqlite3.connect(db) as connection:  # an earlier version wrote them twice
        connection.execute(
            "insert into evidence (document_id, field, value, char_start, char_end, rule, weight)"
            " select document_id, field, value, char_start, char_end, rule, weight from evidence"
        )
    reextract(Ledger(db, lexicon), lexicon, Choice(only=tuple(PARTS)))
    assert rows(db, "select * from evidence order by id") == clues


def test_a_wrong_condition_is_one_line(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    db = tmp_path / "a.db"
    take(folder, db, lexicon)
    with pytest.raises(StoreError, match="no such column"):
        reextract(Ledger(db, lexicon), lexicon, Choice(where="colour = 'red'"))


def test_a_database_that_is_none_is_left_alone(tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "a.db"
    path.write_text("这不是数据库" * 500, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a database"):
        Ledger(path, lexicon)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, lexicon: Lexicon) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="folder"):
        Ledger(blocked / "a.db", lexicon)
