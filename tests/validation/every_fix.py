"""Try every fix that findings offer: the finding goes, no schema error comes, undo restores all.

`python -m tests.validation.every_fix [--mutants N] [--files N]` tries the whole corpus and mutants.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from catalog_app.document.document import Document
from catalog_app.document.edit import EditError
from catalog_app.lossless.wellformed import parse_document
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.fixes import edit_for, is_edit
from catalog_app.validation.run import validate
from catalog_app.validation.schema_parts import parts
from tests.mutator import mutant
from tests.real_files import documents, named, opened

_LINE = re.compile(r"line \d+|, then “.*")
_VERSION = re.compile(r" in (?:MODS|METS) [0-9.]+|, or no “.*")
# What these do brings content under the schema's eye that it could not see before.
REVEALING = frozenset(
    (
        "rename-element",
        "rename-attribute",
        "wrap-in",
        "wrap-run",
        "unwrap",
        "to-markup",
        "move-out",
        "set-version",
        "to-mods-namespace",
        "to-mets-namespace",
    )
)
Words = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Failure:
    """What a fix did wrong."""

    name: str
    finding: Finding
    fix: Fix
    what: str

    def __str__(self) -> str:
        fix = f"{self.fix.repair} {self.fix.data}"[:100]
        place = f"{self.name} {self.finding.address}"
        return f"{self.what[:240]}\n    {self.finding.rule}: {fix}\n    {place}"


def findings_of(data: bytes) -> list[Finding]:
    """Everything that is said about a file."""
    return [finding for report in validate(data) for finding in report.findings]


def spoken(findings: Iterable[Finding]) -> Words:
    """How often each rule says each sentence."""
    return Counter((finding.rule, _LINE.sub("line", finding.message)) for finding in findings)


def errors(findings: Iterable[Finding]) -> Words:
    """How often the schema complains of each thing; what it offers instead does not count."""
    complaints = (f for f in findings if f.source == "schema" and f.severity == "error")
    return Counter((f.rule, _first_sentence(f.message)) for f in complaints)


def _first_sentence(message: str) -> str:
    return _VERSION.sub("", _LINE.sub("line", message).split(". ")[0])


def try_fix(
    name: str, document: Document, before: list[Finding], finding: Finding, fix: Fix
) -> Failure | None:
    """Apply one fix, look at what has become of the document, and undo it."""
    original = document.text
    edit = edit_for(document, finding, fix)
    if edit is None:
        return Failure(name, finding, fix, "no edit")
    try:
        document.apply(edit)
    except EditError as error:
        return Failure(name, finding, fix, f"refused: {error}")
    try:
        return _fault(name, document, before, finding, fix)
    finally:
        document.apply(edit.inverse)
        assert document.text == original, f"undo does not restore {name}: {edit.name}"


def _fault(
    name: str, document: Document, before: list[Finding], finding: Finding, fix: Fix
) -> Failure | None:
    document.verify()
    after = findings_of(document.text)
    (key,) = spoken([finding])
    if spoken(after)[key] >= spoken(before)[key]:
        return Failure(name, finding, fix, "the finding stays")
    new = errors(after) - errors(before)
    more = errors(after).total() > errors(before).total()
    reveals = fix.repair in REVEALING and not (fix.safe and fix.repair == "wrap-run")
    if new and not reveals and (fix.safe or more):
        return Failure(name, finding, fix, "new: " + " | ".join(m for _, m in new))
    return None


def chosen(findings: list[Finding], most: int, chance: random.Random) -> list[tuple[Finding, Fix]]:
    """Some of the fixes on offer, of each kind at least one."""
    pairs = [(f, fix) for f in findings for fix in f.fixes if is_edit(fix)]
    chance.shuffle(pairs)
    kinds: Counter[tuple[str, str]] = Counter()
    found = []
    for finding, fix in pairs:
        kinds[finding.rule, fix.repair] += 1
        if kinds[finding.rule, fix.repair] <= most:
            found.append((finding, fix))
    return found


def tried(name: str, document: Document, most: int = 3) -> Iterator[Failure | None]:
    """Try fixes of one document; None for each that is good."""
    if document.obstacle:
        return
    before = findings_of(document.text)
    for finding, fix in chosen(before, most, random.Random(name)):
        yield try_fix(name, document, before, finding, fix)


def mutated(count: int) -> Iterator[tuple[str, Document]]:
    """Mutants of the corpus's records and small packages, as documents."""
    originals = [
        (named(path), element)
        for path, document in documents()
        if len(document.text) < 60_000 and not document.entities
        for element in _judged(document)
    ]
    for number in range(count):
        name, original = originals[number % len(originals)]
        text = etree.tostring(mutant(original, number), encoding="UTF-8")
        document = opened(text)
        if document is not None:
            yield f"{name} mutant {number}", document


def _judged(document: Document) -> list[etree._Element]:
    root = parse_document(document.text)
    return [part.element for part in parts(root) if part.kind != "bare"]


def main() -> None:
    """Try them all and print what failed."""
    options = argparse.ArgumentParser()
    options.add_argument("--mutants", type=int, default=2000)
    options.add_argument("--most", type=int, default=3)
    given = options.parse_args()
    number, failures = 0, []
    whole = ((named(path), document) for path, document in documents())
    for source in (whole, mutated(given.mutants)):
        for name, document in source:
            for failure in tried(name, document, given.most):
                number += 1
                if failure is not None:
                    failures.append(failure)
    kinds = Counter((f.finding.rule, f.fix.repair, f.what[:12], f.fix.safe) for f in failures)
    for failure in failures:
        print(failure)
    for kind, times in kinds.most_common():
        print(times, *kind)
    print(f"{number} fixes tried, {len(failures)} failed")


if __name__ == "__main__":
    main()
