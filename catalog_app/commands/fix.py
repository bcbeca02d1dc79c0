"""`fix`: applies quick fixes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from catalog_app.commands.files import FINE, Failure, editable, opened, write, write_bytes
from catalog_app.commands.rules import check_repairs
from catalog_app.document.document import Document
from catalog_app.lossless.wellformed import NotWellFormed
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.fixes import fix_all, is_edit, safe_fixes, split_packages
from catalog_app.validation.run import validate


def add(parsers: Any) -> None:
    """Declare the command."""
    parser = parsers.add_parser("fix", help="apply quick fixes")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--list", action="store_true", help="only list what could be mended")
    parser.add_argument(
        "--rule", action="append", default=[], metavar="RULE", help="mend the findings of a rule"
    )
    parser.add_argument(
        "--all-safe", action="store_true", help="mend all that loses nothing and needs no judgement"
    )
    where = "write here, not in place; a folder where packages are to be files of their own"
    parser.add_argument("-o", dest="out", metavar="OUT", help=where)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List the fixes, or apply those that are wanted and save."""
    path = Path(options.file)
    check_repairs(options.rule)
    if options.list or not (options.rule or options.all_safe):
        _list(path)
        return FINE
    document = editable(path)

    def choose(findings: Sequence[Finding]) -> list[tuple[Finding, Fix]]:
        safe = safe_fixes(findings) if options.all_safe else []
        named = [f for f in findings if f.rule in options.rule and all(f is not s for s, _ in safe)]
        return safe + [(finding, fix) for finding in named if (fix := _first(finding))]

    try:
        splits = any(_splits(finding, options.rule) for finding in _findings(document.text))
        if splits and not options.out:
            raise Failure("Each package goes into a file: -o FOLDER says where.", str(path))
        applied = fix_all(document, _findings, choose=choose)
    except NotWellFormed as error:
        raise Failure(error.message, str(path), error.line, error.column) from None
    for finding, fix in applied:
        print(f"{path}:{finding.line}: {fix.title} — {finding.message}")
    if splits:
        _split(document, Path(options.out))
        return FINE
    if not applied:
        print(f"{path}: nothing to mend")
    if document.edited or options.out:
        write(document, path, options.out)
    return FINE


def _first(finding: Finding) -> Fix | None:
    fixes = [fix for fix in finding.fixes if is_edit(fix)]
    return next((fix for fix in fixes if fix.safe), fixes[0] if fixes else None)


def _splits(finding: Finding, rules: Sequence[str]) -> bool:
    return finding.rule in rules and any(not is_edit(fix) for fix in finding.fixes)


def _split(document: Document, folder: Path) -> None:
    """Write each package as a file of its own, or none if one of them is there already."""
    files = [(folder / name, data) for name, data in split_packages(document)]
    for path, _ in files:
        if path.exists():
            raise Failure("There is such a file already. Nothing was written.", str(path))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"No folder can be made here: {error.strerror}.", str(folder)) from None
    for path, data in files:
        write_bytes(data, path)
        print(path)


def _findings(text: bytes) -> list[Finding]:
    return [finding for report in validate(text) for finding in report.findings]


def _list(path: Path) -> None:
    found = [finding for finding in _findings(opened(path).text) if finding.fixes]
    for finding in found:
        print(f"{path}:{finding.line}: {finding.rule}: {finding.message}")
        for fix in finding.fixes:
            print(f"    {'safe' if fix.safe else 'ask '}  {fix.title}")
    if not found:
        print(f"{path}: nothing to mend")
