"""`validate`: judges every part of every file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog_app.commands.files import (
    FINDINGS,
    FINE,
    UNREADABLE,
    Failure,
    Progress,
    expanded,
    following,
    source_of,
)
from catalog_app.commands.rules import listed, without
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.schema.load import load
from catalog_app.validation.finding import Finding
from catalog_app.validation.report import PartReport
from catalog_app.validation.run import ALL_RULES, Rules, validating

_KINDS = {"mets": "METS", "mods": "MODS", "bare": "MODS (without a mods element)"}


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("validate", help="judge every part of every file")
    parser.add_argument("files", metavar="FILE", nargs="*")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--mods-version", metavar="3.N", help="instead of the one declared")
    parser.add_argument("--mets-version", metavar="1.N", help="instead of 1.12.1")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="RULE",
        help="switch off a rule beyond the schemas, or a family such as text",
    )
    parser.add_argument("--rules", action="store_true", help="list those rules")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings of each file; the worst of them is the exit status."""
    _check_version("mods", options.mods_version)
    _check_version("mets", options.mets_version)
    rules = without(options.without)
    if options.rules:
        print("\n".join(listed()))
    elif not options.files:
        raise Failure("Give a FILE or folder to judge.")
    versions = (options.mods_version, options.mets_version)
    worst = FINE
    for path in following(expanded(options.files)):
        try:
            encoding, reports = reports_of(path, versions, rules)
        except Failure as failure:
            worst = UNREADABLE
            _say_unreadable(failure, options.format)
            continue
        if options.format == "json":
            print(json.dumps(as_json(path, encoding, reports), ensure_ascii=False))
        else:
            print("\n".join(as_text(path, reports)))
        if any(f.severity == "error" for report in reports for f in report.findings):
            worst = max(worst, FINDINGS)
    return worst


def _check_version(standard: str, version: str | None) -> None:
    known = load(standard).versions
    if version is not None and version not in known:
        raise Failure(f"{standard.upper()} {version} is not known; known are {', '.join(known)}.")


def reports_of(
    path: Path, versions: tuple[str | None, str | None] = (None, None), rules: Rules = ALL_RULES
) -> tuple[str, list[PartReport]]:
    """The encoding of a file, and the verdicts on its parts; raises Failure."""
    source = source_of(path)
    found = []
    with Progress(path.name) as progress:
        mods, mets = versions
        steps = validating(source.text, mods_version=mods, mets_version=mets, rules=rules)
        try:
            for step in steps:
                if isinstance(step, PartReport):
                    found.append(step)
                else:
                    progress.show(step)
        except NotWellFormed as error:
            raise Failure(error.message, str(path), error.line, error.column) from None
    return source.label, found


def _say_unreadable(failure: Failure, form: str) -> None:
    if form == "json":
        place = f"line {failure.line}: " if failure.line else ""
        said = {"file": failure.file, "well_formed": False, "error": place + failure.message}
        print(json.dumps(said, ensure_ascii=False))
    sys.stdout.flush()
    print(failure, file=sys.stderr)


def as_json(path: Path, encoding: str, reports: list[PartReport]) -> dict[str, Any]:
    """A file's verdicts as plain values."""
    parts = [report.as_json() for report in reports]
    return {"file": str(path), "well_formed": True, "encoding": encoding, "parts": parts}


def as_text(path: Path, reports: list[PartReport]) -> Iterator[str]:
    """The same for a reader."""
    if not reports:
        yield f"{path}: no METS or MODS in it"
    for report in reports:
        verdict = "valid" if report.valid else "not valid"
        about = f"{_KINDS[report.kind]} {report.version}"
        yield f"{path}:{report.line}: {report.name}, {about}: {verdict}"
        yield from map(_line, report.findings)


def _line(finding: Finding) -> str:
    fixes = "".join(f" [{fix.title}]" for fix in finding.fixes)
    address = f" ({finding.address})" if finding.address else ""
    return f"  line {finding.line}: {finding.severity}: {finding.message}{address}{fixes}"
