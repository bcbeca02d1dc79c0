"""A form's cards and fields, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, joined
from catalog_app.document.edits import add, remove_attribute, set_value
from catalog_app.document.markup import set_words
from catalog_app.document.renaming import rename_id
from catalog_app.document.template import Want, Wanted, drafts_of, nested
from catalog_app.schema.model import Attribute as DeclaredAttribute
from catalog_app.schema.model import Element as Declared


@dataclass(frozen=True)
class Field:
    """One line of a card.

    `kind` is "value", "attribute", "head" (a group inside the card), "markup" or "stray" (text
    where none belongs). `beside` are fields on the same line. `set` counts the attributes that
    are set but folded away; `twins` are attributes that change with this one. A field with
    `missing` is not in the record yet: typing creates these elements below `base`, in front of
    `before` if that is given; what is `along` was said before, and is made with them. `key`
    names the field among its neighbours through edits.
    """

    key: str
    address: Address
    label: str
    kind: str
    editor: str = "line"
    value: str = ""
    path: str = ""
    depth: int = 0
    declared: Declared | DeclaredAttribute | None = None
    type: str = ""
    authority: str = ""
    set: int = 0
    unfolded: bool = False
    beside: tuple[Field, ...] = ()
    missing: tuple[Want, ...] = ()
    base: Address | None = None
    before: Address | None = None
    level: str = ""
    hint: str = ""
    twins: tuple[Address, ...] = ()
    along: tuple[Wanted, ...] = ()

    @property
    def ghost(self) -> bool:
        """Whether the record does not have this field yet."""
        return bool(self.missing)

    def editing(self, document: Document, value: str) -> Edit | None:
        """The edit that gives this field a value."""
        if self.missing and self.base is not None:
            return self._adding(document, self.base, value) if value else None
        if self.kind == "markup":
            return set_words(document, self.address, value)
        if self.address.attribute == "ID" and value:
            return rename_id(document, self.address, value)
        # The last first, so that the places of the others stay where they are.
        places = (*reversed(self.twins), self.address)
        edits = [edit for at in places if (edit := self._giving(document, at, value)) is not None]
        if len(edits) > 1:
            return joined(edits[0].name, edits, self.address)
        return edits[0] if edits else None

    def _giving(self, document: Document, address: Address, value: str) -> Edit | None:
        if self.kind == "attribute" and not value:
            return remove_attribute(document, address)
        return set_value(document, address, value)

    def _adding(self, document: Document, base: Address, value: str) -> Edit | None:
        """The edit that makes the field with its first letter; what is typed next joins it."""
        made = add(document, base, self._draft(value), self.before)
        edit = begun(made, self.missing)
        return replace(edit, merges=len(edit.splices) == 1) if edit else None

    def _draft(self, value: str) -> Draft:
        """All that comes into the record with a value."""
        if self.kind == "attribute":
            *above, last = self.missing
            said = dict(last.attributes) | {self.address.attribute: value}
            return nested((*above, replace(last, attributes=tuple(said.items()))), "")
        if self.along:
            mine = Wanted(self.missing, default=value)
            return drafts_of((mine, *self.along))[0]
        return nested(self.missing, value)


def begun(edit: Edit | None, missing: tuple[Want, ...]) -> Edit | None:
    """The edit that makes an empty field, at the field's address; it knows all that it makes."""
    if edit is None or edit.address is None:
        return edit
    address = edit.address
    for want in missing[1:]:
        address = address.child(want.name)
    return replace(edit, address=address, begins=edit.address)


@dataclass(frozen=True)
class Card:
    """One occurrence of an element right below the record, with its fields.

    `key` tells the card from its neighbours through edits: one that a template asks for keeps
    its key when it is filled, whatever its address becomes. A card that is not read yet has no
    fields, and says in `unread` how many it will have, roughly.
    """

    key: str
    address: Address
    label: str
    path: str
    group: str
    order: int
    number: int
    total: int
    fields: tuple[Field, ...]
    declared: Declared | None = None
    set: int = 0
    unfolded: bool = False
    ghost: bool = False
    unread: int = 0

    @property
    def shape(self) -> tuple[object, ...]:
        """What decides which widgets the card needs; cards of one shape differ in values only."""
        return (
            self.label,
            self.path,
            self.unfolded,
            self.ghost,
            tuple(_shape(field) for field in self.fields),
        )


def _shape(field: Field) -> tuple[object, ...]:
    return (
        field.key,
        field.label,
        field.kind,
        field.editor,
        field.depth,
        field.unfolded,
        field.set,
        field.type,
        field.authority,
        tuple(_shape(f) for f in field.beside),
    )
