"""The text of HTML, ALTO, PAGE, DOCX and PDF documents."""

from __future__ import annotations

from io import BytesIO

import pytest

from catalog_app.article.extract import Unreadable, extract

HTML = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>T</title>
<style>p {{ color: red }}</style></head><body><nav>Menu</nav><h1>Заголовок</h1>
<p>Первый <b>абзац</b>
продолжается.</p><p>Второй<br>абзац.</p><script>x = 1</script></body></html>"""

ALTO = b"""<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>
<TextBlock><TextLine><String CONTENT="Water"/><SP/><String CONTENT="gover-" SUBS_TYPE="HypPart1"
 SUBS_CONTENT="governance"/></TextLine><TextLine><String CONTENT="nance" SUBS_TYPE="HypPart2"
 SUBS_CONTENT="governance"/><SP/><String CONTENT="matters."/></TextLine></TextBlock>
<TextBlock><TextLine><String CONTENT="The"/><String CONTENT="end."/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""

PAGE = b"""<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>
<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="b"/>
<RegionRefIndexed index="1" regionRef="a"/></OrderedGroup></ReadingOrder>
<TextRegion id="a"><TextEquiv><Unicode>Second region.</Unicode></TextEquiv></TextRegion>
<TextRegion id="b"><TextLine><TextEquiv index="1"><Unicode>Fist</Unicode></TextEquiv>
<TextEquiv index="0"><Unicode>First line,</Unicode></TextEquiv></TextLine>
<TextLine><TextEquiv><Unicode>second line.</Unicode></TextEquiv></TextLine></TextRegion>
</Page></PcGts>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_html_gives_its_text_in_paragraphs_without_scripts_and_menus(charset: str) -> None:
    article = extract(HTML.format(charset=charset).encode(charset), "page.html")
    assert article.text == "Заголовок\n\nПервый абзац продолжается.\n\nВторой\nабзац.\n"
    assert article.encoding == charset


def test_alto_gives_lines_with_split_words_whole() -> None:
    assert extract(ALTO).text == "Water governance\nmatters.\n\nThe end.\n"


def test_page_gives_its_regions_in_reading_order_and_the_best_reading() -> None:
    assert extract(PAGE).text == "First line,\nsecond line.\n\nSecond region.\n"


def test_docx_gives_its_paragraphs() -> None:
    docx = pytest.importorskip("docx", reason="the extra “documents” is not installed")
    document = docx.Document()
    document.add_paragraph("Birinchi xatboshi.")
    document.add_paragraph("")
    document.add_paragraph("Ikkinchi xatboshi.")
    data = BytesIO()
    document.save(data)
    assert extract(data.getvalue()).text == "Birinchi xatboshi.\n\nIkkinchi xatboshi.\n"


def _pdf(text: str) -> bytes:
    """A PDF document of one page, written by hand."""
    content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    xref = b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + xref + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_pdf_gives_the_text_of_its_pages() -> None:
    pytest.importorskip("pypdf", reason="the extra “documents” is not installed")
    assert extract(_pdf("Public diplomacy"), "a.pdf").text == "Public diplomacy\n"


def test_a_document_without_text_says_so() -> None:
    pytest.importorskip("pypdf", reason="the extra “documents” is not installed")
    with pytest.raises(Unreadable, match="no text"):
        extract(_pdf(""))


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", b"%PDF-1.4 broken", b"<alto><"])
def test_a_broken_document_says_what_is_wrong(data: bytes) -> None:
    with pytest.raises(Unreadable):
        extract(data)


def test_plain_text_is_read_as_it_is() -> None:
    assert extract("Обычный текст без всякой разметки, каких много.".encode("windows-1251")).certain
    assert extract(b"One line.", "a.txt").text == "One line."
