"""Links inside a package: those that lead nowhere, and IDs that are given twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from catalog_app.document.names import METS, XLINK
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Xml, all_text, elements_of, name_of
from catalog_app.validation.rules.ids import given_twice, ids_of
from catalog_app.validation.rules.queries import select, strings, words_of
from catalog_app.validation.rules.rule import Context, local_name

_OF_KIND = {
    "DMDID": frozenset(("dmdSec",)),
    "ADMID": frozenset(("amdSec", "techMD", "rightsMD", "sourceMD", "digiprovMD")),
    "FILEID": frozenset(("file", "stream", "fileGrp")),
}
LINKS = ("DMDID", "ADMID", "FILEID", "STRUCTID", "MDID")
_TARGETS = {
    "DMDID": ("description", "dmdSec"),
    "ADMID": ("administrative section", "amdSec"),
    "FILEID": ("file", "fileSec"),
}
_MANY, _ALIKE = 5000, 0.85  # IDs to be compared letter by letter; how alike they must be then


def check_references(package: Xml, context: Context) -> Iterator[Finding]:
    """Links that lead nowhere or to the wrong kind of thing, and IDs given twice.

    One look at all IDs, section by section, serves them all: in a large package, looking is what
    takes the time. Where a look at the bytes has told that all is well, the tree is not asked.
    """
    if package.getparent() is None and context.links_hold is not None and context.links_hold():
        if select("m:structLink/*[1]", package):
            yield from _structural_links(package, set(ids_of(package, context)), context)
        return
    sections: dict[str, list[str]] = {"": [package.get("ID", "")] if "ID" in package.attrib else []}
    for section in elements_of(package):
        sections.setdefault(local_name(section), []).extend(ids_of(section, context))
    known = {one for ids in sections.values() for one in ids}
    for attribute in LINKS:
        used = _used(package, attribute, context)
        what, around = _TARGETS.get(attribute, ("", ""))
        if missing := used - known:
            right = set(sections.get(around, ())) if around else known
            yield from _missing(package, attribute, missing, known, right, right - used, context)
        others = (used & known).difference(sections.get(around, ())) if what else None
        if others and name_of(package)[0] == METS:
            yield from _wrong_kind(package, attribute, others, context)
    if select("m:structLink/*[1]", package):
        yield from _structural_links(package, known, context)
    if len(known) < sum(map(len, sections.values())):
        yield from given_twice(package, context)


def _used(package: Xml, attribute: str, context: Context) -> set[str]:
    """The IDs that an attribute names anywhere."""
    if not context.mentions(attribute):
        return set()
    found = strings(f"descendant::*/@{attribute}", package)
    return {word for value in found for word in (value.split())}


def _missing(
    package: Xml,
    attribute: str,
    missing: set[str],
    known: set[str],
    right: set[str],
    free: set[str],
    context: Context,
) -> Iterator[Finding]:
    """Links to IDs that nothing has; `right` are the IDs that such a link may lead to.

    None leads to those that are `free`.
    """
    for element in select(f".//*[@{attribute}]", package):
        lost = [word for word in words_of(element, attribute) if word in missing]
        value = element.get(attribute) or ""
        if lost and value in known:
            message = (
                f"The ID “{value}” has a blank in it, so a link to it ({attribute}) is read as "
                "several links that lead nowhere. Change the ID; it may have no blanks."
            )
            yield context.finding(
                "reference.missing", element, message, attribute=attribute, standard="METS"
            )
        elif lost:
            yield _dangling(element, attribute, lost, right, free, context)


def _dangling(
    element: Xml,
    attribute: str,
    lost: list[str],
    right: set[str],
    free: set[str],
    context: Context,
) -> Finding:
    meant = {word: word.replace("_document_", "_") for word in lost}
    if all(word != other and other in right for word, other in meant.items()):
        message = (
            f"This file pointer leads nowhere: it names “{lost[0]}”, "
            f"but the file's ID is “{meant[lost[0]]}”."
        )
        fix = _pointing(element, attribute, meant, safe=True)
        rule = context.named("Q4", "reference.missing")
        return context.finding(rule, element, message, fix, attribute=attribute, severity="error")
    likely = _likely(lost[0], right, free) if len(lost) == 1 else []
    fixes = [_pointing(element, attribute, {lost[0]: one}, False) for one in likely]
    return context.finding(
        "reference.missing",
        element,
        _nowhere(attribute, lost),
        *fixes,
        _unlinked(element, attribute, lost),
        attribute=attribute,
        standard="METS",
    )


def _nowhere(attribute: str, lost: list[str]) -> str:
    what = _TARGETS.get(attribute, ("section", ""))[0]
    if len(lost) == 1:
        return (
            f"This link leads nowhere: no {what} in this package has the ID “{lost[0]}” "
            f"that it names ({attribute})."
        )
    names = ", ".join(f"“{word}”" for word in lost[:5])
    more = f" and {len(lost) - 5} more" if len(lost) > 5 else ""
    return (
        f"These links lead nowhere: nothing in this package has the IDs {names}{more} "
        f"that they name ({attribute})."
    )


def _likely(lost: str, right: set[str], free: set[str]) -> list[str]:
    """The IDs that a link was likely meant to name: a slip away, with the same numbers in them.

    What has another number is another thing, unless it is the only one to which nothing leads.
    """
    if len(right) > _MANY:
        right = {one for one in right if one.lower() == lost.lower()}
    meant = {one for one in right if _numbers(one) == _numbers(lost)}
    return get_close_matches(lost, sorted(meant | (free if len(free) == 1 else set())), 2, _ALIKE)


def _numbers(identifier: str) -> list[str]:
    return [digits.lstrip("0") for digits in re.findall(r"[0-9]+", identifier)]


def _pointing(element: Xml, attribute: str, meant: Mapping[str, str], safe: bool) -> Fix:
    words = [meant.get(old, old) for old in (element.get(attribute) or "").split()]
    value = " ".join(dict.fromkeys(words))
    shown = ", ".join(f"“{word}”" for word in dict.fromkeys(meant.values()))
    return Fix(f"Point to {shown}", "set-attribute", safe, (attribute, value))


def _unlinked(element: Xml, attribute: str, lost: list[str]) -> Fix:
    rest = [old for old in (element.get(attribute) or "").split() if old not in lost]
    if rest:
        return Fix("Remove this link", "set-attribute", False, (attribute, " ".join(rest)))
    if local_name(element) in ("fptr", "area"):
        return Fix("Remove the pointer", "remove-element", False)
    return Fix("Remove this link", "remove-attribute", False, (attribute,))


def _wrong_kind(
    package: Xml, attribute: str, used: set[str], context: Context
) -> Iterator[Finding]:
    """Links to a thing of another kind than the attribute is for."""
    what = _TARGETS[attribute][0]
    targets = {e.get("ID"): e for e in select(".//*[@ID]", package) if e.get("ID") in used}
    targets = {word: e for word, e in targets.items() if local_name(e) not in _OF_KIND[attribute]}
    for element in select(f".//*[@{attribute}]", package):
        for word in words_of(element, attribute):
            if word in targets:
                message = (
                    f"This link ({attribute}) should lead to {_article(what)}, but “{word}” is "
                    f"the ID of {_article(local_name(targets[word]))}."
                )
                yield context.finding(
                    "reference.wrong-kind", element, message, attribute=attribute, standard="METS"
                )


def _article(name: str) -> str:
    return f"an {name}" if name[0].lower() in "aeiou" else f"a {name}"


def _structural_links(package: Xml, known: set[str], context: Context) -> Iterator[Finding]:
    """smLink from and to, smArcLink from and to: the ID or label of a division."""
    names = known | set(strings(".//@xlink:label", package))
    for element in select("m:structLink//*[self::m:smLink or self::m:smArcLink]", package):
        for side in ("from", "to"):
            word = element.get(f"{{{XLINK}}}{side}")
            if word and word not in names:
                yield _lost_label(element, side, word, names, context)


def _lost_label(element: Xml, side: str, word: str, names: set[str], context: Context) -> Finding:
    attribute = f"xlink:{side}"
    fixes = [Fix("Remove this link", "remove-element")]
    if word.startswith("#") and word[1:] in names:
        fixes.insert(0, Fix(f"Point to “{word[1:]}”", "set-attribute", True, (attribute, word[1:])))
    message = (
        f"This link between divisions leads nowhere: nothing has the ID or label “{word}”, "
        f"which stands in “{side.capitalize()}”."
    )
    return context.finding(
        "reference.label", element, message, *fixes, attribute=attribute, standard="METS"
    )


def check_document_ids(package: Xml, context: Context) -> Iterator[Finding]:
    """Identifiers of the package in its header that are empty."""
    for element in select("m:metsHdr/m:metsDocumentID | m:metsHdr/m:altRecordID", package):
        if not all_text(element).strip():
            message = (
                "The header has a field for an identifier of the package, and nothing in it. "
                "Enter the identifier or remove the field."
            )
            fix = Fix("Remove the empty field", "remove-element", not element.attrib)
            yield context.finding("reference.document", element, message, fix, standard="METS")


def check_related(record: Xml, context: Context) -> Iterator[Finding]:
    """IDREF inside a record that names no ID of the file."""
    if not context.mentions("IDREF"):
        return
    pointing = select(".//mods:*[@IDREF]", record)
    known = set(ids_of(record.getroottree().getroot(), context)) if pointing else set()
    for element in pointing:
        for word in words_of(element, "IDREF"):
            if word not in known:
                message = f"This field refers to “{word}”, and no field of the file has that ID."
                fix = Fix("Remove the reference", "remove-attribute", False, ("IDREF",))
                yield context.finding(
                    "reference.related", element, message, fix, attribute="IDREF", standard="MODS"
                )
