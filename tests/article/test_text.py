"""Reading texts: encodings right or asked, line ends, lines, words, passages, ten megabytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog_app.article.text import Article, from_text, read_article

GOLD = Path(__file__).parent / "gold"
RUSSIAN = (GOLD / "rus-ecology.txt").read_text(encoding="utf-8")
FRENCH = (
    "La bibliothèque nationale a été fondée à Paris. L’été dernier, les élèves français ont visité "
    "le musée où l’œuvre était exposée. « C’est très intéressant », a déclaré le maître à Genève."
)
TURKISH = (
    "Türkiye Cumhuriyeti'nin başkenti Ankara'dır. İstanbul'da düzenlenen toplantıya çok sayıda "
    "öğrenci katıldı. Işık ve gölge üzerine konuşan öğretmen, çağdaş şiirin önemini vurguladı."
)


def _sources() -> list[tuple[str, str]]:
    cyrillic = [(RUSSIAN, name) for name in ("windows-1251", "koi8-r")]
    latin = [(FRENCH, name) for name in ("windows-1252", "mac-roman")]
    wide = [(RUSSIAN, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")]
    return [*cyrillic, *latin, (TURKISH, "iso8859-9"), *wide]


@pytest.mark.parametrize(("text", "encoding"), _sources())
def test_a_text_in_any_of_the_usual_encodings_is_read_right(text: str, encoding: str) -> None:
    plain = text.encode(encoding, "replace").decode(encoding).removeprefix("\ufeff")
    article = read_article(text.encode(encoding, "replace"))
    assert article.text == plain
    assert article.certain


@pytest.mark.parametrize(("text", "encoding"), _sources())
@pytest.mark.parametrize("length", [10, 25, 60, 150])
def test_a_piece_of_a_text_is_read_right_or_asked_about(
    text: str, encoding: str, length: int
) -> None:
    for start in range(0, len(text) - length, max(1, len(text) // 40)):
        piece = text[start : start + length]
        data = piece.encode(encoding, "replace")
        wanted = data.decode(encoding, "replace").removeprefix("\ufeff")
        article = read_article(data)
        assert article.text == wanted or not article.certain


def test_an_uncertain_text_comes_with_ranked_candidates_and_a_line_of_each() -> None:
    article = read_article("Мир".encode("koi8-r"))
    assert not article.certain
    assert len(article.candidates) > 1
    assert "Мир" in [candidate.preview for candidate in article.candidates]
    assert all(candidate.label for candidate in article.candidates)


def test_the_encoding_can_be_chosen() -> None:
    article = read_article("Привет".encode("koi8-r"), "KOI8-R")
    assert (article.text, article.encoding, article.certain) == ("Привет", "koi8-r", True)


def test_an_unknown_encoding_is_an_error() -> None:
    with pytest.raises(LookupError):
        read_article(b"text", "klingon")


def test_utf8_with_a_damaged_byte_is_not_certain_and_says_how_much_is_lost() -> None:
    data = RUSSIAN.encode().replace("саксаула".encode(), b"\xd1\xd1", 1)
    article = read_article(data)
    assert article.encoding == "utf-8"
    assert not article.certain
    assert article.damaged > 0


def test_bytes_that_are_no_text_are_never_certain() -> None:
    assert not read_article(bytes(range(256)) * 4).certain


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(data: bytes) -> None:
    article = read_article(data)
    assert article.certain or article.candidates or article.encoding


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_with_a_mark_is_always_read_right(text: str) -> None:
    assert read_article(b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read_and_remembered(end: str) -> None:
    article = read_article(f"one{end}two{end}{end}three".encode())
    assert article.text == "one\ntwo\n\nthree"
    assert article.line_end == end


def test_mixed_line_ends_are_called_mixed() -> None:
    assert read_article(b"one\r\ntwo\nthree\r").line_end == "mixed"


def test_lines_words_and_positions_are_counted() -> None:
    article = from_text("one two\nthree\n\nfour")
    assert (article.lines, article.word_count) == (4, 4)
    assert article.position(9) == (2, 2)
    assert article.offset(4) == 15
    assert article.offset(99) == article.offset(4)
    assert article.words[-1] == "four"


def test_a_passage_is_the_same_from_either_end() -> None:
    article = Article("one two")
    assert article.passage(4, 7) == article.passage(7, 4) == "two"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_ten_megabytes_are_opened(encoding: str) -> None:
    data = (RUSSIAN * 8000).encode(encoding, "replace")[: 10 * 2**20]
    article = read_article(data)
    assert article.lines > 10_000
