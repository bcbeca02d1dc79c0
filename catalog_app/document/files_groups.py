"""Groups of files: a new one, and one that is made with the first files of a package."""

from __future__ import annotations

from collections.abc import Sequence

from catalog_app.document.address import Address
from catalog_app.document.document import Document
from catalog_app.document.draft import Draft
from catalog_app.document.edit import Edit, EditError
from catalog_app.document.edits import add
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_edit import file_draft
from catalog_app.document.ids import collecting_ids
from catalog_app.document.large import Making
from catalog_app.document.layout import child_indentation
from catalog_app.document.minting import new_ids
from catalog_app.document.places import neighbour
from catalog_app.document.writing import inserted, writer

_STEP = 50
_USES = {"image": "images", "text": "text", "audio": "sound", "video": "film"}


def use_of(mime: str) -> str:
    """What a group of files of a media type is for, in a word."""
    return _USES.get(mime.partition("/")[0], "documents")


def new_group(document: Document, section: Address) -> Edit | None:
    """Add an empty group at the end of a file section, or inside another group."""
    return add(document, section, Draft("fileGrp"))


def adding_first_files(document: Document, package: Address, facts: Sequence[Facts]) -> Making:
    """Make the edit that adds files to a package without a group of files: one is made for them.

    The file section is made too, where there is none. The group says what for, if all are alike.
    """
    section = package.child("fileSec")
    there = document.element(section) is not None
    parent = section if there else package
    element = document.element(parent)
    if element is None:
        raise EditError("There is no package here to add files to.")
    if not facts:
        return
    taken = yield from collecting_ids(document)
    uses = {use_of(one.mime) for one in facts}
    told = (("USE", uses.pop()),) if len(uses) == 1 else ()
    hole = Draft("file")
    shell = Draft("fileGrp", told, "", (hole,))
    writing, indent = writer(element, document.standard(package.part)), child_indentation(element)
    deep = indent + writing.unit * (1 if there else 2) if indent else b""
    pieces: list[bytes] = []
    for identifier, one in zip(new_ids(document, "file", taken, package), facts, strict=False):
        pieces.append(writing.write(file_draft(identifier, one), deep))
        if len(pieces) % _STEP == 0:
            yield len(pieces) / len(facts)
    markup = writing.write(shell if there else Draft("fileSec", (), "", (shell,)), indent)
    raw = markup.replace(writing.write(hole), deep.join(pieces))
    before = None if there else neighbour(document, parent, "fileSec")
    name = "Add a file" if len(facts) == 1 else f"Add {len(facts)} files"
    yield Edit(name, tuple(inserted(element, before, raw)), section.child("fileGrp"))
