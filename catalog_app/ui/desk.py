"""One open document on the screen: outline, form, side panes, and the panes below."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from catalog_app.document.address import Address
from catalog_app.document.template import Template
from catalog_app.session.findings import Findings
from catalog_app.session.sentences import in_words
from catalog_app.session.session import Session
from catalog_app.session.settings import key_of
from catalog_app.ui import panes
from catalog_app.ui.article.pane import ArticlePane
from catalog_app.ui.bars import Notice, NoticeBar
from catalog_app.ui.form.form import Form
from catalog_app.ui.look import role
from catalog_app.ui.outline.pane import OutlinePane
from catalog_app.ui.package.stack import SectionView
from catalog_app.ui.record_edits import RecordEdits
from catalog_app.ui.services import Services

_WIDTHS = (0.16, 0.48, 0.36)
_HEIGHTS = (0.8, 0.2)
_LEAST_WIDTHS = (120, 300, 220)
# Below these sizes, in the font's own measure, the panes around the form make room for it.
_ROOM = (("side", 760), ("outline", 560))
_ROOM_BELOW = 420
# What the form keeps, in the same measure, as long as the side panes have something to give.
_FORM_WIDTH = 470


class Desk(QWidget):
    """The panes of one document and what the menus ask of them.

    `editable_copy_wanted()` when the bar of a read-only document is answered; `state_changed()`
    when its name, its changes or its editability are not what they were.
    """

    editable_copy_wanted = Signal()
    state_changed = Signal()

    def __init__(
        self,
        session: Session,
        findings: Findings,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.findings, self.services = session, findings, services
        session.setParent(self)
        self.records = RecordEdits(self)
        self._lay_out()
        self._restore()
        self._say_why_read_only()
        self._connect()
        self._go_to_first()

    # ---- layout

    def _lay_out(self) -> None:
        self._wanted, self._asked = {"outline", "side", "below"}, set()
        self._named: dict[str, tuple[QTabWidget, panes.Later]] = {}
        self.bar = NoticeBar()
        given = self.session, self.findings, self.services
        self.outline, self.form = OutlinePane(*given), Form(*given)
        self.side = self._tabs(panes.SIDE, self.tr("Side panes"))
        self.below = self._tabs(panes.BELOW, self.tr("Panes below"))
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        for widget in (self.outline, self._centre(), self.side):
            self._across.addWidget(widget)
        self._down.addWidget(self._across)
        self._down.addWidget(self.below)
        for splitter, stretching in ((self._across, 1), (self._down, 0)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(stretching, 1)
        for index, least in enumerate(_LEAST_WIDTHS):
            self._across.widget(index).setMinimumWidth(least)
        self._across.setMinimumHeight(160)
        self.below.setMinimumHeight(80)
        _fill(self, self._down)

    def _centre(self) -> QWidget:
        centre = QWidget()
        column = _fill(centre, self.bar)
        self.sections = SectionView(self.session, self.findings, self.services, self.form)
        column.addWidget(self.sections, 1)
        return centre

    def _tabs(self, listed: tuple[panes.Pane, ...], name: str) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setAccessibleName(name)
        role(tabs, "panes")
        for pane in listed:
            make = partial(pane.make, self.session, self.findings, self.services)
            made = panes.Later(make)
            self._named[pane.name] = (tabs, made)
            tabs.addTab(made, QCoreApplication.translate("Desk", pane.title))
        return tabs

    def pane(self, name: str) -> QWidget:
        """A side pane or one below, by name; it is made if nobody has looked at it yet."""
        return self._named[name][1].pane()

    # ---- remembered

    def _restore(self) -> None:
        settings = self.services.settings
        self._sized = self._across.restoreState(settings.blob("desk/across"))
        self._down.restoreState(settings.blob("desk/down"))
        for key, tabs in (("desk/side", self.side), ("desk/below", self.below)):
            tabs.setCurrentIndex(int(settings.number(key)))
        self.outline.set_state(settings.texts(self._outline_key))

    @property
    def _outline_key(self) -> str:
        path = self.session.path
        return f"outline/{key_of(path)}" if path else "outline/new"

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the room the first time it is known."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            QTimer.singleShot(0, self._share_out)

    def _share_out(self) -> None:
        self._across.setSizes([round(self.width() * share) for share in _WIDTHS])
        self._down.setSizes([round(self.height() * share) for share in _HEIGHTS])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the form the room that small windows and large letters leave."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        scale = self.services.theme.scale
        width, height = self.width() / scale, self.height() / scale
        room = {name: width >= least for name, least in _ROOM} | {"below": height >= _ROOM_BELOW}
        for name, widget in self._around().items():
            widget.setVisible(name in self._asked or (name in self._wanted and room[name]))
        self._widen_form(scale)

    def _widen_form(self, scale: float) -> None:
        """When the window shrinks it is not the form alone that gives way."""
        outline, form, side = sizes = self._across.sizes()
        lack = round(min(_FORM_WIDTH * scale, sum(sizes) * _WIDTHS[1])) - form
        given = min(lack, side - round(_LEAST_WIDTHS[2] * scale))
        if self._sized and given > 0:
            self._across.setSizes([outline, form + given, side - given])

    def _around(self) -> dict[str, QWidget]:
        return {"outline": self.outline, "side": self.side, "below": self.below}

    def remember(self) -> None:
        """Keep widths, heights and the panes in front for the next time."""
        settings = self.services.settings
        settings.keep("desk/across", self._across.saveState())
        settings.keep("desk/down", self._down.saveState())
        settings.keep("desk/side", self.side.currentIndex())
        settings.keep("desk/below", self.below.currentIndex())
        settings.keep(self._outline_key, self.outline.state())

    def show_panes(self, outline: bool, side: bool, below: bool) -> None:
        """Show or hide the panes around the form, where there is room for them."""
        chosen = {"outline": outline, "side": side, "below": below}
        self._wanted = {name for name, shown in chosen.items() if shown}
        self._asked = set()
        self._make_room()

    def _ask_for(self, name: str) -> None:
        """Show a pane because the user went there, room or not; the one beside it gives way."""
        self._asked = {name}
        self._make_room()

    def end(self) -> None:
        """Stop what runs for this document."""
        for owner in self._made():
            for method in ("close_jobs", "stop"):
                stop = getattr(owner, method, None)
                if stop is not None:
                    stop()
        self.findings.close()

    def _made(self) -> list[QWidget]:
        """The panes that there are already."""
        return [held.pane() for _, held in self._named.values() if held.is_made]

    # ---- signals

    def _connect(self) -> None:
        session = self.session
        self._named["article"][1].made.connect(self._on_article_made)
        self.services.theme.changed.connect(self._make_room)
        session.undo_stack.cleanChanged.connect(self.state_changed)
        session.undo_stack.indexChanged.connect(self.state_changed)
        session.path_changed.connect(self.state_changed)
        session.changed.connect(self._on_session_changed)
        session.refused.connect(self._on_session_refused)
        session.saved.connect(self._on_session_saved)
        self.findings.changed.connect(self._on_findings_changed)
        self.form.xml_wanted.connect(self._on_form_xml_wanted)
        self.form.help_wanted.connect(self._on_form_help_wanted)
        self.form.template_menu_wanted.connect(self._on_form_template_menu_wanted)

    def _on_article_made(self, article: ArticlePane) -> None:
        article.passages.traced.connect(self.form.show_traces)
        article.passages.show_marks()

    def _on_findings_changed(self) -> None:
        """Say the number of findings in the tab."""
        tabs, pane = self._named["problems"]
        number, index = len(self.findings.items), tabs.indexOf(pane)
        title = self.tr("Problems")
        tabs.setTabText(index, f"{title}  {number}" if number else title)

    def _on_form_xml_wanted(self, address: Address) -> None:
        self._focus("xml")
        self.session.go_to(address, origin=self)

    def _on_form_help_wanted(self, address: Address) -> None:
        self._focus("help")
        self.session.go_to(address, origin=self)

    def _on_form_template_menu_wanted(self) -> None:
        self.choose_kind()

    def choose_kind(self) -> None:
        """Open the list of templates below the name of the one in force."""
        if self.record_number() == 0:
            return
        self._template_menu = menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("What kind of resource is this?"))
        menu.setToolTipsVisible(True)
        self._list_kinds(menu)
        button = self.form.header.template
        if button.isVisible():
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _list_kinds(self, menu: QMenu) -> None:
        """The templates, what only measures, and none; the one in force is checked."""
        offered = self.services.templates(self.services.language)
        without = self.tr("No template")
        for group in (
            [template for template in offered if not template.measure],
            [template for template in offered if template.measure],
            [None],
        ):
            if menu.actions():
                menu.addSeparator()
            for template in group:
                action = menu.addAction(template.title if template else without)
                action.setToolTip(template.description if template else "")
                action.setCheckable(True)
                action.setChecked(template == self.form.template)
                action.triggered.connect(partial(self._on_template_chosen, template))

    def _on_template_chosen(self, template: Template | None, _checked: bool = False) -> None:
        self.form.begin_as(template)
        _focus(self.form.column)

    def choose_template(self, template: Template | None) -> None:
        """Let the form ask for what a kind of record should have."""
        self.form.choose_template(template)

    def _on_session_changed(self, _change: object) -> None:
        self.bar.withdraw("refused")

    def _on_session_refused(self, why: str) -> None:
        self.bar.tell(Notice("refused", why))

    def _on_session_saved(self) -> None:
        self.bar.withdraw("saving")
        self.bar.withdraw("disk")

    def _say_why_read_only(self) -> None:
        self.bar.withdraw("read-only")
        why = self.session.read_only
        if why:
            text = self.tr("This file is shown but cannot be edited here: {0}.").format(
                in_words(why)
            )
            offers = ((self.tr("Open an editable copy"), self.editable_copy_wanted.emit),)
            offered = offers if self.session.document.obstacle and not self.broken else ()
            self.bar.tell(Notice("read-only", text, offered, "lock", closable=False))

    @property
    def saved(self) -> bool:
        """Whether closing loses nothing."""
        return self.session.undo_stack.isClean()

    broken = False

    def on_check_failed(self, error: BaseException) -> None:
        """The rest of a large file turned out not to be well-formed: it can only be looked at."""
        self.broken = True
        self.session.document.obstacle = f"it is not well-formed ({error})".replace(".)", ")")
        self._say_why_read_only()
        self.state_changed.emit()

    # ---- places

    def _go_to_first(self) -> None:
        document = self.session.document
        if document.records() or document.packages():
            first = Address("record1" if document.records() else "package1")
            self.form.show_root(first)
            self.session.go_to(first, origin=self)

    def _go_to_record(self, by: int) -> None:
        number = self.record_number() + by
        if 0 < number <= len(self.session.document.records()):
            self.session.go_to(Address(f"record{number}"), origin=self)

    def record_number(self) -> int:
        """The number of the record in focus; 0 for a place in the package."""
        place = self.session.place
        if place is None or not place.part.startswith("record"):
            return 0
        return int(place.part.removeprefix("record"))

    def next_record(self) -> None:
        """Show the record that follows."""
        self._go_to_record(1)

    def previous_record(self) -> None:
        """Show the record before."""
        self._go_to_record(-1)

    def _focus(self, name: str) -> None:
        tabs, widget = self._named[name]
        self._ask_for("side" if tabs is self.side else "below")
        tabs.setCurrentWidget(widget)
        _focus(self.pane(name))

    def go_outline(self) -> None:
        """Put the focus in the outline."""
        self._ask_for("outline")
        _focus(self.outline)

    def go_form(self) -> None:
        """Put the focus in the form, where it was, or in its first field."""
        self._asked = set()
        self._make_room()
        place = self.session.place
        if place is None or not place.steps or not self.form.reveal(place):
            _focus(self.form.column)

    def go_article(self) -> None:
        """Put the focus in the text being described."""
        self._focus("article")

    def go_suggestions(self) -> None:
        """Put the focus in what the text suggests for the record."""
        self._focus("article")
        self.pane("article").focus_suggestions()

    def check_article(self) -> None:
        """Check what the record says against the text."""
        self._focus("article")
        self.pane("article").turn_check()

    def attach_article(self) -> None:
        """Make the text a file of the package."""
        self.pane("article").attach()

    def go_xml(self) -> None:
        """Put the focus in the XML."""
        self._focus("xml")

    def go_help(self) -> None:
        """Put the focus in the help on the field."""
        self._focus("help")

    def go_problems(self) -> None:
        """Put the focus in the list of problems."""
        self._focus("problems")

    def go_history(self) -> None:
        """Put the focus in the list of what was done."""
        self._focus("history")

    def go_changes(self) -> None:
        """Put the focus in what a save would write."""
        self._focus("changes")

    # ---- what the menus ask

    @property
    def undo_stack(self) -> QUndoStack:
        """The history of the document."""
        return self.session.undo_stack

    def undo(self) -> None:
        """Take the last change back; the form shows where it was."""
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undo_stack.redo()

    def open_article(self, path: Path) -> None:
        """Show a text beside the record."""
        pane = self.pane("article")
        pane.open_article(path)
        self.side.setCurrentWidget(pane)

    def fix_all(self) -> None:
        """Show the repairs that lose nothing, to be done together."""
        self._focus("problems")
        self.pane("problems").fix_all()

    def move_place_up(self) -> None:
        """Move the card in focus up."""
        self.form.move_place(-1)

    def move_place_down(self) -> None:
        """Move the card in focus down."""
        self.form.move_place(1)


def _focus(widget: QWidget) -> None:
    """Give the focus to a pane: as it says itself, else to its first input."""
    own = getattr(widget, "focus_first", None)
    if own is not None:
        own()
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        inputs = [child for child in widget.findChildren(QWidget) if _takes_focus(child, widget)]
        for child in inputs[:1]:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(child: QWidget, inside: QWidget) -> bool:
    by_tab = child.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and child.isVisibleTo(inside) and child.isEnabled()


def _fill(outer: QWidget, inner: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(inner)
    if isinstance(inner, QFrame):
        inner.setFrameShape(QFrame.Shape.NoFrame)
    return layout
