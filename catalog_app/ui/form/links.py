"""What the fields that link places of a file need to know of it."""

from __future__ import annotations

from collections.abc import Callable

from catalog_app.document.address import Address
from catalog_app.document.card import Field
from catalog_app.document.document import Document
from catalog_app.document.renaming import id_misspelled, id_taken
from catalog_app.document.targets import MANY, TARGETS, described, targets
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
    return _KINDS.get(known.kind, "")


class Links:
    """Finds what can be pointed at in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def lookups(self, address: Address) -> dict[str, object]:
        """How an editor at an address finds what it can point at."""
        attribute = address.attribute
        known = attribute if attribute in TARGETS else "IDREF"
        many = known in MANY

        def search(text: str) -> list[Offer]:
            kept, word = _split(text) if many else ("", text)
            return [
                Offer(f"{kept} {t.id}".strip(), t.label or t.id, t.kind)
                for t in targets(self._document, known, word)
                if t.id not in kept.split()
            ]

        def describe(value: str) -> Offer | None:
            found = [described(self._document, word, known) for word in value.split()]
            words = [target.label or target.id for target in found if target is not None]
            return Offer(value, "; ".join(words), "") if words else None

        return {"search": search, "describe": describe}

    def id_check(self, address: Address) -> Callable[[str], tuple[bool | None, str]]:
        """Whether a word can be the ID of the element at an address."""

        def check(text: str) -> tuple[bool | None, str]:
            element = self._document.element(address.element)
            if element is not None and element.get("ID") == text:
                return None, ""
            taken = id_taken(self._document, text)
            return (False, taken) if taken else (None, id_misspelled(text))

        return check


def _split(text: str) -> tuple[str, str]:
    """What is chosen already, and the word being typed."""
    if text.endswith(" "):
        return text.strip(), ""
    kept, _, word = text.rpartition(" ")
    return kept.strip(), word
