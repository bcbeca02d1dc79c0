"""Finding out in which encoding a text was written, and admitting it when that is not clear.

Every single-byte encoding reads every text as something. So the candidates are compared by how
probable the words with letters beyond ASCII are (cost in nats, lower is better), and an answer
counts as certain only if every rival that would give another text is far behind.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

LABELS = {
    "utf-8": "Unicode (UTF-8)",
    "utf-8-sig": "Unicode (UTF-8 with byte order mark)",
    "utf-16": "Unicode (UTF-16)",
    "utf-16-le": "Unicode (UTF-16, little-endian)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "utf-32": "Unicode (UTF-32)",
    "ascii": "ASCII",
    "windows-1251": "Cyrillic (Windows-1251)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "cp866": "Cyrillic (DOS 866)",
    "iso8859-5": "Cyrillic (ISO 8859-5)",
    "mac-cyrillic": "Cyrillic (Macintosh)",
    "ptcp154": "Cyrillic, Asian (PT154)",
    "kz1048": "Kazakh (KZ-1048)",
    "windows-1252": "Western European (Windows-1252)",
    "iso8859-1": "Western European (ISO 8859-1)",
    "iso8859-15": "Western European (ISO 8859-15)",
    "mac-roman": "Western European (Macintosh)",
    "iso8859-9": "Turkish (ISO 8859-9)",
    "windows-1254": "Turkish (Windows-1254)",
    "windows-1250": "Central European (Windows-1250)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "gb18030": "Chinese (GB 18030)",
    "big5": "Chinese (Big5)",
    "shift_jis": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "euc_kr": "Korean (EUC-KR)",
}
"""What a reader may choose, with the names that are shown."""

_SINGLE_BYTE = (
    "windows-1251", "koi8-r", "windows-1252", "iso8859-9", "windows-1254", "mac-roman",
    "cp866", "iso8859-5", "mac-cyrillic", "ptcp154", "kz1048", "windows-1250", "iso8859-2",
)  # fmt: skip
_MULTI_BYTE = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD = re.compile(rb"[^\x00-\x20]*[\x80-\xff][^\x00-\x20]*")
_ASCII = bytes(range(128))
_PRINTABLE = bytes(set(range(256)) - set(range(32)) | set(b"\t\n\v\f\r\x1a"))
_SAMPLE_WORDS = 600
_MARGIN = 9.0
"""Nats by which the best answer must lead to count as certain; measured in the tests."""

# Nats for a letter: Russian frequencies, the other Cyrillic letters by rarity; Latin by how many
# of the languages of Europe write the letter.
_CYRILLIC = {
    **dict(zip("оеаинтсрвл", (2.2, 2.5, 2.5, 2.6, 2.7, 2.8, 2.9, 3.0, 3.1, 3.1), strict=True)),
    **dict(zip("кмдпуяыьгз", (3.4, 3.4, 3.5, 3.6, 3.6, 3.9, 4.0, 4.0, 4.1, 4.1), strict=True)),
    **dict(zip("бчйхжшюцщэфёъ", (4.1, 4.2, 4.4, 4.6, 4.7, 4.9, 5.1, 5.3, 5.6, 5.7, 5.9, 6.5, 7.0),
               strict=True)),
    **dict.fromkeys("ўқғҳәіңұүһөҷӣӯ", 5.0),
}  # fmt: skip
_LATIN = {
    **dict.fromkeys("éüöäàèçñóáíışğß", 3.0),
    **dict.fromkeys("êâîôûëïúåøæãõòìùœ", 4.0),
    **dict.fromkeys("čšžřěůýďťňłśżźćńąęőűśţăđ", 4.5),
}
_MARKS = dict.fromkeys("«»“”‘’„–—…№§°\xa0•", 2.5)
_STRANGE = 9.0
_USUAL = frozenset(_SINGLE_BYTE[:6])
_UNUSUAL = 6.0
"""Nats that an encoding costs from the start because few texts are in it."""
_ALONE = frozenset("àéèóÀÉвсикояуВСИКОЯУ")
"""Letters beyond ASCII that are words by themselves."""


@dataclass(frozen=True)
class Guess:
    """An encoding with the cost of what it makes of the sample."""

    encoding: str
    cost: float


def label(encoding: str) -> str:
    """The name of an encoding for a reader."""
    return LABELS.get(encoding, encoding.upper())


def known_encoding(name: str) -> str:
    """The encoding under the name used here; raise LookupError for one that does not exist."""
    wanted = codecs.lookup(name).name
    return next((ours for ours in LABELS if codecs.lookup(ours).name == wanted), wanted)


def detect(data: bytes) -> tuple[list[str], bool]:
    """Rank the encodings these bytes may be in, the best first, and tell whether it is certain."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding], _decodes(data, encoding)
    if wide := _wide(data):
        return [wide], True
    high = data.translate(None, _ASCII)
    if data.translate(None, _PRINTABLE):
        return _strange(data, high), False
    if not high:
        return ["utf-8"], True
    if _decodes(data, "utf-8"):
        if _usual(data, high):
            return ["utf-8"], True
        return ["utf-8", *_compare(data, high)[0]], False
    return _compare(data, high)


def _compare(data: bytes, high: bytes) -> tuple[list[str], bool]:
    """Compare the encodings that have no mark of their own."""
    words = list(dict.fromkeys(_sample(data, high)))
    guesses = [_judge(words, name) for name in (*_SINGLE_BYTE, *_MULTI_BYTE)]
    found = sorted((guess for guess in guesses if guess), key=lambda guess: guess.cost)
    ranked = _distinct(found, high)
    names = [guess.encoding for guess in ranked]
    if _mostly_utf8(data):
        return ["utf-8", *names], False
    if ranked[0].cost > 6.0 * sum(map(len, words)):
        opinion = _library_opinion(data)
        return list(dict.fromkeys((*opinion, *names))), False
    margin = _MARGIN if len(high) >= 24 else 1.5 * _MARGIN
    return names, len(ranked) == 1 or ranked[1].cost - ranked[0].cost >= margin


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _strange(data: bytes, high: bytes) -> list[str]:
    """Control characters: a text in UTF-16 without a mark, an old coding, or no text at all."""
    wide = [name for name in ("utf-16-le", "utf-16-be") if _decodes(data, name)]
    wide.sort(key=lambda name: _letters_cost(data[:400].decode(name, "ignore")))
    narrow = ["utf-8"] if _decodes(data, "utf-8") else _compare(data, high)[0]
    return list(dict.fromkeys((*wide, *narrow, *_library_opinion(data))))


def _usual(data: bytes, high: bytes) -> bool:
    """Whether UTF-8 is more than a coincidence of two or three bytes of another encoding."""
    return len(high) > 6 or all(
        letter in _MARKS or letter < "\u0250" or _is_cyrillic(letter)
        for letter in data.decode("utf-8")
        if letter > "\x7f"
    )


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows by one byte of each pair being nearly always the same few."""
    sample = data[:8192]
    if len(data) % 2 or len(sample) < 8:
        return ""
    half = len(sample) // 2
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        upper = sample[offset::2]
        usual = sum(map(upper.count, (0x00, 0x04, 0x20)))
        if usual >= 0.95 * half and upper.count(0) and _decodes(data, encoding):
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether only a few bytes keep the text from being UTF-8, as after a cut or a bad paste."""
    sample = data[:200_000]
    broken = sample.decode("utf-8", "replace").count("�")
    whole = sum(1 for byte in sample.translate(None, _ASCII) if byte >= 0xC0)
    return broken * 10 < whole


def _sample(data: bytes, high: bytes) -> Iterator[bytes]:
    """Words with letters beyond ASCII, and a few for each byte so that rare ones speak too."""
    for count, match in enumerate(_WORD.finditer(data)):
        if count >= _SAMPLE_WORDS:
            break
        yield match.group()[:60]
    for byte in _present(high):
        at = data.rfind(byte)
        start = max(data.rfind(space, max(0, at - 30), at) for space in (b" ", b"\n", b"\r")) + 1
        nearby = _WORD.match(data, max(start, at - 30))
        yield nearby.group()[:60] if nearby else data[at : at + 1]


def _present(high: bytes) -> bytes:
    """Which bytes beyond ASCII occur, each once."""
    return bytes(byte for byte in range(128, 256) if byte in high)


def _judge(words: Iterable[bytes], encoding: str) -> Guess | None:
    cost = _letters_cost if encoding in _SINGLE_BYTE else _ideographs_cost
    try:
        start = 0.0 if encoding in _USUAL else _UNUSUAL
        return Guess(encoding, start + sum(cost(word.decode(encoding)) for word in words))
    except UnicodeDecodeError:
        return None


def _letters_cost(word: str) -> float:
    """What a word costs: rare letters, mixed scripts, capitals within, signs between letters."""
    alone = len(word) == 1 and word.isalpha() and word not in _ALONE
    total = 5.0 if alone or word.startswith("”") else 0.0
    before = ""
    for letter in word:
        if letter > "\x7f":
            total += _letter_cost(letter)
        total += _junction_cost(before, letter)
        before = letter
    return total


@cache
def _letter_cost(letter: str) -> float:
    if letter in _MARKS:
        return _MARKS[letter]
    small = letter.lower()
    capital = 1.5 if small != letter else 0.0
    return capital + _CYRILLIC.get(small, _LATIN.get(small, _STRANGE))


@cache
def _junction_cost(before: str, letter: str) -> float:
    if not before or (before <= "\x7f" and letter <= "\x7f"):
        return 0.0
    if before.islower() and letter.isupper():
        return 6.0
    if before.isalpha() and letter.isalpha():
        return _letters_junction_cost(before, letter)
    if before == "”" and letter.isalpha():
        return 4.0
    apart = before.isalpha() and letter > "\x7f" and letter not in _MARKS
    return 3.0 if apart else 0.0


def _letters_junction_cost(before: str, letter: str) -> float:
    if _is_cyrillic(before) != _is_cyrillic(letter):
        return 6.0
    accents = before > "\x7f" and letter > "\x7f" and not _is_cyrillic(letter)
    return 4.0 if accents else 0.0


def _is_cyrillic(letter: str) -> bool:
    return "Ѐ" <= letter <= "ӿ"


def _ideographs_cost(word: str) -> float:
    """What a word of Chinese, Japanese or Korean writing costs; anything else there is strange."""
    return sum(_ideograph_cost(letter) for letter in word if letter > "\x7f")


def _ideograph_cost(letter: str) -> float:
    if "\u3000" <= letter <= "\u30ff" or "\uff00" <= letter <= "\uff60":
        return 6.0
    if "\u4e00" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7a3":
        return 9.5
    return 14.0


def _library_opinion(data: bytes) -> tuple[str, ...]:
    """What charset-normalizer thinks of a text that none of the encodings here makes sense of.

    It knows many more encodings; of those here it took one text in four of 4,000 letters for
    another without a word, so it is asked last and never believed alone.
    """
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[:100_000]).best()
    return (known_encoding(best.encoding),) if best and _decodes(data, best.encoding) else ()


def _distinct(found: list[Guess], high: bytes) -> list[Guess]:
    """Leave out encodings that would give the same text as a better one."""
    kept: dict[str, Guess] = {}
    letters = _present(high)
    for guess in found:
        single = guess.encoding in _SINGLE_BYTE
        text = letters.decode(guess.encoding) if single else guess.encoding
        kept.setdefault(text, guess)
    return list(kept.values())
