"""Our verdicts against the official ones, on real files and on changed ones.

    python -m tests.agreement --mutants 10000 [--seed 1] [--messages]

compares every part of every file of the shared corpus, then as many mutants of them and of
documents made from the data, over all versions of MODS and METS, and prints what differs. It
needs ../shared and takes minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from catalog_app.schema.load import load
from catalog_app.validation.finding import Finding
from catalog_app.validation.place import Places
from catalog_app.validation.schema_check import check_package, check_part, check_record, parts
from catalog_app.validation.schema_form import book
from catalog_app.validation.schema_parts import Part, package_standard, version_of
from catalog_app.validation.schema_pass import Pass
from tests.mutator import mutant
from tests.real_files import CORPUS, oracle
from tests.specimen import specimen

LARGEST = 30_000
LEFT_OVER = ("not-valid", "other-rules")


def corpus_files() -> list[Path]:
    """The files of the corpus, in a fixed order."""
    return sorted(p for p in CORPUS.rglob("*") if p.is_file() and p.suffix != ".tsv")


def read(path: Path) -> etree._Element | None:
    """The root of a file, or None when it cannot be read."""
    try:
        root: etree._Element = etree.fromstring(path.read_bytes(), oracle()._parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


@dataclass
class Tally:
    """What a comparison has found."""

    parts: int = 0
    invalid: int = 0
    left_over: int = 0
    differences: list[str] = field(default_factory=list)
    unexplained: list[str] = field(default_factory=list)
    messages: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, where: str, official: bool, findings: list[Finding], explained: bool) -> None:
        """Count one part; `explained` tells whether the own pass alone comes to the verdict."""
        self.parts += 1
        self.invalid += not official
        if official != (not findings):
            said = [finding.message for finding in findings[:2]]
            self.differences.append(f"{where}: official {official}, ours {not findings} {said}")
        elif not explained:
            self.unexplained.append(f"{where}: {[f.message for f in findings[:2]]}")
        self.left_over += any(f.rule.endswith(LEFT_OVER) for f in findings)
        self.messages.update((f.rule, f.message) for f in findings)


def explained(part: Part, version: str, official: bool) -> bool:
    """Tell whether the own pass finds something exactly if the part is invalid."""
    standard = package_standard(part.element) if part.kind == "mets" else "mods"
    places = Places({part.element: part.name})
    found = next(Pass(book(standard, version), places, part.element).all(), None)
    return official == (found is None)


def compare_file(path: Path, tally: Tally) -> None:
    """Compare all parts of one file."""
    try:
        judged = oracle().judge(path)
    except OSError:
        return
    root = read(path)
    if not judged["well_formed"] or root is None:
        return
    ours = list(parts(root))
    kinds = [(part.kind, version_of(part)) for part in ours]
    assert kinds == [(row["kind"], row["version"]) for row in judged["parts"]], path
    for part, row in zip(ours, judged["parts"], strict=True):
        valid = row["valid"]
        own = explained(part, row["version"], valid)
        tally.add(f"{path.name} {part.name}", valid, check_part(part), own)


def seeds() -> list[etree._Element]:
    """The parts of the corpus that are changed: all that are not too large, in a fixed order."""
    found = []
    for path in corpus_files():
        root = read(path)
        if root is None:
            continue
        for part in parts(root):
            if len(etree.tostring(part.element)) <= LARGEST:
                found.append(part.element)
    return found


def all_versions() -> list[tuple[str, str]]:
    """Every version of every standard that is judged."""
    return [(s, v) for s in ("mods", "mets", "mets2") for v in load(s).versions]


def mutants(count: int, seed: int) -> Iterator[tuple[str, etree._Element]]:
    """Mutants of the corpus and of documents made from the data, with a name for each."""
    everything = seeds()
    packages = [e for e in everything if etree.QName(e).localname == "mets"]
    records = [e for e in everything if etree.QName(e).localname != "mets"]
    made = [specimen(s, v, seed) for s, v in all_versions() for seed in range(12)]
    chance = random.Random(seed)
    for number in range(count):
        original = chance.choice((packages, records, made, records)[number % 4])
        name = f"{seed}:{number}"
        changed = mutant(original, name)
        # written and read again, so that both sides judge the same file
        yield name, etree.fromstring(etree.tostring(changed), oracle()._parser())


def compare_mutant(name: str, root: etree._Element, tally: Tally) -> None:
    """Compare the parts of one mutant; a package by a random version of METS too."""
    for part in parts(root):
        if part.kind == "mets":
            _compare_package(name, part, tally)
        else:
            valid = not _official_record(part)
            own = explained(part, version_of(part), valid)
            tally.add(f"{name} {part.name}", valid, check_record(part.element), own)


def _official_record(part: Part) -> list[dict[str, object]]:
    judge = oracle()
    element = part.element
    if part.kind == "bare":
        prefixes = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
        element = etree.Element(f"{{{judge.MODS}}}mods", nsmap={"mods": judge.MODS, **prefixes})
        fields = [c for c in part.element if isinstance(c.tag, str)]
        element.extend(judge.deepcopy(c) for c in fields if c.tag.startswith(f"{{{judge.MODS}}}"))
    version = judge.declared_version(part.element).replace(".", "-")
    errors: list[dict[str, object]] = judge._errors(judge.schema(f"mods-{version}"), element)
    return errors


def _compare_package(name: str, part: Part, tally: Tally) -> None:
    judge = oracle()
    standard = package_standard(part.element)
    version = load(standard).default_version
    if standard == "mets" and random.Random(name).random() < 0.5:
        version = random.Random(name).choice(load("mets").versions)
    names = (judge.METS, judge.METS2, judge.XLINK)
    schema = judge.schema(f"mets-{version.replace('.', '-')}")
    valid = not judge._errors(schema, part.element, names)
    own = explained(part, version, valid)
    findings = check_package(part.element, version)
    tally.add(f"{name} {part.name} METS {version}", valid, findings, own)


def main() -> int:
    """Compare, print, and tell by the exit code whether all verdicts agree."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--mutants", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--messages", action="store_true", help="print every distinct message")
    chosen = options.parse_args()
    started = time.perf_counter()
    real, changed = Tally(), Tally()
    for path in corpus_files():
        compare_file(path, real)
    for name, root in mutants(chosen.mutants, chosen.seed):
        compare_mutant(name, root, changed)
    for title, tally in (("corpus", real), ("mutants", changed)):
        print(
            f"{title}: {tally.parts} parts, {tally.invalid} invalid, {len(tally.differences)} "
            f"verdicts differ, {len(tally.unexplained)} not told by our own pass alone, "
            f"{tally.left_over} in libxml2's words"
        )
        for line in [*tally.differences, *tally.unexplained][:40]:
            print("  ", line)
    if chosen.messages:
        for (rule, message), count in sorted((real.messages + changed.messages).items()):
            print(count, rule, message)
    print(f"{time.perf_counter() - started:.0f} s")
    return 1 if real.differences or changed.differences else 0


if __name__ == "__main__":
    sys.exit(main())
