"""A real browser before a real server: what the browser tests and the screenshots share."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_SERVE = """
import sys
from pathlib import Path
from extractor.lexicon import load_lexicon
from extractor.site import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]), correct_with=load_lexicon() if sys.argv[3:] else None)
"""


def chromium() -> str | None:
    """Where Debian's Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@contextmanager
def served(database: Path) -> Iterator[str]:
    """The site over a ledger in a process of its own; gives its address."""
    with _server(database) as (address, _):
        yield address


@contextmanager
def served_to_correct(database: Path) -> Iterator[tuple[str, str]]:
    """The same, taking corrections; gives its address and the address that logs in, once."""
    with _server(database, "corrections") as (address, server):
        assert server.stdout
        login = next(line for line in server.stdout if "auth-token" in line)
        yield address, login.split()[-1]


@contextmanager
def _server(database: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", _SERVE, str(database), str(port), *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE if options else subprocess.DEVNULL, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address, server
    finally:
        server.terminate()
        server.communicate(timeout=10)


def _wait(address: str, server: subprocess.Popen[str], seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address + "/-/versions.json", timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the site did not start")
