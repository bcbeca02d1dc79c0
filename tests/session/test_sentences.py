"""What is quoted in a sentence runs in its own direction."""

from __future__ import annotations

from catalog_app.session.sentences import apart, in_words


def test_what_is_quoted_from_right_to_left_stands_apart_from_the_words_around_it() -> None:
    said = in_words("Look at “بخارى”, “Bukhara”, “שלום”.")
    assert said == "Look at “\u2068بخارى\u2069”, “Bukhara”, “\u2068שלום\u2069”."


def test_what_runs_from_left_to_right_is_left_as_it_is() -> None:
    assert in_words("Look at “Bukhara”.") == "Look at “Bukhara”."
    assert apart("Бухара") == "Бухара"
