"""What each field's hash covers: a lexicon's change never touches a field whose hash stays as it is."""

from __future__ import annotations

import ast
import random
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from extractor.extract import extract
from extractor.lexicon import Lexicon, load_lexicon
from extractor.parts import FOUNDATION, PARTS, part_hashes, with_dependants
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.records import Speech
from extractor.rows import document_row, fact_rows
from tests.conftest import ROOT

SPEECHES = [read_speech(Input(path, path.name)) for path in sorted(sample_speeches().glob("*.txt"))[::6]]


def thinned(value: Any, choose: random.Random) -> Any:
    """A lexicon without half of its words and entries."""
    if isinstance(value, Mapping):
        return {key: thinned(inner, choose) for key, inner in value.items()}
    if isinstance(value, list) and len(value) > 3:
        return [thinned(entry, choose) for entry in value if choose.random() > 0.5] or value[:1]
    return value


def written(lexicon: Lexicon) -> dict[str, list[Any]]:
    """What each part writes of every speech."""
    found: dict[str, list[Any]] = {name: [] for name in PARTS}
    for speech in SPEECHES:
        extraction = extract(Speech(speech.source, speech.text), lexicon)
        document, facts = document_row(speech, extraction), fact_rows(speech, extraction)
        for part in PARTS.values():
            clues = [row for row in facts["evidence"] if row["field"] in part.columns]
            tables = [clues if table == "evidence" else facts[table] for table in part.tables]
            found[part.name].append(([document[column] for column in part.columns], tables))
    return found


@cache
def written_now() -> dict[str, list[Any]]:
    return written(load_lexicon())


def test_fields_stand_on_nothing_that_no_hash_covers() -> None:
    package = ROOT / "extractor"
    covered = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in FOUNDATION} | {"errors"}
    files = [*sorted((package / "fields").rglob("*.py")), *(package / name for name in FOUNDATION)]
    imported = {
        node.module.removeprefix("extractor.")
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("extractor.")
    }
    assert {name for name in imported if not name.startswith("fields")} <= covered | {"parts"}


@pytest.mark.parametrize("name", load_lexicon().tables)
def test_a_change_of_words_touches_only_fields_whose_hash_it_changes(name: str) -> None:
    lexicon = load_lexicon()
    changed = Lexicon({**lexicon.tables, name: thinned(lexicon[name], random.Random(name))})
    before, after = part_hashes(lexicon), part_hashes(changed)
    outdated = with_dependants([part for part in PARTS if before[part] != after[part]])
    assert outdated, "some field stands on every lexicon"
    now, then = written_now(), written(changed)
    assert {part for part in PARTS if now[part] != then[part]} <= outdated
