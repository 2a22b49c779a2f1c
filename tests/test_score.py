"""`taizhang score`: the lines of the shared script in a pipe, a table on a terminal, links that can be run."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from extractor.places import sample_gold
from tests.conftest import ROOT, taizhang


def on_a_terminal(*arguments: str | Path) -> str:
    """What the command line prints on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "extractor", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm"}
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.STDOUT, cwd=ROOT, env=environment)
    os.close(theirs)
    read = b""
    try:
        while chunk := os.read(ours, 65536):
            read += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(ours)
    assert process.wait(60) == 0
    return read.decode()


def test_a_pipe_gets_the_lines_of_the_shared_script(shared: Path, shared_ledger: Path) -> None:
    script = [sys.executable, shared / "score.py", shared_ledger, shared / "gold"]
    theirs = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    assert taizhang("score", shared_ledger, shared / "gold").stdout == theirs
    assert on_a_terminal("score", shared_ledger, shared / "gold", "--plain").replace("\r", "") == theirs


def test_a_terminal_gets_a_table(sample_ledger: Path) -> None:
    shown = on_a_terminal("score", sample_ledger, sample_gold(), "--confusion")
    assert "speaker_level" in shown
    assert "subject_complete" in shown
    assert "items.role" in shown
    assert "\x1b[" in shown
    assert "…" not in shown.split("documents.meeting_type")[0], "no name is cut short"


def test_errors_are_linked_to_their_explanation(sample_ledger: Path) -> None:
    done = taizhang("score", sample_ledger, sample_gold(), "--errors", "1")
    links = [line.partition("taizhang ")[2] for line in done.stdout.splitlines() if "taizhang explain" in line]
    for link in links[:3]:
        assert taizhang(*link.split()).returncode == 0, link
