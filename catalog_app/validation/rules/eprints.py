"""The oddities of EPrints' METS exports, Q1 to Q16, each with its repair: those of packages.

Q2, Q8, Q10 and Q11 stand with the fields (`eprints_fields`), Q4 with the links, Q9 and Q13 with
the records, Q12 and Q15 with the values: there the same is looked for in every file, and only the
name is another in a file that EPrints has made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_app.document.names import METS, METS2, MODS, XLINK
from catalog_app.validation.finding import Finding, Fix
from catalog_app.validation.place import Xml, all_text, elements_of, name_of, text_of
from catalog_app.validation.rules.elements import is_faint, is_hollow, mods_version_for
from catalog_app.validation.rules.queries import select, strings, words_of
from catalog_app.validation.rules.rule import Context, local_name

USE = f"{{{MODS}}}useAndReproduction"
_WRITTEN_ID = re.compile(r"eprint_\d")


def from_eprints(package: Xml) -> bool:
    """Whether a METS document comes from EPrints, by its numbers or its label."""
    if _WRITTEN_ID.match(package.get("OBJID", "")) or package.get("LABEL") == "Eprints Item":
        return True
    return any(_WRITTEN_ID.search(str(found)) for found in strings("m:dmdSec/@ID", package))


def run_of(around: Xml) -> list[Xml]:
    """The MODS elements that stand directly in an xmlData."""
    return [child for child in elements_of(around) if name_of(child)[0] == MODS]


def is_agreement(around: Xml) -> bool:
    """Whether a run is nothing but useAndReproduction."""
    return all(child.tag == USE for child in run_of(around))


def check_bare_run(around: Xml, context: Context) -> Iterator[Finding]:
    """Q1: MODS elements directly in xmlData, without a record around them."""
    if is_agreement(around) or is_hollow(around):
        return
    inside = elements_of(around)
    strangers = [child for child in inside if name_of(child)[0] != MODS]
    message = (
        "The fields of this description stand in the METS section by themselves. "
        "Programs look for a MODS record around them and find nothing."
    )
    fixes = [Fix("Put a MODS record around them", "wrap-run", True, (context.version,))]
    if strangers:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(map(local_name, strangers)))
        version = mods_version_for(inside, context.version)
        title = f"Put a MODS {version} record around them, and make all of them MODS"
        fixes = [Fix(title, "wrap-run", False, (version,))] if version else []
        message += f" {names}, which stand between them, are not written as MODS."
    yield context.finding("eprints.Q1", around, message, *fixes, standard="METS")


def check_file_section(package: Xml, context: Context) -> Iterator[Finding]:
    """Q3: a file section without files."""
    for section in select("m:fileSec[not(*)]", package) if context.eprints else ():
        message = (
            "The file section is empty. METS wants at least one file group in it, "
            "or no file section."
        )
        fix = Fix("Remove it", "remove-element", is_faint(section) and not text_of(section).strip())
        yield context.finding("eprints.Q3", section, message, fix, standard="METS")


def check_pointer_order(package: Xml, context: Context) -> Iterator[Finding]:
    """Q5: a file pointer behind a division."""
    if not context.eprints:
        return
    for pointer in select(".//m:div/m:fptr[preceding-sibling::m:div]", package):
        message = (
            "A file pointer stands after a division. METS wants the pointers first; "
            "in a division of its own it may stay where it is."
        )
        fix = Fix("Give it a division of its own", "wrap-in", True, ("div",))
        yield context.finding("eprints.Q5", pointer, message, fix, standard="METS")


def check_list(package: Xml, context: Context) -> Iterator[Finding]:
    """Q6: the packages of a list of exports, said once, at the first of them."""
    root = package.getparent()
    if root is None or root.tag != "mets-objects" or select("preceding-sibling::m:mets", package):
        return
    number = len(select("m:mets", root))
    message = (
        f"The file is an export list (mets-objects) with {number} package{'s' * (number != 1)}. "
        "No standard has such a list; each package is read by itself."
    )
    fix = Fix("Save each package in its own file", "split-packages", False)
    yield context.finding("eprints.Q6", package, message, fix, standard="METS")


def check_admid(package: Xml, context: Context) -> Iterator[Finding]:
    """Q7: a division that points to the whole amdSec instead of a statement inside."""
    if not context.eprints:
        return
    sections = {s.get("ID"): s for s in select("m:amdSec[@ID]", package)}
    for division in select(".//m:div[@ADMID]", package):
        words = words_of(division, "ADMID")
        whole = [word for word in words if word in sections]
        if whole:
            yield _pointing_inside(division, words, sections[whole[0]], context)


def _pointing_inside(division: Xml, words: list[str], section: Xml, context: Context) -> Finding:
    inside = [child.get("ID") for child in elements_of(section) if child.get("ID")]
    rights = [c.get("ID") for c in elements_of(section) if local_name(c) == "rightsMD"]
    name = section.get("ID", "")
    message = (
        f"The division points to the whole administrative section “{name}”. "
        "METS means such links for a statement inside it."
    )
    fixes = []
    if len(inside) == 1 or rights[:1] == inside[:1]:
        message += f" The rights statement in it is “{inside[0]}”." if rights and inside else ""
    target = rights[0] if rights and rights[0] else inside[0] if inside else None
    if target:
        value = " ".join(target if word == name else word for word in words)
        alone = len(inside) == 1 == len(elements_of(section))
        fixes.append(Fix(f"Point to “{target}”", "set-attribute", alone, ("ADMID", value)))
    return context.finding(
        "eprints.Q7", division, message, *fixes, attribute="ADMID", standard="METS"
    )


def check_labels(package: Xml, context: Context) -> Iterator[Finding]:
    """Q14: labels that say nothing about this package."""
    if package.get("LABEL") == "Eprints Item":
        message = (
            "The package's label is “Eprints Item”, as in every export of EPrints. "
            "A label of its own, such as the title, would tell packages apart."
        )
        title = " ".join(all_text(one) for one in select(".//mods:title", package)[:1]).split()
        fix = Fix("Use the title as the label", "set-attribute", False, ("LABEL", " ".join(title)))
        yield context.finding(
            "eprints.Q14",
            package,
            message,
            *([fix] if title else []),
            attribute="LABEL",
            standard="METS",
        )
    if not context.eprints:
        return
    for file in select(".//m:file[@OWNERID and m:FLocat]", package):
        address = next(iter(file.iterchildren(f"{{{METS}}}FLocat"))).get(f"{{{XLINK}}}href")
        if address and file.get("OWNERID") == address:
            message = "The owner's number of this file (OWNERID) only repeats its address."
            yield context.finding(
                "eprints.Q14", file, message, attribute="OWNERID", standard="METS"
            )


def check_hollow_sections(package: Xml, context: Context) -> Iterator[Finding]:
    """Q16: a section whose content says nothing."""
    namespace = name_of(package)[0]
    for around in package.iter(f"{{{METS}}}xmlData", f"{{{METS2}}}xmlData"):
        section = _section(around)
        if section is None or name_of(section)[0] != namespace or not is_hollow(around):
            continue
        if any(name_of(child)[0] != MODS for child in elements_of(around)):
            continue
        message = (
            "This section describes nothing: there is no field with a value in it. "
            "It can go, with the links that lead to it."
        )
        fix = Fix("Remove the section and its links", "remove-section", _is_plain(around))
        rule = context.named("Q16", "mets.hollow-section")
        yield context.finding(rule, around, message, fix, standard="METS")


def _section(around: Xml) -> Xml | None:
    wrapper = around.getparent()
    return wrapper.getparent() if wrapper is not None else None


def _is_plain(around: Xml) -> bool:
    return all(is_faint(child) for child in elements_of(around)) and not any(
        not isinstance(child.tag, str) for child in around
    )
