"""Reading corpora: files, folders or several of them become speeches, or failures that say why.

A format is a function from bytes to text, registered by file ending in `FORMATS`; reading knows nothing else of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from extractor.errors import ReadError
from extractor.records import Speech

MAX_BYTES = 8 * 1024 * 1024
"""No speech is longer: the longest national work report on file has 0.17 MB."""
MIN_HAN = 10
_SAMPLE = 64 * 1024
_CHINESE_ENCODINGS = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")
_NEWLINE = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Input:
    """A file that shall be read: where it lies, and its name in the ledger (POSIX, below the corpus root)."""

    path: Path
    source: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read or extracted: what is wrong, and what to do about it."""

    source: str
    error: str
    detail: str


def decode(raw: bytes) -> tuple[str, str]:
    """The text of some bytes and the encoding that they were in: BOM dropped, newlines unified.

    Raises `ReadError` where the bytes are no text.

    >>> decode("同志们：\\r\\n一、全市".encode("gb18030"))
    ('同志们：\\n一、全市', 'gb18030')
    """
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), None)
    try:
        text = raw.decode(encoding or "utf-8")
        encoding = encoding or "utf-8"
    except UnicodeDecodeError:
        text, encoding = _detect(raw)
    return _NEWLINE.sub("\n", text.removeprefix("\ufeff")), encoding


def _detect(raw: bytes) -> tuple[str, str]:
    match = from_bytes(raw[:_SAMPLE], cp_isolation=_CHINESE_ENCODINGS).best()
    if match is None:
        raise ReadError("no text in a known encoding; save it as UTF-8")
    try:
        return raw.decode(match.encoding), match.encoding
    except UnicodeDecodeError as error:
        raise ReadError(f"broken {match.encoding} text at byte {error.start}; save it as UTF-8") from error


FORMATS: dict[str, Callable[[bytes], tuple[str, str]]] = {".txt": decode, ".md": decode}


def read_speech(item: Input) -> Speech:
    """One file as a speech. Raises `ReadError` where the file cannot be read or holds no Chinese prose."""
    suffix = item.path.suffix.lower()
    if suffix not in FORMATS:
        raise ReadError(f"format {suffix or '(no ending)'} is not read; give one of {', '.join(sorted(FORMATS))}")
    try:
        size = item.path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(f"{size / 2**20:.0f} MB is no speech (limit {MAX_BYTES // 2**20} MB); split the file")
        raw = item.path.read_bytes()
    except OSError as error:
        raise ReadError(f"{error.strerror or error}; check the path and its permissions") from error
    text, encoding = FORMATS[suffix](raw)
    _refuse_what_is_no_prose(text)
    return Speech(item.source, text, hashlib.sha256(raw).hexdigest(), suffix[1:], encoding)


def _refuse_what_is_no_prose(text: str) -> None:
    if not text.strip():
        raise ReadError("the file is empty; nothing to extract")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) / 50:
        raise ReadError("binary data, not text; give the speech as plain text")
    if sample.lstrip()[:1] in "[{" and _is_json(text):
        raise ReadError("JSON, not a speech; give the speech as plain text")
    if len(_HAN.findall(sample)) < MIN_HAN:
        raise ReadError(f"fewer than {MIN_HAN} Chinese characters; not a speech")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def list_inputs(paths: Iterable[Path], root: Path | None = None) -> Iterator[Input | Failure]:
    """The files below some paths, sorted, each with its source name; missing paths and name clashes are failures.

    The name is the path below `root`, or by default the name of the given folder (a file's parent folder) and
    what lies below it, so that `seeds` and `seeds/a.txt` name the same speech alike.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        if not path.exists():
            yield Failure(str(path), "missing", "no such file or folder; check the path")
            continue
        base = root if root else path.absolute().parent if path.is_dir() else path.absolute().parent.parent
        for file in _files(path):
            source = _below(file, base)
            first = seen.setdefault(source, file)
            if first is file:
                yield Input(file, source)
            elif first.resolve() != file.resolve():
                yield Failure(source, "clash", f"{first} and {file} would have one name; give --root a common folder")


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(f for f in path.rglob("*") if _is_input(f))


def _is_input(file: Path) -> bool:
    """A folder's own README describes the corpus and is no part of it; hidden files are nobody's speech."""
    about = file.name.startswith(".") or file.stem.upper() == "README"
    return not about and file.suffix.lower() in FORMATS and file.is_file()


def _below(file: Path, base: Path) -> str:
    try:
        return file.absolute().relative_to(base.absolute()).as_posix()
    except ValueError:
        return file.name
