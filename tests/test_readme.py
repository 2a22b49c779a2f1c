"""The README is true: its commands run, its SQL answers, its tables are the code's."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.extract import all_rules
from extractor.lexicon import load_lexicon
from tests.conftest import ROOT, taizhang

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_its_commands_run(tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    commands = [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    assert len(commands) >= 8
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "taizhang"
        done = taizhang(*arguments, cwd=tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr}"


@pytest.mark.parametrize("query", [q for block in blocks("sql") for q in block.split(";") if "select" in q])
def test_its_sql_answers(query: str, sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        found = connection.execute(query).fetchall()
    assert bool(found) != ("none does" in query)


def test_its_lexicon_works(tmp_path: Path) -> None:
    (tmp_path / "bulletins.toml").write_text(blocks("toml")[0], encoding="utf-8")
    assert "noise.bulletin" in {rule.name for rule in all_rules(load_lexicon(tmp_path))}


def test_what_is_generated_is_up_to_date() -> None:
    command = [sys.executable, "-m", "cogapp", "--check", "README.md"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 0, "README.md is behind the code: run `make docs`\n" + done.stdout + done.stderr


def test_the_makefile_has_its_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
