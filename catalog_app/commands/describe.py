"""`describe`: from an article to suggestions, or to a new record made of them."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog_app.article.analyse import Progress as Step
from catalog_app.article.analyse import suggest
from catalog_app.article.shape import Element as Shape
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article, read_article
from catalog_app.commands.files import FINE, Failure, Progress, read, write
from catalog_app.document import edits
from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.draft import Draft
from catalog_app.document.names import MODS, XLINK
from catalog_app.document.template import Template, templates

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<mods xmlns="{0}" xmlns:xlink="{1}" version="{2}">\n</mods>\n'
)
_ENOUGH = 0.5
# Of these a record takes only so many, the best first.
_MOST = {"title": 1, "abstract": 1, "language": 1, "genre": 1, "dateline": 1, "topic": 6}


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("describe", help="suggestions from an article, or a new record")
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--encoding", metavar="NAME", help="the article's, where it is uncertain")
    parser.add_argument("--template", metavar="NAME", help="the kind of record to begin with")
    parser.add_argument("-o", dest="out", metavar="RECORD.xml", help="write a new record")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what the article says, or write a record that says it."""
    path = Path(options.article)
    article = _article(path, options.encoding)
    template = _template(options.template)
    with Progress(path.name) as progress:

        def advance(step: Step) -> bool:
            progress.show(step.done / max(step.total, 1))
            return True

        found = suggest(article, progress=advance)
    if options.out:
        write(record(found, template), path, options.out)
        return FINE
    if options.format == "json":
        print(json.dumps(as_json(path, article, found), ensure_ascii=False))
    else:
        print("\n".join(as_text(path, article, found)))
    return FINE


def _article(path: Path, encoding: str | None) -> Article:
    try:
        article = read_article(read(path), encoding)
    except (LookupError, ValueError) as error:
        raise Failure(f"The text cannot be read: {error}.", str(path)) from None
    if not article.certain:
        others = ", ".join(candidate.encoding for candidate in article.candidates)
        said = f"Read as {article.encoding}, which is not certain: --encoding takes {others}."
        print(Failure(said, str(path)), file=sys.stderr)
    return article


def _template(name: str | None) -> Template | None:
    if name is None:
        return None
    known = templates()
    for template in known:
        if name.casefold() in (template.id.casefold(), template.title.casefold()):
            return template
    listed = ", ".join(template.id for template in known) or "none"
    raise Failure(f"There is no template “{name}”; there are {listed}.")


def record(found: list[Suggestion], template: Template | None = None) -> Document:
    """A new record of the surest suggestions, on top of what the template presets."""
    version = template.version if template else "3.8"
    document = open_document(_EMPTY.format(MODS, XLINK, version).encode())
    for draft in template.draft().children if template else ():
        _add(document, Address("record1"), draft)
    taken: Counter[str] = Counter()
    for one in found:
        sure = one.score >= _ENOUGH or one.kind in ("title", "topic")
        if not sure or taken[one.kind] >= _MOST.get(one.kind, len(found)):
            continue
        taken[one.kind] += 1
        above = Address("record1")
        for name in one.shaped.field[:-1]:
            above = above.child(name)
        _add(document, above, _draft(one.shaped.element))
    return document


def _add(document: Document, parent: Address, draft: Draft) -> None:
    edit = edits.add(document, parent, draft)
    if edit is not None:
        document.apply(edit)


def _draft(shape: Shape) -> Draft:
    children = tuple(map(_draft, shape.children))
    return Draft(shape.name, shape.attributes, shape.text, children)


def as_json(path: Path, article: Article, found: list[Suggestion]) -> dict[str, Any]:
    """The suggestions as plain values; passages are offsets in characters."""
    return {
        "file": str(path),
        "encoding": article.encoding,
        "certain": article.certain,
        "suggestions": [
            {
                "kind": one.kind,
                "label": one.label,
                "score": round(one.score, 3),
                "reason": one.reason,
                "note": one.shaped.note,
                "fields": [
                    {"path": "/".join(place), "value": value}
                    for place, value in one.shaped.values()
                ],
                "passages": [list(passage) for passage in one.passages],
            }
            for one in found
        ],
    }


def as_text(path: Path, article: Article, found: list[Suggestion]) -> Iterator[str]:
    """The same for a reader."""
    yield f"{path}: {article.encoding}, {article.word_count} words, {len(found)} suggestions"
    for one in found:
        label = " ".join(one.label.split())
        yield f"  {one.kind:<9} {label}"
        yield f"            {one.reason}{' ' + one.shaped.note if one.shaped.note else ''}"
