"""The status bar: the file and its state, the encoding, the standards, the place, and work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from catalog_app.session.jobs import Job, Jobs
from catalog_app.session.session import Session
from catalog_app.session.standards import standards
from catalog_app.ui.form.header import Elided
from catalog_app.ui.look import icon

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk

_QUIET = 250
_WORDS = 5000


class Status(QStatusBar):
    """Says what is true of the document in front; `tell` puts a sentence over it for a while."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(True)
        self.file = Elided(self)  # gives way: the place in focus is wanted more
        self.encoding, self.standard, self.place = QLabel(), QLabel(), QLabel()
        self.work = WorkShown(jobs)
        self._name()
        self.addWidget(self.file, 1)
        for widget in (self.work, self.encoding, self.standard, self.place):
            self.addPermanentWidget(widget)
        self._desk: Desk | None = None
        self._saved_at: dict[Session, str] = {}
        self._over = QTimer(self, singleShot=True, interval=_WORDS)
        self._over.timeout.connect(self.refresh)

    def _name(self) -> None:
        for label, name in (
            (self.encoding, self.tr("Encoding")),
            (self.standard, self.tr("Standards")),
            (self.place, self.tr("Place in the record")),
        ):
            label.setToolTip(name)
            label.setAccessibleDescription(name)
        self.file.setAccessibleDescription(self.tr("File and its state"))

    def changeEvent(self, event: QEvent) -> None:
        """Say again what stands here, in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.work.name_parts()

    def tell(self, text: str) -> None:
        """Show a sentence for five seconds in the place of the file's state."""
        self.file.show_words(text)
        self._over.start()

    def note_saved(self, session: Session) -> None:
        """Remember when a document was saved."""
        now = QDateTime.currentDateTime().time()
        self._saved_at[session] = QLocale().toString(now, QLocale.FormatType.ShortFormat)

    def forget(self, session: Session) -> None:
        """The document is closed."""
        self._saved_at.pop(session, None)

    def show_desk(self, desk: Desk | None) -> None:
        """Speak of this document from now on."""
        self._desk = desk
        self._over.stop()
        self.refresh()
        self.refresh_place()

    def refresh(self) -> None:
        """Say again what is true now."""
        if self._over.isActive():
            return
        session = self._desk.session if self._desk else None
        words = f"{session.title} — {self.state(session)}" if session else ""
        self.file.show_words(words)
        self.encoding.setText(session.document.source.label if session else "")

    def state(self, session: Session) -> str:
        """What there is to save, in a few words."""
        stack = session.undo_stack
        if session.read_only:
            return self.tr("read-only")
        if not stack.isClean():
            return self._counted(session)
        if session in self._saved_at:
            return self.tr("saved {0}").format(self._saved_at[session])
        return self.tr("no changes")

    def _counted(self, session: Session) -> str:
        stack = session.undo_stack
        if stack.cleanIndex() < 0:  # what was saved is no longer among the steps
            return self.tr("not saved yet") if session.path is None else self.tr("not as saved")
        steps = abs(stack.index() - stack.cleanIndex())
        return self.tr("1 change") if steps == 1 else self.tr("%n changes", "", steps)

    def refresh_place(self) -> None:
        """Say where the focus is and what judges it."""
        session = self._desk.session if self._desk else None
        place = session.place if session else None
        steps = [str(step) for step in place.steps] if place else []
        attribute = [f"@{place.attribute}"] if place and place.attribute else []
        self.place.setText("/".join(_short(step) for step in [*steps, *attribute]))
        self.standard.setText(standards(session.document, place) if session else "")


def _short(step: str) -> str:
    return step.rpartition("}")[2]


class WorkShown(QWidget):
    """The longest running job with its progress and a button that stops it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._label, self._bar, self.stop = QLabel(), QProgressBar(), QToolButton()
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self.stop.setIcon(icon("stop", "dim"))
        self.name_parts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._bar, self.stop):
            row.addWidget(widget)
        self.hide()
        self._later = QTimer(self, singleShot=True, interval=_QUIET)
        self._later.timeout.connect(self._show_longest)
        jobs.started.connect(self._on_job_started)
        jobs.ended.connect(self._on_job_ended)
        self.stop.clicked.connect(self._on_stop_clicked)

    def name_parts(self) -> None:
        """Give bar and button their names."""
        self._bar.setAccessibleName(self.tr("Progress"))
        self.stop.setToolTip(self.tr("Stop this work"))
        self.stop.setAccessibleName(self.tr("Stop this work"))

    def _on_job_started(self, job: Job) -> None:
        if job.label and not self._later.isActive():
            self._later.start()

    def _on_job_ended(self, _job: Job) -> None:
        self._show_longest()

    def _show_longest(self) -> None:
        jobs = [job for job in self._jobs.running if job.label and not job.cancelled]
        job = jobs[0] if jobs else None
        if job is not self._job:
            self._job = job
            if job is not None:
                job.progressed.connect(self._on_progress)
                self._label.setText(job.label)
                self._bar.setAccessibleDescription(job.label)
                self._on_progress(job.fraction)
        self.setVisible(job is not None)

    def _on_progress(self, fraction: float) -> None:
        if self.sender() in (self._job, None):
            self._bar.setValue(round(fraction * 1000))

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_longest()
