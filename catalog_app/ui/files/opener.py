"""Opening: files, texts, new records, backups and what a crash left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from catalog_app import paths
from catalog_app.document.attached import new_package, package_around
from catalog_app.document.document import SMALL, Document, OpenError, editable_copy, open_document
from catalog_app.document.new import new_record
from catalog_app.document.template import Template
from catalog_app.export import FORMATS
from catalog_app.export.mods import mods
from catalog_app.session import opening
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.ui.article.attaching import facts_of
from catalog_app.ui.bars import Notice
from catalog_app.ui.files import questions

if TYPE_CHECKING:
    from catalog_app.ui.desk import Desk
    from catalog_app.ui.main_window import MainWindow

ARTICLE = "newspaper-article"
TEXTS = frozenset({".txt", ".text", ".md", ".pdf", ".docx", ".html", ".htm"})


class Opener(QObject):
    """Brings documents into the window. `idle()` when nothing is being opened any more."""

    idle = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._under_way: set[Path] = set()

    @property
    def busy(self) -> bool:
        """Whether a large file is being opened."""
        return bool(self._under_way)

    # ---- files

    def choose_files(self) -> None:
        """Ask for files and open them."""
        settings = self._window.services.settings
        filters = [self.tr("METS and MODS (*.xml *.mets *.mods)"), self.tr("All files (*)")]
        title, folder = self.tr("Open"), settings.folder()
        questions.choose_files(self._window, title, folder, filters, self.open_files)

    def open_files(self, files: list[Path]) -> None:
        """Open files: records in tabs of their own, texts beside the record in front."""
        for path in files:
            if path.suffix.lower() in TEXTS:
                self.open_article(path)
            else:
                self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open one record file, or show it if it is open already."""
        path = path.absolute()
        there = self._window.desk_of(path)
        if there is not None:
            self._window.show_desk(there)
        elif path not in self._under_way:
            self._under_way.add(path)
            opening.open_soon(
                self._window.services.jobs,
                path,
                lambda document: self._opened(path, document),
                lambda error: self._refused(path, error),
                lambda: self._ended(path),
            )

    def _ended(self, path: Path) -> None:
        self._under_way.discard(path)
        if not self._under_way:
            self.idle.emit()

    def _opened(self, path: Path, document: Document) -> None:
        settings = self._window.services.settings
        settings.add_recent(path)
        settings.keep_folder(path)
        self._window.bar.withdraw(str(path))
        desk = self._window.add_session(Session(document, path))
        if len(document.source.text) > SMALL:
            self._check_the_rest(desk)

    def _check_the_rest(self, desk: Desk) -> None:
        document = desk.session.document
        label = self.tr("Checking {0}").format(desk.session.title)
        steps = _fractions(document.checking(), len(document.source.text))
        jobs, failed = self._window.services.jobs, desk.on_check_failed
        job = jobs.slices(label, steps, None, failed, patient=True)
        desk.destroyed.connect(job.cancel)

    def _refused(self, path: Path, error: OpenError) -> None:
        self._window.bar.tell(partial(self._refusal, path, error))

    def _refusal(self, path: Path, error: OpenError) -> Notice:
        where = ""
        if error.line:
            where = self.tr(", line {0}, column {1}").format(error.line, error.column)
        text = self.tr("{0} could not be opened{1}. {2}").format(
            opening.shown_name(path), where, in_words(error.message)
        )
        offers = ((self.tr("Open another file…"), self.choose_files),)
        return Notice(str(path), text, offers, "error")

    # ---- texts

    def choose_article(self) -> None:
        """Ask for a text and show it beside the record in front."""
        self._choose_text(self._open_beside)

    def _open_beside(self, path: Path) -> None:
        self.open_article(path)
        if self._window.desk is not None and self._window.desk.pane("article").path == path:
            self._window.desk.go_article()

    def new_from_article(self) -> None:
        """Ask for a text and begin a record beside it."""
        self._choose_text(self._new_beside)

    def new_package_from_article(self) -> None:
        """Ask for a text and begin a package that holds it and a record beside it."""
        self._choose_text(self._new_package_beside)

    def _choose_text(self, then: object) -> None:
        session = self._window.session
        path = session.path if session else None
        folder = path.parent if path else self._window.services.settings.folder("articles")
        kinds = " ".join(f"*{suffix}" for suffix in sorted(TEXTS)) + " *.xml"
        filters = [self.tr("Texts ({0})").format(kinds), self.tr("All files (*)")]
        title = self.tr("Open a text")
        questions.choose_files(
            self._window, title, folder, filters, lambda files: [then(file) for file in files[:1]]
        )

    def _new_beside(self, path: Path) -> None:
        self.new_record(self._article_template())
        self._describe(path)

    def _new_package_beside(self, path: Path) -> None:
        template = self._article_template()
        try:
            facts = facts_of(path, path.absolute().parent)
        except OSError as error:
            self._refused(path, OpenError(f"The file could not be read: {error.strerror}."))
            return
        created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        session = Session(open_document(new_package(template, facts, created)))
        session.mark_unsaved()
        self._window.add_session(session).choose_template(template)
        self._describe(path)

    def new_package_around_record(self) -> None:
        """Begin a package that holds the record in front and the text beside it."""
        desk, created = self._window.desk, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        pane = desk.pane("article")
        if pane.path is None or not desk.session.document.records():
            return
        path, part = pane.path, f"record{max(1, desk.record_number())}"
        try:
            facts = facts_of(path, path.absolute().parent)
        except OSError as error:
            self._refused(path, OpenError(f"The file could not be read: {error.strerror}."))
            return
        record = FORMATS[0].write(desk.session.document, part)
        session = Session(open_document(package_around(record, facts, created)))
        session.mark_unsaved()
        self._window.add_session(session)
        self.open_article(path)
        words = self.tr("A new package holds the record and the text. Save it; {0} stays as it is.")
        self._window.tell(words.format(desk.session.title))

    def _article_template(self) -> Template | None:
        services = self._window.services
        found = services.templates(services.language)
        return next((one for one in found if one.id == ARTICLE), None)

    def _describe(self, path: Path) -> None:
        """Show the text with the focus in what it suggests; the record is saved beside it."""
        self.open_article(path)
        self._window.services.settings.keep_folder(path)
        self._window.desk.go_suggestions()

    def open_article(self, path: Path) -> None:
        """Show a text beside the record in front; without one, beside a new record."""
        try:
            opening.check_readable(path)
        except OpenError as error:
            self._refused(path, error)
            return
        if self._window.desk is None:
            self.new_record()
        self._window.services.settings.keep_folder(path, "articles")
        self._window.desk.open_article(path)

    # ---- new

    def new_record(self, template: Template | None = None) -> Desk:
        """Begin a record in a tab of its own."""
        session = Session(open_document(new_record(template)))
        session.untouched, session.kind = True, template.id if template else ""
        desk = self._window.add_session(session)
        desk.form.begin_title()
        return desk

    def open_copy(self, desk: Desk) -> None:
        """Open an editable copy of a document that can only be looked at."""
        copy = Session(open_document(editable_copy(desk.session.document)))
        copy.mark_unsaved()
        self._window.add_session(copy)

    def open_record_copy(self, part: str) -> None:
        """Open a copy of a record of the document in front as a document of its own."""
        old = self._window.desk.session
        copy = Session(open_document(mods(old.document, part)))
        copy.kind = old.kind
        copy.mark_unsaved()
        self._window.add_session(copy).form.column.focus_first()
        self._window.tell(self.tr("This is a copy of the record, in a new document."))

    def examples(self) -> Iterator[Path]:
        """The records that are shipped to try things out with."""
        yield from sorted((paths.resources() / "examples").glob("*.xml"))

    def open_example(self, path: Path) -> None:
        """Open a copy of an example, so that the shipped file stays as it is."""

        def opened(document: Document) -> None:
            self._window.add_session(Session(document))
            text = path.with_suffix(".txt")
            if text.is_file():
                self._window.desk.open_article(text)

        self._open_copy_of(path, opened)

    def _open_copy_of(self, path: Path, opened: opening.Opened) -> None:
        jobs = self._window.services.jobs
        opening.open_soon(jobs, path, opened, lambda error: self._refused(path, error))

    # ---- backups

    def show_backups(self) -> None:
        """Offer the copies of the file in front that were kept before saves."""
        desk = self._window.desk
        kept = self._window.services.backups.of(desk.session.path)
        filters = [self.tr("Backups of {0} (*)").format(desk.session.title)]
        if not kept:
            text = self.tr("No backup of this file yet: one is kept before its first save.")
            desk.bar.tell(Notice("backups", text, (), "accent"))
            return
        questions.choose_files(
            self._window, self.tr("Backups"), kept[0].parent, filters, self._open_backups
        )

    def _open_backups(self, files: list[Path]) -> None:
        def opened(document: Document) -> None:
            session = Session(document)
            session.mark_unsaved()
            self._window.add_session(session)

        for path in files:
            self._open_copy_of(path, opened)


def _fractions(steps: Iterator[int], total: int) -> Iterator[float]:
    for done in steps:
        yield done / max(total, 1)
