"""Children against a content model: what is wrong with them."""

from __future__ import annotations

import pytest

from catalog_app.schema.notation import Particle, content
from catalog_app.validation.schema_content import fits, misfits


def model(text: str) -> Particle:
    particle = content(text).particle
    assert particle is not None
    return particle


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [
        ("(a | b)*", ["", "a", "b a b"], ["c", "a c"]),
        ("(a | b)+", ["a", "a b"], ["", "c"]),
        ("(a, b?, c*)", ["a", "a b", "a c c", "a b c"], ["", "b", "a b b", "a c b"]),
        ("(a? & b?)", ["", "a", "b", "a b", "b a"], ["a a", "c"]),
        ("(a? | b?)", ["", "a", "b"], ["a b", "a a"]),
        ("((a | b)*, c)", ["c", "a b c"], ["", "a b", "c a"]),
        ("((a | b)* | (c, (b)*))", ["", "a b", "c", "c b b"], ["a c", "b c", "c a"]),
        ("(a{2,}, b+)", ["a a b", "a a a b b"], ["a b", "a a"]),
        ("(ANY)+", ["x", "x y"], [""]),
    ],
)
def test_a_content_takes_what_it_allows(text: str, good: list[str], bad: list[str]) -> None:
    particle = model(text)
    for names in good:
        assert fits(particle, names.split()), names
        assert misfits(particle, names.split()) == [], names
    for names in bad:
        assert not fits(particle, names.split()), names
        assert misfits(particle, names.split()), names


def told(text: str, names: str) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(m.kind, m.index, m.names) for m in misfits(model(text), names.split())]


def test_each_unknown_child_is_told() -> None:
    found = told("(a | b)*", "x a y")
    assert found == [("unknown", 0, ()), ("unknown", 2, ())]


def test_an_unknown_child_is_not_also_a_missing_one() -> None:
    assert told("(a)+", "x") == [("unknown", 0, ())]


def test_the_right_order_is_told_once() -> None:
    assert told("(a*, b?, c*)", "c b a c") == [("order", -1, ("a", "b", "c", "c"))]


def test_what_is_too_much_is_told_one_by_one() -> None:
    assert told("(a?, b?)", "a a b b") == [("surplus", 1, ()), ("surplus", 3, ())]


def test_what_excludes_the_first_is_told() -> None:
    assert told("((a | b)* | (c, (b)*))", "a b c") == [("exclusive", 2, ("a",))]


def test_what_is_missing_is_told() -> None:
    assert told("(a+, b*)", "b b") == [("missing", -1, ("a",))]
    assert told("(a | b)+", "") == [("missing", -1, ("a", "b"))]
