"""Work beside the window: pure functions in a thread, and generators in slices."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from shiboken6 import isValid

from catalog_app.session.pace import Pace

# A word about progress paints the window anew: so often is enough for the eye.
_TOLD = 0.05
Report = Callable[[float], None]
Work = Callable[[Report], Any]
Then = Callable[[Any], None]


class Cancelled(Exception):
    """Raised by `report` inside a job that the user has stopped."""


class Job(QObject):
    """A piece of work under way: what it is called, how far it is, and how to stop it.

    `progressed(float)` from 0 to 1; `finished()` once, after the last handler was called, whether
    the work was done, failed or was cancelled.
    """

    progressed = Signal(float)
    finished = Signal()

    def __init__(self, label: str, done: Then | None, failed: Then | None, parent: QObject) -> None:
        super().__init__(parent)
        self.label, self.fraction, self.cancelled, self.failed = label, 0.0, False, False
        self._done, self._failed = done, failed

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self.cancelled = True

    def _end(self, result: object, error: BaseException | None) -> None:
        self.failed = error is not None
        try:
            told = self._done if error is None else self._failed
            if self.cancelled or isinstance(error, Cancelled) or _is_gone(told):
                self.cancelled = True
            elif error is None:
                if self._done is not None:
                    self._done(result)
            elif self._failed is not None:
                self._failed(error)
            else:
                raise error
        finally:
            self.finished.emit()
            self.deleteLater()

    def _on_progress(self, fraction: float) -> None:
        self.fraction = fraction
        self.progressed.emit(fraction)


def _is_gone(told: Then | None) -> bool:
    """Whether the one who would be told of the end is gone, with the document it belonged to."""
    owner = getattr(getattr(told, "func", told), "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


class ThreadJob(Job):
    """A pure function in a thread of its own; it gets a `report(fraction)` to call now and then."""

    _reported = Signal(float)

    def __init__(
        self, label: str, work: Work, done: Then | None, failed: Then | None, parent: QObject
    ) -> None:
        super().__init__(label, done, failed, parent)
        self._thread = _Thread(work, self._report, self)
        self._reported.connect(self._on_progress)
        self._thread.finished.connect(self._on_thread_finished)
        self._last = 0.0

    def start(self) -> None:
        """Begin."""
        self._thread.start(QThread.Priority.LowPriority)

    def join(self) -> None:
        """Wait until the thread has ended."""
        self._thread.wait()

    def _report(self, fraction: float) -> None:
        """Called in the thread: a word about progress, and the place where it can be stopped."""
        if self.cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._last > _TOLD:
            self._last = now
            self._reported.emit(fraction)

    def _on_thread_finished(self) -> None:
        self._end(self._thread.result, self._thread.error)


class _Thread(QThread):
    def __init__(self, work: Work, report: Report, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._report = work, report
        self.result: object = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result = self._work(self._report)
        except BaseException as error:
            self.error = error


class SliceJob(Job):
    """A generator run a few milliseconds at a time by the window's own thread.

    It yields fractions from 0 to 1, and its result as the last thing that is no float.
    """

    def __init__(
        self,
        label: str,
        steps: Iterator[object],
        done: Then | None,
        failed: Then | None,
        parent: Jobs,
        patient: bool = False,
    ) -> None:
        super().__init__(label, done, failed, parent)
        self._steps, self.patient = steps, patient
        self._result: object = None
        self._pace, self._last = Pace(), time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    def start(self) -> None:
        """Begin."""
        self._timer.start(0)

    def join(self) -> None:
        """Stop at once."""
        self._timer.stop()

    def _on_turn(self) -> None:
        if self.patient and not self.cancelled and self._others_wait():
            return
        try:
            if self.cancelled:
                raise Cancelled
            with self._pace.slice() as end:
                self._run_until(end)
        except StopIteration:
            self._stop(None)
        except Exception as error:
            self._stop(error)

    def _others_wait(self) -> bool:
        # Not kept: a job that holds those it belongs to would outlive them.
        around = self.parent()
        return isinstance(around, Jobs) and around.impatient

    def _run_until(self, end: float) -> None:
        fraction = None
        while time.monotonic() < end:
            step = next(self._steps)
            if isinstance(step, float):
                fraction = step
            else:
                self._result = step
        if fraction is not None and end - self._last > _TOLD:
            self._last = end
            self._on_progress(fraction)

    def _stop(self, error: Exception | None) -> None:
        self._timer.stop()
        self._end(self._result, error)


class Jobs(QObject):
    """All the work under way. `started(Job)` and `ended(Job)` tell who shows it."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[ThreadJob | SliceJob] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way, oldest first."""
        return tuple(self._running)

    @property
    def impatient(self) -> bool:
        """Whether the user waits for something that is done in slices."""
        return any(isinstance(job, SliceJob) and not job.patient for job in self._running)

    def run(
        self, label: str, work: Work, done: Then | None = None, failed: Then | None = None
    ) -> Job:
        """Run a pure function in a thread; `done(result)` or `failed(error)` comes back here.

        Without a label nothing is shown. Without `failed` an error goes to the exception hook.
        """
        return self._begin(ThreadJob(label, work, done, failed, self))

    def slices(
        self,
        label: str,
        steps: Iterator[object],
        done: Then | None = None,
        failed: Then | None = None,
        patient: bool = False,
    ) -> Job:
        """Run a generator in slices of ten milliseconds; a patient one when no other is waiting."""
        return self._begin(SliceJob(label, steps, done, failed, self, patient))

    def _begin(self, job: ThreadJob | SliceJob) -> Job:
        self._running.append(job)
        job.finished.connect(self._on_job_finished)
        self.started.emit(job)
        job.start()
        return job

    def _on_job_finished(self) -> None:
        job = self.sender()
        self._running = [other for other in self._running if other is not job]
        self.ended.emit(job)

    def leave_to(self, heir: Jobs) -> None:
        """Cancel everything; a thread that does not end at once is waited for by another."""
        for job in tuple(self._running):
            job.cancel()
            job.finished.disconnect(self._on_job_finished)
            if isinstance(job, ThreadJob):
                job.setParent(heir)
                heir._running.append(job)
                job.finished.connect(heir._on_job_finished)
            else:
                job.join()
        self._running.clear()

    def close(self) -> None:
        """Cancel everything and wait for the threads."""
        for job in tuple(self._running):
            job.cancel()
            job.join()
        self._running.clear()
