"""rjieba is jieba: the same words for every text, so that bulk work may run on the port."""

from __future__ import annotations

from pathlib import Path

import jieba
import pytest

from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.segment import Segmenter, segmenter

TERMS = ("两个维护", "三会一课", "主题教育", "大督查")


@pytest.fixture(scope="module")
def reference() -> jieba.Tokenizer:
    jieba.setLogLevel("ERROR")
    return jieba.Tokenizer()


@pytest.mark.parametrize("path", sorted(sample_speeches().iterdir())[:12], ids=lambda p: p.stem)
def test_our_speeches_are_cut_alike(path: Path, reference: jieba.Tokenizer) -> None:
    text = read_speech(Input(path, path.name)).text
    assert segmenter().cut(text) == reference.lcut(text)


def test_real_speeches_are_cut_alike(shared: Path, reference: jieba.Tokenizer) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = read_speech(Input(path, path.name)).text
        assert segmenter().cut(text) == reference.lcut(text), path.name


def test_user_words_are_words(reference: jieba.Tokenizer) -> None:
    sentence = "落实三会一课制度，开展大督查。"
    assert Segmenter(TERMS).cut(sentence) == ["落实", "三会一课", "制度", "，", "开展", "大督查", "。"]
