"""Pictures of the site's main pages over the sample speeches: `python -m tests.screenshots [FOLDER]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from extractor.ingest import ingest
from extractor.lexicon import load_lexicon
from extractor.places import sample_speeches
from extractor.store import Ledger
from tests.browser import browser, served

SHOTS = {
    "home": "/",
    "questions": "/taizhang",
    "table": "/taizhang/documents",
    "speech": "/-/speech/1",
    "speech-dark": "/-/speech/1",
    "search": "/-/find?q=整改",
    "query": "/taizhang/redacted_claims",
    "how": "/-/how",
}


def main(folder: Path) -> None:
    """Extract the sample speeches, serve them and take every picture; a name that ends in -dark is taken at night."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        database, lexicon = Path(home) / "taizhang.db", load_lexicon()
        ingest([sample_speeches()], Ledger(database, lexicon), lexicon, arguments="extract corpus/speeches")
        with served(database) as address, browser() as chrome:
            for name, path in SHOTS.items():
                light = "dark" if name.endswith("-dark") else "light"
                page = chrome.new_page(viewport={"width": 1360, "height": 900}, color_scheme=light)
                page.goto(address + path)
                page.screenshot(path=folder / f"{name}.png")
                page.close()
                print(folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/screenshots"))
