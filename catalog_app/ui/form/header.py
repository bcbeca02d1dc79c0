"""The head of the form: title, which record, version, findings, completeness."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from catalog_app.document.template import Completeness, Wanted
from catalog_app.ui.form.missing import label_of
from catalog_app.ui.form.notice import Notice
from catalog_app.ui.keys import KeyTip
from catalog_app.ui.look.roles import colours, role
from catalog_app.ui.look.tokens import METRICS
from catalog_app.validation.finding import Finding

_AROUND = 4  # room for the frame that says where the focus is
_MOST = 3  # findings about the whole; the pane of problems has them all


class Elided(QLabel):
    """A label that says it shorter, or ends in “…”, where there is no room; all is its tooltip."""

    def __init__(
        self, parent: QWidget, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(parent)
        self._wordings, self._elide = ("",), elide
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, words: str, *shorter: str) -> None:
        """Show a text, or the first of shorter ones that fits; of the last as much as fits."""
        self._wordings = tuple(" ".join(one.split()) for one in (words, *shorter))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """As much as fits in another size of the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        indent = metrics.horizontalAdvance("x") // 2 if self.frameWidth() else 0  # Qt's own
        room = max(self.contentsRect().width() - indent, 40)
        fitting = (one for one in self._wordings if _is_within(metrics, one, room))
        shown = next(fitting, self._wordings[-1])
        if self._elide == Qt.TextElideMode.ElideRight:
            shown = shown[:room]  # Qt would measure all of a very long title
        self.setText(metrics.elidedText(shown, self._elide, room))


def _is_within(metrics: QFontMetrics, words: str, room: int) -> bool:
    return len(words) <= room and metrics.horizontalAdvance(words) <= room


class Meter(QAbstractButton):
    """Five small bars: how much of what the template asks for is there; it opens the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the field its focus
        KeyTip(self, self.tr("Show what is still missing, and why"), "show_missing")
        self.setAccessibleName(self.tr("What is still missing, and why"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the blank does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_share(self, share: float) -> None:
        """Show a share between 0 and 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        height = QFontMetrics(self.font()).height()
        return QSize(round(height * (42 + 2 * _AROUND) / 16), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, unit = colours(self), self.height() / 16
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(5):
            full = self._share * 5 >= at + 0.5
            painter.setBrush(QColor(theme.accent if full else theme.field_line))
            bar = QRectF((at * 9 + _AROUND) * unit, 4 * unit, 6 * unit, 9 * unit)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


class Header(QWidget):
    """Title and standing of what the form shows."""

    problems_wanted = Signal()
    template_wanted = Signal()
    fix_wanted = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = role(Elided(self), "title")
        self.number = role(QLabel(self), "dim")
        self.version = role(QLabel(self), "chip")
        self.found = role(QLabel(self), "chip-advice")
        self.template = role(QPushButton(self), "plain")
        self.template.setAccessibleName(self.tr("Template and completeness"))
        self.meter = Meter(self)  # behind the template, for Tab goes as they are made
        self._lay_out()
        self.template.clicked.connect(self.template_wanted)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        standing, asked = QHBoxLayout(), QHBoxLayout()
        for widget in (self.number, self.version, self.found):
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            standing.addWidget(widget, 0, middle)
        self.found.hide()
        standing.addStretch(1)
        standing.addStrut(METRICS.icon + 6)  # as far below the title where no button stands
        asked.addWidget(self.template, 0, middle)
        asked.addWidget(self.meter, 0, middle)
        self._asked = asked
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (standing, asked):
            part.setSpacing(8)
            self._line.addLayout(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(METRICS.edge, 10, METRICS.edge + METRICS.scroll_bar, 8)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(self._line)
        self._notices: list[Notice] = []
        self._said = QVBoxLayout()
        self._said.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all in one line, what is asked for stands below."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the font, another room for all in one line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_said"):
            self._fit()

    def _fit(self) -> None:
        """One line where all has room in it, else two.

        Where even two lines are too narrow the version goes; the status bar has it too.
        """
        room = self.width() - 2 * METRICS.edge - METRICS.scroll_bar
        left, right = _wanted(self.number, self.version, self.found), _wanted(self.template)
        narrow = left + right + _wanted(self.meter) > room
        self.version.setVisible(bool(self.version.text()) and left <= room)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._line.setAlignment(self._asked, side)

    def show_standing(self, title: str, number: str, version: str) -> None:
        """Show what this is."""
        self.title.show_words(title)
        self.number.setText(number)
        self.number.setVisible(bool(number))
        self.version.setText(version)
        self._fit()

    def show_found(self, errors: int, others: int) -> None:
        """Show how many findings there are."""
        words = []
        if errors:
            words.append(self.tr("%n error(s)", "", errors))
        if others:
            words.append(self.tr("%n to look at", "", others))
        role(self.found, "chip-error" if errors else "chip-advice")
        self.found.setText(" · ".join(words))
        self.found.setVisible(bool(words))
        self._fit()

    def show_whole(self, findings: tuple[Finding, ...]) -> None:
        """Say what is found about the whole, which no field stands for, with its fixes."""
        findings = findings[:_MOST]
        if tuple(notice.finding for notice in self._notices) == findings:
            return
        for notice in self._notices:
            self._said.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._notices = [Notice(finding, self) for finding in findings]
        for notice in self._notices:
            notice.fix_wanted.connect(self.fix_wanted)
            self._said.addWidget(notice)

    def show_completeness(
        self, title: str, found: Completeness | None, language: str = "en"
    ) -> None:
        """Show the template and how far the record fulfils it; the tooltip says what is missing."""
        self.meter.setVisible(found is not None)
        if found is None:
            self.template.setText(self.tr("Kind of resource…"))
            self.template.setToolTip(self.tr("Choose what kind of resource this is"))
        else:
            self._show_share(title, found, language)
        self._fit()

    def _show_share(self, title: str, found: Completeness, language: str) -> None:
        have = self.tr("{present} of {total}").format(present=found.present, total=found.total)
        self.template.setText(f"{title} · {have}")
        self.meter.show_share(found.present / max(found.total, 1))
        self.meter.setAccessibleDescription(have)
        needed = [w for w in found.missing if w.level == "required"]
        others = [w for w in found.missing if w.level != "required"]
        parts = [
            f"{head}\n{_listed(wanted, language)}"
            for head, wanted in (
                (self.tr("Required and still missing:"), needed),
                (self.tr("Recommended and still missing:"), others),
            )
            if wanted
        ]
        all_there = self.tr("All that this template asks for is there.")
        self.template.setToolTip("\n".join(parts) or all_there)


def _wanted(*parts: QWidget) -> int:
    """The width that labels and buttons of a line ask for; those without words ask for none."""
    shown = [w for w in parts if getattr(w, "text", lambda: "")() or isinstance(w, Meter)]
    return sum(w.sizeHint().width() + 8 for w in shown)


def _listed(wanted: list[Wanted], language: str) -> str:
    return "\n".join(f"  {label}" for label in dict.fromkeys(label_of(w, language) for w in wanted))
