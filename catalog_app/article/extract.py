"""The text of documents that are no plain text: HTML, ALTO, PAGE, DOCX and PDF.

HTML, ALTO and PAGE are read with lxml; DOCX and PDF with python-docx and pypdf, which come with
the optional extra "documents".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile

from lxml import etree, html

from catalog_app.article.text import Article, from_text, read_article


class Unreadable(Exception):
    """A document whose text cannot be had, with a sentence that says why."""


_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "blockquote", "section",
     "article", "header", "title", "td", "th", "dd", "dt", "pre", "ul", "ol", "table")
)  # fmt: skip
_SILENT = ("script", "style", "noscript", "template", "nav", "svg")
_MISSING = "To read {kind} files, install catalog-app with its extra “documents”."


def extract(data: bytes, name: str = "", encoding: str | None = None) -> Article:
    """The text of a document of any of the kinds; plain text is read as it is.

    Raise Unreadable when it holds no text or what reads it is not installed.
    """
    reader = _reader_of(data, name.lower())
    if reader is None:
        return read_article(data, encoding)
    article = reader(data, encoding)
    if not article.text.strip():
        raise Unreadable("The document holds no text; it may consist of pictures of pages.")
    return article


def _reader_of(data: bytes, name: str) -> Callable[[bytes, str | None], Article] | None:
    """The reader by the first bytes, then by the name's ending."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return _pdf
    if head.startswith(b"PK\x03\x04"):
        return _docx
    if re.match(rb"<!doctype html|<html", head, re.IGNORECASE) or name.endswith((".html", ".htm")):
        return _html
    if b"<alto" in head or re.search(rb"<\w+:alto\b", head):
        return _alto
    if b"PcGts" in head:
        return _page
    return None


def _html(data: bytes, encoding: str | None) -> Article:
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if encoding is None and declared:
        encoding = _known(declared[1].decode("ascii"))
    read = read_article(data, encoding)
    without = re.sub(r"^\s*<\?xml[^>]*>", "", read.text)
    if not without.strip():
        return from_text("")
    root = html.document_fromstring(without)
    for silent in list(root.iter(*_SILENT)):
        if isinstance(silent, html.HtmlElement):
            silent.drop_tree()
    body = root.find("body")
    text = _tidy("".join(_pieces(root if body is None else body)))
    return Article(text, read.encoding, read.line_end, read.certain, read.candidates, read.damaged)


def _known(encoding: str) -> str | None:
    try:
        "".encode(encoding)
    except LookupError:
        return None
    return encoding


def _pieces(element: etree._Element) -> Iterator[str]:
    """Text with blank lines around what HTML shows as a block."""
    block = element.tag in _BLOCKS
    if block:
        yield "\n\n"
    if element.tag == "br":
        yield "\n"
    if element.text and isinstance(element.tag, str):
        yield re.sub(r"\s+", " ", element.text)
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail)
    if block:
        yield "\n\n"


def _tidy(text: str) -> str:
    lines = (line.strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _parsed(data: bytes) -> etree._Element:
    """An XML document, without entities from elsewhere and without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"The file is not well-formed: {error}") from error


def _alto(data: bytes, encoding: str | None) -> Article:
    """ALTO: words of a line with spaces, words split at its end from their whole form."""
    blocks = (
        "\n".join(" ".join(_alto_words(line)) for line in block.iter("{*}TextLine"))
        for block in _parsed(data).iter("{*}TextBlock")
    )
    return from_text(_tidy("\n\n".join(blocks)))


def _alto_words(line: etree._Element) -> Iterator[str]:
    for word in line.iter("{*}String"):
        part = word.get("SUBS_TYPE")
        if part == "HypPart1" and word.get("SUBS_CONTENT"):
            yield word.get("SUBS_CONTENT", "")
        elif part != "HypPart2" or not word.get("SUBS_CONTENT"):
            yield word.get("CONTENT", "")


def _page(data: bytes, encoding: str | None) -> Article:
    """PAGE: the regions in reading order, their lines, or their text where they have no lines."""
    root = _parsed(data)
    regions = {region.get("id"): region for region in root.iter("{*}TextRegion")}
    order = [ref.get("regionRef") for ref in root.iter("{*}RegionRefIndexed", "{*}RegionRef")]
    ids = [*(one for one in order if one in regions), *(one for one in regions if one not in order)]
    return from_text(_tidy("\n\n".join(_region(regions[one]) for one in ids)))


def _region(region: etree._Element) -> str:
    lines = [_unicode(line) for line in region.iterchildren("{*}TextLine")]
    return "\n".join(lines) if any(lines) else _unicode(region)


def _unicode(element: etree._Element) -> str:
    """The best reading: the first TextEquiv, which has the lowest index."""
    readings = list(element.iterchildren("{*}TextEquiv"))
    readings.sort(key=lambda one: int(one.get("index") or 0))
    found = readings[0].findtext("{*}Unicode") if readings else ""
    return " ".join((found or "").split())


def _docx(data: bytes, encoding: str | None) -> Article:
    try:
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError as error:
        raise Unreadable(_MISSING.format(kind="DOCX")) from error
    try:
        document = Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise Unreadable("The file is an archive, but no DOCX document.") from error
    paragraphs = (paragraph.text.strip() for paragraph in document.paragraphs)
    return from_text("\n\n".join(text for text in paragraphs if text) + "\n")


def _pdf(data: bytes, encoding: str | None) -> Article:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise Unreadable(_MISSING.format(kind="PDF")) from error
    try:
        pages = [page.extract_text().strip() for page in PdfReader(BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError) as error:
        raise Unreadable(f"The PDF file cannot be read: {error}") from error
    return from_text("\n\n".join(page for page in pages if page) + "\n")
