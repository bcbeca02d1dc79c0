"""Empty and filled fields keep their order while a record is filled, in whatever order."""

from __future__ import annotations

import random

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.projection import Projector
from catalog_app.document.template import Template
from catalog_app.document.template_files import templates

ROOT = Address("record1")
EMPTY = b'<mods xmlns="http://www.loc.gov/mods/v3" version="3.8"/>'
KINDS = [one for one in templates() if not one.measure]


def shown(document: Document, template: Template) -> list[tuple[str, str, bool]]:
    """Key, path and emptiness of every field that is asked for, from top to bottom."""
    cards = Projector(document).cards(ROOT, frozenset(), template)
    rows = (row for card in cards for row in card.fields)
    every = (field for row in rows for field in (row, *row.beside))
    return [(f.key, str(f.address), f.ghost) for f in every if ">" in f.key]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("template", KINDS, ids=lambda one: one.title)
def test_filling_a_field_moves_no_other(template: Template, seed: int) -> None:
    document = open_document(EMPTY)
    order = [key for key, _, _ in shown(document, template)]
    keys = order[::-1] if seed == 0 else random.Random(seed).sample(order, len(order))
    for key in keys:
        projector = Projector(document)
        cards = projector.cards(ROOT, frozenset(), template)
        every = (f for card in cards for row in card.fields for f in (row, *row.beside))
        field = next(f for f in every if f.key == key)
        edit = field.editing(document, "x")
        assert edit is not None
        document.apply(edit)
        now = [found for found, _, _ in shown(document, template)]
        assert [k for k in now if k in order] == order, key
