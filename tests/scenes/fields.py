"""Every editor of the form, filled, wrong, open, and read-only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from catalog_app.ui.form.editors.choice import ChoiceEditor
from catalog_app.ui.form.editors.date import DateEditor
from tests.scenes.hands import EVERYTHING, Scene, Window, action, at, first, key, open_file, typed


def _calendar(_window: Window) -> None:
    editor = QApplication.focusWidget().parent()
    assert isinstance(editor, DateEditor)
    editor._button.click()


def _list(_window: Window) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box.parent(), ChoiceEditor)
    box.showPopup()


def _remember(window: Window) -> None:
    """Values met before, as the records of earlier sessions leave them."""
    window.services.remembered.note(window.session.document, "record1")


SCENES: tuple[Scene, ...] = (
    ("field-title", first(open_file(EVERYTHING), at("record1/titleInfo/title"))),
    ("field-attributes", first(at("record1/titleInfo/title"), action("attributes"))),
    ("field-name-person", at("record1/name/namePart")),
    ("field-identifier-wrong-orcid", at("record1/name/nameIdentifier")),
    ("field-name-body", at("record1/name[2]/namePart")),
    ("field-role-unknown", at("record1/name[2]/role/roleTerm")),
    ("field-kind-of-resource", at("record1/typeOfResource")),
    ("field-kind-of-resource-list", first(at("record1/typeOfResource"), key(Qt.Key.Key_Down))),
    ("field-place-and-publisher", at("record1/originInfo/publisher")),
    ("field-date", at("record1/originInfo/dateIssued")),
    ("field-date-calendar", first(at("record1/originInfo/dateIssued"), _calendar)),
    ("field-closed-list", first(at("record1/originInfo/issuance"), _list)),
    ("field-date-range", at("record1/originInfo/dateCreated[2]")),
    ("field-date-typed-freely", at("record1/originInfo/dateCaptured")),
    ("field-language", at("record1/language/languageTerm")),
    ("field-language-list", first(at("record1/language/languageTerm"), key(Qt.Key.Key_Down))),
    ("field-code-search", typed("record1/language/scriptTerm", "ara", instead=True)),
    ("field-physical", at("record1/physicalDescription/digitalOrigin")),
    ("field-long-text", at("record1/abstract")),
    ("field-subject", at("record1/subject/topic")),
    ("field-place-parts", at("record1/subject[2]/hierarchicalGeographic/city")),
    ("field-part", at("record1/relatedItem/part/extent/start")),
    ("field-identifier", at("record1/identifier[2]")),
    ("field-url", at("record1/location/url")),
    ("field-markup", at("record1/accessCondition")),
    ("field-data", at("record1/extension")),
    ("field-unknown", at("record1/colour")),
    ("field-end", at("record1/recordInfo/recordIdentifier")),
    ("field-offers", first(_remember, typed("record1/name[2]/namePart", "Sh", instead=True))),
    ("field-characters", first(at("record1/titleInfo/title"), action("characters"))),
    ("field-menu", first(at("record1/name/namePart"), action("field_menu"))),
)
