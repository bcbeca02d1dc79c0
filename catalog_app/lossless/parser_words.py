"""What a parser says of bytes that are not well-formed, said the way a cataloguer would."""

from __future__ import annotations

import re

from catalog_app.lossless.spans import MAX_DEPTH

#: Messages of libxml2 and, for large files, of expat, with our words; the first that fits is taken.
WORDS = (
    (
        r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)",
        "<{0}> is closed by </{1}>.",
    ),
    (r"Premature end of data in tag (\S+)", "The file ends while <{0}> is still open."),
    (r"Entity '([^']+)' not defined", "“&{0};” is not defined: write the character itself."),
    (r"xmlParseEntityRef: no name", "A lone “&”: write “&amp;”."),
    (r"EntityRef: expecting ';'", "A “&” without a “;” after its name: write “&amp;”."),
    (r"Attribute (\S+) redefined", "The attribute {0} is given twice."),
    (r"Namespace prefix (\S+) .*is not defined", "The prefix “{0}:” is declared nowhere."),
    (r"Start tag expected, '<' not found", "There is no XML here: the first tag is missing."),
    (r"Document is empty", "There is no XML here."),
    (
        r"Extra content at the end of the document",
        "Something stands after the end of the last element.",
    ),
    (
        r"Input is not proper UTF-8",
        "A byte is not UTF-8: the file was probably written in another encoding.",
    ),
    (
        r"PCDATA invalid Char value (\d+)",
        "A control character (number {0}) is in the text; XML allows none.",
    ),
    (
        r"Excessive depth|xmlParseElementStart: maximum depth",
        f"Elements are nested more than {MAX_DEPTH} deep.",
    ),
    (
        r"amplification|recursive entity|Detected an entity reference loop|Maximum entity",
        "The file's entities would grow without end: it is an attack, or broken.",
    ),
    (r"StartTag: invalid element name", "A “<” begins no element: write “&lt;”."),
    (r"Couldn't find end of Start Tag (\S+)", "The tag <{0} has no end."),
    (r"Namespaced Attribute (\S+) in .* redefined", "The attribute {0} is given twice."),
    (r"Failed to parse QName '([^']*)'", "“{0}” is no name."),
    (r"character reference out of bounds", "A reference names a character that does not exist."),
    (r"invalid xmlChar value (\d+)", "A character (number {0}) stands here that XML forbids."),
    (r"internal subset|DOCTYPE|ElementDecl|ContentDecl", "The DOCTYPE is not correct."),
    (r"xml:id : attribute value (.*) is not an NCName", "“{0}” cannot be an xml:id."),
    (r"ID (\S+) already defined", "The xml:id “{0}” is given twice."),
    (r"Name too long|[Nn]ame is too long", "A name is far too long to be one."),
    (r"Unescaped '<' not allowed in attributes", "A “<” stands in an attribute: write “&lt;”."),
    (r"AttValue: .* expected", "An attribute's value lacks a quotation mark."),
    (r"[Cc]omment not terminated|Comment not finished", "A comment is never closed."),
    (r"CData section not finished", "A CDATA section is never closed."),
    (r"expected '>'", "A tag is not closed by “>”."),
    (r"Attribute references external entity", "An attribute takes its value from another file."),
    (r"mismatched tag", "A closing tag is not that of the element which is open."),
    (r"no element found|unclosed token", "The file ends too early."),
    (r"junk after document element", "Something stands after the end of the last element."),
    (r"duplicate attribute", "An attribute is given twice."),
    (r"unbound prefix", "A prefix is declared nowhere."),
    (r"undefined entity", "A name between “&” and “;” is not defined."),
    (r"invalid token", "A character stands here that XML does not allow."),
    (
        r"Comment must not contain '--'|Double hyphen within comment",
        "“--” stands inside a comment, which XML does not allow.",
    ),
    (r"mandates value for attribute (\S+)", "The attribute {0} has no value."),
    (r"error parsing attribute name", "The name of an attribute is not correct."),
    (
        r"attributes construct error",
        "Between two attributes of a tag a blank is missing, or a quotation mark.",
    ),
    (
        r"Invalid bytes in character encoding|partial character|Incomplete UTF-8",
        "A byte is not UTF-8: the file was probably written in another encoding.",
    ),
    (
        r"CharRef: invalid",
        "A reference to a character is not correct: it is written &#65; or &#x41;.",
    ),
    (r"reference to invalid character", "A reference names a character that does not exist."),
    (
        r"Invalid character|invalid character in attribute value",
        "A character stands here that XML does not allow.",
    ),
    (r"unclosed CDATA section", "A CDATA section is never closed."),
    (r"Sequence ']]>' not allowed", "“]]>” stands in the text: write “]]&gt;”."),
    (
        r"declaration allowed only at the start|declaration not at start|reserved name\b",
        "A first line of XML (<?xml …?>) stands here; it may only begin the file.",
    ),
    (
        r"XML declaration|Malformed declaration|XML encoding name|Blank needed here|expected '='"
        r"|String not (?:closed|started)|XML conditional|standalone|unknown encoding",
        "The first line of the file (<?xml …?>) is not correct.",
    ),
    (r"P(?:arse)?PI\b|PI names", "A processing instruction (<?…?>) is not correct."),
    (
        r"is not a valid URI|mpty XML namespace|undeclare prefix|namespace URI|reserved prefix"
        r"|namespace name|prefix mapped|xmlns",
        "The declaration of a prefix (xmlns) is not correct.",
    ),
    (
        r"ATTLIST|Entity|entity|entities|not well balanced|Space required|Notation|NOTATION|DTD",
        "The DOCTYPE is not correct.",
    ),
    (r"syntax error", "Something stands here that XML does not allow."),
    (r"\(null\)|Unregistered error", "This is not well-formed XML."),
)


def in_plain_words(message: str) -> str:
    """Say a parser's message the way a cataloguer would."""
    for pattern, words in WORDS:
        found = re.search(pattern, message or "")
        if found:
            return words.format(*map(_short, found.groups()))
    rest = re.sub(r", line \d+, column \d+.*", "", message or "", flags=re.DOTALL)
    said = _short(" ".join(rest.split()), 200).rstrip(".")
    return f"This is not well-formed XML: {said}." if said else "This is not well-formed XML."


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most] + "…"
