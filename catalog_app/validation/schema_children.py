"""What is told about children that do not fit: unknown, misplaced, too many, missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog_app.document.names import METS, MODS
from catalog_app.schema.definition import ElementEntry
from catalog_app.schema.notation import first_and_last
from catalog_app.validation.finding import Fix
from catalog_app.validation.place import name_of
from catalog_app.validation.schema_content import Misfit, fits
from catalog_app.validation.schema_form import Form
from catalog_app.validation.schema_texts import Told, remove_element, version_fix, written
from catalog_app.validation.schema_words import called, listing, nearest, offered

if TYPE_CHECKING:
    from catalog_app.validation.schema_pass import Pass, Xml


FEW = 5


def explain(run: Pass, form: Form, element: Xml, inside: list[Xml], misfit: Misfit) -> Told:
    """What to tell about one misfit among the children `inside` of an element."""
    if misfit.kind == "unknown":
        return _unknown(run, form, element, inside[misfit.index])
    if misfit.kind == "surplus":
        return _surplus(run, form, inside[misfit.index])
    if misfit.kind == "exclusive":
        return _exclusive(run, form, inside[misfit.index], misfit.names[0])
    if misfit.kind == "order":
        return _order(run, form, element, misfit.names)
    return _missing(run, form, element, inside, misfit.names)


# ---------------------------------------------------------------- a name that does not belong here


def _unknown(run: Pass, form: Form, element: Xml, child: Xml) -> Told:
    namespace, local = name_of(child)
    ours = run.book.schema.namespace
    if namespace != ours:
        related = {"", METS, MODS, "http://www.loc.gov/mods", "http://www.loc.gov/mods/"}
        if local in form.children and namespace in related:
            return _wrong_namespace(run, form, child)
        return _foreign(run, form, child)
    for tell in (_other_version, _other_case, _misplaced, _misspelt):
        told = tell(run, form, element, child)
        if told is not None:
            return told
    choices = [called(entry) for entry in form.children.values()]
    message = f"{run.book.title} has no element {written(child)} in {called(form.entry)}."
    if choices:
        message += f" Possible there: {offered(local, choices)}."
    return Told("unknown-element", child, message, "", (_remove(child),))


def _remove(child: Xml) -> Fix:
    empty = not len(child) and not (child.text or "").strip() and not child.attrib
    return Fix(f"Remove {written(child)}", "remove-element", empty)


def _wrong_namespace(run: Pass, form: Form, child: Xml) -> Told:
    name = run.book.schema.name
    entry = form.children[name_of(child)[1]]
    message = (
        f"{called(entry)} stands here as {written(child)}, outside of {name}. It should belong to "
        f"{name}, like the fields around it."
    )
    repair = f"to-{run.book.rules}-namespace"
    fix = Fix(f"Make it a field of {name}", repair, True)
    return Told("wrong-namespace", child, message, "", (fix, _remove(child)))


def _foreign(run: Pass, form: Form, child: Xml) -> Told:
    name = run.book.schema.name
    message = (
        f"{written(child)} belongs to another standard and cannot stand in {called(form.entry)}."
    )
    meant = nearest(name_of(child)[1], list(form.children), 0.85)
    fixes = [_remove(child)]
    if meant:
        message += f" {name} has {called(form.children[meant])} for it."
    elif "extension" in form.children:
        message += f" What {name} has no field for goes into “Extension” (extension)."
    if "extension" in form.children:
        fixes.insert(0, Fix("Put it into an Extension", "wrap-in", False, ("extension",)))
    return Told("foreign-element", child, message, "", tuple(fixes))


def stranger(run: Pass, element: Xml, child: Xml) -> Told:
    """An element of METS in a record of another standard."""
    message = (
        f"{written(child)} belongs to {run.book.schema.name} and cannot stand in "
        f"{written(element)}, which belongs to another standard."
    )
    return Told("misplaced-element", child, message, "", (_remove(child),))


def _other_version(run: Pass, form: Form, element: Xml, child: Xml) -> Told | None:
    """The element belongs here, but in another version than the one that judges."""
    local = name_of(child)[1]
    book = run.book
    versions = frozenset(
        version
        for version in book.schema.versions
        if (particle := form.entry.content_in(version).particle) and local in particle.names()
    )
    entry = book.schema.library.entry(form.entry.name, local)
    if not versions or entry is None:
        return None
    first, last = first_and_last(versions, book.schema.versions)
    order = book.schema.versions
    newer = order.index(first) > order.index(book.version)
    when = f"since {book.schema.name} {first}" if newer else f"only until {book.schema.name} {last}"
    message = (
        f"{called(entry)} can stand in {called(form.entry)} {when}, and this is judged by "
        f"{book.title}. Say which version is used, or remove it."
    )
    fixes = (*version_fix(book, child, first if newer else last), _remove(child))
    return Told("element-of-other-version", child, message, "", fixes)


def _other_case(run: Pass, form: Form, element: Xml, child: Xml) -> Told | None:
    folded = {name.casefold(): name for name in form.children}
    meant = folded.get(name_of(child)[1].casefold())
    return _renamed(run, form, child, meant, safe=True) if meant else None


def _misspelt(run: Pass, form: Form, element: Xml, child: Xml) -> Told | None:
    labels = {e.say("label").replace(" ", ""): name for name, e in form.children.items()}
    meant = nearest(name_of(child)[1], [*form.children, *labels])
    meant = labels.get(meant, meant)
    return _renamed(run, form, child, meant, safe=False) if meant else None


def _renamed(run: Pass, form: Form, child: Xml, meant: str, safe: bool) -> Told:
    message = (
        f"{run.book.title} has no element {written(child)} in {called(form.entry)}. "
        f"Was {called(form.children[meant])} meant?"
    )
    fix = Fix(f"Rename it to “{meant}”", "rename-element", safe, (meant,))
    return Told("unknown-element", child, message, "", (fix, _remove(child)))


def _misplaced(run: Pass, form: Form, element: Xml, child: Xml) -> Told | None:
    """The standard knows the element, but not here."""
    local = name_of(child)[1]
    library = run.book.schema.library
    if local not in library.data["element"]:
        return None
    if local == run.book.schema.record and form.children:
        return _record_inside(run, form, child)
    homes = _homes(run, local)
    if not homes:
        return None
    entry = library.by_key(local)
    message = (
        f"{called(entry)} cannot stand directly in {called(form.entry)}. "
        f"It belongs in {listing([called(home) for home in homes])}."
    )
    fixes = [
        *_wrapping(run, form, local),
        *_lifting(run, element, local),
        *_unwrapping(run, form, child),
        _remove(child),
    ]
    return Told("misplaced-element", child, message, "", tuple(fixes))


def _record_inside(run: Pass, form: Form, child: Xml) -> Told:
    """A whole record in a field that holds the fields of a record directly."""
    message = (
        f"A “{run.book.root().say('label')}” ({run.book.schema.record}) cannot stand in "
        f"{called(form.entry)}: its fields stand there directly."
    )
    fixes = (*_unwrapping(run, form, child), _remove(child))
    return Told("misplaced-element", child, message, "", fixes)


def _unwrapping(run: Pass, form: Form, child: Xml) -> list[Fix]:
    """The repair that keeps what is inside and removes the element around it."""
    inside = [run.name(inner) for inner in run.children(child)]
    if not inside or not all(name in form.children for name in inside):
        return []
    return [Fix(f"Keep what is inside and remove {written(child)}", "unwrap", False)]


def _homes(run: Pass, local: str) -> list[ElementEntry]:
    library = run.book.schema.library
    forms = (run.book.form(library.by_key(key)) for key in library.data["element"])
    return [form.entry for form in forms if local in form.children]


def _wrapping(run: Pass, form: Form, local: str) -> list[Fix]:
    """The repair that puts the missing parent (or two of them) around the element."""
    for name, entry in form.children.items():
        if local in run.book.form(entry).children and name != "relatedItem":
            return [Fix(f"Put it into “{entry.say('label')}”", "wrap-in", False, (name,))]
    for name, entry in form.children.items():
        for inner, below in run.book.form(entry).children.items():
            if local in run.book.form(below).children and "relatedItem" not in (name, inner):
                title = f"Put it into “{entry.say('label')}”, “{below.say('label')}”"
                return [Fix(title, "wrap-in", False, (name, inner))]
    return []


def _lifting(run: Pass, element: Xml, local: str) -> list[Fix]:
    """The repair that moves the element out of its parent, where it may stand beside it."""
    parent = element.getparent()
    if parent is None or element is run.root:
        return []
    library = run.book.schema.library
    entry = library.entry("", name_of(parent)[1]) if parent is not run.root else run.book.root()
    if entry is None or local not in run.book.form(entry).children:
        return []
    return [Fix(f"Move it out of {written(element)}", "move-out", False)]


# ---------------------------------------------------------------- too many, not together, order


def _surplus(run: Pass, form: Form, child: Xml) -> Told:
    entry = form.children[name_of(child)[1]]
    message = (
        f"{called(form.entry)} may hold {called(entry)} only once in {run.book.title}, and this "
        f"is one more."
    )
    return Told("too-many", child, message, "", (remove_element(entry, child),))


def _exclusive(run: Pass, form: Form, child: Xml, keeper: str) -> Told:
    entry, other = form.children[name_of(child)[1]], form.children[keeper]
    message = (
        f"{called(entry)} cannot stand together with {called(other)} in one {called(form.entry)}."
    )
    return Told("not-together", child, message, "", (remove_element(entry, child),))


def _order(run: Pass, form: Form, element: Xml, names: tuple[str, ...]) -> Told:
    order = [called(form.children[name]) for name in dict.fromkeys(names) if name in form.children]
    message = (
        f"The fields in {called(form.entry)} are out of order. {run.book.title} wants first "
        f"{', then '.join(order)}."
    )
    fix = Fix("Put them in order", "reorder-children", True, names)
    return Told("wrong-order", element, message, "", (fix,))


# ---------------------------------------------------------------- missing


def _missing(
    run: Pass, form: Form, element: Xml, inside: list[Xml], names: tuple[str, ...]
) -> Told:
    wanted = [called(form.children[name]) for name in names if name in form.children]
    removable = _may_go(run, element)
    if not inside:
        what = f"{called(form.entry)} is empty. {run.book.schema.name} wants "
        what += _at_least(wanted)
        what += f", or no {called(form.entry)} at all." if removable else "."
    else:
        what = f"{called(form.entry)} is not complete: it needs {_at_least(wanted)}."
    fixes = []
    if not inside and removable:
        fixes.append(remove_element(form.entry, element))
    if len(names) == 1 and names[0] in form.children:
        label = form.children[names[0]].say("label")
        fixes.append(Fix(f"Add “{label}”", "add-child", False, (names[0],)))
    return Told("missing-child", element, what, "", tuple(fixes))


def _at_least(wanted: list[str]) -> str:
    if not wanted:
        return "something in it"
    if len(wanted) == 1:
        return f"at least one {wanted[0]} in it"
    if len(wanted) > FEW:
        first = ", ".join(wanted[:FEW])
        return f"at least one field in it: {first} or another of {len(wanted)} (F1 lists them)"
    return f"at least one of {listing(wanted)} in it"


def _may_go(run: Pass, element: Xml) -> bool:
    """Tell whether the element can be removed without making its parent incomplete."""
    parent = element.getparent()
    if parent is None or element is run.root:
        return False
    above = parent.getparent()
    over = name_of(above)[1] if above is not None and parent is not run.root else ""
    entry = (
        run.book.root()
        if parent is run.root
        else run.book.schema.library.entry(over, name_of(parent)[1])
    )
    if entry is None or (particle := run.book.form(entry).content.particle) is None:
        return False
    rest = [run.name(child) for child in run.children(parent) if child is not element]
    whole = [run.name(child) for child in run.children(parent)]
    return fits(particle, rest) or (not fits(particle, whole) and bool(rest))
