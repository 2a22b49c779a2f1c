"""Speed and size, as Markdown on standard output: stages, ratios to jieba.cut and to a bare floor, the curve.

usage: python -m tests.bench [--texts FOLDER…]… [--curve COUNT…] [--rounds N]

Every ratio comes from runs in turn in one go (A B A B …): the machine's speed drifts, ratios hold.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import jieba

from extractor.extract import extract
from extractor.ingest import ingest
from extractor.lexicon import load_lexicon
from extractor.listing import list_inputs
from extractor.places import sample_speeches
from extractor.reading import Input, load, parse
from extractor.records import Extraction, Speech
from extractor.rows import KEYS, document_row, fact_rows
from extractor.segment import segmenter
from extractor.store import Ledger
from extractor.store.statements import Tables
from tests.bench.corpus import make_corpus

LEXICON = load_lexicon()
SHARED = Path(__file__).resolve().parents[3] / "shared"
MOST = 10_000
"""The largest corpus that is extracted a second time, with two jobs."""
TIME = ("/usr/bin/time", "-v")
PRINTED = re.compile(r"(User time|System time|Maximum resident set size) .*: ([\d.]+)$", re.MULTILINE)
"""What `time -v` prints: seconds, seconds, kilobytes."""


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call in this process."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each work, round by round."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(cpu(work))
    return taken


def stages(folders: Sequence[Path], rounds: int) -> str:
    """Each stage's speed on some texts, and its ratio to jieba.cut on the same."""
    inputs = [i for i in list_inputs(folders) if isinstance(i, Input)]
    speeches = [parse(i, load(i)) for i in inputs]
    found = [extract(s, LEXICON) for s in speeches]
    chars = sum(len(s.text) for s in speeches)
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    segmenter().cut("热身")
    scratch = tempfile.TemporaryDirectory()
    fresh = (Path(scratch.name) / f"{n}.db" for n in itertools.count())
    works = {
        "jieba.cut": lambda: [list(jieba.cut(s.text)) for s in speeches],
        "read": lambda: [parse(i, load(i)) for i in inputs],
        "extract": lambda: [extract(Speech(s.source, s.text), LEXICON) for s in speeches],
        "rows": lambda: [(document_row(s, e), fact_rows(s, e)) for s, e in zip(speeches, found, strict=True)],
        "segment (rjieba)": lambda: [segmenter().cut(s.text) for s in speeches],
        "whole pipeline": lambda: pipeline(folders, next(fresh)),
        "floor: read and insert": lambda: floor(inputs, found, next(fresh)),
    }
    with scratch:
        taken = in_turn(works, rounds)
    reference = taken["jieba.cut"]
    rows = [
        f"{len(speeches)} speeches, {chars:,} characters, {rounds} rounds in turn, median CPU\n",
        "| stage | characters/s | documents/s | ms per 5,000 characters | ratio to jieba.cut |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        ratio = statistics.median(a / b for a, b in zip(seconds, reference, strict=True))
        speed = f"{chars / middle:,.0f} | {len(speeches) / middle:,.0f} | {middle / chars * 5e6:.2f}"
        rows.append(f"| {name} | {speed} | {ratio:.3f} |")
    pairs = zip(taken["whole pipeline"], taken["floor: read and insert"], strict=True)
    over = statistics.median(a / b for a, b in pairs)
    return "\n".join([*rows, "", f"whole pipeline / floor: {over:.2f}"])


def pipeline(folders: Sequence[Path], path: Path) -> None:
    """Read, extract, index, store and commit into a fresh ledger."""
    ingest(folders, Ledger(path, LEXICON), LEXICON)


def floor(inputs: Sequence[Input], found: Sequence[Extraction], path: Path) -> None:
    """Read the files and insert the very rows, with nothing else: what no pipeline can beat."""
    Ledger(path, LEXICON)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    tables = Tables(connection)
    connection.execute("pragma foreign_keys=off")
    for n, (item, extraction) in enumerate(zip(inputs, found, strict=True), 1):
        speech = parse(item, load(item))
        rows = fact_rows(speech, extraction)
        connection.execute("begin")
        document = {**document_row(speech, extraction), "id": n, "corrected": 0, "ruleset": "", "extracted_at": ""}
        connection.execute(tables["documents"].insert, tables["documents"].values(document))
        for table in KEYS:
            some = [tables[table].values({**row, "document_id": n, "corrected": 0}) for row in rows[table]]
            if table != "directives":
                connection.executemany(tables[table].insert, some)
        connection.execute("commit")
    connection.close()


def curve(counts: Sequence[int]) -> str:
    """Cost, size and peak memory of fresh and of unchanged runs over generated corpora, a process each."""
    rows = [
        "| documents | extract, s | CPU ms each | peak memory, MB | unchanged, s | database, KB each"
        " | 2 jobs: times as fast | 2 processes, half each: times as fast |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder, db = Path(name) / "corpus", Path(name) / "a.db"
            halves = (folder / "1", folder / "2")
            for seed, half in enumerate(halves, 1):
                make_corpus(half, count // 2, seed)
            fresh = run(folder, db)
            size = db.stat().st_size / 1024 / count
            again = run(folder, db)
            spread = spreads(folder, halves, fresh.clock) if count <= MOST else "– | –"
            figures = (fresh.clock, fresh.cpu / count * 1000, fresh.memory, again.clock, size)
            rows.append(f"| {count:,} | " + " | ".join(f"{f:.1f}" for f in figures) + f" | {spread} |")
            print(rows[-1], file=sys.stderr)
    return "\n".join(rows)


def spreads(folder: Path, halves: Sequence[Path], alone: float) -> str:
    """How many times as fast two jobs are as one, and two processes that share nothing: what the machine allows."""
    together = run(folder, folder.parent / "b.db", "--jobs", "2").clock
    with ThreadPoolExecutor(len(halves)) as pool:
        start = time.perf_counter()
        list(pool.map(lambda half: run(half, folder.parent / f"{half.name}.db"), halves))
        apart = time.perf_counter() - start
    return f"{alone / together:.2f} | {alone / apart:.2f}"


class Run(NamedTuple):
    """What one run of the command line took: seconds by the clock and of the processor, peak memory in MB."""

    clock: float
    cpu: float
    memory: float


def run(folder: Path, db: Path, *options: str) -> Run:
    """Extract a folder into a ledger with the command line, in a process of its own, under `time -v`."""
    command = [*TIME, sys.executable, "-m", "extractor", "extract", str(folder), "--db", str(db), *options]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    clock = time.perf_counter() - start
    used = {what: float(figure) for what, figure in PRINTED.findall(done.stderr)}
    return Run(clock, used["User time"] + used["System time"], used["Maximum resident set size"] / 1024)


def groups() -> list[list[Path]]:
    """The texts that are measured together: our own speeches and, where they are, the shared real ones."""
    real = [["bulk"], ["seeds", "texts"]] if SHARED.is_dir() else []
    return [[sample_speeches()], *([SHARED / name for name in names] for names in real)]


def main() -> None:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", nargs="+", type=Path, action="append", help="folders measured together")
    parser.add_argument("--curve", nargs="*", type=int, default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.curve and not Path(TIME[0]).exists():
        parser.error(f"the curve is measured with {' '.join(TIME)}; install GNU time, or give --curve without counts")
    command = " ".join(["python -m tests.bench", *sys.argv[1:]])
    print(f"# Speed and size\n\nWritten by `{command}`; ratios hold where the machine is busy.")
    for folders in arguments.texts or groups():
        print(f"\n## Stages on {' and '.join(folder.name for folder in folders)}\n")
        print(stages(folders, arguments.rounds))
    if arguments.curve:
        print("\n## Curve over generated corpora\n")
        print(f"Processor time and peak memory as `{' '.join(TIME)}` prints them.\n")
        print(curve(arguments.curve))


if __name__ == "__main__":
    main()
