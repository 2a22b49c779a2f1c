"""Annotation files: label files and `.gold.json`, the text each belongs to, and all that is wrong with it."""

from __future__ import annotations

import glob
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import ReadError
from extractor.gold.annotation import Codes, Gold, annotate
from extractor.gold.checking import check_gold
from extractor.gold.labels import Label, Problem, read_labels
from extractor.gold.skeleton import around
from extractor.gold.unjudged import check_labels, unmarked_placeholders
from extractor.reading import decode

LABELS, GOLD = ".labels.tsv", ".gold.json"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One file as it was read: labels, or the JSON of a gold (`labels` is None then).

    `text_path` is where labels say that their text lies, seen from their own folder.
    """

    path: Path
    source: str
    labels: list[Label] | None
    problems: list[Problem]
    gold: Any = None
    text_path: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The gold of a file, its problems, and notes on what may well be right."""

    gold: Gold
    problems: list[Problem]
    notes: list[Problem] = field(default_factory=list)


def stem(file: Path) -> str:
    """The name of an annotation file without its ending.

    >>> stem(Path("gold/01-summary.labels.tsv"))
    '01-summary'
    """
    return file.name.removesuffix(LABELS).removesuffix(GOLD).removesuffix(".tsv")


def list_annotations(path: Path) -> list[Path]:
    """A file itself, or the label files and golds of a folder. Raises `ReadError` where there is none."""
    if path.is_file():
        return [path]
    found = sorted(f for ending in (LABELS, GOLD) for f in path.glob(f"*{ending}"))
    if not found:
        what = f"holds no *{LABELS} and no *{GOLD}" if path.is_dir() else "no such file or folder"
        raise ReadError(f"{path}: {what}; give label files or gold, or begin with `taizhang gold new SOURCE`")
    return found


def read_annotation(path: Path) -> Annotation:
    """One annotation file. Raises `ReadError` where it is none, or does not say of which speech."""
    try:
        text, _ = decode(path.read_bytes())
        gold = json.loads(text) if path.suffix == ".json" else None
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}; check the path") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path}: {error}; mend the JSON") from error
    if path.suffix == ".json":
        return Annotation(path, _named(path, gold if isinstance(gold, dict) else {}), None, [], gold)
    labels, problems = read_labels(text)
    said = {label.values[0]: label for label in labels if label.kind == "D"}
    source = _named(path, {name: label.values[1] for name, label in said.items()})
    return Annotation(path, source, labels, problems, text_path=said["source"].context)


def _named(path: Path, said: Mapping[str, Any]) -> str:
    source = said.get("source")
    if not isinstance(source, str) or not source:
        where = '"source"' if path.suffix == ".json" else "a line `D  source  NAME.txt`"
        raise ReadError(f"{path}: does not say of which speech; add {where}")
    return source


def find_text(annotation: Annotation, folders: Sequence[Path]) -> Path | None:
    """The file of the annotated speech: in the folders given, else where labels say, beside them, a folder away."""
    name, here = Path(annotation.source).name, annotation.path.absolute().parent
    places = [here / annotation.text_path] if annotation.text_path and not folders else []
    for folder in folders or (here, here.parent):
        below = "**/" if folders else "*/"
        places += [folder, folder / name, *sorted(folder.glob(below + glob.escape(name)))]
    return next((path for path in places if path.name == name and path.is_file()), None)


def check(annotation: Annotation, text: str, codes: Codes) -> Checked:
    """Every problem of an annotation of a text."""
    if annotation.labels is None:
        gold = annotation.gold
        return Checked(gold, check_gold(gold, text, codes), _notes(gold, text))
    gold, places, unread = annotate(text, annotation.labels)
    wrong = [*annotation.problems, *unread, *check_gold(gold, text, codes, places)]
    return Checked(gold, [*wrong, *check_labels(annotation.labels, text)])


def _notes(gold: Any, text: str) -> list[Problem]:
    """Placeholders that a gold does not mention: JSON cannot say that one was judged to hide nothing."""
    rows = gold.get("redactions", ()) if isinstance(gold, dict) else ()
    marked = [(r.get("start"), r.get("end")) for r in rows if isinstance(r, dict)]
    spans = [(a, b) for a, b in marked if isinstance(a, int) and isinstance(b, int)]
    return [
        Problem(
            f"note: offset {a}", f"{text[a:b]!r} is no redaction in …{around(text, a, b)}…", "right if it hides none"
        )
        for a, b in unmarked_placeholders(text, spans)
    ]
