"""The sentences of the schema's findings, in the words of a cataloguer."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches

from catalog_app.schema.definition import AttributeEntry, ElementEntry

LISTED = 12
KINDS = {
    "uri": "a web address or another address of the form scheme:rest, without spaces",
    "uris": "one or several addresses, separated by spaces",
    "integer": "a whole number, such as 12",
    "int": "a whole number, such as 12",
    "long": "a whole number, such as 1048576",
    "positive": "a whole number greater than 0, such as 12",
    "datetime": "a date with a time, such as 2021-09-30T10:15:00Z",
    "id": "a name of letters, digits and - _ . that begins with a letter, such as file1",
    "idref": "the ID of another place in this file, such as file1",
    "idrefs": "one or several IDs of this file, separated by spaces",
    "base64": "Base64 text, made of letters, digits, + and /",
    "languageTag": "a language tag, such as en or uz-Cyrl",
}


def called(entry: ElementEntry) -> str:
    """The element in words, with its name in the standard, so that students learn it."""
    label = entry.say("label") or entry.name
    return f"“{label}”" if label == entry.name else f"“{label}” ({entry.name})"


def attribute_called(attribute: AttributeEntry) -> str:
    """The attribute in words, with its name in the standard."""
    if attribute.label == attribute.name:
        return f"“{attribute.label}”"
    return f"“{attribute.label}” ({attribute.name})"


def listing(items: Sequence[str], last: str = "or") -> str:
    """The items as people list them: a, b or c."""
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def nearest(word: str, choices: Sequence[str], share: float = 0.72) -> str:
    """The choice that was probably meant, or ""."""
    folded = {choice.casefold().strip(): choice for choice in reversed(choices)}
    found = get_close_matches(word.casefold().strip(), list(folded), 1, share)
    return folded[found[0]] if found else ""


def offered(word: str, choices: Sequence[str], help_key: str = "F1") -> str:
    """All the choices, or of a long list those most like `word` and how many more there are."""
    if any("," in choice for choice in choices):
        choices = [choice if choice[:1] == "“" else f"“{choice}”" for choice in choices]
    if len(choices) <= LISTED:
        return listing(choices)
    like = sorted(choices, key=lambda choice: -_likeness(word, choice))[: LISTED - 4]
    return f"{', '.join(like)} and {len(choices) - len(like)} more: {help_key} lists them"


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a.casefold(), b.casefold()).ratio()


def quoted(text: str, most: int = 60) -> str:
    """A piece of the user's text in quotation marks, in one line and not too long."""
    line = " ".join(text.split())
    return f"“{line[:most]}…”" if len(line) > most else f"“{line}”"
