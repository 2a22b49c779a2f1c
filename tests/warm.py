"""A command line that is warm: a process that has loaded rules and words, and forks itself for every run.

Each run is a process of its own, with its own folder, output and exit code, as if a person had started it; spared is
the second and a half in which a fresh interpreter loads what every run needs. What a person's shell starts is tried
by `test_readme.py` and `test_wheel.py`.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import IO

from extractor.cli import COMMANDS
from extractor.extract import extract
from extractor.lexicon import load_lexicon
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 120
"""Seconds that a run may take."""


@dataclass(frozen=True)
class Run:
    """A run at work in a process of its own; the next can start when its result was asked for."""

    arguments: tuple[str, ...]
    pid: int
    folder: Path
    answers: IO[str]

    def send(self, number: signal.Signals) -> None:
        """Send the run a signal, if it has not ended yet."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def result(self) -> subprocess.CompletedProcess[str]:
        """Wait for the run's end; gives what it printed and its exit code, below zero where a signal ended it."""
        code = int(self.answers.readline())
        files = [self.folder / name for name in ("out", "err")]
        out, err = (file.read_text(encoding="utf-8") if file.exists() else "" for file in files)
        shutil.rmtree(self.folder)
        return subprocess.CompletedProcess(["taizhang", *self.arguments], code, out, err)


def start_warm(*arguments: str | Path, cwd: Path | None = None) -> Run:
    """Start `taizhang` with some arguments."""
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    printed, folder = tuple(map(str, arguments)), tempfile.mkdtemp()
    task = {"arguments": printed, "cwd": str(cwd or Path.cwd()), "folder": folder}
    print(json.dumps(task), file=server.stdin, flush=True)
    return Run(printed, int(server.stdout.readline()), Path(folder), server.stdout)


@lru_cache(maxsize=1)
def _server() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.warm"]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    atexit.register(server.kill)
    return server


def _serve() -> None:
    """Load what runs need, then run what each line of standard input asks for; answer with its pid and exit code."""
    for name in COMMANDS:
        import_module(f"extractor.cli.{name}")
    load_lexicon()
    path = next(sample_speeches().glob("*.txt"))
    extract(read_speech(Input(path, path.name)))
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _run(**json.loads(line))
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run(arguments: list[str], cwd: str, folder: str) -> None:
    """Be the run, its output in files of a folder, and end with its exit code."""
    code = 1
    signal.alarm(LIMIT)
    try:
        os.chdir(cwd)
        for descriptor, file in enumerate((os.devnull, f"{folder}/out", f"{folder}/err")):
            os.dup2(os.open(file, os.O_RDWR | os.O_CREAT), descriptor)
        sys.argv = ["taizhang", *arguments]
        runpy.run_module("extractor", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
