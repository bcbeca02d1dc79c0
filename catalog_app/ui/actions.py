"""The table of actions made into menus, with the user's own keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from catalog_app.session.settings import Settings
from catalog_app.ui.action_table import ACTIONS, MENUS, SUBMENUS, Spec
from catalog_app.ui.keys import KEYS
from catalog_app.ui.letters import LetterMenu
from catalog_app.ui.look import icon

__all__ = [
    "ACTIONS",
    "MENUS",
    "SUBMENUS",
    "Spec",
    "apply_keys",
    "build",
    "fill_menus",
    "keys_of",
    "keys_said",
    "said",
    "say_again",
    "spec_of",
]


def said(text: str) -> str:
    """A text of the table in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


def spec_of(name: str) -> Spec:
    """The row of the table with an id."""
    return next(spec for spec in ACTIONS if spec.id == name)


def build(owner: QWidget, settings: Settings) -> dict[str, QAction]:
    """The table as actions, with the user's own keys."""
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for spec in ACTIONS:
        action = QAction(said(spec.text), owner)
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(not spec.checkable)  # there a tick says whether it is in force
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(owner))
            group.addAction(action)
        actions[spec.id] = action
    apply_keys(actions, settings)
    owner.addActions(list(actions.values()))
    return actions


def say_again(actions: Mapping[str, QAction], settings: Settings) -> None:
    """Name the actions in the language of now."""
    for spec in ACTIONS:
        actions[spec.id].setText(said(spec.text))
    apply_keys(actions, settings)


def apply_keys(actions: Mapping[str, QAction], settings: Settings) -> None:
    """Give every action its keys and a tooltip that names them."""
    for spec in ACTIONS:
        action = actions[spec.id]
        action.setShortcuts(keys_of(spec, settings))
        shown = keys_said(spec, settings)[0]
        if spec.own:  # a menu writes what follows a tab where the key stands
            text = said(spec.text)
            action.setText(text if action.shortcuts() else f"{text}\t{shown}")
        tip = said(spec.tip)
        action.setToolTip(f"{tip} ({shown})" if shown else tip)
        action.setStatusTip(tip)
    KEYS.take({spec.id: settings.text(f"shortcuts/{spec.id}", spec.keys) for spec in ACTIONS})


def keys_said(spec: Spec, settings: Settings) -> list[str]:
    """The keys of an action as the system writes them, or the one that text fields have for it."""
    keys = keys_of(spec, settings) or [QKeySequence(spec.own)]
    return [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys]


def keys_of(spec: Spec, settings: Settings) -> list[QKeySequence]:
    """The keys of an action: the user's own, or those of the table."""
    text = settings.text(f"shortcuts/{spec.id}", spec.keys)
    return [QKeySequence(keys) for keys in text.split("; ") if keys]


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menu bar from the table; gives the menus and submenus by name."""
    menus = {name: bar.addMenu(said(title)) for name, title in MENUS}
    submenus: dict[str, QMenu] = {}
    for name, menu in menus.items():
        menu.setToolTipsVisible(True)
        for section in sorted({_section(where) for where in _places(name)}):
            if menu.actions():
                menu.addSeparator()
            _fill(menu, f"{name}/{section}", actions, submenus)
    return {**menus, **submenus}


def _places(name: str) -> list[str]:
    """Where the table puts something in a menu."""
    wanted = f"{name}/"
    own = [spec.menu for spec in ACTIONS if spec.menu.startswith(wanted)]
    return own + [where for where, _, _ in SUBMENUS.values() if where.startswith(wanted)]


def _section(where: str) -> str:
    return where.split("/")[1]


def _fill(menu: QMenu, where: str, actions: Mapping[str, QAction], made: dict[str, QMenu]) -> None:
    for spec in ACTIONS:
        if spec.menu == where:
            menu.addAction(actions[spec.id])
    for name, (place, sign, title) in SUBMENUS.items():
        if place == where:
            inner = LetterMenu(said(title), menu)
            inner.setIcon(icon(sign))
            menu.addMenu(inner)
            inner.setToolTipsVisible(True)
            made[name] = inner
            for spec in ACTIONS:
                if spec.menu == f"{where}/{name}":
                    inner.addAction(actions[spec.id])
