"""Guards round what Qt calls by itself: an error in painting or in a model never ends the process.

An exception that leaves a model's `data` or a delegate's `paint` can end the process, as PySide6
6.12 showed. So the error goes where all others go, and Qt gets an answer that does no harm.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt

Answer = Callable[[], object]
_OURS = "catalog_app."
_MARK = "is_guard"


def _nothing() -> object:
    return None


# What Qt hears instead, for each method that it calls by itself.
_ANSWERS: dict[str, Answer] = {
    "data": _nothing,
    "headerData": _nothing,
    "mimeData": _nothing,
    "paint": _nothing,
    "paintEvent": _nothing,
    "resizeEvent": _nothing,
    "highlightBlock": _nothing,
    "updateEditorGeometry": _nothing,
    "sizeHint": QSize,
    "minimumSizeHint": QSize,
    "index": QModelIndex,
    "parent": QModelIndex,
    "flags": lambda: Qt.ItemFlag.NoItemFlags,
    "heightForWidth": lambda: -1,
    **dict.fromkeys(("rowCount", "columnCount"), int),
    **dict.fromkeys(
        ("hasChildren", "setData", "dropMimeData", "editorEvent", "eventFilter", "event"), bool
    ),
}


def guard_all() -> None:
    """Put the guards round the classes of this program that there are by now."""
    for kind in set(_ours(QObject)):
        for name, answer in _ANSWERS.items():
            method = vars(kind).get(name)
            if inspect.isfunction(method) and not hasattr(method, _MARK):
                setattr(kind, name, guarded(method, answer))


def guarded(method: Callable[..., Any], answer: Answer) -> Callable[..., Any]:
    """A method that tells of its errors and gives a harmless answer instead of raising them."""

    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception:
            sys.excepthook(*sys.exc_info())
            return answer()

    # Not functools.wraps: PySide looks through `__wrapped__` and would call what is guarded.
    call.__name__, call.__doc__ = method.__name__, method.__doc__
    setattr(call, _MARK, True)
    return call


def _ours(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        if below.__module__.startswith(_OURS):
            yield below
        yield from _ours(below)
