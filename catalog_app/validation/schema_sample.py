"""A look at a sample of a large package, before all of it is judged.

libxml2 counts the siblings before each error to tell where it is: with errors in each of 200,000
files that takes many minutes. A sample tells whether so many are to be expected; then the own pass
does the work alone, in a time that grows with the size only.
"""

from __future__ import annotations

from lxml import etree

Xml = etree._Element
LONG = 5_000
TAKEN = 60
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
    return len(schema.error_log) > MANY


def _sample(element: Xml) -> tuple[Xml, int]:
    """A copy with at most `TAKEN` of the children of each element, and the longest list met."""
    copy = etree.Element(element.tag, element.attrib, nsmap=element.nsmap)
    copy.text = element.text
    longest = len(element)
    step = max(1, longest // TAKEN)
    for child in element[::step] if step > 1 else element:
        if not isinstance(child.tag, str):
            continue
        inner, length = _sample(child)
        longest = max(longest, length)
        copy.append(inner)
    return copy, longest
