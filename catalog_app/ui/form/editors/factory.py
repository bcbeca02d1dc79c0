"""One function makes every editor; the kinds are those that the schema's data name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.choice import ChoiceEditor, SwitchEditor
from catalog_app.ui.form.editors.code import CodeEditor, Describe
from catalog_app.ui.form.editors.data import DataEditor
from catalog_app.ui.form.editors.date import MIDNIGHT, DateEditor
from catalog_app.ui.form.editors.identifier import IdEditor
from catalog_app.ui.form.editors.line import (
    Check,
    CheckedEditor,
    LineEditor,
    Search,
    UrlEditor,
    check_number,
)
from catalog_app.ui.form.editors.markup import MarkupEditor
from catalog_app.ui.form.editors.offers import offer_of
from catalog_app.ui.form.editors.reference import Pointing, ReferenceEditor
from catalog_app.ui.form.editors.suggesting import Interpret, SuggestingEditor
from catalog_app.ui.form.editors.text import TextEditor


class Vocabulary(Protocol):
    """What a code editor needs of a vocabulary."""

    @property
    def entries(self) -> Iterable[object]:
        """All entries, each with at least `code` and `label`."""

    def entry(self, code: str) -> object | None:
        """The entry of a code, or None."""

    def search(self, text: str, limit: int) -> Iterable[object]:
        """The entries that fit, best first."""


@dataclass(frozen=True)
class _Order:
    """What a maker is told about the editor that is wanted."""

    label: str
    address: str
    values: Iterable[object]
    vocabulary: Vocabulary | None
    search: Search | None
    describe: Describe | None
    check: Check | None
    why_not: Callable[[str], str] | None
    choices: Pointing | None
    interpret: Interpret | None
    free: bool
    required: bool
    placeholder: str
    parent: QWidget | None

    @property
    def common(self) -> dict[str, object]:
        """The arguments of every line."""
        return {"search": self.search, "placeholder": self.placeholder, "parent": self.parent}


def make_editor(
    kind: str,
    *,
    label: str,
    address: str,
    values: Iterable[object] = (),
    vocabulary: Vocabulary | None = None,
    search: Search | None = None,
    describe: Describe | None = None,
    check: Check | None = None,
    why_not: Callable[[str], str] | None = None,
    choices: Pointing | None = None,
    interpret: Interpret | None = None,
    free: bool = True,
    required: bool = False,
    placeholder: str = "",
    parent: QWidget | None = None,
) -> Editor:
    """The editor for values of `kind`, one of `KINDS`.

    `values` is a closed list of codes or (code, label); `vocabulary`, or `search` with
    `describe`, serves code and language editors, and `search` alone offers values met before in
    lines; `check` judges an identifier, `why_not` an ID; `choices` are what a reference may point
    at; `interpret` understands a date; `free` lets a code editor take any text; `required` leaves
    the empty choice out of a list.
    """
    if kind not in KINDS:
        raise ValueError(f"no such kind of editor: {kind}")
    return KINDS[kind](
        _Order(
            label=label,
            address=address,
            values=values,
            vocabulary=vocabulary,
            search=search,
            describe=describe,
            check=check,
            why_not=why_not,
            choices=choices,
            interpret=interpret,
            free=free,
            required=required,
            placeholder=placeholder,
            parent=parent,
        )
    )


def _line(order: _Order) -> Editor:
    return LineEditor(order.label, order.address, **order.common)


def _text(order: _Order) -> Editor:
    return TextEditor(
        order.label, order.address, placeholder=order.placeholder, parent=order.parent
    )


def _date(order: _Order) -> Editor:
    return DateEditor(order.label, order.address, interpret=order.interpret, **order.common)


def _moment(order: _Order) -> Editor:
    return DateEditor(
        order.label, order.address, interpret=order.interpret, midnight=MIDNIGHT, **order.common
    )


def _pages(order: _Order) -> Editor:
    return SuggestingEditor(order.label, order.address, interpret=order.interpret, **order.common)


def _choice(order: _Order) -> Editor:
    return ChoiceEditor(
        order.label,
        order.address,
        values=order.values,
        placeholder=order.placeholder,
        required=order.required,
        parent=order.parent,
    )


def _code(order: _Order) -> Editor:
    search, describe = _lookups(order)
    return CodeEditor(
        order.label,
        order.address,
        search=search,
        describe=describe,
        free=order.free,
        placeholder=order.placeholder,
        parent=order.parent,
    )


def _reference(order: _Order) -> Editor:
    if order.choices is None:
        return _line(order)
    return ReferenceEditor(
        order.label,
        order.address,
        choices=order.choices,
        placeholder=order.placeholder,
        parent=order.parent,
    )


def _id(order: _Order) -> Editor:
    if order.why_not is None:
        return _line(order)
    return IdEditor(order.label, order.address, check=order.why_not, **order.common)


def _lookups(order: _Order) -> tuple[Search, Describe]:
    """How a code editor finds entries: as told, in the vocabulary, or in the closed list."""
    if order.search:
        return order.search, order.describe
    if order.vocabulary:
        known = order.vocabulary
        return lambda text: known.search(text, 100) if text else known.entries, known.entry
    listed = [offer_of(value) for value in order.values]

    def search(text: str) -> Iterable[object]:
        wanted = text.strip().casefold()
        return [offer for offer in listed if wanted in offer.shown.casefold()]

    return search, {offer.code: offer for offer in listed}.get


def _number(order: _Order) -> Editor:
    return CheckedEditor(
        order.label, order.address, check=order.check or check_number, **order.common
    )


def _identifier(order: _Order) -> Editor:
    return CheckedEditor(order.label, order.address, check=order.check, **order.common)


def _url(order: _Order) -> Editor:
    return UrlEditor(order.label, order.address, **order.common)


def _switch(order: _Order) -> Editor:
    return SwitchEditor(order.label, order.address, values=order.values, parent=order.parent)


def _markup(order: _Order) -> Editor:
    return MarkupEditor(order.label, order.address, order.parent)


def _data(order: _Order) -> Editor:
    return DataEditor(order.label, order.address, order.parent)


KINDS: dict[str, Callable[[_Order], Editor]] = {
    "line": _line,
    "text": _text,
    "date": _date,
    "moment": _moment,
    "pages": _pages,
    "choice": _choice,
    "code": _code,
    "language": _code,
    "number": _number,
    "identifier": _identifier,
    "url": _url,
    "switch": _switch,
    "markup": _markup,
    "data": _data,
    "reference": _reference,
    "id": _id,
}
