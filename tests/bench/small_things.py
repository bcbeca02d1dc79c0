"""What happens at every key and at every start, on the shipped example."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from catalog_app import paths
from catalog_app.article.analyse import analyse, suggest
from catalog_app.article.text import Article, from_text, read_article
from catalog_app.document import edits
from catalog_app.document.adding import additions
from catalog_app.document.address import parse_address
from catalog_app.document.document import open_document
from catalog_app.schema import load as loading
from catalog_app.schema.vocabularies import Vocabulary, vocabulary
from catalog_app.schema.vocabulary_labels import translations
from catalog_app.session.met_here import MetHere
from catalog_app.validation.excerpts import excerpt
from catalog_app.validation.run import validate, validate_record
from tests.bench.row import Row, below, taken, typically
from tests.real_files import CORPUS

SEED = CORPUS / "seeds" / "article.txt"
EXAMPLE = paths.resources() / "examples" / "eprint_export.xml"


def measure() -> list[Row]:
    """Open, one key, validate, and the command line from start to end."""
    data = EXAMPLE.read_bytes()
    document = open_document(data)
    values = iter(range(1000))

    def key() -> None:
        edit = edits.set_value(document, parse_address("titleInfo/title"), str(next(values)))
        assert edit is not None
        document.apply(edit)

    def command() -> None:
        top = str(Path(__file__).resolve().parents[2])
        environment = {**os.environ, "PYTHONPATH": top}
        arguments = [sys.executable, "-m", "catalog_app", "show", str(EXAMPLE)]
        subprocess.run(arguments, check=True, capture_output=True, env=environment)

    validate(data)
    return [
        below("open the example", typically(lambda: open_document(data)), 0.05),
        below("one key: edit and apply", typically(key, 20), 0.02),
        below("the same in 8,000 letters that are all references", _referring_key(), 0.01),
        below("validate it whole", typically(lambda: validate(data)), 0.5),
        below("catalog-app show, from start to end", min(taken(command) for _ in range(3)), 1.0),
        *_judging(data),
        *_adding(),
        *_looking_through(),
        *_words(),
        *_articles(),
    ]


def _referring_key() -> float:
    """A key in a long title of letters that the encoding lacks, and the title read again."""
    head = (
        b'<?xml version="1.0" encoding="windows-1251"?>\n<mods xmlns="http://www.loc.gov/mods/v3">'
    )
    title = b"&#1171;" * 8_000
    document = open_document(head + b"<titleInfo><title>" + title + b"</title></titleInfo></mods>")
    place = parse_address("titleInfo/title")

    def key() -> None:
        element = document.element(place)
        assert element is not None
        value = element.value
        edit = edits.set_value(document, place, value[:4_000] + "\u045e" + value[4_000:])
        assert edit is not None
        document.apply(edit)

    return typically(key, 20)


def _adding() -> Iterator[Row]:
    """A key in the search box over what can be added, in a record of 500 subjects."""
    subjects = b"".join(b"<subject><topic>%d</topic></subject>" % at for at in range(500))
    document = open_document(b'<mods xmlns="http://www.loc.gov/mods/v3">' + subjects + b"</mods>")
    root, focus = parse_address("record1"), parse_address("record1/subject[400]/topic")
    for language in ("en", "ru"):
        slowest = 0.0
        for query in ("s", "sub", "title", "тема", "relatedItem/ti", "@type"):
            ask = partial(additions, document, root, focus, query, "3.8", language)
            ask()
            slowest = max(slowest, typically(ask))
        yield below(f"slowest key in what can be added, {language}", slowest, 0.016)


def _looking_through() -> Iterator[Row]:
    """The longest step when 10,000 records are looked through for values to offer."""
    one = "<mods><originInfo><publisher>Fan</publisher></originInfo><note>%d</note></mods>"
    many = "".join(one % number for number in range(10_000))
    text = f'<modsCollection xmlns="http://www.loc.gov/mods/v3">{many}</modsCollection>'
    document = open_document(text.encode())
    document.records()
    yield below("longest step through 10,000 records", max(_between(MetHere(document))), 0.03)


def _between(here: MetHere) -> Iterator[float]:
    last = time.perf_counter()
    for _ in here.reading():
        now = time.perf_counter()
        yield now - last
        last = now


def _judging(data: bytes) -> list[Row]:
    found = excerpt(open_document(data), "record1")
    assert found is not None
    return [below("judge one record", typically(lambda: validate_record(found)), 0.05)]


def _words() -> list[Row]:
    """What is read for the first record in another language, and a search in a long list."""
    words = vocabulary("iso639-3")

    def russian() -> None:
        for known in (loading.load, loading._words, loading._translation):
            known.cache_clear()
        loading.load("mods", "ru").root()

    def search() -> None:
        Vocabulary(words.name, words.head, words.lines).search("uzb")

    def local() -> None:
        fresh = Vocabulary(words.name, words.head, words.lines)
        translations.cache_clear()
        fresh.search("узбек", language="ru")

    words.search("узбек", language="ru")
    again = typically(lambda: words.search("узбек", language="ru"), 20)
    return [
        below("the schema's words in Russian", typically(russian), 0.06),
        below("the first search among 8,000 languages", typically(search), 0.05),
        below("the first in Russian, with all labels read", typically(local), 0.05),
        below("a key in the Russian search", again, 0.005),
    ]


def _articles() -> list[Row]:
    long = from_text("Akmal Kamolov spoke in Tashkent. It rained.\n\n" * 400)
    lines = "Вчера в городе прошёл фестиваль. Yesterday it rained.\n"
    megabytes = (lines * 200_000).encode()[: 10 * 2**20]
    rows = [
        below("read a text of 10 MB", typically(lambda: read_article(megabytes), 3), 1.5),
        below("longest step of an analysis", min(max(_steps(long)) for _ in range(3)), 0.05),
    ]
    if SEED.is_file():
        seed = read_article(SEED.read_bytes())
        suggest(seed)
        rows.append(below("analyse an article", typically(lambda: suggest(seed), 3), 1.0))
    return rows


def _steps(article: Article) -> Iterator[float]:
    last = time.perf_counter()
    for _ in analyse(article):
        now = time.perf_counter()
        yield now - last
        last = now
