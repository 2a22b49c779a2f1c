"""Words as data: TOML files beside this module, and a user's own folder on top of them.

Each file is one lexicon (`units.toml`, `levels.toml`, …): a `source` note and tables of entries. A user's folder may
hold files of the same names; their tables are added to the package's, entry by entry, and win where a key is
the same. `[[rules]]` in any file adds pattern rules (`extractor.rule.Rule`) without code.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from extractor.errors import RuleError
from extractor.rule import Rule


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every lexicon of one run, by file name without ending; compared and hashed by identity."""

    tables: Mapping[str, Mapping[str, Any]] = field(repr=False)
    folder: Path | None = None

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        return self.tables[name]

    def words(self, name: str, table: str) -> tuple[str, ...]:
        """The words of one list, longest first, ready to be joined into an alternation."""
        return tuple(sorted(self.tables[name].get(table, ()), key=lambda w: (-len(w), w)))

    @cached_property
    def digest(self) -> str:
        """A hash of everything the lexicons hold, for `runs.ruleset`."""
        return hashlib.sha256(
            json.dumps(self.tables, ensure_ascii=False, sort_keys=True, default=str).encode()
        ).hexdigest()

    def rules(self, field_name: str) -> tuple[Rule, ...]:
        """The rules that lexicon files add to a field (`[[rules]]` whose name begins with the field's)."""
        entries = [r for table in self.tables.values() for r in table.get("rules", ())]
        return tuple(_rule(entry) for entry in entries if entry["name"].startswith(f"{field_name}."))


def alternation(words: Iterable[str]) -> str:
    """One pattern of many words, the longest first, grouped by first character so that a scan tries few branches.

    >>> alternation(["推进会", "推进大会", "座谈会"])
    '(?:座(?:谈会)|推(?:进大会|进会))'
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        heads.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", "[ ]").replace(r"\#", "[#]"))
    if not heads:
        return r"(?!)"
    branches = (f"{_escape(head)}(?:{'|'.join(tails)})" for head, tails in sorted(heads.items()))
    return f"(?:{'|'.join(branches)})"


def _escape(char: str) -> str:
    return f"[{char}]" if char in " #" else re.escape(char)


def _rule(entry: Mapping[str, Any]) -> Rule:
    try:
        finds = {sentence: tuple(texts) for sentence, texts in entry["finds"].items()}
        return Rule(
            entry["name"],
            entry["pattern"],
            finds,
            tuple(entry["ignores"]),
            entry["source"],
            yields=entry.get("yields", ""),
            weight=entry.get("weight", 1.0),
        )
    except (KeyError, AttributeError) as error:
        raise RuleError(f"lexicon rule {entry.get('name', '?')}: lacks {error}; see an entry of the package") from error


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + [v for v in value if v not in old]
        else:
            merged[key] = value
    return merged


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"lexicon {path.name}: {error}; mend the file") from error


@lru_cache(maxsize=8)
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The package's lexicons, with a user's folder on top. Raises `RuleError` for a malformed or unknown file."""
    with resources.as_file(resources.files(__package__)) as home:
        tables = {path.stem: _read(path) for path in sorted(home.glob("*.toml"))}
    if folder is not None:
        if not folder.is_dir():
            raise RuleError(f"lexicon folder {folder} does not exist; give a folder of TOML files")
        for path in sorted(folder.glob("*.toml")):
            tables[path.stem] = _merge(tables.get(path.stem, {}), _read(path))
    return Lexicon(tables, folder)
