"""Single values against their data types, with libxml2's own idea of them."""

from __future__ import annotations

import threading
from functools import lru_cache

from lxml import etree

from catalog_app.schema.compile import BUILT_IN
from catalog_app.schema.wrapped import XSD

# IDs and references are judged by their shape only: where they lead is another matter.
_SHAPES = {**BUILT_IN, "id": "NCName", "idref": "NCName"}
_local = threading.local()


def _validator() -> etree.XMLSchema:
    found: etree.XMLSchema | None = getattr(_local, "schema", None)
    if found is None:
        types = "".join(
            f'<element name="{kind}" type="{built_in}"/>'
            for kind, built_in in _SHAPES.items()
            if kind != "idrefs"
        )
        text = f"""<schema xmlns="{XSD}">{types}
        <element name="idrefs"><complexType><attribute name="v" type="IDREFS"/></complexType>
        </element>
        <element name="uris"><simpleType><list itemType="anyURI"/></simpleType></element>
        <element name="languageTag"><simpleType><union memberTypes="language"><simpleType>
        <restriction base="string"><enumeration value=""/></restriction></simpleType></union>
        </simpleType></element>
        <element name="space"><simpleType><restriction base="NCName"><enumeration value="default"/>
        <enumeration value="preserve"/></restriction></simpleType></element>
        </schema>"""
        _local.schema = found = etree.XMLSchema(etree.fromstring(text))
    return found


@lru_cache(maxsize=20_000)
def is_valid(kind: str, text: str) -> bool:
    """Tell whether `text` is a value of that kind ("uri", "positive", "datetime", "idrefs"…)."""
    if kind in ("text", ""):
        return True
    holder = etree.Element(kind)
    if kind == "idrefs":
        holder.set("v", text)
    else:
        holder.text = text
    return bool(_validator().validate(holder))
