"""A look at a sample of a large package, before all of it is judged.

libxml2 counts the siblings before each error to tell where it is: with errors in each of 200,000
files that takes many minutes. A sample tells whether so many are to be expected; then the own pass
does the work alone, in a time that grows with the size only.
"""

from __future__ import annotations

import itertools
from typing import Any

from lxml import etree

Xml = etree._Element
LONG = 5_000
TAKEN = 30
MANY = 5


def many_errors_expected(schema: etree.XMLSchema, element: Xml) -> bool:
    """Tell whether the package has long lists and a sample of them has many errors."""
    sample, longest = _sample(element)
    if longest < LONG:
        return False
    try:
        schema.validate(sample)
    except etree.XMLSchemaValidateError:
        return False
    errors: Any = schema.error_log
    return len(errors) > MANY


def _sample(element: Xml) -> tuple[Xml, int]:
    """A copy with only the ends of long lists of children, and the longest list met."""
    prefixes: Any = element.nsmap
    attributes: Any = element.attrib
    copy = etree.Element(element.tag, attributes, nsmap=prefixes)
    copy.text = element.text
    longest = len(element)
    for child in _ends(element) if longest > 2 * TAKEN else list(element):
        if isinstance(child.tag, str):
            inner, length = _sample(child)
            longest = max(longest, length)
            copy.append(inner)
    return copy, longest


def _ends(element: Xml) -> list[Xml]:
    first = list(itertools.islice(element.iterchildren(), TAKEN))
    last = list(itertools.islice(element.iterchildren(reversed=True), TAKEN))
    return first + last[::-1]
