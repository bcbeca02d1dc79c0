"""The real files that the tests are about, where they are present."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from catalog_app.document.document import Document, OpenError, open_document
from catalog_app.schema.compile import undisturbed

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
SEED = CORPUS / "seeds" / "eprint_85694.xml"

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus is not beside the project"
)


@cache
def all_files() -> tuple[Path, ...]:
    """Every file of the corpus, malformed ones and attacks included."""
    found = (p for p in CORPUS.rglob("*") if p.is_file() and p.name != "MANIFEST.tsv")
    return tuple(sorted(found)) if CORPUS.is_dir() else ()


@cache
def wellformed_files() -> tuple[Path, ...]:
    """The files that a full parser takes and that are not meant as attacks."""
    return tuple(path for path in all_files() if _parses(path))


def _parses(path: Path) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(path.read_bytes(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def opened(data: bytes) -> Document | None:
    """The document, or None where opening refuses it."""
    try:
        return open_document(data)
    except OpenError:
        return None


def named(path: Path) -> str:
    """A file's name in test reports."""
    return str(path.relative_to(CORPUS))


def documents() -> Iterator[tuple[Path, Document]]:
    """Every well-formed file of the corpus, opened."""
    for path in wellformed_files():
        yield path, open_document(path.read_bytes())


@cache
def oracle() -> ModuleType:
    """The tool that gives the official verdicts, as a module; skips where it is absent."""
    if not (SHARED / "tools" / "oracle.py").is_file():
        pytest.skip("the official schemas are not beside the project")
    spec = importlib.util.spec_from_file_location("oracle", SHARED / "tools" / "oracle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    disturbed = module._compile
    module._compile = lambda text: undisturbed(lambda: disturbed(text))
    return module
