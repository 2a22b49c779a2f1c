"""The built wheel works outside the checkout, with its site and sample corpus inside."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT


def run(*command: str | Path, cwd: Path) -> str:
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    arguments = [str(c) for c in command]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=cwd, timeout=240, check=False, env=outside)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment holding the wheel; its dependencies are those of the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    run(sys.executable, "-c", build, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    site = next((folder / "env" / "lib").glob("python*/site-packages"))
    ours = next(p for p in sys.path if p.endswith("site-packages"))
    (site / "dependencies.pth").write_text(ours + "\n", encoding="utf-8")
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        site,
        wheel,
        cwd=folder,
    )
    return folder


def test_demo_runs_from_the_wheel(fresh: Path) -> None:
    python = fresh / "env" / "bin" / "python"
    where = run(python, "-c", "import extractor; print(extractor.__file__)", cwd=fresh)
    assert str(fresh) in where
    printed = run(python, "-m", "extractor", "demo", "--db", "sample.db", cwd=fresh)
    assert "taizhang serve" in printed
    assert (fresh / "sample.db").is_file()


def test_the_wheel_holds_the_site_and_no_stray_files(fresh: Path) -> None:
    site = next((fresh / "env" / "lib").glob("python*/site-packages")) / "extractor" / "bundled"
    assert (site / "db" / "plugins").is_dir()
    assert (site / "db" / "queries").is_dir()
    assert list((site / "corpus" / "speeches").iterdir())
    assert not list((site / "db").glob("*.db*"))
