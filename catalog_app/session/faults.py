"""Errors of the program itself: logged, counted, and told once each."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

_LARGEST_LOG = 1_000_000
_LOG = logging.getLogger("catalog_app")
_GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_HARMLESS = ("propagateSizeHints", "plugin does not support")


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: a sentence, the report to send to those who mend it, how often it happened."""

    sentence: str
    report: str
    count: int = 1


class Faults(QObject):
    """Catches what nobody caught; the program and its documents go on.

    `happened(Fault)` the first time for each place in the program; after that it is only counted.
    """

    happened = Signal(object)
    _caught = Signal(str, str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log_file = folder / "log.txt"
        self._seen: dict[str, Fault] = {}
        self._caught.connect(self._on_caught)
        self._before: tuple[Any, Any, Any] | None = None
        self._handler: logging.Handler | None = None

    @property
    def all(self) -> tuple[Fault, ...]:
        """Every error of this run, with its count."""
        return tuple(self._seen.values())

    def install(self) -> None:
        """Begin to catch. What was installed before is still called, unless it is Python's own."""
        if self._before is not None:
            return
        self._open_log()
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._before = (*before, None)
        self._before = (*before, qInstallMessageHandler(self._on_qt_message))

    def uninstall(self) -> None:
        """Stop catching."""
        if self._before is None:
            return
        hook, thread_hook, handler = self._before
        self._before = None
        sys.excepthook, threading.excepthook = hook, thread_hook
        qInstallMessageHandler(handler)
        if self._handler is not None:
            _LOG.removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _open_log(self) -> None:
        try:
            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.log_file, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            return
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(self._handler)
        _LOG.propagate = False

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        before: Callable[..., Any] | None = self._before[0] if self._before else None
        if not isinstance(error, KeyboardInterrupt):
            self._note(kind, error, trace)
        elif before is None:
            sys.__excepthook__(kind, error, trace)
        if before is not None and (before is not sys.__excepthook__ or _is_interrupt(error)):
            before(kind, error, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._note(args.exc_type, args.exc_value, args.exc_traceback)
        before = self._before[1] if self._before else None
        if before is not None and before is not threading.__excepthook__:
            before(args)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        before = self._before[2] if self._before else None
        if before is not None:
            before(kind, context, text)
        if kind in _GRAVE and not any(harmless in text for harmless in _HARMLESS):
            _LOG.warning("Qt: %s", text)

    def _note(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        try:
            lines = "".join(traceback.format_exception(kind, error, trace))
            key = f"{kind.__name__} {_place(trace)}"
            self._caught.emit(key, f"{kind.__name__}: {error}", lines)
        except Exception:  # an error while telling of an error must not end the program
            sys.__excepthook__(kind, error, trace)

    def _on_caught(self, key: str, sentence: str, lines: str) -> None:
        known = self._seen.get(key)
        if known is not None:
            self._seen[key] = Fault(known.sentence, known.report, known.count + 1)
            return
        _LOG.error("%s\n%s", sentence, lines)
        if sys.stderr is not None:  # there is none where no terminal is
            print(lines, file=sys.stderr)
        fault = Fault(sentence, _report(lines))
        self._seen[key] = fault
        self.happened.emit(fault)


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""


def _is_interrupt(error: BaseException) -> bool:
    return isinstance(error, KeyboardInterrupt)


def _report(lines: str) -> str:
    """What a person can send: the error and the versions, nothing of the document."""
    about = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{about}\n\n{lines}"
