"""Alignment: where the characters of a text stand after it was edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.alignment import Alignment
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech

TEXTS = st.text("改造旱厕，。\n35X", max_size=60)
SPEECH = read_speech(Input(min(sample_speeches().glob("*.txt")), "a.txt")).text


@given(TEXTS, TEXTS)
def test_places_stay_in_order_and_within_the_new_text(old: str, new: str) -> None:
    alignment = Alignment(old, new)
    places = [place for place in map(alignment.at, range(len(old))) if place is not None]
    assert places == sorted(set(places))
    assert all(0 <= place < len(new) for place in places)
    for offset in range(len(old)):
        start, end = alignment.at(offset), alignment.end_at(offset + 1)
        assert end is None or 0 < end <= len(new)
        assert start is None or end is None or start < end


@given(TEXTS)
def test_a_text_that_stays_keeps_its_places(text: str) -> None:
    alignment = Alignment(text, text)
    assert [alignment.at(n) for n in range(len(text))] == list(range(len(text)))
    assert [alignment.end_at(n + 1) for n in range(len(text))] == list(range(1, len(text) + 1))


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_before_and_after_one_insertion_moves_as_a_whole(head: str, put_in: str, tail: str) -> None:
    old, new = head + tail, head + put_in + tail
    alignment = Alignment(old, new)
    for offset in range(len(old)):
        place = alignment.at(offset)
        assert place is not None
        assert new[place] == old[offset]


@given(st.lists(st.tuples(st.integers(0, len(SPEECH) - 1), st.integers(0, 30), TEXTS), max_size=4))
def test_after_some_edits_most_of_a_speech_is_found_again(edits: list[tuple[int, int, str]]) -> None:
    new = SPEECH
    for at, length, put_in in edits:
        new = new[:at] + put_in + new[at + length :]
    alignment = Alignment(SPEECH, new)
    kept = sum(
        place is not None and new[place] == char
        for char, place in zip(SPEECH, map(alignment.at, range(len(SPEECH))), strict=True)
    )
    assert kept >= len(SPEECH) - sum(length + len(put_in) for _, length, put_in in edits) - 60 * len(edits)


@pytest.mark.parametrize(
    ("old", "new", "word", "becomes"),
    [
        ("改造旱厕35座。", "改造旱厕40座。", "35", "40"),
        ("改造旱厕35座。", "改造旱厕108座。", "35", "108"),
        ("改造旱厕35座。", "全县改造农村旱厕35座。", "35", "35"),
        ("改造旱厕35座。", "改造旱厕。", "35", None),
        ("先建池。再改造旱厕35座。后清淤。", "再改造旱厕35座。先建池。后清淤。", "35", "35"),
        ("一是改厕35座；二是清淤35处。", "一是清淤35处。", "清淤", "清淤"),
    ],
)
def test_a_word_is_followed(old: str, new: str, word: str, becomes: str | None) -> None:
    start = old.index(word)
    alignment = Alignment(old, new)
    place, end = alignment.at(start), alignment.end_at(start + len(word))
    assert (None if place is None or end is None else new[place:end]) == becomes
