"""Files that mean harm, and files that are broken."""

from __future__ import annotations

import gzip
from pathlib import Path

MODS = "http://www.loc.gov/mods/v3"
SMALL = f'<mods xmlns="{MODS}" version="3.8"><titleInfo><title>T &amp; é</title></titleInfo></mods>'


def _lols(levels: int) -> str:
    first = '<!ENTITY l0 "lolololololololol">'
    rest = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels))
    return first + rest


def _record(doctype: str, title: str, extra: str = "") -> bytes:
    return (
        f"<!DOCTYPE mods [{doctype}]>"
        f'<mods xmlns="{MODS}"{extra}><titleInfo><title>{title}</title></titleInfo></mods>'
    ).encode()


def attacks(canary: Path) -> dict[str, bytes]:
    """Attacks by name; `canary` is a file whose content must never appear."""
    uri = canary.as_uri()
    dead = "http://192.0.2.1:9"
    return {
        "billion laughs": _record(_lols(12), "&l11;"),
        "billion laughs in an attribute": _record(_lols(12), "", ' ID="&l11;"'),
        "quadratic blow-up": _record(f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 50_000),
        "quadratic blow-up in a large file": _record(
            f'<!ENTITY a "{"a" * 1_000_000}">', "&a;" * 1_200_000
        ),
        "an entity of itself": _record('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
        "comments in an entity": _record(f'<!ENTITY a "{"<!--" * 100_000}">', "x"),
        "an external entity": _record(f'<!ENTITY x SYSTEM "{uri}">', "&x;"),
        "an external entity in an attribute": _record(
            f'<!ENTITY x SYSTEM "{uri}">', "", ' ID="&x;"'
        ),
        "an external parameter entity": _record(f'<!ENTITY % x SYSTEM "{uri}"> %x;', "x"),
        "an external subset": (
            f'<!DOCTYPE mods SYSTEM "{uri}"><mods xmlns="{MODS}"><note>&x;</note></mods>'
        ).encode(),
        "the network": _record(f'<!ENTITY x SYSTEM "{dead}/x">', "&x;"),
        "the network by a parameter": _record(f'<!ENTITY % x SYSTEM "{dead}/x"> %x;', "x"),
        "the network by a subset": (
            f'<!DOCTYPE mods PUBLIC "-//X//Y" "{dead}/x.dtd"><mods xmlns="{MODS}"/>'
        ).encode(),
        "a schema on the network": SMALL.replace(
            " version",
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{MODS} {dead}/x.xsd" version',
        ).encode(),
        "an inclusion": SMALL.replace(
            "<titleInfo>",
            f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{uri}" parse="text"/>'
            "<titleInfo>",
        ).encode(),
        "a style sheet": (f'<?xml-stylesheet href="{uri}" type="text/xsl"?>' + SMALL).encode(),
        "deep nesting": b"<a>" * 100_000 + b"</a>" * 100_000,
        "deep nesting never closed": b"<a>" * 100_000,
        "deep nesting in a large file": _deep(),
        "a name of 1 MB": b"<%b/>" % (b"a" * 1_000_000),
        "an attribute's name of 1 MB": b'<a %b="x"/>' % (b"b" * 1_000_000),
        "a text of 20 MB": SMALL.replace("T &amp;", "T" * 20_000_000).encode(),
        "100,000 attributes": b"<a %b/>" % b" ".join(b'a%d="x"' % n for n in range(100_000)),
        "one attribute twice": b'<a b="1" b="2"/>',
        "blanks in a tag": b"<a" + b" " * 38_000 + b"<b/>",
        "blanks in an end tag": b"<a></a" + b" " * 300_000 + b"<",
        "a comment without an end": b"<a><!--" + b"-x" * 500_000,
        "many beginnings of comments": b"<a>" + b"<!--" * 250_000,
        "many beginnings of CDATA": b"<a>" + b"<![CDATA[]]" * 100_000,
        "many quotes": b"<a " + b"b='" * 300_000,
        "a DOCTYPE without an end": b"<!DOCTYPE a [" + b"<!ENTITY b '" * 80_000,
        "many brackets in a DOCTYPE": b"<!DOCTYPE a [" + b"]" * 500_000 + b"><a/>",
        "a NUL byte": SMALL.replace("T", "\0").encode(),
        "NUL bytes only": b"\0" * 1000,
        "UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-',
        "EBCDIC": '<?xml version="1.0"?><a/>'.encode("cp037"),
        "an unknown encoding": b'<?xml version="1.0" encoding="x-none"?><a/>',
        "a compressed file": gzip.compress(SMALL.encode()),
        "another encoding than declared": SMALL.encode("latin-1"),
        "half of UTF-16": SMALL.encode("utf-16")[:-1],
        "a lone surrogate": b"<a>\xed\xa0\x80</a>",
        "a control character": b"<a>\x0b</a>",
        "a reference to nothing": b"<a>&#0;&#xD800;&#x110000;</a>",
        "two roots": b"<a/><b/>",
        "text behind the root": b"<a/>x",
        "text only": "just a text — no XML".encode(),
        "nothing": b"",
        "blanks only": b" \r\n\t",
        "a mark only": b"\xef\xbb\xbf",
        "a picture": bytes(range(256)) * 100,
    }


def _deep() -> bytes:
    """A METS whose large section hides the nesting from a scan that passes over it."""
    inner = b"<mets:div>" * 50_000 + b"</mets:div>" * 50_000
    padding = b"<mets:div ID='x'/>" * 250_000
    return (
        b'<mets:mets xmlns:mets="http://www.loc.gov/METS/"><mets:structMap>'
        + padding + inner + b"</mets:structMap></mets:mets>"
    )  # fmt: skip
