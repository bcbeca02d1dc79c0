"""Running text: leftovers of HTML, blanks, invisible characters, punctuation of old catalogues."""

from __future__ import annotations

import html
import re
import unicodedata
from html.entities import html5

from catalog_app.validation.values.problem import ValueProblem, quoted
from catalog_app.validation.values.scripts import check_mixed_scripts
from catalog_app.validation.values.sentence_case import check_capitals

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:a|b|big|blockquote|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong|"
    r"su[bp]|table|tbody|t[dhr]|u|ul)(?:\s+[\w:-]+\s*=[^<>]*|\s*)/?>",
    re.I,
)
_BLOCK = re.compile(r"</?(?:p|br|div|li|tr|h[1-6]|ul|ol|table|blockquote|hr)\b[^<>]*>", re.I)
_DOUBLED = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_HARD = re.compile("[\u00a0\u202f\u2007]")
_HARD_MEANT = re.compile(
    "(?<=«)[\u00a0\u202f]|[\u00a0\u202f](?=[:;!?»%‰°–—])"
    "|(?<=\\d)[\u00a0\u202f\u2007](?=[\\dA-Za-zА-Яа-яµ])|(?<=[№§])[\u00a0\u202f]"
    "|(?<=\\b[^\\W\\d_]\\.)[\u00a0\u202f]"
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x7f-\x84\x86-\x9f]")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad]|[\u200c\u200d]")
_JOINED_SCRIPTS = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\U0001f000-\U0001faff]"
)
_ISBD = re.compile(r"(?:\s+[:/;=+]|\s*,)\s*$")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.\s*$")
_MOJIBAKE = re.compile(
    "[ÃÂÐÑâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013-\u203a\u20ac\u2122]"
)


def check_text(value: str, *, one_line: bool = True, title: bool = False) -> list[ValueProblem]:
    """Everything that is wrong with a text.

    `one_line` is false for an abstract or a note: final punctuation is its own affair. `title`
    adds what only titles are checked for: capitals.
    """
    problems = [
        *check_forbidden(value),
        *check_html(value),
        *check_mojibake(value),
        *check_blanks(value),
        *check_invisible(value),
        *check_mixed_scripts(value),
        *check_normal_form(value),
    ]
    if one_line:
        problems += check_isbd(value)
    if title:
        problems += check_capitals(value)
    return problems


def clean_text(value: str) -> str:
    """The text with everything mended that is safe to mend: entities, blanks."""
    value = _HARD.sub(lambda m: m[0] if _is_meant(m) else " ", _unescaped(value))
    return _DOUBLED.sub(" ", value).strip(" \t\r\n\u00a0")


def check_forbidden(value: str) -> list[ValueProblem]:
    """Characters that XML does not allow, and control characters that are no text."""
    if found := _FORBIDDEN.findall(value):
        message = f"The text holds {_named(found)}, which XML does not allow; remove it."
        repaired = _FORBIDDEN.sub("", value)
        return [ValueProblem("text.forbidden-character", "error", message, "XML 1.0", repaired)]
    if found := _CONTROL.findall(value):
        message = (
            f"The text holds {_named(found)}, a control character; "
            "it was probably a dash, a quotation mark or a letter of Windows text."
        )
        repaired = _CONTROL.sub(lambda m: _as_windows(m[0]), value)
        return [ValueProblem("text.control-character", "warning", message, "", repaired)]
    return []


def check_html(value: str) -> list[ValueProblem]:
    """Entities and tags of HTML that stand in the text as characters."""
    problems = []
    found = [e for e in _ENTITY.findall(value) if e[1] == "#" or e[1:] in html5]
    if found:
        shown = ", ".join(f"“{e}”" for e in list(dict.fromkeys(found))[:3])
        isare = "is an HTML leftover" if len(set(found)) == 1 else "are HTML leftovers"
        message = f"{shown} {isare}; replace it by the character it stands for."
        repaired = _unescaped(value)
        safe = not _FORBIDDEN.search(repaired)
        problems.append(ValueProblem("text.html-entity", "warning", message, "", repaired, safe))
    if tags := _tags(value):
        message = f"{quoted(tags[0])} is an HTML tag; catalogue text has no formatting. Remove it."
        plain = _TAG.sub("", _BLOCK.sub(" ", value))
        repaired = re.sub(r" {2,}", " ", plain).strip()
        problems.append(ValueProblem("text.html-tag", "warning", message, "", repaired))
    return problems


def check_mojibake(value: str) -> list[ValueProblem]:
    """Text in UTF-8 that was once read as Windows text, as in “Ã¼” for “ü”."""
    if not _MOJIBAKE.search(value):
        return []
    try:
        repaired = value.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return []
    message = f"The letters are garbled; {quoted(repaired)} is probably meant."
    return [ValueProblem("text.garbled", "warning", message, "", repaired)]


def check_blanks(value: str) -> list[ValueProblem]:
    """Blanks around the text, doubled blanks, and non-breaking ones that are not meant."""
    problems = []
    inner = value.strip(" \t\r\n\u00a0")
    if inner != value and inner:
        message = "There are blanks or line breaks before or after the text; remove them."
        problems.append(ValueProblem("text.outer-blank", "advice", message, "", inner, True))
    if _DOUBLED.search(inner):
        message = "There are two or more blanks in a row; one is enough."
        repaired = _DOUBLED.sub(" ", value)
        problems.append(ValueProblem("text.doubled-blank", "advice", message, "", repaired, True))
    hard = [m for m in _HARD.finditer(inner) if not _is_meant(m)]
    if hard:
        before = inner[: hard[0].start()].split()[-1:] or [""]
        message = f"There is a non-breaking blank after “{before[0]}”; make it an ordinary one."
        repaired = _HARD.sub(lambda m: m[0] if _is_meant(m) else " ", value)
        problems.append(ValueProblem("text.hard-blank", "advice", message, "", repaired, True))
    return problems


def check_invisible(value: str) -> list[ValueProblem]:
    """Characters without width, and marks of writing direction where nothing runs to the left."""
    problems = []
    joined = _JOINED_SCRIPTS.search(value)
    found = [c for c in _INVISIBLE.findall(value) if not (joined and c in "\u200c\u200d")]
    if found:
        message = f"The text holds {_named(found)}, which nobody sees but every search meets."
        repaired = "".join(c for c in value if c not in found)
        problems.append(ValueProblem("text.invisible", "advice", message, "", repaired))
    if (marks := _BIDI.findall(value)) and not _runs_to_the_left(value):
        message = f"The text holds {_named(marks)} although nothing in it runs from right to left."
        repaired = _BIDI.sub("", value)
        problems.append(ValueProblem("text.direction-mark", "advice", message, "", repaired))
    return problems


def _runs_to_the_left(value: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in value)


def check_normal_form(value: str) -> list[ValueProblem]:
    """Letters written as letter and accent apart; for information, never changed by itself."""
    composed = unicodedata.normalize("NFC", value)
    if composed == value:
        return []
    at = next(i for i, pair in enumerate(zip(value, composed, strict=False)) if len(set(pair)) > 1)
    message = (
        f"Some letters with accents are written in two pieces, as in {quoted(composed[at])}. "
        "Nothing is wrong with that, but some searches miss them."
    )
    return [ValueProblem("text.not-composed", "advice", message, "Unicode NFC", composed)]


def check_isbd(value: str, *, full_stop: bool = False) -> list[ValueProblem]:
    """Punctuation that ISBD puts between elements, left at the end of one.

    A full stop is looked at only if asked for, and not after abbreviations or in a text of several
    sentences.
    """
    inner = value.strip()
    if match := _ISBD.search(inner):
        mark = match[0].strip()
        message = f"The text ends with “{mark}”, left over from a catalogue card; remove it."
        repaired = inner[: match.start()].rstrip()
        safe = bool(repaired) and mark not in "+="
        problem = ValueProblem("text.isbd", "advice", message, "ISBD", repaired or None, safe)
        return [problem]
    if full_stop and _STOP.search(inner) and "." not in inner[:-1]:
        message = "The text ends with a full stop; a title in MODS has none."
        return [ValueProblem("text.full-stop", "advice", message, "ISBD", inner[:-1])]
    return []


def _tags(value: str) -> list[str]:
    """HTML tags; not a letter between angle brackets that nothing closes, as in a shelf mark."""
    tags = _TAG.findall(value)
    plain = [t for t in tags if re.fullmatch("<[abisu]>", t, re.I)]
    return [t for t in tags if t not in plain or f"</{t[1:]}".lower() in value.lower()]


def _unescaped(value: str) -> str:
    """Entities decoded, as often as they were encoded; a non-breaking blank becomes a blank."""
    for _ in range(4):
        plain = _ENTITY.sub(lambda m: html.unescape(m[0]).replace("\u00a0", " "), value)
        if plain == value:
            break
        value = plain
    return value


def _is_meant(match: re.Match[str]) -> bool:
    return _HARD_MEANT.match(match.string, match.start()) is not None


def _as_windows(character: str) -> str:
    try:
        return character.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return ""


def _named(characters: list[str]) -> str:
    names = []
    for c in dict.fromkeys(characters):
        name = unicodedata.name(c, "").lower()
        names.append(f"{name} (U+{ord(c):04X})" if name else f"the character U+{ord(c):04X}")
    return ", ".join(names[:3])
