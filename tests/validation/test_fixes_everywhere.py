"""Every fix, over the corpus and mutants: thinned here, whole with `every_fix` as a command."""

from __future__ import annotations

import pytest

from catalog_app.validation.fixes import REPAIRS, SPLIT
from tests.real_files import documents, named, needs_corpus
from tests.validation.every_fix import findings_of, mutated, tried

FILES_APART = 3
MUTANTS = 250


@needs_corpus
def test_fixes_of_real_files_mend_and_can_be_taken_back() -> None:
    failures = [
        failure
        for number, (path, document) in enumerate(documents())
        if number % FILES_APART == 0 and len(document.text) < 300_000
        for failure in tried(named(path), document, 1)
        if failure is not None
    ]
    assert not failures, "\n".join(map(str, failures))


@needs_corpus
def test_fixes_of_mutants_mend_and_can_be_taken_back() -> None:
    failures = [
        failure
        for name, document in mutated(MUTANTS)
        for failure in tried(name, document, 1)
        if failure is not None
    ]
    assert not failures, "\n".join(map(str, failures))


@needs_corpus
@pytest.mark.parametrize("apart", [5])
def test_every_fix_names_a_repair_that_there_is(apart: int) -> None:
    for number, (_, document) in enumerate(documents()):
        if number % apart == 0 and not document.obstacle:
            for finding in findings_of(document.text):
                assert all(fix.repair in REPAIRS or fix.repair == SPLIT for fix in finding.fixes)
