"""Reading: a file becomes a speech, or a failure that says why.

A format is a function from bytes to text, registered by file ending in `FORMATS`; reading knows nothing else of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from extractor.errors import ReadError
from extractor.records import Speech

MAX_BYTES = 2 * 1024 * 1024
"""No speech is longer: the longest national work report on file has 0.17 MB."""
MIN_HAN = 10
_SAMPLE = 64 * 1024
_LOOK = 4096
_CHINESE_ENCODINGS = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PROSE = re.compile(rf"(?:[^\u3400-\u9fff]*[\u3400-\u9fff]){{{MIN_HAN}}}")
_CHINESE = re.compile(r"[\t-\r -~\u2010-\u203b\u2460-\u24ff\u25a0-\u25ff\u3000-\u3020\u3400-\u9fff\uff01-\uff5e·×]")
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
    """The text in the likeliest encoding that makes Chinese of the bytes: a short GBK file is UTF-16 Korean, too."""
    ranked = [match.encoding for match in from_bytes(raw[:_SAMPLE], cp_isolation=_CHINESE_ENCODINGS)]
    broken = None
    for encoding in [*ranked, "gb18030"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError as error:
            broken = broken or ReadError(f"broken {encoding} text at byte {error.start}; save it as UTF-8")
            continue
        head = text[:_LOOK]
        if len(_CHINESE.findall(head)) > 0.9 * len(head):
            return text, encoding
    raise (broken if ranked and broken else None) or ReadError("no text in a known encoding; save it as UTF-8")


FORMATS: dict[str, Callable[[bytes], tuple[str, str]]] = {".txt": decode, ".md": decode}


def load(item: Input) -> bytes:
    """The bytes of an input. Raises `ReadError` where it cannot be read whole, or is too large to be a speech."""
    suffix = item.path.suffix.lower()
    if suffix not in FORMATS:
        raise ReadError(f"format {suffix or '(no ending)'} is not read; give one of {', '.join(sorted(FORMATS))}")
    try:
        with item.path.open("rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > MAX_BYTES:
                size, limit = before.st_size / 2**20, MAX_BYTES // 2**20
                raise ReadError(f"{size:.0f} MB is no speech (limit {limit} MB); split the file")
            raw = file.read()
            after = os.fstat(file.fileno())
    except OSError as error:
        raise ReadError(f"{error.strerror or error}; check the path and its permissions") from error
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(raw) != after.st_size:
        raise ReadError("the file changed while it was read; run again")
    return raw


def parse(item: Input, raw: bytes) -> Speech:
    """A speech from its bytes. Raises `ReadError` where they hold no Chinese prose."""
    suffix = item.path.suffix.lower()
    text, encoding = FORMATS[suffix](raw)
    _refuse_what_is_no_prose(text)
    return Speech(item.source, text, digest(raw), suffix[1:], encoding)


def read_speech(item: Input) -> Speech:
    """One file as a speech. Raises `ReadError` where it is none."""
    return parse(item, load(item))


def digest(raw: bytes) -> str:
    """SHA-256 of some bytes, hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _refuse_what_is_no_prose(text: str) -> None:
    if not text.strip():
        raise ReadError("the file is empty; nothing to extract")
    sample = text[:_LOOK]
    if len(_CONTROL.findall(sample)) > len(sample) / 50:
        raise ReadError("binary data, not text; give the speech as plain text")
    if sample.lstrip()[:1] in "[{" and _is_json(text):
        raise ReadError("JSON, not a speech; give the speech as plain text")
    if not _PROSE.match(text[:_SAMPLE]):
        raise ReadError(f"fewer than {MIN_HAN} Chinese characters; not a speech")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
