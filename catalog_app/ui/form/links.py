"""What the fields that link places of a file need to know of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.document import Document
from catalog_app.document.pointing import is_address_of_division
from catalog_app.document.renaming import id_misspelled, id_taken
from catalog_app.document.slices import Slices, returned
from catalog_app.document.targets import MANY, TARGETS, Target, describing, finding_targets
from catalog_app.schema.model import Attribute
from catalog_app.ui.form.editors import Offer

_KINDS = {"idref": "reference", "idrefs": "reference", "id": "id"}


def link_kind(field: Field) -> str:
    """The editor of a field that links: "reference", "id", or "" for any other field."""
    known = field.declared
    if not isinstance(known, Attribute) or field.kind != "attribute":
        return ""
    if known.name in ("xlink:from", "xlink:to") and "smLink" in field.address.path:
        return "reference"
    if is_address_of_division(field.address):
        return "reference"
    return _KINDS.get(known.kind, "")


class Choices:
    """What one pointer can be chosen from: what there is in its own package."""

    def __init__(self, document: Document, address: Address) -> None:
        self._document, self._near = document, address.element
        known = address.attribute
        #: What stands before an ID in an address: “#” in “#div1”.
        self._sign = "#" if is_address_of_division(address) else ""
        self._attribute = "xlink:to" if self._sign else known if known in TARGETS else "IDREF"
        #: Whether it may point at several things.
        self.many = self._attribute in MANY

    def looking(self, text: str) -> Slices[list[Offer]]:
        """Look for what answers to some words, a few milliseconds at a time."""
        steps = finding_targets(self._document, self._attribute, text, self._near)
        return [self._offer(target) for target in (yield from steps)]

    def describe(self, identifier: str) -> Offer | None:
        """What an ID names."""
        return returned(self.describing(identifier))

    def describing(self, identifier: str) -> Slices[Offer | None]:
        """Look for what an ID names; anew where the file is edited meanwhile."""
        identifier = identifier.removeprefix(self._sign)
        while True:
            version = self._document.version
            steps = describing(self._document, identifier, self._attribute, self._near)
            while version == self._document.version:
                try:
                    yield next(steps)
                except StopIteration as end:
                    return self._offer(end.value) if end.value is not None else None

    def _offer(self, target: Target) -> Offer:
        nameless = QCoreApplication.translate("Editor", "no name")
        code = f"{self._sign}{target.id}" if target.id else ""
        return Offer(code, target.label or target.id or nameless, target.kind, target)


class Links:
    """Finds what can be pointed at in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def choices(self, address: Address) -> Choices:
        """What the pointer at an address can be chosen from."""
        return Choices(self._document, address)

    def id_check(self, address: Address) -> Callable[[str], str]:
        """Why a word can be no ID of the element at an address, or ""."""

        def check(text: str) -> str:
            element = self._document.element(address.element)
            if element is not None and element.get("ID") == text:
                return ""
            return id_misspelled(text) or id_taken(self._document, text, address)

        return check
