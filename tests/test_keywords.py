"""Keywords: what a speech is about, in words that jieba cuts, with the coined terms of the genre kept whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.extract import extract
from extractor.fields import keywords
from extractor.ingest import ingest
from extractor.lexicon import Lexicon, load_lexicon
from extractor.places import sample_speeches
from extractor.reading import Input, read_speech
from extractor.records import Keyword, Speech
from extractor.segment import GREATEST_RARITY, MEDIAN_RARITY, document_frequencies, segmenter
from extractor.store import Ledger
from tests.conftest import taizhang


def keywords_of(text: str) -> tuple[Keyword, ...]:
    return extract(Speech("a.txt", text), parts=("keywords",)).keywords


def coined_terms(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(sorted({word for words in lexicon["keywords"]["terms"].values() for word in words}))


# Text, words that are its keywords, words that are none; ours.
TEXTS = [
    ("支部要落实三会一课制度，上好党课。", {"三会一课", "支部", "党课"}, {"落实", "三会", "一课"}),
    ("同志们，我们要进一步加强领导，认真抓好落实。", set(), {"同志", "加强", "落实", "领导"}),
    ("森林防火不容松懈，森林防火责任到人。", {"森林防火"}, {"森林", "防火"}),
    ("砚池渠清淤，砚池渠通水。", {"砚池", "清淤"}, {"渠"}),
    ("XX镇XX村完成GDP增长5%，某某局、某县三个项目。", set(), {"XX", "GDP", "某某", "三个", "某县"}),
    ("扶貧攻堅任務重，扶贫要精准。", {"扶贫", "攻坚"}, {"扶貧"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "absent"), TEXTS)
def test_keywords_are_what_a_text_is_about(text: str, there: set[str], absent: set[str]) -> None:
    words = {k.word for k in keywords_of(text)}
    assert there <= words
    assert not absent & words


def test_the_weightiest_comes_first_and_there_are_twenty_at_most(lexicon: Lexicon) -> None:
    for path in sorted(sample_speeches().iterdir()):
        found = keywords_of(read_speech(Input(path, path.name)).text)
        assert [k.rank for k in found] == list(range(1, keywords.TOP + 1)), path.name
        assert [k.weight for k in found] == sorted((k.weight for k in found), reverse=True)
        assert len({k.word for k in found}) == len(found)


def test_the_words_left_unseen_could_not_have_won(lexicon: Lexicon) -> None:
    """Rare words are not looked up where they cannot win: the twenty are the same as without this shortcut."""
    vocabulary = keywords._vocabulary(lexicon)
    for path in sorted(sample_speeches().iterdir()):
        speech = read_speech(Input(path, path.name))
        layout = extract(speech, lexicon, ("layout",)).layout
        words = vocabulary.segmenter.cut(keywords._without_noise(speech.folded, layout))
        counts = {word: words.count(word) for word in set(words) if len(word) > 1}
        worth = vocabulary.worth
        weights = {word: n * worth[word] for word, n in counts.items() if n > 1 or word in worth.known}
        best = sorted(((weight, word) for word, weight in weights.items() if weight), reverse=True)[: keywords.TOP]
        assert [k.word for k in keywords.find_keywords(speech, layout, lexicon)] == [word for _, word in best]


def test_noise_holds_no_keywords() -> None:
    text = "在全县森林防火会议上的讲话\n同志们：\n森林防火责任重大。\n本文来源于范文网站，欢迎下载收藏\n"
    assert not {"网站", "下载", "范文"} & {k.word for k in keywords_of(text)}


def test_the_frequencies_are_those_of_jiebas_loader() -> None:
    from jieba.analyse import default_tfidf

    theirs, median = default_tfidf.idf_loader.get_idf()
    ours = {word: float(printed) for word, printed in document_frequencies().items()}
    assert ours == theirs
    assert median == MEDIAN_RARITY
    assert max(ours.values()) == GREATEST_RARITY


def test_user_words_are_cut_as_jieba_cuts_them(lexicon: Lexicon, shared: Path) -> None:
    """The port and jieba give the same words with the coined terms as user words, on real texts."""
    terms = coined_terms(lexicon)
    reference = jieba.Tokenizer()
    for term in terms:
        reference.add_word(term, 10_000, "nz")
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "texts").glob("*.txt"))[:5]]:
        text = read_speech(Input(path, path.name)).folded
        assert segmenter(terms).cut(text) == reference.lcut(text), path.name


def test_every_coined_term_stays_whole(lexicon: Lexicon) -> None:
    words = segmenter(coined_terms(lexicon))
    cut = {term: words.cut(f"抓好{term}，") for term in coined_terms(lexicon)}
    assert {term: pieces for term, pieces in cut.items() if term not in pieces} == {}


def test_no_word_is_both_empty_and_coined(lexicon: Lexicon) -> None:
    empty = {word for words in lexicon["keywords"]["empty"].values() for word in words}
    assert not empty & set(coined_terms(lexicon))


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text("同志们森林防火大明渠一二三。，\n XX", max_size=200)))
def test_every_keyword_stands_where_it_says(text: str) -> None:
    speech = Speech("any.txt", text)
    for keyword in extract(speech, parts=("keywords",)).keywords:
        assert speech.folded[keyword.start : keyword.end] == keyword.word
        assert keyword.count >= 1
        assert keyword.weight > 0


def test_a_novel_is_cut_piece_by_piece() -> None:
    text = "防火责任到人，巡查不断。\n" * 20_000
    assert "".join(keywords._pieces(text)) == text
    assert max(map(len, keywords._pieces(text))) <= 100_000
    assert max(map(len, keywords._pieces("火" * 250_000))) == 100_000
    assert {"防火", "巡查"} <= {k.word for k in keywords_of(text)}


def test_the_table_is_filled_and_follows_its_text(tmp_path: Path) -> None:
    lexicon, text, db = load_lexicon(), tmp_path / "a.txt", tmp_path / "a.db"
    text.write_text("在全县森林防火会议上的讲话\n同志们：\n一要抓好森林防火。\n二要清淤。\n", encoding="utf-8")
    ingest([text], Ledger(db, lexicon), lexicon)
    query = "select word, count, rank, rule from keywords where word in ('森林防火', '清淤') order by rank"
    with sqlite3.connect(db) as connection:
        assert connection.execute(query).fetchall() == [
            ("森林防火", 2, 1, "keywords.coined"),
            ("清淤", 1, 2, "keywords.frequent"),
        ]
    text.write_text("在全县森林防火会议上的讲话\n同志们：\n一要抓好巡护。\n", encoding="utf-8")
    ingest([text], Ledger(db, lexicon), lexicon)
    with sqlite3.connect(db) as connection:
        assert connection.execute(query).fetchall() == [("森林防火", 1, 2, "keywords.coined")]
        listed = connection.execute("select count(*) from changes where table_name = 'keywords'").fetchone()
        assert listed == (0,), "one word more moves every weight; that is no change to list"


def test_a_users_words_are_keywords(tmp_path: Path) -> None:
    words, text = tmp_path / "words", tmp_path / "a.txt"
    words.mkdir()
    (words / "keywords.toml").write_text(
        'source = "ours"\n[terms]\nours = ["清渠护水"]\n[empty]\nours = ["巡护"]\n', encoding="utf-8"
    )
    text.write_text("在全县清渠护水会议上的讲话\n同志们：\n清渠护水要常抓，巡护要到位。\n", encoding="utf-8")
    done = taizhang("extract", text, "--db", tmp_path / "a.db", "--lexicon", words)
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(tmp_path / "a.db") as connection:
        found = {row[0] for row in connection.execute("select word from keywords")}
    assert "清渠护水" in found
    assert "巡护" not in found
