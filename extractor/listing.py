"""Listing corpora: the files below some paths, each with its name in the ledger; one look at each folder and file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.reading import FORMATS, Failure, Input


def list_inputs(paths: Sequence[Path], root: Path | None = None) -> Iterator[Input | Failure]:
    """The files below some paths, sorted, each with its source name; missing paths and name clashes are failures.

    The name is the path below `root`, or by default the name of the given folder (a file's parent folder) and
    what lies below it, so that `seeds` and `seeds/a.txt` name the same speech alike.
    """
    bases: list[Path] = []
    for path in paths:
        if not path.exists():
            yield Failure(str(path), "missing", "no such file or folder; check the path")
            continue
        base = (root or (path.absolute().parent if path.is_dir() else path.absolute().parent.parent)).resolve()
        others = [other for other in bases if other != base]
        for item in _inputs(path, base):
            rival = next((b / item.source for b in others if (b / item.source).is_file()), None)
            if rival is None:
                yield item
            else:
                why = f"{rival} and {item.path} would have one name; give --root a common folder"
                yield Failure(item.source, "clash", why)
        bases.append(base)


def count_inputs(paths: Sequence[Path]) -> int:
    """How many inputs there are below some paths, for a progress bar."""
    return sum(1 for path in paths if path.exists() for _ in _inputs(path, path))


def source_prefix(path: Path, root: Path | None = None) -> str:
    """How the sources below a folder begin; '' where the folder is the root itself."""
    base = (root or path.absolute().parent).resolve()
    prefix = _below(path, base)
    return "" if prefix == "." else f"{prefix}/"


def _inputs(path: Path, base: Path) -> Iterator[Input]:
    """The inputs below a path, folder by folder, sorted, never all of them in memory."""
    if path.is_file():
        yield Input(path, _below(path, base))
    else:
        yield from _walk(path, base, frozenset())


def _walk(folder: Path, base: Path, above: frozenset[Path]) -> Iterator[Input]:
    """A folder's inputs, then those of its folders; a link that leads back to a folder `above` is not followed."""
    place = folder.resolve()
    if place in above:
        return
    inside = place.is_relative_to(base)
    prefix = f"{place.relative_to(base).as_posix()}/".removeprefix("./") if inside else ""
    folders = []
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            folders.append(entry.name)
        elif _is_input(entry):
            path = folder / entry.name
            yield Input(path, _below(path, base) if entry.is_symlink() else prefix + entry.name)
    for name in folders:
        yield from _walk(folder / name, base, above | {place})


def _is_input(entry: os.DirEntry[str]) -> bool:
    """A folder's own README describes the corpus and is no part of it; hidden files are nobody's speech."""
    stem, ending = os.path.splitext(entry.name)
    return ending.lower() in FORMATS and not stem.startswith(".") and stem.upper() != "README" and entry.is_file()


def _below(file: Path, base: Path) -> str:
    try:
        return file.resolve().relative_to(base).as_posix()
    except ValueError:
        return file.name
