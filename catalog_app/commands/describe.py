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
from catalog_app.article.suggestion import Suggestion
from catalog_app.article.text import Article, read_article
from catalog_app.commands.files import FINE, Failure, Progress, read, write
from catalog_app.document.described import record_from
from catalog_app.document.document import Document
from catalog_app.document.template import Template
from catalog_app.document.template_files import faults, templates

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
    for fault in faults():
        if name.casefold() == fault.file.stem.casefold():
            raise Failure(str(fault))
    listed = ", ".join(template.id for template in known) or "none"
    raise Failure(f"There is no template “{name}”; there are {listed}.")


def record(found: list[Suggestion], template: Template | None = None) -> Document:
    """A new record of the surest suggestions, on top of what the template presets."""
    taken: Counter[str] = Counter()
    chosen = []
    for one in found:
        sure = one.score >= _ENOUGH or one.kind in ("title", "topic")
        if sure and taken[one.kind] < _MOST.get(one.kind, len(found)):
            taken[one.kind] += 1
            chosen.append(one.shaped)
    return record_from(chosen, template)


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
