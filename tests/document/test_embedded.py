"""Base64 data: what it is, and what can be read of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_app.document.embedded import decoded, encoded, kind_of, readable, suffix_of

MARC = b"00074nam a2200037 i 4500245002200000\x1e10\x1faA house by the sea\x1e\x1d"


@pytest.mark.parametrize(
    ("data", "kind", "suffix"),
    [
        (b"%PDF-1.4\n", "application/pdf", ".pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png", ".png"),
        (b"II*\0\x08", "image/tiff", ".tif"),
        ("\ufeff<?xml version='1.0'?><a/>".encode(), "text/xml", ".xml"),
        ("<a>Ё</a>".encode("utf-16"), "text/xml", ".xml"),
        ("Заметка".encode(), "text/plain", ".txt"),
        (MARC, "application/marc", ".mrc"),
        (b"\xfe\x00\x01", "", ".bin"),
        (b"", "text/plain", ".txt"),
    ],
)
def test_what_it_is_is_seen_by_how_it_begins(data: bytes, kind: str, suffix: str) -> None:
    assert kind_of(data) == kind
    assert suffix_of(kind) == suffix


def test_the_fields_of_a_marc_record_are_lines() -> None:
    assert " $aA house by the sea\n" in (readable(MARC) or "")


def test_what_is_no_base64_is_known_as_such() -> None:
    assert decoded("SGVs\n  bG8=") == b"Hello"
    assert decoded("SGVsbG8") == b"Hello"
    assert decoded("это не то") is None
    assert decoded("a*b") is None


@given(st.binary(max_size=500))
def test_data_survives(data: bytes) -> None:
    assert decoded(encoded(data)) == data
    assert decoded(encoded(data, "QQ==")) == data
    assert "\n" not in encoded(data, "QQ==")
