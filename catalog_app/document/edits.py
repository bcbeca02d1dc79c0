"""The edits there are: pure functions from a document and an address to an `Edit`.

None means that there is nothing to do; EditError says why something cannot be done. The names are
what the undo list shows.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from catalog_app.document.address import Address
from catalog_app.document.carried import at_home, outermost
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.element import Element, is_same
from catalog_app.document.ids import Taken, fresh_ids
from catalog_app.document.labels import declared, label
from catalog_app.document.layout import indentation
from catalog_app.document.names import Name, element_name, step_name
from catalog_app.document.places import neighbour
from catalog_app.document.runs import like_of, runs, sibling_of
from catalog_app.document.writing import (
    attribute_splices,
    inserted,
    removed,
    removed_attribute,
    replaced,
    text_splices,
    written,
)
from catalog_app.lossless.spans import ELEMENT, TOKEN, Node
from catalog_app.lossless.splice import Splice
from catalog_app.schema.model import Element as Declared


def set_value(document: Document, address: Address, value: str) -> Edit | None:
    """Give an element or attribute a value, creating what is missing on the way to it."""
    if address.attribute:
        return set_attribute(document, address, value)
    element = document.element(address)
    if element is None:
        return _create(document, address, Draft(address.name, (), value)) if value else None
    splices = text_splices(element, value)
    return _edit(f"Edit {label(document, address)}", splices, address, merges=True)


def set_attribute(document: Document, address: Address, value: str) -> Edit | None:
    """Give an attribute a value; an empty one stays, as an empty value."""
    element = document.element(address.element)
    if element is None:
        if not value:
            return None
        draft = Draft(address.name, ((address.attribute, value),))
        made = _create(document, address.element, draft)
        return replace(made, address=address) if made else None
    splices = attribute_splices(element, address.attribute, value)
    return _edit(f"Edit {label(document, address)}", splices, address, merges=True)


def remove_attribute(document: Document, address: Address) -> Edit | None:
    """Take an attribute away."""
    element = _there(document, address.element)
    splices = removed_attribute(element, address.attribute)
    edit = _edit(f"Remove {label(document, address)}", splices, address.element, back=address)
    return replace(edit, removes=address) if edit and address.attribute == "ID" else edit


def set_attributes(
    document: Document, address: Address, values: Sequence[tuple[str, str | None]], name: str = ""
) -> Edit | None:
    """Set several attributes of one element at once; None takes one away."""
    splices: list[Splice] = []
    element = _there(document, address)
    trial = _Trial(document, element)
    for spelled, value in values:
        if value is None:
            splices += trial.do(removed_attribute(trial.element, spelled))
        else:
            splices += trial.do(attribute_splices(trial.element, spelled, value))
    return _edit(name or f"Edit {label(document, address)}", splices, address)


def set_term(
    document: Document,
    address: Address,
    value: str,
    attributes: Sequence[tuple[str, str | None]],
) -> Edit | None:
    """Give an element a value and the attributes that say where the value is from."""
    text = text_splices(_there(document, address), value)
    tag = set_attributes(document, address, attributes)
    # The text stands behind the start tag: done first, it moves nothing that the tag needs.
    splices = (*text, *(tag.splices if tag else ()))
    return _edit(f"Edit {label(document, address)}", splices, address)


class _Trial:
    """An element read again after each splice of its own start tag, without touching anything."""

    def __init__(self, document: Document, element: Element) -> None:
        self.document, self.element = document, element

    def do(self, splices: list[Splice]) -> list[Splice]:
        for splice in splices:
            node = self.element.node
            text = splice.apply(node.text)
            again = _same_tag(text, node.start, self.element)
            self.element = again
        return splices


def _same_tag(text: bytes, start: int, element: Element) -> Element:
    match = TOKEN.match(text, start)
    assert match is not None
    node = Node(ELEMENT, text, start, match.end(), None, element.node.qname)
    node.namespaces = element.node.namespaces
    return Element(element.document, element.part, node, element.box)


def add(
    document: Document, parent: Address, draft: Draft, before: Address | None = None
) -> Edit | None:
    """Add a new element in its place in the schema's order, or before a given sibling.

    The edit's address is that of the new element. Missing parents are created.
    """
    element = document.element(parent)
    if element is None:
        return _create(document, parent.child(draft.name), draft)
    standard = document.standard(parent.part)
    sibling = document.element(before) if before else neighbour(document, parent, draft.name)
    splices = inserted(element, sibling, written(element, standard, draft))
    new = _address_before(document, parent, draft.name, element, sibling)
    return _edit(f"Add {label(document, new)}", splices, new)


def _create(document: Document, address: Address, draft: Draft) -> Edit | None:
    """Add an element with those of its ancestors that are missing."""
    parent = address.parent
    while document.element(parent) is None:
        if not parent.steps:
            raise EditError(f"There is no {parent.part} in this file.")
        draft = Draft(parent.name, (), "", (draft,))
        parent = parent.parent
    made = add(document, parent, draft)
    if made is None or made.address is None:
        return made
    below = address.steps[len(parent.steps) + 1 :]
    steps = (*made.address.steps, *(replace(step, occurrence=1) for step in below))
    new = Address(address.part, steps)
    return Edit(f"Add {label(document, new)}", made.splices, new)


def _address_before(
    document: Document, parent: Address, name: str, element: Element, sibling: Element | None
) -> Address:
    wanted = element_name(name, document.standard(parent.part))
    number = 1
    for run in runs(element):
        if sibling is not None and run.part is sibling.part:
            break
        number += run.count * (run.name == wanted)
    if sibling is not None and sibling.node.parent is not None:
        before = (n for n in sibling.node.parent.elements if n.start < sibling.node.start)
        number += sum((node.namespace, node.local) == wanted for node in before)
    return parent.child(name, number)


def insert_xml_behind(document: Document, address: Address, xml: str) -> Edit | None:
    """Add markup from anywhere right behind an element; its names keep their namespaces.

    What may not stand there goes behind the nearest around it where it may.
    """
    around = _there(document, address).parent
    if around is None:
        raise EditError("Nothing can stand after the outermost element.")
    newline = document.source.newline
    raw = xml.replace("\r\n", "\n").replace("\n", newline).encode("utf-8", "surrogatepass")
    names = outermost(raw, around)
    place = _admitting(document, address, names)
    element = _there(document, place)
    parent, behind = element.parent, _sibling(element, 1)
    assert parent is not None
    raw = at_home(raw, parent)
    splices = [_behind(element, raw)] if element.box is None else inserted(parent, behind, raw)
    new = place
    if names and place.steps:
        name = step_name(names[0], document.standard(place.part))
        new = _address_before(document, place.parent, name, parent, behind)
    return _edit("Paste XML", splices, new, back=address)


def _admitting(document: Document, address: Address, names: Sequence[Name]) -> Address:
    """The nearest from an element outwards beside which elements may stand, else the element."""
    standard, place = document.standard(address.part), address
    while place.steps:
        known = declared(document, place.parent)
        if known and all(known.child(step_name(name, standard)) for name in names):
            return place
        place = place.parent
    return address


def remove(document: Document, address: Address) -> Edit | None:
    """Take an element away with everything in it, and the line it stood on."""
    splices = removed(_there(document, address))
    edit = _edit(f"Remove {label(document, address)}", splices, address.parent, back=address)
    return replace(edit, removes=address) if edit else None


def duplicate(
    document: Document, address: Address, taken: Container[str] | None = None
) -> Edit | None:
    """Put a copy of an element right behind it; IDs in the copy are new.

    `taken` are the IDs of the document, if they are known.
    """
    element = _there(document, address)
    parent = element.parent
    if parent is None:
        raise EditError("The outermost element cannot be repeated.")
    if (only := _only_one(document, address)) is not None:
        raise EditError(f"There can be only one here: {only.label}.")
    raw = fresh_ids(element, Taken(document) if taken is None else taken)
    beside = element.box is None
    splices = [_behind(element, raw)] if beside else inserted(parent, _sibling(element, 1), raw)
    new = _beside(address, 1)
    return _edit(f"Duplicate {label(document, address)}", splices, new, back=address)


def can_duplicate(document: Document, address: Address) -> bool:
    """Whether there may be more than one of an element where it stands."""
    element = document.element(address)
    return bool(element and element.parent) and _only_one(document, address) is None


def _only_one(document: Document, address: Address) -> Declared | None:
    """What the schema says of an element that can stand only once; else None."""
    known = declared(document, address) if address.steps else None
    return known if known is not None and known.max == 1 else None


def _behind(element: Element, raw: bytes) -> Splice:
    return Splice(element.part.id, element.node.end, b"", indentation(element) + raw)


def _beside(address: Address, by: int) -> Address:
    """The address of the like of an element behind (1) or before (-1) it; a record's by number."""
    if address.steps:
        last = address.steps[-1]
        return address.parent.child(last.name, last.occurrence + by)
    word = address.part.rstrip("0123456789")
    return Address(f"{word}{int(address.part[len(word) :]) + by}")


def move(document: Document, address: Address, by: int) -> Edit | None:
    """Let an element change places with its neighbour: -1 up, 1 down; None at the end.

    Among siblings of other names it passes the nearest of its own name, so that authors change
    places whatever stands between them.
    """
    element = _there(document, address)
    other = _like(element, by)
    if other is None:
        return None
    first, second = (other, element) if by < 0 else (element, other)
    splices = [*replaced(second, first.raw), *replaced(first, second.raw)]
    words = f"Move {label(document, address)} {'up' if by < 0 else 'down'}"
    new = _beside(address, by)
    return Edit(words, tuple(splices), new, back=address, mixes=True) if splices else None


def can_move(document: Document, address: Address, by: int) -> bool:
    """Whether there is a neighbour that an element can change places with."""
    element = document.element(address)
    return element is not None and _like(element, by) is not None


def move_before(document: Document, address: Address, before: Address | None) -> Edit | None:
    """Put an element in front of another one of the same parent, or last."""
    return _moved_to(document, address, document.element(before) if before else None)


def move_behind(document: Document, address: Address, other: Address) -> Edit | None:
    """Put an element right behind another one of the same parent."""
    element, before = _there(document, address), _there(document, other)
    if is_same(element, before):
        return None
    return _moved_to(document, address, _sibling(before, 1))


def _moved_to(document: Document, address: Address, target: Element | None) -> Edit | None:
    """Put an element in front of a sibling, or last; None where it stands there already."""
    element = _there(document, address)
    parent, behind = element.parent, _sibling(element, 1)
    if parent is None:
        raise EditError("The outermost element cannot be moved.")
    if is_same(element, target) or is_same(behind, target):
        return None
    put, gone = inserted(parent, target, element.raw), removed(element)
    same = all(splice.part == gone[0].part for splice in (*put, *gone))
    first = same and put[0].offset <= gone[0].offset
    splices = [*gone, *put] if first else [*put, *gone]
    last = address.steps[-1]
    new = _address_before(document, address.parent, last.name, parent, target)
    if (number := new.steps[-1].occurrence) > last.occurrence:
        new = address.parent.child(last.name, number - 1)  # it does not stand before itself
    return _edit(f"Move {label(document, address)}", splices, new, back=address)


def _like(element: Element, by: int) -> Element | None:
    """The nearest sibling of the same name."""
    parent = element.parent
    return like_of(parent, element, by) if parent else None


def _sibling(element: Element, by: int) -> Element | None:
    parent = element.parent
    return sibling_of(parent, element, by) if parent else None


def wrap(
    document: Document,
    first: Address,
    last: Address,
    name: str,
    attributes: tuple[tuple[str, str], ...] = (),
) -> Edit | None:
    """Put one new element around neighbouring siblings, from the first to the last."""
    start, end = _there(document, first), _there(document, last)
    if start.box or end.box or start.part is not end.part or start.parent is None:
        raise EditError("These elements are too far apart to be wrapped together.")
    standard = document.standard(first.part)
    empty = written(start.parent, standard, Draft(name, attributes))
    opening = empty[:-2].rstrip() + b">"
    closing = b"</" + empty[1:].split(b"/>")[0].split()[0] + b">"
    indent = indentation(start)
    splices = [
        Splice(end.part.id, end.node.end, b"", indent + closing),
        Splice(start.part.id, start.node.start, b"", opening + indent),
    ]
    return _edit(f"Wrap in {name}", splices, first.parent)


def rename(document: Document, address: Address, name: str) -> Edit | None:
    """Give an element another name (a name of the standard, or `{namespace}local`)."""
    element = _there(document, address)
    node, standard = element.node, document.standard(address.part)
    namespace, local = element_name(name, standard)
    parent = element.parent
    prefix = _prefix(element, parent, namespace)
    if prefix is None:
        raise EditError("The namespace of that name is not declared here.")
    qname = (f"{prefix}:{local}" if prefix else local).encode()
    old = node.qname.encode()
    splices = [Splice(element.part.id, node.start + 1, old, qname)]
    if element.box is not None and element.box.close is not None:
        splices.append(Splice(element.box.close.id, 2, old, qname))
    elif not node.empty:
        splices.insert(0, Splice(element.part.id, node.close + 2, old, qname))
    steps = (*address.steps[:-1], replace(address.steps[-1], name=name, occurrence=1))
    return _edit(
        f"Rename {label(document, address)} to {local}", splices, Address(address.part, steps)
    )


def _prefix(element: Element, parent: Element | None, namespace: str) -> str | None:
    if element.name[0] == namespace:
        return element.node.prefix
    if parent is not None and parent.name[0] == namespace and not element.attribute("xmlns"):
        return parent.node.prefix
    return next((p for p, uri in element.namespaces.items() if uri == namespace), None)


def replace_xml(document: Document, address: Address, xml: str) -> Edit | None:
    """Replace an element by XML text, touching only the bytes that differ."""
    element = _there(document, address)
    raw = xml.replace("\r\n", "\n").replace("\r", "\n")
    newline = document.source.newline
    splices = replaced(element, raw.replace("\n", newline).encode("utf-8", "surrogatepass"))
    words = f"Edit XML of {label(document, address)}"
    return Edit(words, tuple(splices), address, merges=True, mixes=True) if splices else None


def _there(document: Document, address: Address) -> Element:
    element = document.element(address)
    if element is None:
        raise EditError(f"There is no {address} in this file.")
    return element


def _edit(
    name: str,
    splices: Sequence[Splice],
    address: Address,
    merges: bool = False,
    back: Address | None = None,
) -> Edit | None:
    return Edit(name, tuple(splices), address, merges, back=back) if splices else None
