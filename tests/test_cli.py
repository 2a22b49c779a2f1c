"""The command line as a person runs it: a subprocess, its exit code and what it prints."""

from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.models import CommandInfo
from typer.testing import CliRunner

from extractor.cli import app
from extractor.places import sample_gold, sample_speeches
from tests.conftest import SPEECH, taizhang


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text(SPEECH, encoding="utf-8")
    return path


@pytest.mark.parametrize("info", app.registered_commands, ids=lambda info: str(info.name))
def test_every_command_has_help_with_an_example(info: CommandInfo) -> None:
    assert info.callback
    assert f"taizhang {info.name}" in (info.callback.__doc__ or "")
    shown = CliRunner().invoke(app, [str(info.name), "--help"])
    assert shown.exit_code == 0
    assert "Examples" in shown.output


def test_extract_then_extract_again(speech: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    first = taizhang("extract", speech.parent, "--db", db)
    assert first.returncode == 0, first.stderr
    assert "extracted" in first.stdout
    with sqlite3.connect(db) as connection:
        rows = connection.execute("select id, marker, role from items order by char_start").fetchall()
        assert [row[1:] for row in rows] == [("一、", "achievement"), ("二、", "directive")]
        assert connection.execute("select year, speaker_level from documents").fetchone() == (2014, "county")
    again = taizhang("extract", speech.parent, "--db", db)
    assert again.returncode == 0
    with sqlite3.connect(db) as connection:
        assert connection.execute("select id, marker, role from items order by char_start").fetchall() == rows
        assert connection.execute("select documents_unchanged from runs order by id desc").fetchone() == (1,)


def test_some_inputs_failed_is_exit_3_and_nothing_is_lost(speech: Path, tmp_path: Path) -> None:
    (speech.parent / "b.txt").write_bytes(b"")
    (speech.parent / "c.txt").write_text('{"a": "全市工作会议讲话同志们好"}', encoding="utf-8")
    done = taizhang("extract", speech.parent, "--db", tmp_path / "a.db")
    assert done.returncode == 3
    assert "texts/b.txt: the file is empty" in done.stderr
    assert "texts/c.txt: JSON" in done.stderr
    assert "Traceback" not in done.stderr
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (1,)
        assert connection.execute("select count(*) from failures").fetchone() == (2,)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["extract", "no-such-folder", "--db", "x.db"], 1, "check the path"),
        (["show", "no-such-speech", "--db", "x.db"], 1, "no such file"),
        (["score", "no.db", "no-gold"], 1, "gold"),
        (["serve", "--db", "no.db"], 1, "taizhang extract"),
        (["rules", "nothing.here"], 1, "no rule"),
        (["extract"], 2, "Missing argument"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_wrong_use_is_one_clear_line(arguments: list[str], code: int, message: str, tmp_path: Path) -> None:
    done = taizhang(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_database_is_one_line(speech: Path, tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("这不是数据库" * 500, encoding="utf-8")
    done = taizhang("extract", speech, "--db", tmp_path / "a.db")
    assert done.returncode == 1
    assert "not a database" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_served_is_one_line(sample_ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table t (x)")
    (tmp_path / "broken.db").write_text("no database at all")
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        for arguments, says in (
            (["--db", other], "no tables of a ledger; give a ledger made by `taizhang extract`"),
            (["--db", tmp_path / "broken.db"], "file is not a database; give another --db"),
            (["--db", sample_ledger, "--port", port], f"127.0.0.1:{port}: Address already in use; give another"),
        ):
            result = taizhang("serve", *arguments)
            assert (result.returncode, result.stdout) == (1, ""), result.stderr
            assert says in result.stderr
            assert result.stderr.count("\n") == 1


def test_show_marks_and_lists(speech: Path) -> None:
    done = taizhang("show", speech)
    assert done.returncode == 0, done.stderr
    assert "完成造林X万亩" in done.stdout
    assert "directive" in done.stdout


def test_explain_names_rule_and_clues(speech: Path) -> None:
    whole = taizhang("explain", speech)
    assert whole.returncode == 0, whole.stderr
    assert "year = 2014" in whole.stdout
    at = SPEECH.index("X万亩")
    place = taizhang("explain", speech, "--at", str(at))
    assert "claim" in place.stdout
    assert "redaction" in place.stdout
    assert "metrics." in place.stdout


def test_rules_are_listed_with_example_and_source() -> None:
    done = taizhang("rules", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) > 50
    assert all(row["name"] and row["example"] and row["source"] for row in rows)


def test_score_prints_the_measures(sample_ledger: Path) -> None:
    done = taizhang("score", sample_ledger, sample_gold(), "--errors", "1", "--confusion")
    assert done.returncode == 0, done.stderr
    assert "items.exact" in done.stdout


def test_demo_says_what_to_do_next(tmp_path: Path) -> None:
    done = taizhang("demo", "--db", tmp_path / "demo.db")
    assert done.returncode == 0, done.stderr
    assert "taizhang serve" in done.stdout
    assert all(path.name in done.stdout for path in sample_speeches().iterdir())


def test_a_users_lexicon_adds_rules_without_code(speech: Path, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "mine.toml").write_text(
        'source = "ours"\n[[rules]]\nname = "noise.bulletin"\npattern = "秋冬种简报第\\\\d+期"\n'
        'source = "our bulletin"\nignores = ["秋冬种工作"]\n[rules.finds]\n"秋冬种简报第3期" = ["秋冬种简报第3期"]\n',
        encoding="utf-8",
    )
    done = taizhang("rules", "noise.bulletin", "--lexicon", words)
    assert done.returncode == 0, done.stderr
    assert "our bulletin" in done.stdout
