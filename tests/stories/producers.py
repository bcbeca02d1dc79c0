"""Packages of six kinds of producers: where each is in the corpus, and its bytes after an edit.

The bytes that an edit should give are worked out here from the file's bytes alone, with patterns
and not with the program's own reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.real_files import CORPUS

_DIGIRATI = "digirati-co-uk--digital-preservation/src/DigitalPreservation/XmlGen.Tests/Samples"
_EARK = "E-ARK-Software--eark-validator/tests/resources/ips/unpacked"
FILES = {
    "Archivematica": f"{_DIGIRATI}/archivematica-wc-METS.299eb16f-1e62-4bf6-b259-c82146153711.xml",
    "Goobi": f"{_DIGIRATI}/goobi-wc-b29356350-1.xml",
    "DFG-Viewer": "ulb-sachsen-anhalt--digital-derivans/src/test/resources/mets/kitodo2/"
    "140257772/140257772.xml",
    "E-ARK": f"{_EARK}/733dc055-34be-4260-85c7-5549a7083031/METS.xml",
    "OCR-D": "ulb-sachsen-anhalt--digital-derivans/src/test/resources/mets/ocrd/mets.xml",
    "newspaper issue": "qurator-spk--mods4pandas/src/mods4pandas/tests/data/zefys-examples/"
    "24350382_1892-11-13_0_0.xml",
    "newspaper with articles": "qurator-spk--mods4pandas/src/mods4pandas/tests/data/"
    "zefys-examples/1924-05-02-_0208_1-METS.xml",
    "British Library newspaper": "Living-with-machines--alto2txt/demo-files/0002647/1824/0217/"
    "0002647_18240217_mets.xml",
    "Finnish preservation": "Digital-Preservation-Finland--dpres-xml-schemas/tests/data/"
    "mets_valid_complete.xml",
    "DSpace": "DSpace--DSpace/dspace-server-webapp/src/test/resources/org/dspace/app/sword2/"
    "example-embargo.zip__in__mets.xml",
    "Princeton": "pulibrary--plum/spec/fixtures/pudl0001-4609321-s42.mets",
}
HATHI = b"""<?xml version="1.0" encoding="UTF-8"?>
<METS:mets xmlns:METS="http://www.loc.gov/METS/" xmlns:PREMIS="info:lc/xmlns/premis-v2"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 OBJID="mdp.39015000000001" PROFILE="http://www.hathitrust.org/documents/hathitrust-mets-profile2.0.xml">
  <METS:metsHdr ID="HDR1" CREATEDATE="2012-10-09T18:32:17Z" RECORDSTATUS="NEW">
    <METS:agent ROLE="CREATOR" TYPE="ORGANIZATION">
      <METS:name>DLPS</METS:name>
    </METS:agent>
  </METS:metsHdr>
  <METS:dmdSec ID="DMD1">
    <METS:mdRef xlink:href="Z3950" LOCTYPE="OTHER" OTHERLOCTYPE="Item ID stored as call number"
 MDTYPE="MARC"/>
  </METS:dmdSec>
  <METS:amdSec ID="AMD1">
    <METS:techMD ID="IMG1">
      <METS:mdWrap MDTYPE="NISOIMG">
        <METS:xmlData><mix:mix xmlns:mix="http://www.loc.gov/mix/v20"><mix:Compression>JPEG2000</mix:Compression></mix:mix></METS:xmlData>
      </METS:mdWrap>
    </METS:techMD>
    <METS:digiprovMD ID="premis1">
      <METS:mdWrap MIMETYPE="text/xml" MDTYPE="PREMIS">
        <METS:xmlData>
          <PREMIS:premis version="2.0">
            <PREMIS:object xsi:type="PREMIS:representation">
              <PREMIS:objectIdentifier>
                <PREMIS:objectIdentifierType>HathiTrust</PREMIS:objectIdentifierType>
                <PREMIS:objectIdentifierValue>mdp.39015000000001</PREMIS:objectIdentifierValue>
              </PREMIS:objectIdentifier>
            </PREMIS:object>
            <PREMIS:event>
              <PREMIS:eventType>ingestion</PREMIS:eventType>
              <PREMIS:eventDateTime>2012-10-09T18:32:17Z</PREMIS:eventDateTime>
            </PREMIS:event>
          </PREMIS:premis>
        </METS:xmlData>
      </METS:mdWrap>
    </METS:digiprovMD>
  </METS:amdSec>
  <METS:fileSec>
    <METS:fileGrp ID="FG1" USE="zip archive">
      <METS:file ID="ZIP1" MIMETYPE="application/zip" SEQ="00000001" CHECKSUMTYPE="MD5"
 CHECKSUM="2d40d65c1aecd857b3f780e85bc9bd92">
        <METS:FLocat LOCTYPE="OTHER" OTHERLOCTYPE="SYSTEM" xlink:href="39015000000001.zip"/>
      </METS:file>
    </METS:fileGrp>
    <METS:fileGrp ID="FG2" USE="image">
      <METS:file ID="IMG00000001" SEQ="00000001" ADMID="IMG1">
        <METS:FLocat LOCTYPE="OTHER" OTHERLOCTYPE="SYSTEM" xlink:href="00000001.jp2"/>
      </METS:file>
    </METS:fileGrp>
  </METS:fileSec>
  <METS:structMap ID="SM1" TYPE="physical">
    <METS:div TYPE="volume">
      <METS:div ORDER="1" TYPE="page" LABEL="COVER"><METS:fptr FILEID="IMG00000001"/></METS:div>
    </METS:div>
  </METS:structMap>
  <METS:behaviorSec ID="B1" LABEL="Reading">
    <METS:behavior ID="B2" LABEL="Turning pages">
      <METS:mechanism LOCTYPE="URL" xlink:href="https://babel.hathitrust.org/cgi/pt"/>
    </METS:behavior>
  </METS:behaviorSec>
</METS:mets>
"""
KINDS = ("HathiTrust", *FILES)


def content(kind: str) -> bytes | None:
    """A package as a producer of that kind makes it; None where the corpus is not here."""
    if kind == "HathiTrust":
        return HATHI
    path = CORPUS / FILES[kind]
    return path.read_bytes() if path.is_file() else None


@dataclass(frozen=True)
class Place:
    """One place to edit: what it shows, its address, and the pattern that finds it in the bytes.

    The first group of the pattern ends where what is typed is put; `attribute` is what must be
    written round it if the attribute is not there yet.
    """

    kind: str
    address: str
    pattern: bytes
    attribute: bytes = b""

    def after(self, data: bytes, typed: bytes) -> bytes:
        """The bytes of the file once that has been typed there."""
        at, text = self._at(data), typed
        assert at is not None, self
        if self.attribute and not self._set(data):
            text = b" " + self.attribute + b'="' + typed + b'"'
        return data[:at] + text + data[at:]

    def there(self, data: bytes) -> bool:
        """Whether the file has such a place."""
        return self._at(data) is not None

    def _set(self, data: bytes) -> re.Match[bytes] | None:
        first = re.search(self.pattern, data)
        own = rb"""[^>]*?\s%b\s*=\s*(?:"[^"]*"|'[^']*')""" % re.escape(self.attribute)
        return re.compile(own).match(data, first.end()) if first else None

    def _at(self, data: bytes) -> int | None:
        first = re.search(self.pattern, data)
        if first is None or not self.attribute:
            return first.end(1) if first else None
        if found := self._set(data):
            return found.end() - 1
        rest = rb"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*"""
        found = re.compile(rest).match(data, first.end())
        return found.end() if found else None


def _tag(name: str, attribute: str, address: str) -> Place:
    pattern = rb"<(?:[\w.-]+:)?%b(?=[\s/>])" % name.encode()
    place = "/".join(step for step in ("package1", address, f"@{attribute}") if step)
    return Place(name, place, pattern, attribute.encode())


def _start(name: str) -> bytes:
    return rb"<(?:[\w.-]+:)?%b(?:\s[^>]*)?>\s*" % name.encode()


def _file(address: str, *around: bytes) -> Place:
    """The first file, where it stands right inside these elements."""
    pattern = b"".join(around) + rb"<(?:[\w.-]+:)?file(?=[\s/>])"
    return Place("file", f"package1/{address}/@OWNERID", pattern, b"OWNERID")


PLACES = (
    _tag("mets", "LABEL", ""),
    _tag("metsHdr", "RECORDSTATUS", "metsHdr"),
    _tag("dmdSec", "STATUS", "dmdSec"),
    Place(
        "mdRef",
        "package1/dmdSec/mdRef/@LABEL",
        rb"<(?:[\w.-]+:)?dmdSec\s[^>]*>\s*<(?:[\w.-]+:)?mdRef(?=[\s/>])",
        b"LABEL",
    ),
    _tag("techMD", "STATUS", "amdSec/techMD"),
    _tag("rightsMD", "STATUS", "amdSec/rightsMD"),
    _tag("sourceMD", "STATUS", "amdSec/sourceMD"),
    _tag("digiprovMD", "STATUS", "amdSec/digiprovMD"),
    _tag("fileGrp", "USE", "fileSec/fileGrp"),
    _file("fileSec/fileGrp/file", _start("fileSec"), _start("fileGrp")),
    _file("fileSec/fileGrp/fileGrp/file", _start("fileSec"), _start("fileGrp"), _start("fileGrp")),
    _tag("structMap", "LABEL", "structMap"),
    _tag("div", "LABEL", "structMap/div"),
    _tag("smLink", "xlink:title", "structLink/smLink"),
    _tag("behaviorSec", "LABEL", "behaviorSec"),
)
TITLE = rb"<(?:[\w.-]+:)?mods[\s>].*?<(?:[\w.-]+:)?title>([^<]*)"
DESCRIPTION = rb"<dc:(?:identifier|title|subject)>([^<]*)"
