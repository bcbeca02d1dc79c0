"""Ends of links in a group go with their links, and a group without links goes whole."""

from __future__ import annotations

import pytest

from catalog_app.document.address import Address
from catalog_app.document.document import open_document
from catalog_app.document.large import made
from catalog_app.document.removing import removing
from tests.document.reversible import reversible

ROOT = Address("package1").child("structMap").child("div")
HEAD = """<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
<structMap><div ID="d"><div ID="a"/><div ID="p1"/><div ID="p2"/></div></structMap>
"""
GROUP = '<smLinkGrp ID="{0}">{1}</smLinkGrp>'


def end(identifier: str) -> str:
    return f'<smLocatorLink xlink:href="#{identifier}" xlink:label="{identifier}"/>'


def arc(one: str, other: str) -> str:
    return f'<smArcLink xlink:from="{one}" xlink:to="{other}"/>'


def _called(group: str) -> str:
    """The same with ends that are called otherwise than what they point at."""
    return group.replace('="p', '="page ').replace('="a"', '="chapter"')


PAIR = GROUP.format("g1", end("a") + end("p1") + arc("a", "p1"))
THREE = GROUP.format("g2", end("a") + end("p1") + end("p2") + arc("a", "p1") + arc("a", "p2"))
THREE_LEFT = GROUP.format("g2", end("a") + end("p2") + arc("a", "p2"))
LINK = '<smLink xlink:from="a" xlink:to="p2"/>'
A, P1, P2 = (ROOT.child("div", number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("inside", "gone", "left"),
    [
        (_called(THREE), [P1], f"<structLink>{_called(THREE_LEFT)}</structLink>"),
        (_called(PAIR) + LINK, [P1], f"<structLink>{LINK}</structLink>"),
        (PAIR + THREE, [P1], f"<structLink>{THREE_LEFT}</structLink>"),
        (THREE, [P1, P2], ""),
        (PAIR, [P1], ""),
        (PAIR, [A], ""),
        (PAIR + LINK, [P1], f"<structLink>{LINK}</structLink>"),
        (PAIR + LINK, [A], ""),
        (THREE + LINK, [P2], f"<structLink>{THREE_LEFT.replace('p2', 'p1')}</structLink>"),
    ],
)
def test_no_end_of_a_link_stays_alone(inside: str, gone: list[Address], left: str) -> None:
    document = open_document(f"{HEAD}<structLink>{inside}</structLink>\n</mets>\n".encode())
    after = reversible(document, made(removing(document, gone))).decode()
    rest = f"{left}\n</mets>\n" if left else "</mets>\n"
    assert after.partition("</structMap>\n")[2] == rest
