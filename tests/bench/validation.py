"""Judging an 80 MB METS against libxml2 with the official schema, in the same run."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from catalog_app.validation.run import PartReport, validate
from tests.bench.row import Row, ratio, taken
from tests.large import large_mets
from tests.real_files import SHARED, oracle

_FILES = 200_000


def measure() -> list[Row]:
    """Parse and validate a large valid package, ours with all rules, theirs with the schema."""
    if not Path(SHARED / "schemas").is_dir():
        return [Row("the official schemas are not beside the project", "")]
    text = large_mets(_FILES)
    official = oracle().schema("mets-1-12-1")
    found: list[PartReport] = []
    verdicts: list[bool] = []

    def theirs() -> None:
        verdicts.append(official.validate(etree.fromstring(text)))

    def ours() -> None:
        found[:] = validate(text)

    their_time = min(taken(theirs) for _ in range(2))
    our_time = min(taken(ours) for _ in range(2))
    package = next(report for report in found if report.kind == "mets")
    same = Row("the same verdict", str(package.valid), str(verdicts[-1]))
    return [same, ratio("validate it whole, parsing included", our_time, their_time, 1.5)]
