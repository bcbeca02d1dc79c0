"""The verdicts are the official ones; `python -m tests.agreement` does the whole of it."""

from __future__ import annotations

import pytest

from tests.agreement import (
    Tally,
    compare_file,
    compare_mutant,
    corpus_files,
    mutants,
)
from tests.real_files import CORPUS

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
MUTANTS = 800


@pytest.fixture(scope="module")
def real() -> Tally:
    tally = Tally()
    for path in corpus_files():
        compare_file(path, tally)
    return tally


@pytest.fixture(scope="module")
def changed() -> Tally:
    tally = Tally()
    for name, root in mutants(MUTANTS, seed=20):
        compare_mutant(name, root, tally)
    return tally


def test_every_part_of_every_real_file_has_the_official_verdict(real: Tally) -> None:
    assert real.parts > 1000
    assert real.invalid > 50
    assert real.differences == []


def test_the_own_pass_explains_every_invalid_part_and_no_valid_one(real: Tally) -> None:
    assert real.unexplained == []
    assert real.left_over == 0


def test_every_mutant_has_the_official_verdict(changed: Tally) -> None:
    assert changed.parts > MUTANTS
    assert changed.invalid > MUTANTS // 3
    assert changed.differences == []


def test_the_own_pass_explains_nearly_every_mutant(changed: Tally) -> None:
    others = [line for line in changed.unexplained if "xsi:type" not in line]
    assert others == []


def test_no_message_shows_what_only_programs_read(real: Tally, changed: Tally) -> None:
    for _, message in real.messages + changed.messages:
        for jargon in ("{http", "facet", "xs:", "None", "namespace", "atomic type", "[]"):
            assert jargon not in message.partition("“")[0], message
        assert message.endswith((".", "?", "it")), message
