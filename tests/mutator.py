"""Records and packages changed at random, the same way again for the same seed.

Each change is one that people and programs make: a misspelt name, a value from the wrong list, a
field moved, doubled, emptied, or text where none belongs.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from catalog_app.schema.load import load
from catalog_app.schema.model import Schema, qualified

METS, MODS = "http://www.loc.gov/METS/", "http://www.loc.gov/mods/v3"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
FOREIGN = ("urn:other", "http://purl.org/dc/elements/1.1/", "", METS, MODS)
VALUES = (
    "", " ", "x", "yes", "no", "primary", "code", "text", "12", " 12 ", "-3", "0", "1.5", "two",
    "2019", "2019-04-14", "2019-04-14T10:00:00Z", "2019-04-14T10:00:00", "2019-13-01T00:00:00Z",
    "w3cdtf", "W3CDTF", "iso8061", "edtf", "en", "e n", "marccountry", "iso639-3", "a b c", "a1",
    "1a", "a:b", "https://example.org/a?b=1&c", "http://exa mple.org/", "%zz", "http://[", "simple",
    "onLoad", "embed", "URL", "url", "MODS", "SHA-1", "serial", "still image", "born digital",
    "personal", "family", "host", "reviewOf", "preserve", "\u00a0", "Ж", "a\nb", "\t12", "AAAA",
)  # fmt: skip
Change = Callable[[random.Random, etree._Element], None]


def mutant(original: etree._Element, seed: int | str) -> etree._Element:
    """A copy of a record or package with one to three changes."""
    chance = random.Random(seed)
    copy = deepcopy(original)
    copy.tail = None
    if copy.tag == f"{{{MODS}}}mods":
        _choose_version(chance, copy)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(CHANGES)(chance, copy)
    return copy


def _choose_version(chance: random.Random, record: etree._Element) -> None:
    if chance.random() < 0.85:
        record.set("version", chance.choice(load("mods").versions))


def _schema(element: etree._Element) -> Schema:
    namespace = etree.QName(element).namespace
    if namespace == METS:
        return load("mets")
    return load("mets2") if namespace == load("mets2").namespace else load("mods")


def _some(chance: random.Random, root: etree._Element) -> etree._Element:
    """An element of the part, its own standard preferred, the root seldom."""
    namespace = etree.QName(root).namespace
    own = list(root.iter(f"{{{namespace}}}*"))[1:]
    everything = list(root.iter(etree.Element))
    return chance.choice(own if own and chance.random() < 0.9 else everything)


def _attribute_names(element: etree._Element) -> list[str]:
    names = {a for key in _schema(element).library.data["element"] for a in _names_of(element, key)}
    return sorted(names)


def _names_of(element: etree._Element, key: str) -> list[str]:
    return [qualified(a.name) for a in _schema(element).library.by_key(key).attributes]


def _own_attributes(element: etree._Element) -> list[str]:
    parent = element.getparent()
    above = etree.QName(parent).localname if parent is not None else ""
    entry = _schema(element).library.entry(above, etree.QName(element).localname)
    return [qualified(a.name) for a in entry.attributes] if entry else []


def _set(element: etree._Element, name: str, value: str) -> None:
    if "}" in name and "XML/1998" in name and name.endswith("}id"):
        return
    element.set(name, value)


def change_attribute_value(chance: random.Random, root: etree._Element) -> None:
    """Give an attribute that is there another value."""
    able = [e for e in root.iter(etree.Element) if e.attrib and len(e.attrib) < 50]
    if able:
        element = chance.choice(able)
        name = chance.choice(sorted(element.attrib))
        if not name.startswith("{http://www.w3.org/XML"):
            _set(element, name, chance.choice(VALUES))


def add_attribute(chance: random.Random, root: etree._Element) -> None:
    """Add an attribute: one of the element's own, of another element's, or a foreign one."""
    element = _some(chance, root)
    names = _own_attributes(element) if chance.random() < 0.7 else _attribute_names(element)
    if chance.random() < 0.1 or not names:
        names = ["{urn:other}note", "titel", f"{{{XSI}}}nil", f"{{{XSI}}}type", "Type", "lable"]
    _set(element, chance.choice(names), chance.choice(VALUES))


def add_good_attribute(chance: random.Random, root: etree._Element) -> None:
    """Add one of the element's own attributes with a value from its list."""
    element = _some(chance, root)
    parent = element.getparent()
    above = etree.QName(parent).localname if parent is not None else ""
    entry = _schema(element).library.entry(above, etree.QName(element).localname)
    if entry and entry.attributes:
        attribute = chance.choice(entry.attributes)
        values = [v.text for v in attribute.values] or [attribute.example or "a1"]
        _set(element, qualified(attribute.name), chance.choice(values))


def remove_attribute(chance: random.Random, root: etree._Element) -> None:
    """Take an attribute away."""
    able = [e for e in root.iter(etree.Element) if e.attrib and len(e.attrib) < 50]
    if able:
        element = chance.choice(able)
        del element.attrib[chance.choice(sorted(element.attrib))]


def rename_attribute(chance: random.Random, root: etree._Element) -> None:
    """Misspell an attribute's name, or change its case."""
    able = [e for e in root.iter(etree.Element) if e.attrib and len(e.attrib) < 50]
    if able:
        element = chance.choice(able)
        name = chance.choice(sorted(element.attrib))
        namespace, _, local = name.rpartition("}")
        new = chance.choice((local.swapcase(), local + "s", local[1:] or "q", local))
        value = element.attrib.pop(name)
        _set(element, chance.choice((new, f"{namespace}}}{new}" if namespace else new)), value)


def change_text(chance: random.Random, root: etree._Element) -> None:
    """Give a field without children another text."""
    able = [e for e in root.iter(etree.Element) if not len(e)]
    if able:
        chance.choice(able).text = chance.choice(VALUES)


def rename_element(chance: random.Random, root: etree._Element) -> None:
    """Misspell an element's name, or give it the name of another element."""
    element = _some(chance, root)
    if element is root:
        return
    name = etree.QName(element)
    known = sorted(key for key in _schema(element).library.data["element"] if "/" not in key)
    local = chance.choice(
        (name.localname.lower(), name.localname + "x", chance.choice(known), chance.choice(known))
    )
    element.tag = f"{{{name.namespace}}}{local}" if name.namespace else local


def change_namespace(chance: random.Random, root: etree._Element) -> None:
    """Bring an element to another namespace, or to none."""
    element = _some(chance, root)
    if element is not root:
        local, namespace = etree.QName(element).localname, chance.choice(FOREIGN)
        element.tag = f"{{{namespace}}}{local}" if namespace else local


def shuffle(chance: random.Random, root: etree._Element) -> None:
    """Put the children of an element in another order."""
    able = [e for e in root.iter(etree.Element) if len(e) > 1]
    if able:
        element = chance.choice(able)
        children = list(element)
        chance.shuffle(children)
        element[:] = children


def move(chance: random.Random, root: etree._Element) -> None:
    """Move an element into another one."""
    element, target = _some(chance, root), _some(chance, root)
    if element is root or element is target or element in target.iterancestors():
        return
    target.insert(chance.randint(0, len(target)), element)


def repeat(chance: random.Random, root: etree._Element) -> None:
    """Double an element, next to itself or at the end."""
    element = _some(chance, root)
    parent = element.getparent()
    if parent is not None and element is not root:
        place = chance.choice((parent.index(element), len(parent)))
        parent.insert(place, deepcopy(element))


def add_text(chance: random.Random, root: etree._Element) -> None:
    """Put text between the children of an element."""
    element = _some(chance, root)
    if len(element) and chance.random() < 0.5:
        chance.choice(list(element)).tail = chance.choice(("text", " ", "\u00a0", "."))
    else:
        element.text = (element.text or "") + chance.choice(("text", " ", "\n"))


def empty(chance: random.Random, root: etree._Element) -> None:
    """Take everything out of an element, perhaps its attributes too."""
    element = _some(chance, root)
    for child in list(element):
        element.remove(child)
    element.text = chance.choice((None, "", " "))
    if chance.random() < 0.3 and element is not root:
        element.attrib.clear()


def remove(chance: random.Random, root: etree._Element) -> None:
    """Take an element away."""
    element = _some(chance, root)
    parent = element.getparent()
    if parent is not None and element is not root:
        parent.remove(element)


def add_foreign(chance: random.Random, root: etree._Element) -> None:
    """Put an element of another standard into an element, with attributes that are known."""
    target = _some(chance, root)
    namespace = chance.choice(FOREIGN)
    tag = chance.choice(("p", "title", "titleInfo", "mods", "mets", "div"))
    foreign = etree.Element(f"{{{namespace}}}{tag}" if namespace else tag)
    if chance.random() < 0.4:
        foreign.set(qualified(chance.choice(("xlink:show", "xml:lang", "xlink:href"))), "e e")
    foreign.text = chance.choice(VALUES)
    target.insert(chance.randint(0, len(target)), foreign)


def grow(chance: random.Random, root: etree._Element) -> None:
    """Add a child that some version allows, with a little inside, in a likely place."""
    schema = _schema(root)
    own = list(root.iter(f"{{{schema.namespace}}}*"))
    target = chance.choice(own)
    for _ in range(chance.choice((1, 2, 3))):
        parent = target.getparent()
        above = etree.QName(parent).localname if parent is not None else ""
        entry = schema.library.entry(above, etree.QName(target).localname)
        names = (
            sorted({n for _, c in entry.contents if c.particle for n in c.particle.names()})
            if entry
            else []
        )
        if not names:
            target.text = chance.choice(VALUES)
            return
        new = etree.Element(f"{{{schema.namespace}}}{chance.choice(names)}")
        target.insert(chance.choice((0, len(target), len(target))), new)
        target = new
    target.text = chance.choice(("text", "12", None))


def change_id(chance: random.Random, root: etree._Element) -> None:
    """Give an element an ID that another one has, or that is none."""
    ids = [e.get("ID") for e in root.iter(etree.Element) if e.get("ID")]
    element = _some(chance, root)
    element.set("ID", chance.choice([*ids[:20], "a1", "1a", "", "a b", "ID"]))


def add_comment(chance: random.Random, root: etree._Element) -> None:
    """Put a comment or an instruction somewhere, which changes no verdict."""
    target = _some(chance, root)
    node = chance.choice((etree.Comment("c"), etree.ProcessingInstruction("p", "i")))
    target.insert(chance.randint(0, len(target)), node)


CHANGES: tuple[Change, ...] = (
    change_attribute_value, change_attribute_value, add_attribute, add_attribute,
    add_good_attribute, remove_attribute, rename_attribute, change_text, change_text,
    rename_element, rename_element, change_namespace, shuffle, move, repeat, add_text, empty,
    remove, add_foreign, grow, grow, grow, change_id, add_comment,
)  # fmt: skip
