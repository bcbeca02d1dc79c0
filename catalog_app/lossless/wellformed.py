"""Ask a real parser whether bytes are well-formed: never the network, a file or an entity bomb."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape

from lxml import etree

from catalog_app.lossless.parser_words import in_plain_words

# Keeps libxml2 from looking for a catalogue of the system.
os.environ.setdefault("XML_CATALOG_FILES", "")

LARGE_TEXT = 9_000_000
_SLICE = 1 << 18


class NotWellFormed(ValueError):
    """The bytes are not well-formed XML; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {message}")
        self.message, self.line, self.column = message, line, column


def parser(huge: bool = False) -> etree.XMLParser:
    """A parser that reads nothing but the bytes it is given; `huge` for one text over 10 MB."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        strip_cdata=False,
        huge_tree=huge,
    )


def parse_document(text: bytes) -> etree._Element:
    """Parse a whole document of UTF-8 bytes; raises NotWellFormed."""
    return _parse(text)


def parse_content(
    text: bytes, namespaces: Mapping[str, str], entities: Mapping[str, str]
) -> etree._Element:
    """Parse sibling content inside an element that declares what is in scope.

    The wrapper stands on the line of the content's first byte. Raises NotWellFormed.
    """
    head = _wrapper(namespaces, entities)
    try:
        return _parse(head + text + b"</w>")
    except NotWellFormed as error:
        column = error.column - len(head) if error.line == 1 else error.column
        raise NotWellFormed(error.message, error.line, max(column, 1)) from None


def checking_content(
    text: bytes, namespaces: Mapping[str, str], entities: Mapping[str, str]
) -> Iterator[int]:
    """Check much sibling content slice by slice; raises NotWellFormed, yields the bytes read."""
    yield from check_slices(iter([_wrapper(namespaces, entities), text, b"</w>"]))


def _wrapper(namespaces: Mapping[str, str], entities: Mapping[str, str]) -> bytes:
    declared = "".join(
        f' xmlns{":" + prefix if prefix else ""}="{escape(uri, {chr(34): "&quot;"})}"'
        for prefix, uri in namespaces.items()
        if prefix != "xml" and (uri or not prefix)
    )
    subset = "".join(f'<!ENTITY {name} "">' for name in entities)
    doctype = f"<!DOCTYPE w [{subset}]>" if subset else ""
    return f"{doctype}<w{declared}>".encode()


def _parse(text: bytes) -> etree._Element:
    try:
        return etree.fromstring(text, parser(len(text) > LARGE_TEXT))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise NotWellFormed(in_plain_words(error.msg), max(line, 1), max(column, 1)) from None


def check_slices(chunks: Iterator[bytes]) -> Iterator[int]:
    """Check a large document slice by slice with expat; yields the bytes read so far.

    Raises NotWellFormed. Nothing is kept, so memory stays flat.
    """
    reader = expat.ParserCreate("utf-8", " ")
    done = 0
    try:
        for chunk in chunks:
            for start in range(0, len(chunk), _SLICE):
                piece = chunk[start : start + _SLICE]
                reader.Parse(piece, False)
                done += len(piece)
                yield done
        reader.Parse(b"", True)
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "")
        raise NotWellFormed(in_plain_words(words), error.lineno, error.offset + 1) from None
