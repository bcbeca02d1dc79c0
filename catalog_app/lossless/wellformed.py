"""Ask a real parser whether bytes are well-formed: never the network, a file or an entity bomb."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape

from lxml import etree

from catalog_app.lossless.spans import MAX_DEPTH

# Keeps libxml2 from looking for a catalogue of the system.
os.environ.setdefault("XML_CATALOG_FILES", "")

LARGE_TEXT = 9_000_000
_SLICE = 1 << 18
_WORDS = (
    (
        r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)",
        "<{0}> is closed by </{1}>.",
    ),
    (r"Premature end of data in tag (\S+)", "The file ends while <{0}> is still open."),
    (r"Entity '([^']+)' not defined", "“&{0};” is not defined: write the character itself."),
    (r"xmlParseEntityRef: no name", "A lone “&”: write “&amp;”."),
    (r"EntityRef: expecting ';'", "A “&” without a “;” after its name: write “&amp;”."),
    (r"Attribute (\S+) redefined", "The attribute {0} is given twice."),
    (r"Namespace prefix (\S+) .*is not defined", "The prefix “{0}:” is declared nowhere."),
    (
        r"Namespace prefix (\S+) for (\S+) on (\S+) is not defined",
        "The prefix “{0}:” is declared nowhere.",
    ),
    (r"Start tag expected, '<' not found", "There is no XML here: the first tag is missing."),
    (r"Document is empty", "There is no XML here."),
    (
        r"Extra content at the end of the document",
        "Something stands after the end of the last element.",
    ),
    (
        r"Input is not proper UTF-8",
        "A byte is not UTF-8: the file was probably written in another encoding.",
    ),
    (
        r"PCDATA invalid Char value (\d+)",
        "A control character (number {0}) is in the text; XML allows none.",
    ),
    (
        r"Excessive depth|xmlParseElementStart: maximum depth",
        f"Elements are nested more than {MAX_DEPTH} deep.",
    ),
    (
        r"entity amplification|Detected an entity reference loop|Maximum entity",
        "The file's entities would grow without end: it is an attack, or broken.",
    ),
    (r"StartTag: invalid element name", "A “<” begins no element: write “&lt;”."),
    (r"Couldn't find end of Start Tag (\S+)", "The tag <{0} has no end."),
    (r"Namespaced Attribute (\S+) in .* redefined", "The attribute {0} is given twice."),
    (r"Failed to parse QName '([^']*)'", "“{0}” is no name."),
    (r"character reference out of bounds", "A reference names a character that does not exist."),
    (r"invalid xmlChar value (\d+)", "A character (number {0}) stands here that XML forbids."),
    (r"internal subset|DOCTYPE|ElementDecl|ContentDecl", "The DOCTYPE is not correct."),
    (r"xml:id : attribute value (.*) is not an NCName", "“{0}” cannot be an xml:id."),
    (r"ID (\S+) already defined", "The xml:id “{0}” is given twice."),
    (r"Name too long|[Nn]ame is too long", "A name is far too long to be one."),
    (r"Unescaped '<' not allowed in attributes", "A “<” stands in an attribute: write “&lt;”."),
    (r"AttValue: .* expected", "An attribute's value lacks a quotation mark."),
    (r"[Cc]omment not terminated|Comment not finished", "A comment is never closed."),
    (r"CData section not finished", "A CDATA section is never closed."),
    (r"expected '>'", "A tag is not closed by “>”."),
    (r"Attribute references external entity", "An attribute takes its value from another file."),
    (r"mismatched tag", "A closing tag is not that of the element which is open."),
    (r"no element found|unclosed token", "The file ends too early."),
    (r"junk after document element", "Something stands after the end of the last element."),
    (r"duplicate attribute", "An attribute is given twice."),
    (r"unbound prefix", "A prefix is declared nowhere."),
    (r"undefined entity", "A name between “&” and “;” is not defined."),
    (r"invalid token", "A character stands here that XML does not allow."),
    (
        r"Comment must not contain '--'|Double hyphen within comment",
        "“--” stands inside a comment, which XML does not allow.",
    ),
)


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


def in_plain_words(message: str) -> str:
    """Say a parser's message the way a cataloguer would."""
    for pattern, words in _WORDS:
        found = re.search(pattern, message or "")
        if found:
            return words.format(*map(_short, found.groups()))
    rest = re.sub(r", line \d+, column \d+.*", "", message or "", flags=re.DOTALL)
    said = _short(" ".join(rest.split()), 200).rstrip(".")
    return f"This is not well-formed XML: {said}." if said else "This is not well-formed XML."


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most] + "…"


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
