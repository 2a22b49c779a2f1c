"""What the tests share: the checkout's folders, the shared texts where they are, a ledger of the sample corpus."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from extractor.ingest import ingest
from extractor.lexicon import Lexicon, load_lexicon
from extractor.places import sample_speeches
from extractor.store import Ledger
from tests.warm import start_warm

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SPEECH = """在全县秋冬种工作推进会上的讲话
（2014年10月9日）
同志们：
一、上半年工作成效明显。完成造林X万亩，同比增长12%。
二、下一步要抓好三件事。各乡镇要在10月底前完成整地。
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from today's output")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts beside the checkout; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared (real texts and their gold) is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon) -> Path:
    """A ledger of the bundled speeches."""
    path = tmp_path_factory.mktemp("sample") / "taizhang.db"
    ingest([sample_speeches()], Ledger(path, lexicon), lexicon)
    return path


@pytest.fixture(scope="session")
def shared_ledger(tmp_path_factory: pytest.TempPathFactory, lexicon: Lexicon, shared: Path) -> Path:
    """A ledger of the shared real texts."""
    path = tmp_path_factory.mktemp("shared") / "taizhang.db"
    ingest([shared / "seeds", shared / "texts", shared / "bulk"], Ledger(path, lexicon), lexicon)
    return path


def taizhang(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return start_warm(*arguments, cwd=cwd).result()
