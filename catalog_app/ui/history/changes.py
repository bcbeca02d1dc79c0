"""The changes pane: what a save would write, and after it the proof that all else is the same."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QTreeView, QVBoxLayout, QWidget

from catalog_app.document.changes import Told, told
from catalog_app.document.difference import difference, regions
from catalog_app.document.proof import Proof, prove
from catalog_app.session.jobs import Job, Jobs
from catalog_app.ui.history.difference import DifferenceView
from catalog_app.ui.history.told_model import TOLD, ToldDelegate, ToldModel
from catalog_app.ui.look import METRICS, role
from catalog_app.ui.numbers import grouped
from catalog_app.ui.whole_rows import WholeRows

_REST = 250


class _Table(WholeRows, QTreeView):
    """The changes in words."""


class ChangesPane(QWidget):
    """The differences from the file as it was opened, in words and as lines; kept up to date
    while the pane is seen.
    """

    def __init__(self, session: object, services: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._services = session, services
        self._jobs = Jobs(self)
        self._lines_job: Job | None = None
        self._told_job: Job | None = None
        self._before: Iterable[bytes] = session.document.as_read()
        self._stale = True
        self._new = session.path is None
        self.proof: Proof | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.proven = role(QLabel(self), "dim")
        self.proven.setWordWrap(True)
        self.proven.setTextInteractionFlags(self.sentence.textInteractionFlags())
        self.proven.hide()
        self.model = ToldModel(self)
        self.words = self._table()
        self.lines = DifferenceView(self)
        self._body = body = QSplitter(Qt.Orientation.Horizontal, self)
        body.addWidget(self.words)
        body.addWidget(self.lines)
        body.setStretchFactor(0, 1)
        body.setStretchFactor(1, 1)
        body.setHandleWidth(1)
        for half in (self.words, self.lines):
            half.setMinimumHeight(3 * self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(METRICS.pane_edge, 6, METRICS.pane_edge, 6)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addWidget(self.proven)
        layout.addWidget(body, 1)
        layout.addStretch(0)
        self.setFocusProxy(self.words)

    def _table(self) -> QTreeView:
        table = _Table(self)
        table.setModel(self.model)
        self._delegate = ToldDelegate(table)
        table.setItemDelegate(self._delegate)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName(self.tr("What a save would change"))
        header = table.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 120)
        return table

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self._session.changed.connect(self._on_session_changed)
        self._session.saved.connect(self._on_session_saved)
        self.words.activated.connect(self._on_activated)
        self.words.clicked.connect(self._on_activated)

    # ---- what a save would write

    def _on_session_changed(self, _change: object) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start(_REST)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the pane was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave it for later."""
        super().hideEvent(event)
        self._timer.stop()

    def refresh(self) -> None:
        """Compute both differences again; what was under way is dropped."""
        self._stale = False
        document = self._session.document
        for job in (self._lines_job, self._told_job):
            if job is not None:
                job.cancel()
        if not document.edited:
            self._told_job = self._lines_job = None
            self._show_told([])
            self.lines.show_lines([])
            return
        version = document.version
        found: list[Told] = []

        def steps() -> object:
            for step in told(document):
                if document.version != version:
                    return
                if isinstance(step, Told):
                    found.append(step)
                yield 0.0
            yield found

        self._told_job = self._jobs.slices("", steps(), self._show_told)
        self._told_job.finished.connect(self._on_job_finished)
        snapshot = regions(document)
        self._lines_job = self._jobs.run(
            "", lambda report: difference(snapshot), self.lines.show_lines
        )
        self._lines_job.finished.connect(self._on_job_finished)

    def _on_job_finished(self) -> None:
        if self.sender() is self._told_job:
            self._told_job = None
        elif self.sender() is self._lines_job:
            self._lines_job = None

    def _show_told(self, rows: list[Told] | None) -> None:
        self.model.take(list(rows or []))
        number = len(self.model.rows)
        self.sentence.setText(self._sentence(number))
        self._body.setVisible(bool(number))
        self.setWindowTitle(self.tr("Changes") + (f"  {grouped(number)}" if number else ""))

    def _sentence(self, number: int) -> str:
        if not number and self._new:
            return self.tr("A new record: no file has been written yet.")
        if not number:
            return self.tr("No changes: a save would write the very bytes that were opened.")
        if self._session.clean:
            text = self.tr("All is saved: %n change(s) since the file was opened.", "", number)
        elif self._session.written is not None:
            text = self.tr(
                "%n change(s) since the file was opened, not all of them saved.", "", number
            )
        else:
            text = self.tr("A save would write %n change(s).", "", number)
        return text.replace("(s)", "s" if number != 1 else "").replace("%n", str(number))

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(TOLD)
        if row is not None:
            self._session.go_to(row.address, origin=self)

    # ---- after a save

    def _on_session_saved(self) -> None:
        before, after = self._before, self._session.written
        fresh, self._new = self._new, False
        self._before = after
        path = self._session.path

        def work(report: object) -> tuple[Proof, bool]:
            old, new = _whole(before), _whole(after)
            disk = path.read_bytes() if path is not None else new
            return prove(old, disk, report), disk == new

        show = self._show_first if fresh else self._show_proof
        self._jobs.run("", work, show, self._show_no_proof)
        self.sentence.setText(self._sentence(len(self.model.rows)))

    def _show_first(self, result: tuple[Proof, bool]) -> None:
        """A file that was not there before has nothing to be compared with but what was meant."""
        self.proof, written = result
        said = self.tr("Saved %1, a new file: %2 bytes, read back and as they were meant.")
        said = said.replace("%1", self._session.title).replace("%2", grouped(self.proof.after))
        self.proven.setText(said if written else self._said(self.proof, written))
        self.proven.show()

    def _show_proof(self, result: tuple[Proof, bool]) -> None:
        self.proof, written = result
        self.proven.setText(self._said(self.proof, written))
        self.proven.show()

    def _show_no_proof(self, error: BaseException) -> None:
        self.proof = None
        said = self.tr("The file was saved, but reading it back failed: %1")
        self.proven.setText(said.replace("%1", str(error)))
        self.proven.show()

    def _said(self, proof: Proof, written: bool) -> str:
        name = self._session.title
        if not written:
            said = self.tr("%1 is already another file than the one that was written.")
            return said.replace("%1", name)
        sizes = self.tr("Saved %1: %2 bytes before, %3 after.")
        sizes = sizes.replace("%1", name).replace("%2", grouped(proof.before))
        sizes = sizes.replace("%3", grouped(proof.after))
        if not proof.places:
            return f"{sizes} " + self.tr("Read back and compared: every byte is the same.")
        changed = self.tr("%1 bytes were taken out and %2 put in, in %3 places;")
        if len(proof.places) == 1:
            changed = self.tr("%1 bytes were taken out and %2 put in, in one place;")
        changed = changed.replace("%1", grouped(proof.removed))
        changed = changed.replace("%2", grouped(proof.written))
        changed = changed.replace("%3", grouped(len(proof.places)))
        same = self.tr("the other %1 bytes were read back, compared and are identical.")
        return f"{sizes} {changed} " + same.replace("%1", grouped(proof.identical))

    def close_jobs(self) -> None:
        """Stop what is under way."""
        self._jobs.close()


def _whole(chunks: Iterable[bytes]) -> bytes:
    """All chunks as one, without a copy where there is only one."""
    filled = [chunk for chunk in chunks if chunk]
    return filled[0] if len(filled) == 1 else b"".join(filled)
