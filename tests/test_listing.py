"""Listing: each file once, named below the corpus root, in a fixed order."""

from __future__ import annotations

from pathlib import Path

from extractor.listing import count_inputs, list_inputs, source_prefix
from extractor.reading import Failure, Input

TEXT = "在全县春耕生产现场会上的讲话\n同志们：\n一、抢抓农时。各乡镇要备足种子、化肥，月底前完成整地。\n"


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")


def sources(*paths: Path, root: Path | None = None) -> list[str]:
    return [item.source for item in list_inputs(paths, root)]


def test_names_are_alike_for_a_folder_and_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "speeches"
    write(folder, "a.txt", "README.md")
    assert sources(folder) == sources(folder / "a.txt") == ["speeches/a.txt"]
    assert sources(folder, root=folder) == ["a.txt"]
    assert source_prefix(folder) == "speeches/"
    assert source_prefix(folder, root=folder) == ""


def test_files_come_before_folders_both_sorted_hidden_ones_and_other_formats_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    write(folder, "b/1.txt", "a/2.MD", "z.txt", "A.txt", ".hidden.txt", "x.pdf", "a/readme.md")
    assert sources(folder) == ["c/A.txt", "c/z.txt", "c/a/2.MD", "c/b/1.txt"]
    assert count_inputs([folder]) == 4


def test_missing_paths_and_clashing_names_are_failures(tmp_path: Path) -> None:
    for place in ("x", "y"):
        write(tmp_path / place / "s", "a.txt")
    found = list(list_inputs([tmp_path / "x" / "s", tmp_path / "y" / "s", tmp_path / "none"]))
    assert [type(i) for i in found] == [Input, Failure, Failure]
    assert [f.error for f in found if isinstance(f, Failure)] == ["clash", "missing"]


def test_what_a_link_leads_to_is_read_unless_it_leads_back(tmp_path: Path) -> None:
    folder, outside = tmp_path / "c", tmp_path / "elsewhere"
    write(folder, "a.txt")
    write(outside, "far.txt")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "b.txt").symlink_to(outside / "far.txt")
    (folder / "near").symlink_to(outside, target_is_directory=True)
    assert sources(folder, root=folder) == ["a.txt", "b.txt", "far.txt"]


def test_a_folder_given_by_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path / "real", "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert sources(tmp_path / "link") == ["real/a.txt"]
