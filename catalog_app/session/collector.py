"""Python's garbage collector, kept to the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

from catalog_app.session.jobs import Job, Jobs

_OFTEN = 50  # ms


class Collector(QObject):
    """Looks for garbage before the window waits for more to do, and now and then while jobs run.

    Left alone, Python looks in whichever thread makes an object. A window that was closed would so
    be taken apart by a thread that checks a record: it holds a lock of Qt and waits for Python,
    while the window's thread holds Python and waits for the lock, and neither ever goes on.
    """

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._jobs = jobs
        self._timer = QTimer(self, interval=_OFTEN)
        self._timer.timeout.connect(self._on_timeout)
        jobs.started.connect(self._on_job_started)
        jobs.ended.connect(self._on_job_ended)
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._on_about_to_block)

    def _look(self) -> None:
        """Do what Python would have done by itself, were it not told to leave it."""
        made = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
        old = max((age for age, (count, most) in enumerate(made) if count > most), default=None)
        if old is not None:
            gc.collect(old)

    def _on_about_to_block(self) -> None:
        self._look()

    def _on_timeout(self) -> None:
        self._look()

    def _on_job_started(self, _job: Job) -> None:
        self._timer.start()

    def _on_job_ended(self, _job: Job) -> None:
        if not self._jobs.running:
            self._timer.stop()
