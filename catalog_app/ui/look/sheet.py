"""The application's style sheet, generated from colours and metrics."""

from __future__ import annotations

from string import Template

from catalog_app import paths
from catalog_app.ui.look.tokens import Colours, Metrics

# Selectors name a class, never `*`: Qt then tries only the few rules of a widget's own classes.
# Fields of the form are painted by the editors themselves, which is faster than any rule.
_SHEET = Template("""
QMainWindow, QDialog { background: $background; }
QFrame[look="pane"] { background: $panel; border: none; }
QFrame[look="card"] {
    background: $raised; border: 1px solid $line; border-radius: ${card_radius}px;
}
QFrame[look="card"][active="true"] { border-color: $accent; }
QFrame[look="popup"] {
    background: $raised; border: 1px solid $field_line; border-radius: ${input_radius}px;
}

QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="head"] {
    color: $dim; font-size: ${head}px; font-weight: 700;
    letter-spacing: 1px; text-transform: uppercase;
}
QLabel[look="name"] { font-weight: 600; }
QLabel[look="label"], QLabel[look="dim"] { color: $dim; }
QLabel[look="faint"] { color: $faint; }
QLabel[look="path"] { color: $faint; font-family: "$fixed"; font-size: ${path}px; }
QLabel[look="error"] { color: $error; }
QLabel[look="advice"] { color: $advice; }
QLabel[look="chip"], QLabel[look="chip-advice"], QLabel[look="chip-error"] {
    color: $accent; background: $accent_tint; border-radius: 3px;
    padding: 1px 8px; font-size: ${head}px;
}
QLabel[look="chip-advice"] { color: $advice; background: $advice_tint; }
QLabel[look="chip-error"] { color: $error; background: $error_tint; }
QLabel[look="key"] {
    color: $dim; border: 1px solid $field_line; border-radius: 3px;
    padding: 0 6px; font-size: ${head}px;
}

QLineEdit[look="field"], QComboBox[look="field"], QSpinBox[look="field"] {
    background: $field; border: 1px solid $field_line; border-radius: ${input_radius}px;
    padding: 3px 7px;
}
QLineEdit[look="field"]:focus, QComboBox[look="field"]:focus, QSpinBox[look="field"]:focus {
    border-color: $accent;
}
QSpinBox[look="field"]::up-button, QSpinBox[look="field"]::down-button {
    border: none; background: transparent; width: 18px;
}
QSpinBox[look="field"]::up-arrow {
    image: url("$icons/chevron-up-$shade.svg"); width: ${small_icon}px;
}
QSpinBox[look="field"]::down-arrow {
    image: url("$icons/chevron-$shade.svg"); width: ${small_icon}px;
}
QLineEdit[look="bare"] { background: transparent; border: none; }
QDialog QTextEdit, QDialog QPlainTextEdit {
    background: $field; border: 1px solid $field_line; border-radius: ${input_radius}px;
}
QTextBrowser {
    background: transparent; border: 1px solid transparent; border-radius: ${input_radius}px;
}
QTextBrowser:focus { border-color: $accent; }
QLineEdit { lineedit-clear-button-icon: url("$icons/close-$shade.svg"); }
QComboBox[look="field"]::drop-down { border: none; width: 20px; }
QComboBox[look="field"]::down-arrow {
    image: url("$icons/chevron-$shade.svg"); width: ${tick}px;
}
QComboBox { combobox-popup: 0; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: ${tick}px; height: ${tick}px;
    border: 1px solid $faint; border-radius: 3px; background: $field;
}
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$shade.svg");
}

QPushButton {
    background: $raised; border: 1px solid $field_line; border-radius: ${input_radius}px;
    padding: 4px 12px; color: $text; icon-size: ${icon}px;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:pressed { background: $accent_tint; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[look="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[look="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px;
}
QPushButton[look="entry"] {
    background: transparent; border: none; color: $accent; padding: 3px 0; text-align: left;
}
QPushButton[look="entry"]:hover, QPushButton[look="entry"]:focus { text-decoration: underline; }
QPushButton[look="plain"] {
    background: transparent; border: 1px solid transparent; padding: 2px 4px 2px 0;
}
QPushButton[look="plain"]:hover { background: $hover; }
QPushButton[look="plain"]:focus { border-color: $accent; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="link"]:disabled { color: $faint; }

QToolButton {
    background: transparent; border: 1px solid transparent;
    border-radius: ${input_radius}px; padding: 3px; icon-size: ${icon}px;
}
QTabBar QToolButton { icon-size: ${small_icon}px; }
QTabBar QToolButton#ScrollLeftButton, QTabBar QToolButton#ScrollRightButton {
    background: $background; border: none; border-radius: 0; padding: 0;
}
QTabBar::scroller { width: ${icon}px; }
QTabBar QToolButton#ScrollLeftButton { border-left: 1px solid $line; }
QTabBar QToolButton::left-arrow { image: url("$icons/chevron-left-$shade.svg"); }
QTabBar QToolButton::right-arrow { image: url("$icons/chevron-right-$shade.svg"); }
QToolButton:hover, QToolButton:open { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_tint; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[popupMode="1"] { padding-right: 14px; }
QToolButton::menu-button { border: none; width: 12px; }
QToolBar { background: $background; border: none; spacing: 2px; padding: 3px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; font-size: ${text_size}px; }
QTabBar::tab {
    background: transparent; color: $dim; border: none;
    border-bottom: 2px solid transparent; padding: 6px 12px;
}
QTabBar::tear { width: 0; image: none; border: none; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $background; border-top: 1px solid $line; color: $dim; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 6px; color: $dim; }

QTreeView, QListView, QTableView {
    background: transparent; border: none; outline: none;
    selection-background-color: $accent_tint; selection-color: $text; icon-size: ${icon}px;
}
QAbstractScrollArea::corner { background: transparent; border: none; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $field_line; padding: 3px;
}
QTreeView::item, QListView::item { padding: 3px 4px; border: none; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: $accent_tint; color: $text;
}
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected:hover, QListView::item:selected:hover { background: $accent_tint; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 3px; border: none; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: $background; color: $dim; border: none;
    border-bottom: 1px solid $line; padding: 4px 6px;
}

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: $background; }
QMenuBar::item { padding: 4px 8px; border-radius: ${input_radius}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu {
    background: $raised; border: 1px solid $field_line; padding: 4px; icon-size: ${icon}px;
}
QMenu::item { padding: 5px 24px 5px 10px; border-radius: ${input_radius}px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { padding-left: 6px; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $field_line; padding: 4px 6px;
}

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${scroll_bar}px; }
QScrollBar:horizontal { height: ${scroll_bar}px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: $hover; border: none; border-radius: 3px; max-height: 6px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $background; }
QCalendarWidget QToolButton { color: $text; padding: 3px 6px; }
QCalendarWidget QAbstractItemView {
    background: $raised; selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QLabel#qt_msgbox_label { font-weight: 600; }
""")


def style_sheet(colours: Colours, metrics: Metrics, text_size: float, fixed: str) -> str:
    """The sheet for one theme; `text_size` in pixels, `fixed` the fixed-pitch family's name."""
    sizes = {
        "text_size": round(text_size),
        "title": round(text_size * metrics.title_ratio),
        "head": round(text_size * metrics.head_ratio),
        "path": round(text_size * metrics.path_ratio),
        "small_icon": round(metrics.icon * 0.75),
    }
    drawn = {
        "icons": (paths.resources() / "icons" / "fixed").as_posix(),
        "shade": "dark" if colours.dark else "light",
    }
    return _SHEET.substitute({**vars(colours), **vars(metrics), **sizes, **drawn, "fixed": fixed})
