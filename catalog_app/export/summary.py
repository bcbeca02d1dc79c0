"""A record as a paragraph that can be cited, and its abstract."""

from __future__ import annotations

from catalog_app.document.document import Document
from catalog_app.document.element import Element
from catalog_app.export import names
from catalog_app.export.reading import elements, record, texts


def summary(document: Document, part: str) -> bytes:
    """Names, date, title, host, publisher and identifiers, in UTF-8; raises KeyError."""
    root = record(document, part)
    sentences = [_sentence(piece) for piece in _pieces(root) if piece]
    paragraphs = [" ".join(sentences), *texts(root, "abstract")]
    return ("\n\n".join(paragraphs).strip() + "\n").encode()


def _pieces(root: Element) -> list[str]:
    authors = [said for who in elements(root, "name") if names.is_author(who)
               if (said := names.name(who))]  # fmt: skip
    date = names.date(root)
    return [
        "; ".join(authors) + (f" ({date})" if date else ""),
        *names.titles(root)[:1],
        *[_host(item) for item in elements(root, "relatedItem", type="host")],
        _published(root),
        *_identifiers(root),
    ]


def _host(item: Element) -> str:
    details = [" ".join(texts(detail, "number") or texts(detail, "caption"))
               for detail in elements(item, "part", "detail")]  # fmt: skip
    pages = ["–".join([*texts(extent, "start"), *texts(extent, "end")])
             for extent in elements(item, "part", "extent")]  # fmt: skip
    said = ", ".join([piece for piece in (*names.titles(item)[:1], *details) if piece])
    pages = [page for page in pages if page]
    return "In: " + said + (f", pp. {', '.join(pages)}" if pages else "") if said else ""


def _published(root: Element) -> str:
    places = [place for origin in elements(root, "originInfo")
              for term in elements(origin, "place", "placeTerm")
              if term.get("type") != "code" for place in texts(term)]  # fmt: skip
    publishers = texts(root, "originInfo", "publisher")
    return ": ".join([", ".join(group) for group in (places, publishers) if group])


def _identifiers(root: Element) -> list[str]:
    said = []
    for element in elements(root, "identifier"):
        kind = (element.get("type") or "").upper()
        said += [f"{kind} {text}".strip() for text in texts(element)]
    return [*said, *texts(root, "location", "url")]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) or "://" in text else text + "."
