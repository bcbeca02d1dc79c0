"""Records in the shapes that files have: every way of wrapping and of writing them."""

from __future__ import annotations

METS = "http://www.loc.gov/METS/"
MODS = "http://www.loc.gov/mods/v3"
XLINK = "http://www.w3.org/1999/xlink"

BODY = """<mods:titleInfo>
  <mods:title>One</mods:title>
</mods:titleInfo>
<mods:name type="personal">
  <mods:namePart type="family">Sobirova</mods:namePart>
  <mods:namePart type="given">Nodira</mods:namePart>
  <mods:role><mods:roleTerm type="text">author</mods:roleTerm></mods:role>
</mods:name>
<mods:name type="personal">
  <mods:namePart>Karimov, A.</mods:namePart>
</mods:name>
<mods:subject>
  <mods:topic>Water</mods:topic>
</mods:subject>"""


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line for line in text.split("\n"))


def mods(body: str = BODY, indent: str = "") -> str:
    inner = _indented(body, "  ")
    head = f'<mods:mods xmlns:mods="{MODS}" xmlns:xlink="{XLINK}" version="3.8">'
    out = f"{head}\n{inner}\n</mods:mods>"
    return _indented(out, indent) if indent else out


def bare_mets(body: str = BODY) -> str:
    """METS as EPrints writes it: MODS elements directly in xmlData."""
    return f"""<mets:mets xmlns:mets="{METS}" xmlns:mods="{MODS}" xmlns:xlink="{XLINK}" OBJID="e1">
  <mets:metsHdr CREATEDATE="2026-01-01T00:00:00Z"/>
  <mets:dmdSec ID="DMD_1">
    <mets:mdWrap MDTYPE="MODS">
      <mets:xmlData>
{_indented(body, "        ")}
      </mets:xmlData>
    </mets:mdWrap>
  </mets:dmdSec>
  <mets:fileSec>
    <mets:fileGrp USE="reference">
      <mets:file ID="F_1"><mets:FLocat LOCTYPE="URL" xlink:href="a.pdf"/></mets:file>
    </mets:fileGrp>
  </mets:fileSec>
  <mets:structMap>
    <mets:div DMDID="DMD_1"><mets:fptr FILEID="F_1"/></mets:div>
  </mets:structMap>
</mets:mets>"""


def wrapped_mets() -> str:
    bare = bare_mets("@@")
    return bare.replace("        @@", mods(indent="        "))


def default_namespace() -> str:
    return mods().replace("mods:", "").replace("xmlns:mods=", "xmlns=")


def one_line() -> str:
    return "".join(line.strip() for line in mods().split("\n"))


def tabs() -> str:
    return mods().replace("  ", "\t")


def collection() -> str:
    one = mods(indent="  ")
    head = f'<mods:modsCollection xmlns:mods="{MODS}">'
    return f"{head}\n{one}\n{one}\n</mods:modsCollection>"


def mets_objects() -> str:
    one = _indented(bare_mets(), "  ")
    other = one.replace("DMD_1", "DMD_2").replace("F_1", "F_2")
    return f"<mets-objects>\n{one}\n{other}\n</mets-objects>"


def oai() -> str:
    record = mods(indent="        ")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
  <ListRecords>
    <record>
      <header><identifier>oai:1</identifier></header>
      <metadata>
{record}
      </metadata>
    </record>
    <record>
      <metadata>
{record}
      </metadata>
    </record>
  </ListRecords>
</OAI-PMH>"""


def comments() -> str:
    return (
        "<?xml version='1.0'?>\n<!-- before --><?stylesheet no?>\n"
        + mods()
        .replace("<mods:title>One", "<!-- in --><mods:title>O<!-- inside -->ne<?pi x?>")
        .replace("<mods:subject>", "<!-- a --><mods:subject><!-- b -->")
        + "\n<!-- after -->\n<?end?>\n"
    )


def cdata() -> str:
    return mods().replace("One", "<![CDATA[One]]>").replace("Water", "a<![CDATA[ & b]]> c")


def quotes() -> str:
    return (
        mods()
        .replace('type="personal"', "type = 'personal'")
        .replace("<mods:topic>", '<mods:topic\n   authority="a&quot;b&#9;c"\n  >')
        .replace("</mods:topic>", "</mods:topic >")
    )


def self_closing() -> str:
    return mods().replace("<mods:topic>Water</mods:topic>", "<mods:topic /><mods:geographic/>")


def entities() -> str:
    return '<!DOCTYPE mods:mods [\n<!ENTITY uz "O‘zbekiston">\n<!ENTITY amper "&#38;#38;">]>\n' + (
        mods().replace("Water", "in &uz; &amper; &#x431;&amp;")
    )


def space_kept() -> str:
    return mods().replace("<mods:title>One", '<mods:title xml:space="preserve">  One  ')


def old_declaration() -> str:
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>' + mods()


def doctype() -> str:
    return "<!DOCTYPE mods:mods>\n" + mods()


SHAPES = {
    f.__name__: f()
    for f in (
        mods, bare_mets, wrapped_mets, default_namespace, one_line, tabs, collection,
        mets_objects, oai, comments, cdata, quotes, self_closing, entities, space_kept,
        old_declaration, doctype,
    )
}  # fmt: skip

EDITABLE = {name: text.encode() for name, text in SHAPES.items()}


def encoded() -> dict[str, bytes]:
    """The same records in other encodings and with other line ends."""
    text = bare_mets(BODY.replace("One", "Ma’ruza № 1"))
    russian = bare_mets(BODY.replace("One", "Вода и жизнь").replace("Water", "Вода"))
    made = {
        "utf8-bom": b"\xef\xbb\xbf" + text.encode(),
        "utf16-le-bom": b"\xff\xfe" + _declared(text, "UTF-16").encode("utf-16-le"),
        "utf16-be-bom": b"\xfe\xff" + _declared(text, "UTF-16").encode("utf-16-be"),
        "utf16-le-bare": _declared(text, "UTF-16LE").encode("utf-16-le"),
        "utf16-be-bare": _declared(text, "UTF-16BE").encode("utf-16-be"),
        "utf16-undeclared": b"\xff\xfe" + text.encode("utf-16-le"),
        "utf32-le-bom": b"\xff\xfe\0\0" + _declared(text, "UTF-32").encode("utf-32-le"),
        "utf32-be-bare": _declared(text, "UTF-32BE").encode("utf-32-be"),
        "windows-1251": _declared(russian, "windows-1251").encode("cp1251"),
        "windows-1252": _declared(text.replace("№", "No"), "Windows-1252").encode("cp1252"),
        "koi8-r": _declared(russian, "KOI8-R").encode("koi8-r"),
        "shift_jis": _declared(russian, "Shift_JIS").encode("shift_jis"),
        "gb18030": _declared(russian, "GB18030").encode("gb18030"),
        "crlf": text.replace("\n", "\r\n").encode(),
        "lone-cr": text.replace("\n", "\r").encode(),
        "mixed-ends": text.replace("\n", "\r\n", 9).encode() + b"\n\n",
        "xml-1.1": b'<?xml version="1.1"?>' + text.encode(),
    }
    latin = {1: "é", 2: "ő", 5: "я", 7: "ω", 9: "ş", 15: "€"}
    for number, character in latin.items():
        name = f"ISO-8859-{number}"
        body = bare_mets(BODY.replace("One", f"On{character}"))
        made[name] = _declared(body, name).encode(name)
    return made


def _declared(text: str, encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{text}'
