"""What the scan says of a part's outermost elements is what parsing it finds."""

from __future__ import annotations

from catalog_app.document.document import open_document
from catalog_app.lossless.part import run_lengths
from tests.large import large_mets
from tests.real_files import needs_corpus, wellformed_files


def check(data: bytes) -> None:
    document = open_document(data)
    for part in document.parts.order:
        if part.kind == "content" and not part.coarse and part.size:
            namespaces = document.parts.box_of(part).namespaces
            told = part.heads(namespaces)
            outer = part.fragment(namespaces).elements
            assert told == run_lengths([(node.namespace, node.local) for node in outer])


@needs_corpus
def test_on_every_file_of_the_corpus() -> None:
    for path in wellformed_files():
        check(path.read_bytes())


def test_in_lists_with_other_elements_between() -> None:
    mods = '<mods xmlns="http://www.loc.gov/mods/v3"><note/></mods>'
    check(f"<list><a/>{mods}<b/><b/>{mods}{mods}<c/></list>".encode())
    check(
        f"<r><x/><record><h/>{mods}<t/></record><y/><record><h/><m>{mods}</m></record><z/></r>".encode()
    )


def test_in_a_package_cut_into_parts() -> None:
    check(large_mets(3000))
