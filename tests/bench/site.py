"""How fast the site answers on ledgers of many speeches, as Markdown on standard output.

usage: python -m tests.bench.site [--counts COUNT…] [--rounds N] [--only HEADING…] [--keep FOLDER]

Every page is asked for through Datasette's own ASGI client in this process, the ledger opened immutable as `taizhang
serve` opens it: routing, SQL, template and bytes, but no network. Figures are medians, warm, in milliseconds: by the
clock, and in brackets the processor's time, which is what an idle machine would show of a page that waits for nothing.
Loading in Chromium is from a real server in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import math
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from urllib.parse import quote

from datasette.app import Datasette

from extractor.ingest import ingest
from extractor.lexicon import load_lexicon
from extractor.listing import list_inputs
from extractor.places import sample_speeches, site_folder
from extractor.reading import Input, read_speech
from extractor.site import build_site
from extractor.site.finding import SEARCHED
from extractor.site.queries import read_queries
from extractor.store import Ledger
from extractor.store.connection import read_only
from tests.asked import TYPICAL, UNKNOWN
from tests.bench.corpus import make_corpus
from tests.browser import browser, chromium, served
from tests.many import multiply

AIM = 200
"""Milliseconds that a canned query may take on 10,000 speeches."""
FEW = 250
PLAIN = 20
LONG = 60_000
WORDS = {
    "one character, in every speech": "要",
    "one character": "渠",
    "two characters, frequent": "工作",
    "two characters": "整改",
    "four characters": "主题教育",
    "four characters, in one speech": "龙骨水车",
    "in no speech": "无此一词甲乙丙",
    "two words": "整改 党员",
}
RARE = "在龙骨水车修复座谈会上的讲话\n同志们：\n一、要修好龙骨水车。完成投资12万元，带动35户。\n"
Timings = dict[str, tuple[float, float]]
"""Milliseconds by the clock and of the processor, by heading and name."""


def ledger_in(folder: Path, count: int) -> Path:
    """Where a ledger of so many speeches is kept."""
    return folder / f"{count}" / "taizhang.db"


def build(count: int, folder: Path) -> Path:
    """A ledger of so many speeches: some hundred different ones many times over, one long, one with a rare word."""
    path = ledger_in(folder, count)
    if path.exists():
        return path
    path.parent.mkdir(parents=True)
    corpus, few, lexicon = path.parent / "corpus", path.parent / "few.db", load_lexicon()
    make_corpus(corpus, FEW, plain=PLAIN)
    ingest([corpus], Ledger(few, lexicon), lexicon)
    multiply(few, path, count - 2)
    single = path.parent / "single"
    single.mkdir()
    texts = [read_speech(item).text for item in list_inputs([sample_speeches()]) if isinstance(item, Input)]
    (single / "long.txt").write_text((("\n".join(texts) + "\n") * 3)[:LONG], encoding="utf-8")
    (single / "rare.txt").write_text(RARE, encoding="utf-8")
    ingest([single], Ledger(path, lexicon), lexicon)
    for made in (corpus, single):
        shutil.rmtree(made)
    few.unlink()
    return path


def addresses(long: int) -> Iterator[tuple[str, str, str]]:
    """What is measured: a heading, a name and an address each."""
    yield "pages", "home, drawn once for an immutable ledger", "/"
    yield "pages", "list of tables and questions", "/taizhang"
    yield "pages", "speech of usual length", "/-/speech/7"
    yield "pages", f"speech of {LONG:,} characters", f"/-/speech/{long}"
    for table in ("documents", "items", "directives", "metric_claims", "evidence"):
        yield "pages", f"table {table} with its facets", f"/taizhang/{table}"
    for name, word in WORDS.items():
        yield "search over all tables", f"{name}: {word}", f"/-/find?q={quote(word)}"
    for table in ("documents", *SEARCHED):
        for name, word in WORDS.items():
            asked = f"/taizhang/{table}?_search={quote(word)}"
            yield f"search box of {table}", f"{name}: {word}", asked
    for query in read_queries(site_folder() / "queries"):
        yield "canned queries", f"{query.name}", f"/taizhang/{query.name}"
        for one in query.parameters:
            for value in (TYPICAL[one.name], UNKNOWN):
                asked = f"/taizhang/{query.name}?{one.name}={quote(value)}"
                yield "canned queries", f"{query.name}, {one.name} {value}", asked


def ask(site: Datasette, address: str) -> tuple[float, float]:
    """Milliseconds until a page is there, by the clock and of the processor; endless where it is an error."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    answer = asyncio.run(site.client.get(address))
    taken = (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000
    return taken if answer.status_code == 200 else (math.inf, math.inf)


def measure(path: Path, rounds: int, only: Sequence[str]) -> Timings:
    """All timings of one ledger by heading and name, or those below headings that begin with some words."""
    with read_only(path) as connection:
        long = connection.execute("select id from documents where char_count >= ?", (LONG,)).fetchone()[0]
    site, taken = build_site(path), {}
    taken["pages | home, the first time"] = ask(site, "/")
    for heading, name, address in addresses(long):
        if not heading.startswith(tuple(only)):
            continue
        print(f"{address}", file=sys.stderr)
        first = ask(site, address)
        again = [ask(site, address) for _ in range(rounds)] if first[0] < 5000 else [first]
        clock, processor = (statistics.median(figures) for figures in zip(*again, strict=True))
        taken[f"{heading} | {name}"] = clock, processor
    if chromium():
        taken[f"pages | speech of {LONG:,} characters, loaded in Chromium"] = in_chromium(path, long, rounds), math.nan
    return taken


def in_chromium(path: Path, speech: int, rounds: int) -> float:
    """Milliseconds from the click to the end of loading, in a window of its own each time."""
    timing = "performance.getEntriesByType('navigation')[0].loadEventEnd"
    taken = []
    with served(path) as address, browser() as chrome:
        for _ in range(rounds + 1):
            tab = chrome.new_page()
            tab.goto(f"{address}/-/speech/{speech}")
            tab.wait_for_function(timing + " > 0")
            taken.append(float(tab.evaluate(timing)))
            tab.close()
    return statistics.median(taken[1:])


def table(measured: dict[int, Timings]) -> str:
    """A Markdown table for each heading; queries that miss their aim are marked."""
    lines, before = list[str](), ""
    for key in sorted(next(iter(measured.values())), key=lambda key: key.split(" | ")[0]):
        heading, name = key.split(" | ")
        if heading != before:
            head = "".join(f" {count:,} speeches, ms |" for count in measured)
            lines += [
                "",
                f"## {heading[0].upper()}{heading[1:]}",
                "",
                f"| what |{head}",
                f"| --- |{' ---: |' * len(measured)}",
            ]
            before = heading
        figures = (said(count, heading, taken[key]) for count, taken in measured.items())
        lines.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(lines)


def said(count: int, heading: str, taken: tuple[float, float]) -> str:
    """A figure, marked where a query takes longer than it may; a page is too slow where its time limit ended it."""
    clock, processor = taken
    if clock == math.inf:
        return "too slow"
    figure = f"{clock:,.0f}" + ("" if math.isnan(processor) else f" ({processor:,.0f})")
    late = heading == "canned queries" and count <= 10_000 and processor > AIM
    return f"**{figure}**" if late else figure


def sizes(paths: dict[int, Path], seconds: dict[int, float]) -> str:
    """What the ledgers hold and what they cost."""
    lines = ["| speeches | characters | facts | file, MB | built in, s |", "| ---: | ---: | ---: | ---: | ---: |"]
    for count, path in paths.items():
        with read_only(path) as connection:
            characters = connection.execute("select sum(char_count) from documents").fetchone()[0]
            facts = sum(
                connection.execute(f"select count(*) from {name}").fetchone()[0]
                for name in ("items", "directives", "metric_claims", "redactions", "deadlines", "evidence", "keywords")
            )
        size = path.stat().st_size / 1e6
        built = "–" if math.isnan(seconds[count]) else f"{seconds[count]:,.0f}"
        lines.append(f"| {count:,} | {characters:,} | {facts:,} | {size:,.0f} | {built} |")
    return "\n".join(lines)


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[""], metavar="HEADING", help="what a heading begins with")
    parser.add_argument("--keep", type=Path, help="folder in which the ledgers are kept, and found again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        report(arguments.counts, arguments.rounds, arguments.only, arguments.keep or Path(temporary))


def report(counts: Sequence[int], rounds: int, only: Sequence[str], folder: Path) -> None:
    """The whole report over ledgers in a folder."""
    paths, seconds, measured = dict[int, Path](), dict[int, float](), dict[int, Timings]()
    for count in counts:
        start, kept = time.perf_counter(), ledger_in(folder, count).exists()
        paths[count] = build(count, folder)
        seconds[count] = math.nan if kept else time.perf_counter() - start
        with redirect_stdout(sys.stderr):  # Datasette prints there what a query that was ended had in hand
            measured[count] = measure(paths[count], rounds, only)
    print("# How fast the site answers\n")
    command = f"python -m tests.bench.site --counts {' '.join(map(str, counts))} --rounds {rounds}"
    command += f" --only {' '.join(only)}" if any(only) else ""
    print(f"Written by `{command}`. " + " ".join((__doc__ or "").split("\n\n")[2].split()) + "\n")
    print(sizes(paths, seconds))
    print(table(measured))


if __name__ == "__main__":
    main()
