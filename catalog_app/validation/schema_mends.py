"""Values that say the same in the form that a data type wants."""

from __future__ import annotations

import re

from catalog_app.validation.schema_values import is_valid


def slug(value: str) -> str:
    plain = re.sub(r"[^\w.-]+", "_", value.strip()).strip("_")
    return plain if re.match(r"[^\W\d]", plain) else f"id_{plain}"


def mended(kind: str, value: str) -> str:
    """A value of that kind which says the same, or ""."""
    text = " ".join(value.split())
    if kind in ("integer", "int", "long", "positive"):
        digits = re.findall(r"\d+", text)
        text = digits[0] if len(digits) == 1 else re.sub(r"(?<=\d)[ ,.](?=\d{3}\b)", "", text)
    elif kind == "datetime" and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        text += "T00:00:00"
    elif kind == "datetime":
        text = _with_zone(text)
        text = re.sub(r"^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)", r"\1T\2", text)
        text = re.sub(r"T(\d\d:\d\d)(?=$|Z|[+-])", r"T\1:00", text)
    elif kind == "uri":
        text = re.sub(r"[ <>\"{}|\\^`\[\]]", lambda m: f"%{ord(m[0]):02X}", text)
        text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    elif kind in ("idref", "id"):
        text = slug(text)
    return text if text != value and is_valid(kind, text) else ""


def _with_zone(text: str) -> str:
    """A date and time whose zone is written as the standard wants it."""
    for name, offset in {"CEST": "+02:00", "CET": "+01:00", "UTC": "Z", "GMT": "Z"}.items():
        found = re.fullmatch(rf"(\d{{4}}-\d\d-\d\d){name}(\d\d:\d\d:\d\d(?:\.\d+)?)", text)
        if found:
            return f"{found[1]}T{found[2]}{offset}"
        text = re.sub(rf" ?{name}$", offset, text)
    return re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text) if "T" in text else text
