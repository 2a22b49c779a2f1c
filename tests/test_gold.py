"""Gold by hand: candidates, the label file, its round trip, its check, and the commands as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.cli.gold import app
from extractor.extract import extract
from extractor.gold.annotation import Gold, allowed_codes, annotate, print_gold, today
from extractor.gold.candidates import find_candidates, hides, hides_whole
from extractor.gold.checking import check_gold
from extractor.gold.files import stem
from extractor.gold.labels import Label, print_labels, read_labels
from extractor.gold.skeleton import draw_skeleton, show_place
from extractor.gold.unjudged import check_labels
from extractor.lexicon import load_lexicon
from extractor.places import sample_gold, sample_speeches
from extractor.reading import Input, read_speech
from extractor.records import Span, Speech
from tests.conftest import taizhang

CODES = allowed_codes(load_lexicon())
GOLD = sorted(sample_gold().glob("*.gold.json"))
TEXT = """在全县春管工作推进会上的讲话
同志们：
一、去冬以来成效明显。完成渠道清淤X公里，机井维修1.2万眼，增长9×%。
（一）干部下沉到村，XX镇带了好头。
二、各乡镇要在3月底前完成追肥。
"""


def gold() -> Gold:
    """A sound annotation of `TEXT`."""
    at = TEXT.index
    first, second = at("一、"), at("二、")
    return {
        "source": "a.txt",
        "document": {
            "title": "在全县春管工作推进会上的讲话", "meeting_type": "progress", "meeting_types": ["progress"],
            "year": None, "year_min": None, "year_max": None, "year_basis": "unknown",
            "speaker_level": "county", "speaker_body": None,
        },
        "items": [
            {"start": first, "marker": "一、", "ordinal": 1, "parent": None, "role": "achievement"},
            {"start": at("（一）"), "marker": "（一）", "ordinal": 1, "parent": first, "role": "achievement"},
            {"start": second, "marker": "二、", "ordinal": 2, "parent": None, "role": "directive"},
        ],
        "metric_claims": [
            claim("X", "公里", "渠道清淤"), claim("1.2", "万眼", "机井维修"),
            claim("9×", "%", "机井维修") | {"change": "increase"},
        ],
        "redactions": [
            {"start": at("X公"), "end": at("X公") + 1, "slot": "quantity"},
            {"start": at("×"), "end": at("×") + 1, "slot": "quantity"},
            {"start": at("XX"), "end": at("XX") + 2, "slot": "place"},
        ],
    }  # fmt: skip


def claim(value: str, unit: str, subject: str) -> Gold:
    start = TEXT.index(value + unit)
    hidden = value != "1.2"
    place = {"start": start, "end": start + len(value), "value": value, "unit": unit, "redacted": hidden}
    return place | {"subject": subject, "change": "none", "status": "achieved"}


def text_of(annotated: Gold) -> str:
    path = sample_speeches() / annotated["source"]
    return read_speech(Input(path, path.name)).text


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("一、完成X户", [("enumerator", "一、"), ("placeholder", "X")]),
        ("一是严查，二要整改", [("enumerator", "一是"), ("enumerator", "二要")]),
        ("第一，抓早；首先，抓小", [("enumerator", "第一"), ("enumerator", "首先")]),
        ("（1）修路1,200米", [("enumerator", "（1）"), ("number", "1,200")]),
        ("近千名党员、三成农户", [("number", "近千"), ("number", "三")]),
        ("抓好三个方面", []),
        ("××镇某某同志在**村", [("placeholder", "××"), ("placeholder", "某某"), ("placeholder", "**")]),
        ("投资Ｘ．Ｘ萬元", [("placeholder", "Ｘ．Ｘ")]),
    ],
)
def test_candidates(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(c.kind, sentence[c.start : c.end]) for c in find_candidates(sentence)] == found


@pytest.mark.parametrize(
    ("value", "partly", "wholly"),
    [("X", True, True), ("××.×", True, True), ("9×", True, False), ("32", False, False), ("一百〇五", False, False)],
)
def test_what_is_hidden(value: str, partly: bool, wholly: bool) -> None:
    assert (hides(value), hides_whole(value)) == (partly, wholly)


@pytest.mark.parametrize("path", GOLD, ids=stem)
def test_gold_survives_the_label_file(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    annotated = json.loads(raw)
    text = text_of(annotated)
    labels, problems = read_labels(draw_skeleton(annotated, text, CODES, judged=True))
    again, _, unread = annotate(text, labels)
    assert print_gold(again) == raw
    assert (problems, unread, check_labels(labels, text)) == ([], [], [])


@pytest.mark.parametrize("path", GOLD, ids=stem)
def test_our_gold_has_no_problem(path: Path) -> None:
    annotated = json.loads(path.read_text(encoding="utf-8"))
    assert check_gold(annotated, text_of(annotated), CODES) == []


def test_the_shared_gold_has_no_problem(shared: Path) -> None:
    done = taizhang("gold", "check", shared / "gold")
    assert done.returncode == 0, done.stdout


@given(st.lists(st.tuples(st.sampled_from("MIR-"), st.text(st.characters(blacklist_categories=["C", "Z"])))))
def test_labels_survive_printing(rows: list[tuple[str, str]]) -> None:
    width = {"I": 3, "M": 4, "R": 1, "-": 0}
    labels = [
        Label(kind, n, n + 1, tuple([cell or "-"] * width[kind]), f"〖{cell}〗", judged=n % 2 == 0, line=n + 1)
        for n, (kind, cell) in enumerate(rows)
    ]
    assert read_labels(print_labels(labels)) == (labels, [])


@given(st.text())
def test_any_text_gives_a_skeleton_that_reads_back(text: str) -> None:
    annotated = {"source": "a.txt", "document": {}, "items": [], "metric_claims": [], "redactions": []}
    labels, problems = read_labels(draw_skeleton(annotated, text, CODES))
    assert problems == []
    assert annotate(text, labels)[0] == annotated


@given(st.text(), st.text())
def test_no_label_file_is_an_exception(labels: str, text: str) -> None:
    found, _ = read_labels(labels)
    annotated, places, _ = annotate(text, found)
    check_gold(annotated, text, CODES, places)
    check_labels(found, text)


def test_a_place_fits_in_a_cell() -> None:
    text = "甲〖乙\n丙\t丁X戊"
    assert show_place(text, Span(7, 8)) == "甲【乙⏎丙 丁〖X〗戊"


def test_sound_gold_has_no_problem() -> None:
    assert check_gold(gold(), TEXT, CODES) == []


CHANGES: list[tuple[str, Any, Any, str]] = [
    ("document", "meeting_type", "party", "no code"),
    ("document", "meeting_types", ["summary"], "first is not progress"),
    ("document", "speaker_level", "city", "no code"),
    ("document", "colour", "red", "no field is named"),
    ("document", "title", "在全市春管工作会上的讲话", "not in the text"),
    ("document", "year_min", 2019, "no interval"),
    ("document", "year", "2019", "no whole number"),
    ("items", "marker", "三、", "does not stand there"),
    ("items", "marker", "一、去冬，", "does not stand there"),
    ("items", "parent", 3, "is no item"),
    ("items", "role", "order", "no code"),
    ("items", "ordinal", "1", "lacks ordinal"),
    ("metric_claims", "end", 10_000, "no span"),
    ("metric_claims", "start", -4, "no span"),
    ("metric_claims", "value", "Y", "text reads"),
    ("metric_claims", "unit", "公顷", "does not follow"),
    ("metric_claims", "subject", "渠道衬砌", "not in the text"),
    ("metric_claims", "change", "up", "no code"),
    ("metric_claims", "status", "done", "no code"),
    ("metric_claims", "redacted", False, "redacted is False"),
    ("redactions", "slot", "number", "no code"),
    ("redactions", "slot", "place", "hides a quantity that is no redaction"),
    ("redactions", "start", 0, "is no placeholder"),
]


@pytest.mark.parametrize(("table", "key", "value", "says"), CHANGES)
def test_every_problem_is_told_with_a_remedy(table: str, key: str, value: Any, says: str) -> None:
    wrong = gold()
    row = wrong[table] if table == "document" else wrong[table][0]
    row[key] = value
    problems = check_gold(wrong, TEXT, CODES)
    assert any(says in problem.what for problem in problems), problems
    assert all(problem.place and problem.remedy for problem in problems)


def test_intervals() -> None:
    for year, low, high, says in [
        (2021, 2018, 2020, "outside"), (2019, 2018, 2022, "wider than three"), (None, 2020, 2018, "no interval"),
        (2019, 2018, 2020, None), (None, 2015, 2024, None),
    ]:  # fmt: skip
        changed = gold()
        changed["document"] |= {"year": year, "year_min": low, "year_max": high}
        told = [problem.what for problem in check_gold(changed, TEXT, CODES)]
        assert any(says in what for what in told) if says else not told


def test_two_rows_at_one_place() -> None:
    wrong = gold()
    wrong["redactions"].append(dict(wrong["redactions"][0]))
    assert "overlaps" in check_gold(wrong, TEXT, CODES)[0].what


@pytest.mark.parametrize("junk", [None, [], {}, {"document": 3}, {"document": {}, "items": [4, {"start": 1}]}])
def test_junk_is_told_as_such(junk: Any) -> None:
    assert check_gold(junk, TEXT, CODES)


def labels_of() -> str:
    """The labels of the sound gold, every line judged."""
    return draw_skeleton(gold(), TEXT, CODES, judged=True)


def problems_of(file: str, text: str = TEXT) -> list[str]:
    labels, problems = read_labels(file)
    annotated, places, unread = annotate(text, labels)
    return [
        str(p) for p in (*problems, *unread, *check_gold(annotated, text, CODES, places), *check_labels(labels, text))
    ]


def test_labels_name_the_line() -> None:
    file = labels_of()
    assert problems_of(file) == []
    lines = file.splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("M") and "公里" in line)
    lines[number - 1] = lines[number - 1].replace("公里", "里程", 1)
    assert problems_of("\n".join(lines))[0].startswith(f"line {number}: unit '里程' does not follow 'X'")


def test_a_placeholder_left_out_is_told() -> None:
    file = labels_of()
    start = TEXT.index("XX")
    without = "\n".join(line for line in file.splitlines() if not line.startswith(f"R\t{start}\t"))
    assert any("'XX' is not judged" in problem for problem in problems_of(without))
    assert problems_of(f"{without}\n-\t{start}\t{start + 2}") == []


def test_suggestions_must_be_judged() -> None:
    assert "suggestions are not judged" in problems_of(draw_skeleton(gold(), TEXT, CODES))[0]


def test_a_text_that_changed_is_told() -> None:
    longer = "（送审稿）" * 20 + TEXT
    assert any("text has changed" in problem for problem in problems_of(labels_of(), longer))


def test_bad_lines_are_told() -> None:
    told = problems_of("Q\t1\t2\nR\tone\t2\tplace\nI\t0\t1\tfirst\t-\tother\nD\tyear\tlast\n\n# fine\n")
    assert [t.split(":")[0] for t in told if t.startswith("line")][:2] == ["line 1", "line 2"]
    assert any("ordinal 'first' is no whole number" in t for t in told)
    assert any("year 'last' is no whole number" in t for t in told)


def test_suggestions_are_what_the_extractors_say() -> None:
    speech = Speech("a.txt", TEXT)
    said = today(speech, extract(speech))
    assert said["document"]["meeting_type"] == "progress"
    labels, _ = read_labels(draw_skeleton(said, TEXT, CODES))
    assert annotate(TEXT, labels)[0] == said
    assert {label.judged for label in labels if label.values[:1] != ("source",)} == {False}


# The commands.


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_command_has_help_with_an_example() -> None:
    for info in app.registered_commands:
        assert info.callback
        assert f"taizhang gold {info.name}" in (info.callback.__doc__ or "")
        assert taizhang("gold", str(info.name), "--help").returncode == 0


def test_a_new_skeleton_finds_its_text_and_must_be_judged(speech: Path, tmp_path: Path) -> None:
    assert taizhang("gold", "new", "texts/a.txt", cwd=tmp_path).returncode == 0
    refused = taizhang("gold", "build", tmp_path / "a.labels.tsv")
    assert refused.returncode == 1
    assert "not judged" in refused.stderr
    assert not (tmp_path / "a.gold.json").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_labels_as_a_spreadsheet_saves_them(speech: Path, tmp_path: Path, encoding: str) -> None:
    labels = tmp_path / "a.labels.tsv"
    labels.write_bytes(labels_of().replace("\n", "\r\n").encode(encoding))
    built = taizhang("gold", "build", labels)
    assert built.returncode == 0, built.stderr
    assert json.loads((tmp_path / "a.gold.json").read_text(encoding="utf-8")) == gold()


def test_gold_to_labels_and_back(tmp_path: Path) -> None:
    path = GOLD[0]
    name = json.loads(path.read_text(encoding="utf-8"))["source"]
    labels, again = tmp_path / "b.labels.tsv", tmp_path / "b.gold.json"
    begun = taizhang("gold", "new", sample_speeches() / name, "--from", path, "-o", labels)
    assert begun.returncode == 0, begun.stderr
    assert taizhang("gold", "check", labels).returncode == 0
    assert taizhang("gold", "build", labels).returncode == 0
    assert again.read_bytes() == path.read_bytes()


def test_work_done_by_hand_is_not_overwritten(speech: Path, tmp_path: Path) -> None:
    labels = tmp_path / "a.labels.tsv"
    labels.write_text("mine", encoding="utf-8")
    refused = taizhang("gold", "new", speech, cwd=tmp_path)
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert labels.read_text(encoding="utf-8") == "mine"
    assert taizhang("gold", "new", speech, "--force", cwd=tmp_path).returncode == 0


def test_check_lists_file_place_and_remedy(speech: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    wrong = gold()
    wrong["items"][1]["parent"] = 3
    (folder / "a.gold.json").write_text(print_gold(wrong), encoding="utf-8")
    done = taizhang("gold", "check", folder)
    assert done.returncode == 1
    assert "parent 3 is no item; give the start of an item" in done.stdout
    (folder / "a.gold.json").write_text(print_gold(gold()), encoding="utf-8")
    assert taizhang("gold", "check", folder).returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.gold.json", "{", "mend the JSON"),
        ("a.gold.json", "[]", "does not say of which speech"),
        ("a.labels.tsv", "I\t0\t1", "does not say of which speech"),
        ("a.gold.json", '{"source": "nowhere.txt", "document": {}}', "--texts"),
        ("a.txt", "", "gold new"),
    ],
)
def test_files_that_are_no_annotation(name: str, content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = taizhang("gold", "check", tmp_path, "--db", tmp_path / "no.db")
    assert done.returncode == 1
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
