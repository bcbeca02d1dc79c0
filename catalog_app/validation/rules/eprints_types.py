"""EPrints' item types as its sites name them in their languages, and the MARC genre term for each.

EPrints writes the site's own phrase for the type into `genre`. The phrases are those that sites
show; a type without a MARC genre term of its own is left out.
"""

from __future__ import annotations

import unicodedata

AUTHORITY = "marcgt"

_PHRASES = {
    "article": (
        "article; maqola; мақола; ilmiy maqola; илмий мақола; статья; научная статья; стаття; "
        "мақала; ғылыми мақала; макала; илимий макала; makale; məqalə; makala; artikel; "
        "zeitschriftenartikel; aufsatz; artículo; articulo; artigo; articolo; article de revue; "
        "artykuł; cikk; articol; artikkel; straipsnis; raksts; artikkeli; άρθρο; مقالة; مقاله"
    ),
    "book": (
        "book; kitob; китоб; книга; кітап; китеп; kitap; kitab; buch; livre; libro; livro; boek; "
        "bok; książka; könyv; carte; kniha; knjiga; raamat; knyga; grāmata; kirja; βιβλίο"
    ),
    "thesis": (
        "thesis; dissertatsiya; диссертация; диссертацiя; дисертація; dissertation; tez; tezis; "
        "abschlussarbeit; hochschulschrift; thèse; tesis; tesi; tese; proefschrift; avhandling; "
        "praca dyplomowa; avtoreferat; автореферат"
    ),
    "conference publication": (
        "conference or workshop item; conference item; conference paper; konferensiya maqolasi; "
        "konferensiya materiali; konferensiya; материалы конференции; доклад на конференции; "
        "тезисы конференции; конференция материалдары; конференция маърузаси; "
        "konferenz- oder workshop-beitrag; konferenzbeitrag; communication dans un congrès; "
        "actas de congreso; ponencia; bildiri; konferans veya workshop bildirisi"
    ),
    "technical report": "technical report; technischer bericht; rapport technique",
    "patent": "patent; патент; patente; brevet; brevetto; ixtiro patenti; ойлоп табууга патент",
    "picture": "image; tasvir; rasm; тасвир; изображение; сурет; сүрөт; bild; imagen; imagem",
    "videorecording": "video; видео; vidéo; vídeo; videoyozuv; видеозапись",
    "sound": "audio; аудио; audioyozuv; аудиозапись; звукозапись",
    "numeric data": "dataset; ma'lumotlar to'plami; набор данных; datensatz; jeu de données",
    "instruction": (
        "teaching resource; o'quv qo'llanma; o'quv materiali; учебный материал; "
        "учебное пособие; lehrmaterial; ressource pédagogique; oқу құралы; oкуу куралы"
    ),
}


def _plain(text: str) -> str:
    """A phrase for comparing: small letters, one apostrophe, no doubled blanks."""
    folded = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    for mark in "’‘ʻʼ`´":
        folded = folded.replace(mark, "'")
    return folded


_TERMS = {
    _plain(phrase): term for term, phrases in _PHRASES.items() for phrase in phrases.split(";")
}


def genre_term(phrase: str) -> str | None:
    """The MARC genre term for a site's phrase, or None if it is not known."""
    return _TERMS.get(_plain(phrase))
