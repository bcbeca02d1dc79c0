"""Elements taken out by their places go exactly as when they are parsed."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.document import Document, open_document
from catalog_app.document.files_rows import FileRows
from catalog_app.document.lifting import Lifting
from catalog_app.document.writing import removed
from tests.document.test_package import PACKAGE, packages
from tests.large import large_mets
from tests.real_files import needs_corpus


def compared(document: Document, rows: FileRows, step: int) -> int:
    lifting = Lifting(document)
    for number in range(0, len(rows), step):
        address = rows.address(number)
        element = document.element(address)
        assert element is not None
        assert lifting.lifted(address) == (element.raw, removed(element)), str(address)
    return len(range(0, len(rows), step))


@needs_corpus
def test_files_of_real_packages_are_lifted_as_they_are_removed() -> None:
    seen = 0
    for _, data in packages():
        document = open_document(data)
        if len(document.packages()) == 1 and b"METS/v2" not in data:
            rows = FileRows(document, PACKAGE.child("fileSec"))
            for _ in rows.reading():
                pass
            seen += compared(document, rows, max(1, len(rows) // 20))
    assert seen > 300


def test_files_of_a_large_package_are_lifted_as_they_are_removed() -> None:
    document = open_document(large_mets(3000).replace(b"\n      <mets:file ", b"<mets:file ", 700))
    rows = FileRows(document, PACKAGE.child("fileSec"))
    for _ in rows.reading():
        pass
    assert compared(document, rows, 7) > 400
    assert Lifting(document).lifted(Address("package1").child("fileSec").child("file", 3)) is None
