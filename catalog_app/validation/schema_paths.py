"""From the paths in libxml2's errors back to the elements, in a time that any number allows."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from catalog_app.validation.place import elements_of, name_of

Xml = etree._Element


def follow(root: Xml, path: str, ways: dict[Xml, dict[str, Xml]]) -> Xml:
    """The element at a path such as `/*/mets:fileSec/mets:file[3]`, whose first step is the root.

    `ways` remembers the children of every element passed. A path that leads nowhere ends at the
    last element that it reaches.
    """
    found = root
    for step in path.strip("/").split("/")[1:]:
        if found not in ways:
            ways[found] = _children(found)
        step = step if step.endswith("]") else f"{step}[1]"
        if step not in ways[found]:
            break
        found = ways[found][step]
    return found


def _children(parent: Xml) -> dict[str, Xml]:
    """The children by their steps: `prefix:name[n]`, or `*[n]` for a name without a prefix."""
    counts: Counter[str] = Counter()
    steps: dict[str, Xml] = {}
    for place, child in enumerate(elements_of(parent), 1):
        name = f"{child.prefix}:{name_of(child)[1]}" if child.prefix else name_of(child)[1]
        counts[name] += 1
        steps[f"*[{place}]"] = child
        steps[f"{name}[{counts[name]}]"] = child
    return steps
