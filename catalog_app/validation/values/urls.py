"""Addresses on the web that are none, and what was probably meant."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from catalog_app.validation.values.problem import Severity, ValueProblem, quoted

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = ("http", "https", "ftp", "ftps")
_HOST_ONLY = re.compile(
    r"^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|int|info|uz|ru|kz|kg|tj|tm|de|uk|fr|eu|ch|at|us)(?=[/:?#]|$))",
    re.I,
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+|localhost|\[[0-9A-Fa-f:.]+\]", re.UNICODE)
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{", "”": "“", "»": "«"}
_PATH = re.compile(r"^(?:[A-Za-z]:[\\/]|\\\\|/[\w~]+/|~/)")


def check_url(value: str) -> list[ValueProblem]:
    """What is wrong with a value that ought to be an address, such as MODS location/url."""
    text = value.strip()
    if not text:
        return []
    if _PATH.match(text):
        message = (
            f"{quoted(text)} is a place on one computer; others cannot open it. Give a web address."
        )
        return [ValueProblem("url.local-path", "warning", message)]
    return _stray(value, text) or _scheme(text) or _inside(text) or _host(text)


def check_uri(value: str) -> list[ValueProblem]:
    """The same for an identifier of type uri: any scheme is good, urn: and info: too."""
    return check_url(value)


def _stray(value: str, text: str) -> list[ValueProblem]:
    """Blanks, brackets and stops around the address."""
    bare = text
    while bare and (bare[-1] in ".,;:" or _closes_nothing(bare) or bare[0] in "<“«\"'"):
        bare = bare[1:] if bare[0] in "<“«\"'" else bare[:-1]
    if bare == value or not bare:
        return []
    only_blanks = bare == text
    what = "blanks or line breaks" if only_blanks else "marks that are not part of it"
    message = f"There are {what} around the address; it should be {bare}"
    severity: Severity = "advice" if only_blanks else "warning"
    return [ValueProblem("url.stray-characters", severity, message, "", bare, only_blanks)]


def _closes_nothing(text: str) -> bool:
    last = text[-1]
    if last in "\"'":
        return True
    return last in _PAIRS and text.count(_PAIRS[last]) < text.count(last)


def _scheme(text: str) -> list[ValueProblem]:
    parts = _SCHEME.match(text)
    if parts and (parts[0][:-1].lower() not in _WEB or re.match(r"\w+://[^/]", text)):
        if _HOST_ONLY.match(text):
            return _no_scheme(text)
        if parts[0][:-1].lower() not in ("htp", "htttp", "hhtp", "hhttp", "ttp", "htpp", "htps"):
            return _twice(text)
    if broken := re.match(r"^h*t+p+(s?)[:;]?/+", text, re.I):
        repaired = f"http{broken[1].lower()}://{text[broken.end() :]}"
        message = f"The address begins wrongly; it should be {repaired}"
        return [ValueProblem("url.scheme", "warning", message, "RFC 3986", repaired)]
    return _no_scheme(text)


def _twice(text: str) -> list[ValueProblem]:
    match = re.match(r"^https?:/*(https?://.*)$", text, re.I)
    if not match or "://" not in text[:8]:
        return []
    message = f"The address begins twice; it should be {match[1]}"
    return [ValueProblem("url.scheme", "warning", message, "RFC 3986", match[1])]


def _no_scheme(text: str) -> list[ValueProblem]:
    repaired = f"http://{text}" if _HOST_ONLY.match(text) and " " not in text else None
    message = (
        f"{quoted(text)} is not a web address: it has no http:// or https:// at its beginning."
    )
    if repaired:
        message += " Add it, and try whether the address opens."
    return [ValueProblem("url.scheme", "warning", message, "RFC 3986", repaired)]


def _inside(text: str) -> list[ValueProblem]:
    if re.search(r"&(?:amp|#38|#x26);", text):
        repaired = html.unescape(text)
        message = f"“&amp;” in the address is an HTML leftover; it should be {repaired}"
        return [ValueProblem("url.html", "warning", message, "", repaired, True)]
    if len(re.findall(r"https?://", text)) > 1 and re.search(r"\s", text):
        message = "There is more than one address in the field; give each its own."
        return [ValueProblem("url.several", "warning", message)]
    if re.search(r"\s", text):
        joined = re.sub(r"[\r\n]\s*", "", text)
        repaired = re.sub(r"\s", "%20", joined)
        message = "There is a blank in the address, so it ends there for most programs."
        return [ValueProblem("url.blank", "warning", message, "RFC 3986", repaired)]
    if "\\" in text:
        message = "The address has a backslash; web addresses have strokes (/)."
        repaired = text.replace("\\", "/")
        return [ValueProblem("url.backslash", "warning", message, "RFC 3986", repaired)]
    return []


def _host(text: str) -> list[ValueProblem]:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("http:")
    if parts.scheme.lower() not in _WEB or _HOST.fullmatch(host) or ":" in host:
        return []
    message = f"{quoted(text)} leads nowhere: {quoted(host)} is not the name of a site."
    return [ValueProblem("url.host", "warning", message, "RFC 3986")]
