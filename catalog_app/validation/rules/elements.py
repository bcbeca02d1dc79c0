"""Elements that no standard knows, that hold nothing, or that were typed as text."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from catalog_app.document.labels import declared_at
from catalog_app.document.names import METS, MODS
from catalog_app.lossless.wellformed import NotWellFormed, parse_content
from catalog_app.schema.load import load
from catalog_app.schema.model import Element as Declared
from catalog_app.schema.notation import Particle
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Xml, all_text, attribute_names, elements_of, name_of
from catalog_app.validation.rules.queries import select
from catalog_app.validation.rules.rule import Context, Field, local_name
from catalog_app.validation.schema_parts import declared_version
from catalog_app.validation.values.text import check_html

# What only says how a value is meant: without the value it says nothing.
_SHADOWS = frozenset(
    ("type", "authority", "authorityURI", "encoding", "point", "lang", "script", "transliteration")
) | frozenset(
    ("unit", "keyDate", "qualifier", "usage", "eventType", "displayLabel", "source", "level")
)
# Of those, what nobody misses.
FAINT = _SHADOWS - {"displayLabel", "source"}
_MEANT_EMPTY = frozenset({"etal", "extension", "mods"})


@cache
def known_names(standard: str) -> frozenset[str]:
    """Every element name of a standard, in any version."""
    found = frozenset(key.rpartition("/")[2] for key in load(standard).library.data["element"])
    return found | ({"mods", "modsCollection"} if standard == "mods" else {"mets"})


def check_unknown(field: Field) -> Iterator[Finding]:
    """A MODS element that no version has (where the schema looks, its finding comes first)."""
    element = field.element
    if field.declared is not None or name_of(element)[0] != MODS:
        return
    if local_name(element) in known_names("mods") or local_name(element) == "useAndReproduction":
        return
    yield unknown_mods(element, field.context)


def unknown_mods(element: Xml, context: Context) -> Finding:
    """The finding about a MODS name that no version has."""
    name = local_name(element)
    near = get_close_matches(name, sorted(known_names("mods")), 2, 0.75)
    message = f"“{name}” is no MODS element, in any version; other systems will pass over it."
    fixes = [Fix(f"Rename it to “{one}”", "rename-element", False, (one,)) for one in near]
    return context.finding("mods.unknown-element", element, message, *fixes, standard="MODS")


def check_namespaces(package: Xml, context: Context) -> Iterator[Finding]:
    """Names in the METS namespace inside wrapped content, and stray MODS names around records."""
    if name_of(package)[0] != METS:
        return
    for around in package.iter(f"{{{METS}}}xmlData"):
        for element in select(_METS_INSIDE, around):
            if _package_of(element) is package:
                yield from _in_mets(element, context)
        for element in select(_LOOSE_MODS, around):
            if local_name(element) not in known_names("mods") and _package_of(element) is package:
                yield unknown_mods(element, context)


_METS_INSIDE = ".//m:*[not(self::m:mets) and (parent::m:xmlData or not(parent::m:*))]"
_LOOSE_MODS = ".//mods:*[not(ancestor::mods:*) and not(parent::m:xmlData)]"


def _package_of(element: Xml) -> Xml | None:
    return next(element.iterancestors(f"{{{METS}}}mets"), None)


def _in_mets(element: Xml, context: Context) -> Iterator[Finding]:
    name = local_name(element)
    if name in known_names("mets"):
        return
    if name in known_names("mods"):
        message = (
            f"“{name}” is a MODS element, but the file says that it belongs to METS. "
            "Programs that read MODS do not see it."
        )
        fixes = []
        if mods_version_for([element], declared_version(element)) == declared_version(element):
            fixes.append(Fix("Make it MODS", "to-mods-namespace", False))
        yield context.finding("mets.mods-name", element, message, *fixes, standard="METS")
    else:
        message = f"“{name}” is no METS element, in any version; other systems will pass over it."
        yield context.finding("mets.unknown-element", element, message, standard="METS")


def mods_version_for(fields: list[Xml], version: str) -> str:
    """The first MODS version, from the given one on, that knows all names in some fields.

    Fields in the METS namespace are taken for MODS; "" if no version knows them all.
    """
    versions = [one for one in load("mods").versions if one >= version]
    paths = [path for field in fields for path in _paths(field, ())]
    for one in versions:
        known = [declared_at(MODS, path) for path in paths]
        if all(place is not None and place.allows(one) for place in known):
            return one
    return ""


def _paths(element: Xml, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if name_of(element)[0] in (METS, MODS):
        path = (*above, local_name(element))
        yield path
        for child in elements_of(element):
            yield from _paths(child, path)


def is_hollow(element: Xml) -> bool:
    """Whether an element says nothing: no text in it, and no attribute that means something."""
    if all_text(element).strip():
        return False
    return all(_shadows(each) for each in element.iter("*"))


def _shadows(element: Xml) -> bool:
    if local_name(element) in _MEANT_EMPTY or len(element.attrib) > 100:
        return False
    return all(name.rpartition("}")[2] in _SHADOWS for name in attribute_names(element))


def is_faint(element: Xml) -> bool:
    """Whether nothing is lost with a hollow element: no comment, no attribute but the usual."""
    for each in element.iter():
        if not name_of(each)[1]:
            return False
        if any(name.rpartition("}")[2] not in FAINT for name in attribute_names(each)):
            return False
    return True


def nothing_needed(known: Declared) -> bool:
    """Whether the schema lets an element stand without children."""
    particle = known.model.particle
    return known.content != "children" or particle is None or _optional(particle)


def _optional(particle: Particle) -> bool:
    if particle.least == 0:
        return True
    if particle.kind == "sequence":
        return all(_optional(part) for part in particle.parts)
    if particle.kind == "choice":
        return any(_optional(part) for part in particle.parts)
    return False


def check_empty(field: Field) -> Iterator[Finding]:
    """An element that says nothing; of nested ones only the outermost is named."""
    element, parent = field.element, field.element.getparent()
    if field.declared is None or name_of(element)[0] != MODS or not is_hollow(element):
        return
    if parent is not None and name_of(parent)[0] == MODS and is_hollow(parent):
        return
    if field.declared.content == "empty":
        return
    rule, message = "mods.empty-element", f"{field.label} is empty. Fill it in or remove it."
    if local_name(element) == "namePart":
        rule = field.context.named("Q13", rule)
        message = "This part of the name is empty. Fill it in or remove it."
    fixes = []
    if _can_go(element, field):
        fixes.append(Fix("Remove the empty field", "remove-element", is_faint(element)))
    yield field.context.finding(rule, element, message, *fixes)


def _can_go(element: Xml, field: Field) -> bool:
    """Whether what is around an element may be without it."""
    parent = element.getparent()
    if parent is None or field.declared is None or len(field.declared.path) == 1:
        return True
    if len(elements_of(parent)) > 1 or all_text(parent).strip():
        return True
    around = in_version(field.declared.path[:-1], field.context.version)
    return around is None or nothing_needed(around)


@cache
def in_version(path: tuple[str, ...], version: str) -> Declared | None:
    """What a version of MODS, or all of them together, says about a path below a record."""
    return load("mods").element(path, version or None)


def check_typed_tags(field: Field) -> Iterator[Finding]:
    """Text in which somebody has typed whole elements, where elements may stand."""
    known, element = field.declared, field.element
    if known is None or known.content != "mixed" or len(element) or "<" not in field.value:
        return
    if not _makes_sense(field):
        return
    message = (
        "This text holds tags written as text; other programs read them as words. "
        "If elements are meant, write the tags as markup."
    )
    fix = Fix("Write the tags as markup", "to-markup", False)
    yield field.context.finding("text.typed-tags", element, message, fix)


def _makes_sense(field: Field) -> bool:
    """Whether elements with names of their own would come of it, none that is soon complained of.

    Bare tags of HTML are formatting, which catalogue text does not have.
    """
    scope = {prefix or "": uri for prefix, uri in field.element.nsmap.items()}
    try:
        content = parse_content(field.value.encode(), scope, {})
    except (NotWellFormed, UnicodeEncodeError):
        return False
    names = [name for one in content.iterdescendants() if (name := name_of(one))[1]]
    bare = any(not namespace for namespace, _ in names)
    if not names or (bare and any(p.rule == "text.html-tag" for p in check_html(field.value))):
        return False
    standards = {MODS: "mods", METS: "mets"}
    return all(
        local in known_names(standards[namespace])
        for namespace, local in names
        if namespace in standards
    )
