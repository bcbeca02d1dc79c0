"""Pictures of all editors, to be looked at: python tests/ui/editors/gallery.py FOLDER.

Writes light and dark at 100 % and 200 %, and light at a doubled font, into FOLDER.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LONG = (
    "In this article, the author examines the mechanisms for developing cultural diplomacy "
    "between Kyrgyzstan and Tajikistan as a strategic instrument for enhancing bilateral "
    "relations, from the first treaties to the programmes of exchange that are running now.\n"
    "The second part compares four festivals."
)
CAPITALS = "MECHANISMS FOR DEVELOPING  CULTURAL DIPLOMACY"
MARKUP = 'Free to use under <a href="https://x.org">CC BY</a>.'
RELATORS = [
    ("aut", "author"),
    ("edt", "editor"),
    ("trl", "translator"),
    ("aui", "author of introduction"),
    ("aud", "author of dialog", "obsolete"),
]


def build():
    """The widget with one of everything, in cards, and the editors whose popups are shown."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

    from catalog_app.ui.form.editors import make_editor
    from catalog_app.ui.look import role

    page = QWidget()
    page.resize(760, 1060)
    column = QVBoxLayout(page)
    column.setContentsMargins(22, 12, 22, 12)
    column.setSpacing(8)
    made = {}

    def card(title, path, rows, active=False):
        frame = role(QFrame(), "card", active=active)
        grid = QGridLayout(frame)
        grid.setContentsMargins(14, 10, 10, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 90)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(role(QLabel(title), "name"))
        head.addWidget(role(QLabel(path), "path"))
        head.addStretch()
        grid.addLayout(head, 0, 0, 1, 2)
        for number, (label, editors) in enumerate(rows, 1):
            words = role(QLabel(label), "label")
            words.setMinimumHeight(28)
            grid.addWidget(
                words, number, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            )
            line = QHBoxLayout()
            line.setSpacing(8)
            for editor in editors:
                made[editor.address] = editor
                line.addWidget(editor)
            grid.addLayout(line, number, 1)
        column.addWidget(frame)

    def field(kind, label, value="", mark=None, read_only=False, **given):
        editor = make_editor(kind, label=label, address=f"{label}-{len(made)}-{value}", **given)
        editor.set_value(value)
        editor.set_mark(mark)
        editor.set_read_only(read_only)
        return editor

    def reading(text):
        return "2026-04-14" if "April" in text else None

    def right(_text):
        return True, "The check digit is right."

    def wrong(_text):
        return False, "The check digit is wrong."

    card("Title", "titleInfo", [
        ("Title", [field("line", "Title", CAPITALS, "warning")]),
        ("Subtitle", [field("line", "Subtitle", placeholder="as on the title page")]),
        ("العنوان", [field("line", "العنوان", "تاريخ المسعودي — جزء ٢", "advice")]),
        ("Combining", [field("line", "Combining", "Oʻzbekiston, Việt Nam, Q̈ẍ, 😀 é", "error")]),
        ("Read only", [field("line", "Read only", "kept as it is", read_only=True)]),
    ])  # fmt: skip
    card("Kept", "read only", [
        ("Code", [field("code", "Code", "aut", values=RELATORS, read_only=True),
                  field("choice", "Choice", "personal", values=["personal"], read_only=True)]),
        ("Date", [field("date", "Kept date", "2026", read_only=True),
                  field("text", "Kept text", "One line of text.", read_only=True)]),
    ])  # fmt: skip
    card("Name", "name", [
        ("Role", [field("code", "Role", "aut", values=RELATORS),
                  field("code", "Role", "xyz", values=RELATORS, free=False)]),
        ("Type", [field("choice", "Type", "personal", values=[("personal", "person"), "family"]),
                  field("choice", "Type", "conferense", values=["personal"])]),
        ("Primary", [field("switch", "Primary", "primary", values=["primary"]),
                     field("switch", "Supplied", ""), field("switch", "Odd", "no")]),
    ], active=True)  # fmt: skip
    card("Date issued", "originInfo/dateIssued", [
        ("Date", [field("date", "Date", "14 April 2026", interpret=reading),
                  field("choice", "Encoding", "w3cdtf", values=[("w3cdtf", "W3C date")]),
                  field("choice", "Qualifier", "", values=["approximate"],
                        placeholder="no qualifier")]),
        ("Date", [field("date", "Date2", "2026-01-01", "error")]),
        ("Number", [field("number", "Number", "12"), field("number", "Number", "xii")]),
    ])  # fmt: skip
    card("Abstract", "abstract", [
        ("Text", [field("text", "Text", LONG, "warning")]),
        ("Note", [field("text", "Note", "")]),
        ("Rights", [field("markup", "Rights", MARKUP)]),
    ])  # fmt: skip
    card("Identifier", "identifier", [
        ("ISSN", [field("identifier", "ISSN", "2049-3630", check=right),
                  field("identifier", "ISSN", "2049-3631", check=wrong)]),
        ("Address", [field("url", "Address", "https://doi.org/10.1000/182")]),
    ])  # fmt: skip
    column.addStretch()
    return page, made


def picture(scheme: str, scale: float, target: Path) -> None:
    """One gallery, and one with the popups, as PNG."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    from catalog_app.ui.form.characters import CharacterPalette
    from catalog_app.ui.look import Scheme, Theme

    theme = Theme(application, Scheme(scheme), scale)
    page, made = build()
    page.show()
    QTest.qWaitForWindowExposed(page)
    application.processEvents()
    page.grab().save(str(target))
    role = next(editor for address, editor in made.items() if address.endswith("-xyz"))
    role.input.setFocus()
    role.input.selectAll()
    QTest.keyClicks(role.input, "au")
    application.processEvents()
    page.grab().save(str(target.with_stem(target.stem + "-list")))
    dates = next(editor for address, editor in made.items() if address.startswith("Date2"))
    dates._on_button_clicked()
    application.processEvents()
    dates._calendar.grab().save(str(target.with_stem(target.stem + "-calendar")))
    dates._calendar.hide()
    palette = CharacterPalette(recent=["ʻ", "ë"])
    palette.open_at(page)
    application.processEvents()
    palette.grab().save(str(target.with_stem(target.stem + "-characters")))
    palette.close()
    page.close()
    theme.deleteLater()


def main(folder: str) -> None:
    """Draw all pictures, each scale in a process of its own."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for factor in ("1", "2"):
        surroundings = {**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
        for scheme, scale in (("light", 1.0), ("dark", 1.0), ("light", 2.0)):
            if factor == "2" and scale != 1.0:
                continue
            name = f"{scheme}-{factor}00{'-large-text' if scale != 1.0 else ''}.png"
            arguments = [__file__, "--one", scheme, str(scale), str(target / name)]
            subprocess.run([sys.executable, *arguments], env=surroundings, check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1] == "--one":
        picture(sys.argv[2], float(sys.argv[3]), Path(sys.argv[4]))
    else:
        main(sys.argv[1])
