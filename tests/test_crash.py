"""Crashes, tried: a run killed at any moment leaves whole documents only, and the next run goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from extractor.errors import StoreError
from extractor.ingest import ingest
from extractor.lexicon import Lexicon
from extractor.places import sample_speeches
from extractor.store import Ledger
from extractor.tables import FACTS
from tests.conftest import taizhang
from tests.warm import start_warm

KILLS = 50


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample speeches several times over, so that there is a run to kill."""
    path = tmp_path_factory.mktemp("crash") / "speeches"
    for n in range(2):
        shutil.copytree(sample_speeches(), path / str(n))
    return path


def fingerprint(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every document with the number of its facts in each table."""
    with sqlite3.connect(db) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        query = "select d.source, count(*) from {} f join documents d on d.id = f.document_id group by 1"
        names = [str(m.__tablename__) for m in FACTS]
        return {name: connection.execute(query.format(name)).fetchall() for name in names}


def test_fifty_kills_leave_whole_documents_and_the_next_run_goes_on(folder: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    taizhang("extract", folder, "--db", tmp_path / "warm.db")
    start = time.perf_counter()
    assert taizhang("extract", folder, "--db", whole).returncode == 0
    longest = (time.perf_counter() - start) / 3  # of what a run takes here and now: some kills make a whole one
    expected = fingerprint(whole)
    seed = random.randrange(10**6)
    dice = random.Random(seed)
    speeches = len(list(folder.rglob("*.*")))
    db, killed, amid = tmp_path / "killed.db", 0, 0
    while killed < KILLS:
        run = start_warm("extract", folder, "--db", db)
        time.sleep(dice.uniform(0, longest))
        run.send(signal.SIGKILL)
        killed += run.result().returncode == -signal.SIGKILL
        if not has_tables(db):  # killed before there was a ledger
            continue
        for table, counts in fingerprint(db).items():
            assert set(counts) <= set(expected[table]), f"{table}: a damaged document (seed {seed})"
        amid += 0 < rows_of(db) < speeches
        if rows_of(db) == speeches and dice.random() < 0.5:  # else the next run finds nothing to do, or indexes
            for file in tmp_path.glob("killed.db*"):
                file.unlink()
    assert amid, "no run was killed while it wrote"
    last = taizhang("extract", folder, "--db", db)
    assert last.returncode == 0, last.stderr
    assert fingerprint(db) == expected


def has_tables(db: Path) -> bool:
    """Whether a file is a ledger already: its tables come in one transaction, all or none."""
    if not db.exists():
        return False
    with sqlite3.connect(db) as connection:
        return bool(connection.execute("select 1 from sqlite_master where name = 'documents'").fetchone())


def test_an_interrupt_ends_cleanly_and_says_so(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    run = start_warm("extract", folder, "--db", db)
    while not rows_of(db):
        time.sleep(0.01)
    run.send(signal.SIGINT)
    done = run.result()
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 130)
    with sqlite3.connect(db) as connection:
        assert connection.execute("select finished_at is not null from runs").fetchone() == (1,)
    assert fingerprint(db)


def rows_of(db: Path) -> int:
    try:
        with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
            return int(connection.execute("select count(*) from documents").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_a_second_writer_is_told_and_a_reader_is_never_blocked(
    folder: Path, tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.connection.WAIT_SECONDS", 0.5)
    db = tmp_path / "a.db"
    ledger = Ledger(db, lexicon)
    ingest([folder / "0"], ledger, lexicon)
    holder = sqlite3.connect(db, isolation_level=None)
    holder.execute("begin immediate")
    try:
        assert rows_of(db) == len(list((folder / "0").iterdir()))
        with pytest.raises(StoreError, match="another run is writing"):
            ingest([folder], ledger, lexicon)
    finally:
        holder.execute("rollback")
        holder.close()
    assert ingest([folder / "1"], ledger, lexicon).extracted


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root can mount a small tmpfs to fill")
def test_a_full_disk_is_one_line_and_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], check=False).returncode:
        pytest.skip("this machine does not let a test mount a tmpfs")
    try:
        done = taizhang("extract", folder, "--db", disk / "a.db")
        assert done.returncode == 1, done.stdout
        assert "free some space" in done.stderr
        assert "Traceback" not in done.stderr
        shutil.copytree(disk, tmp_path / "kept")
    finally:
        subprocess.run(["umount", disk], check=False)
    assert fingerprint(tmp_path / "kept" / "a.db")
    assert taizhang("extract", folder, "--db", tmp_path / "kept" / "a.db").returncode == 0
