"""Reading: every usual encoding, and a clear word for what is no speech."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.errors import ReadError
from extractor.reading import MAX_BYTES, Input, decode, read_speech

TEXT = "在全县春耕生产现场会上的讲话\n同志们：\n一、抢抓农时。各乡镇要备足种子、化肥，月底前完成整地。\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf_16_le"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.replace("\n", "\r\n").encode("gb18030"), "gb18030"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
    ],
)
def test_encodings_give_one_text(raw: bytes, encoding: str) -> None:
    assert decode(raw) == (TEXT, encoding)


@pytest.mark.parametrize("text", ["同志们：", "一、全市", "在全县工作会议上的讲话", "大會總結發言：同志們"])
def test_short_files_are_chinese_not_korean(text: str) -> None:
    assert decode(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("random.txt", bytes(range(256)) * 40, "encoding|binary"),
        ("data.txt", '{"标题": "全市工作会议上的讲话，同志们好"}'.encode(), "JSON"),
        ("english.md", b"# A readme\nNo Chinese here.", "fewer than"),
        ("scan.pdf", b"%PDF-1.4", "format .pdf"),
        ("zeros.txt", b"\0" * 4000, "binary|fewer|encoding"),
    ],
)
def test_what_is_no_speech_is_refused_in_one_line(tmp_path: Path, name: str, raw: bytes, message: str) -> None:
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(ReadError, match=message) as caught:
        read_speech(Input(file, name))
    assert "\n" not in str(caught.value)


def test_noise_of_a_random_generator_never_raises_anything_else(tmp_path: Path) -> None:
    file = tmp_path / "noise.txt"
    for size in (1, 2, 7, 64, 4096, 70_000):
        file.write_bytes(os.urandom(size))
        try:
            read_speech(Input(file, "noise.txt"))
        except ReadError:
            continue


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    with pytest.raises(ReadError, match="no speech"):
        read_speech(Input(file, "huge.txt"))
