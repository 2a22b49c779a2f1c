"""Parts: the fields that are extracted and written together, what each needs, and the hash of what decides it.

A part's hash covers the code of its fields, the lexicons that this code names, the modules that every field stands
on, the versions of the libraries that segment and fold, and the hashes of the parts that it needs. So a new office
term concerns `speaker` and not `metrics`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

from extractor.errors import RuleError
from extractor.lexicon import Lexicon

FOUNDATION = (
    "records.py", "rule.py", "text.py", "numerals.py", "gate.py", "gazetteer.py", "segment.py", "rows.py",
    "lexicon/__init__.py", "extract.py",
)  # fmt: skip
"""The modules that every field stands on."""
_LIBRARIES = ("jieba", "opencc", "rjieba")
"""Whose dictionaries and models decide what is found."""


_NAME = re.compile(r"""["'](\w+)["']""")
"""How code names a lexicon."""


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that hang together: their modules, the parts that they need, and what they write of a document."""

    name: str
    modules: tuple[str, ...]
    needs: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


PARTS: dict[str, Part] = {
    part.name: part
    for part in (
        Part("layout", ("noise", "layout"), (), ("noise",), ("title",)),
        Part("meeting", ("meeting",), ("layout",), ("document_meeting_types", "evidence"),
             ("genre", "meeting_name", "meeting_type", "campaign")),
        Part("year", ("year",), ("layout",), ("evidence",), ("year", "year_min", "year_max", "year_basis", "date")),
        Part("speaker", ("speaker",), ("layout",), ("evidence",),
             ("speaker_level", "speaker_body", "speaker_title", "speaker_name")),
        Part("items", ("items", "roles"), ("layout",), ("items",)),
        Part("metrics", ("placeholders", "redactions", "metrics"), ("layout", "items"),
             ("metric_claims", "redactions")),
        Part("deadlines", ("deadlines",), ("layout", "year", "items"), ("deadlines",)),
        Part("directives", ("directives",), ("layout", "items", "deadlines"), ("directives",)),
        Part("keywords", ("keywords",), ("layout",), ("keywords",)),
    )
}  # fmt: skip
"""Every part, each after those that it needs."""


def with_dependants(names: Collection[str]) -> frozenset[str]:
    """The parts named and every part that needs one of them. Raises `RuleError` for a part that is none."""
    if unknown := set(names) - set(PARTS):
        raise RuleError(f"no field {', '.join(sorted(unknown))}; fields are {', '.join(PARTS)}")
    found = set(names)
    for part in PARTS.values():
        if found & set(part.needs):
            found.add(part.name)
    return frozenset(found)


def with_needs(names: Collection[str]) -> frozenset[str]:
    """The parts named and every part that they need."""
    found = set(names)
    for part in reversed(PARTS.values()):
        if part.name in found:
            found.update(part.needs)
    return frozenset(found)


@lru_cache(maxsize=8)
def part_hashes(lexicon: Lexicon) -> dict[str, str]:
    """The hash of each part under a lexicon: 16 hexadecimal digits."""
    package = resources.files("extractor")
    libraries = " ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode()
    foundation = b"".join([libraries, *(package.joinpath(name).read_bytes() for name in FOUNDATION)])
    hashes: dict[str, str] = {}
    for part in PARTS.values():
        sources = [file.read_bytes() for module in part.modules for file in _files(package.joinpath("fields"), module)]
        names = sorted({name for source in sources for name in _NAME.findall(source.decode())} & set(lexicon.tables))
        words = [json.dumps(lexicon[name], ensure_ascii=False, sort_keys=True, default=str) for name in names]
        own_rules = [rule.name + rule.pattern for module in part.modules for rule in lexicon.rules(module)]
        upstream = [hashes[need] for need in part.needs]
        content = foundation + b"".join(sources) + "".join([*words, *own_rules, *upstream]).encode()
        hashes[part.name] = hashlib.sha256(content).hexdigest()[:16]
    return hashes


def ruleset(hashes: dict[str, str]) -> str:
    """One hash for a whole set of part hashes."""
    return hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()[:16]


def _files(fields: Traversable, module: str) -> Iterator[Traversable]:
    single = fields.joinpath(f"{module}.py")
    if single.is_file():
        yield single
        return
    folder = fields.joinpath(module)
    if folder.is_dir():
        yield from sorted((f for f in folder.iterdir() if f.name.endswith(".py")), key=lambda f: f.name)
