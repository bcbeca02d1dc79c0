"""A form on a package in which every section is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.session.session import Session
from catalog_app.ui.form.form import Form
from tests.ui.shell.conftest import opened

__all__ = ["opened"]

PACKAGE = b"""<?xml version="1.0" encoding="UTF-8"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
  <metsHdr CREATEDATE="2026-01-01T00:00:00Z">
    <agent ROLE="CREATOR">
      <name>Catalogue</name>
    </agent>
  </metsHdr>
  <dmdSec ID="dmd1"/>
  <amdSec ID="amd1"/>
  <fileSec>
    <fileGrp USE="master">
      <file ID="f1"/>
    </fileGrp>
  </fileSec>
  <structMap>
    <div ID="div1"/>
  </structMap>
  <structLink/>
  <behaviorSec/>
</mets>
"""


@pytest.fixture
def make_form(qtbot: object) -> Iterator[Callable[..., Form]]:
    """Open a form on a package's bytes, at a section."""
    made: list[Form] = []

    def make(data: bytes = PACKAGE, root: str = "metsHdr") -> Form:
        session = Session(open_document(data))
        form = Form(session, None, None)
        qtbot.addWidget(form)
        session.setParent(form)
        form.refusals = []
        session.refused.connect(form.refusals.append)
        form.resize(700, 800)
        form.show()
        form.show_root(Address("package1").child(root))
        made.append(form)
        return form

    yield make
    for form in made:
        form.hide()
