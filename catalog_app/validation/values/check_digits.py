"""The check digits of international standard numbers."""

from __future__ import annotations


def isbn10_digit(nine: str) -> str:
    """The last character of an ISBN of ten, from its first nine digits; X is ten."""
    return _modulo_11(sum((10 - i) * int(d) for i, d in enumerate(nine)))


def issn_digit(seven: str) -> str:
    """The last character of an ISSN, from its first seven digits; X is ten."""
    return _modulo_11(sum((8 - i) * int(d) for i, d in enumerate(seven)))


def ean_digit(twelve: str) -> str:
    """The last digit of an ISBN of thirteen or an ISMN, from its first twelve digits."""
    total = sum((3 if i % 2 else 1) * int(d) for i, d in enumerate(twelve))
    return str(-total % 10)


def orcid_digit(fifteen: str) -> str:
    """The last character of an ORCID or ISNI (ISO 7064, MOD 11-2), from its first fifteen."""
    total = 0
    for digit in fifteen:
        total = (total + int(digit)) * 2
    return _letter((12 - total % 11) % 11)


def _modulo_11(total: int) -> str:
    return _letter(-total % 11)


def _letter(number: int) -> str:
    return "X" if number == 10 else str(number)
