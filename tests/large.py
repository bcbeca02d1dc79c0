"""As much as one likes: a METS of files with a page for each, findings."""

from __future__ import annotations

from catalog_app.document.address import parse_address
from catalog_app.validation.finding import Finding, Fix

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" \
xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="large">
  <mets:metsHdr CREATEDATE="2026-01-01T00:00:00Z"/>
  <mets:dmdSec ID="DMD1">
    <mets:mdWrap MDTYPE="MODS">
      <mets:xmlData>
        <mods:mods version="3.8">
          <mods:titleInfo>
            <mods:title>A very large book</mods:title>
          </mods:titleInfo>
        </mods:mods>
      </mets:xmlData>
    </mets:mdWrap>
  </mets:dmdSec>
  <mets:fileSec>
    <mets:fileGrp USE="DEFAULT">
"""
_FILE = """      <mets:file ID="FILE_{0:06d}" MIMETYPE="image/tiff" SIZE="{1}" \
CREATED="2026-01-01T00:00:00Z" CHECKSUM="{0:032x}" CHECKSUMTYPE="MD5">
        <mets:FLocat LOCTYPE="URL" xlink:href="file:///volume/page_{0:06d}.tif"/>
      </mets:file>
"""
_PAGE = """      <mets:div TYPE="page" ID="PHYS_{0:06d}" ORDER="{1}" ORDERLABEL="{1}">
        <mets:fptr FILEID="FILE_{0:06d}"/>
      </mets:div>
"""


def large_mets(files: int) -> bytes:
    """A valid METS of that many files, about 420 bytes for each."""
    pieces = [_HEAD]
    pieces += [_FILE.format(number, 1_000_000 + number) for number in range(files)]
    pieces.append(
        "    </mets:fileGrp>\n  </mets:fileSec>\n"
        '  <mets:structMap TYPE="PHYSICAL">\n    <mets:div TYPE="book" DMDID="DMD1">\n'
    )
    pieces += [_PAGE.format(number, number + 1) for number in range(files)]
    pieces.append("    </mets:div>\n  </mets:structMap>\n</mets:mets>\n")
    return "".join(pieces).encode()


def many_findings(number: int, *fixes: Fix) -> tuple[Finding, ...]:
    """Findings in as many notes, of three severities and seven rules."""
    return tuple(
        Finding(
            ("error", "warning", "advice")[n % 3],
            "rule",
            f"text.number-{n % 7}",
            f"Something is to be looked at in place {n}.",
            parse_address(f"record1/note[{n + 1}]"),
            fixes=fixes,
        )
        for n in range(number)
    )
