"""New packages: from files on the disk, or round a record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from catalog_app.document.document import Document, open_document
from catalog_app.document.files_disk import Facts
from catalog_app.document.files_groups import use_of
from catalog_app.document.names import METS, MODS, XLINK
from catalog_app.document.structure_edit import PATTERNS, page_label

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_HEAD = (
    '<mets xmlns="{mets}" xmlns:mods="{mods}" xmlns:xlink="{xlink}">\n'
    '  <metsHdr CREATEDATE="{created}">\n'
    '    <agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">\n'
    "      <name>catalog-app</name>\n    </agent>\n  </metsHdr>\n"
)
_SECTION = (
    '  <dmdSec ID="dmd_1">\n    <mdWrap MDTYPE="MODS">\n      <xmlData>\n'
    "{record}\n      </xmlData>\n    </mdWrap>\n  </dmdSec>\n"
)
_EMPTY = (
    '        <mods:mods version="3.8">\n          <mods:titleInfo>\n'
    "            <mods:title>{title}</mods:title>\n"
    "          </mods:titleInfo>\n        </mods:mods>"
)


def package_of_files(
    facts: Sequence[Facts], title: str, created: str, pattern: str = PATTERNS[0]
) -> bytes:
    """A package of page images and what goes with them: files, and a page for each picture.

    Files of one media type make a group; pages of the same name in several groups are one page.
    """
    named = [(f"file_{number:04d}", one) for number, one in enumerate(facts, 1)]
    pieces = [
        _DECLARATION,
        _HEAD.format(mets=METS, mods=MODS, xlink=XLINK, created=created),
        _SECTION.format(record=_EMPTY.format(title=escape(title))),
        *_files(named),
        *_pages(named, title, pattern),
        "</mets>\n",
    ]
    return "".join(pieces).encode()


def _files(named: list[tuple[str, Facts]]) -> list[str]:
    if not named:
        return []
    pieces = ["  <fileSec>\n"]
    ordered = sorted(named, key=lambda pair: use_of(pair[1].mime))
    for use, members in groupby(ordered, key=lambda pair: use_of(pair[1].mime)):
        pieces.append(f"    <fileGrp USE={quoteattr(use)}>\n")
        pieces += [_file(identifier, one) for identifier, one in members]
        pieces.append("    </fileGrp>\n")
    return [*pieces, "  </fileSec>\n"]


def _file(identifier: str, one: Facts) -> str:
    known = (
        ("ID", identifier), ("MIMETYPE", one.mime), ("SIZE", str(one.size)),
        ("CREATED", one.created), ("CHECKSUM", one.checksum),
        ("CHECKSUMTYPE", one.checksum and one.checksum_type),
    )  # fmt: skip
    said = "".join(f" {name}={quoteattr(value)}" for name, value in known if value)
    place = f'<FLocat LOCTYPE="URL" xlink:href={quoteattr(one.href)}/>'
    return f"      <file{said}>\n        {place}\n      </file>\n"


def _pages(named: list[tuple[str, Facts]], title: str, pattern: str) -> list[str]:
    pages: dict[str, list[str]] = {}
    for identifier, one in named:
        pages.setdefault(one.path.stem, []).append(identifier)
    label = f" LABEL={quoteattr(title)}" if title else ""
    pieces = [
        '  <structMap TYPE="PHYSICAL">\n'
        f'    <div ID="div_0000" TYPE="volume"{label} DMDID="dmd_1">\n'
    ]
    for number, identifiers in enumerate(pages.values(), 1):
        shown = page_label(pattern, number)
        numbered = f' ORDERLABEL="{shown}"' if shown else ""
        pieces.append(f'      <div ID="div_{number:04d}" TYPE="page" ORDER="{number}"{numbered}>\n')
        pieces += [f'        <fptr FILEID="{one}"/>\n' for one in identifiers]
        pieces.append("      </div>\n")
    return [*pieces, "    </div>\n  </structMap>\n"]


def package_round(record: bytes, created: str) -> bytes:
    """A package that holds a record, the bytes of a MODS file, as they are."""
    document: Document = open_document(record)
    text = document.anchored(document.records()[0]).raw.decode()
    pieces = [
        _DECLARATION,
        _HEAD.format(mets=METS, mods=MODS, xlink=XLINK, created=created),
        _SECTION.format(record="        " + text),
        '  <structMap>\n    <div ID="div_0000" DMDID="dmd_1"/>\n  </structMap>\n</mets>\n',
    ]
    return "".join(pieces).encode()
