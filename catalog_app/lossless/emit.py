"""Write new XML the way its neighbourhood is written."""

from __future__ import annotations

import re
from collections.abc import Callable

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Holds = Callable[[str], bool]


class CharacterError(ValueError):
    """A character that XML does not allow; the message names it."""


def check_characters(value: str) -> None:
    """Raise CharacterError if XML cannot hold one of the characters."""
    found = _FORBIDDEN.search(value)
    if found:
        raise CharacterError(
            f"The character U+{ord(found[0]):04X} cannot stand in an XML file. Remove it."
        )


def text_bytes(value: str, holds: Holds, newline: str = "\n") -> bytes:
    """Character data for an element's content, in UTF-8."""
    check_characters(value)
    out = value.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    out = out.replace("\r", "&#13;").replace("\n", newline)
    return _referenced(out, holds).encode()


def cdata_bytes(value: str, holds: Holds, newline: str = "\n") -> bytes:
    """Character data to stand inside a CDATA section; what cannot, steps out of it."""
    check_characters(value)
    out = value.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[")
    out = out.replace("\n", newline)
    if holds(out):
        return out.encode()
    pieces = (c if holds(c) else f"]]>&#{ord(c)};<![CDATA[" for c in out)
    return "".join(pieces).encode()


def attribute_bytes(value: str, holds: Holds, quote: str = '"') -> bytes:
    """An attribute's value without its quotes; line ends and tabs become references."""
    check_characters(value)
    out = value.replace("&", "&amp;").replace("<", "&lt;")
    out = out.replace(quote, "&quot;" if quote == '"' else "&apos;")
    for character in "\t\n\r":
        out = out.replace(character, f"&#{ord(character)};")
    return _referenced(out, holds).encode()


def _referenced(value: str, holds: Holds) -> str:
    if holds(value):
        return value
    return "".join(c if holds(c) else f"&#{ord(c)};" for c in value)
