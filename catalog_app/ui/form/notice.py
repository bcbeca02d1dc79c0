"""What is wrong with a field, said under it, with the button that mends it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from catalog_app.session.sentences import fix_in_words, in_words
from catalog_app.ui.keys import KEYS
from catalog_app.ui.look.roles import colours
from catalog_app.validation.finding import Finding

_SHOWN_FIXES = 3
_LONG = 220  # characters; the pane of problems has the whole sentence


class Notice(QLabel):
    """One finding: a sentence, and its fixes as links."""

    fix_wanted = Signal(object, object)

    def __init__(self, finding: Finding, parent: QWidget, first: bool = True) -> None:
        """`first` is what its key mends where several have a fix."""
        super().__init__(parent)
        self.finding, self._first = finding, first
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName(in_words(finding.message))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.linkActivated.connect(self._on_link_activated)
        KEYS.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        theme = colours(self)
        finding = self.finding
        words = {
            "error": self.tr("Error"),
            "warning": self.tr("Warning"),
            "advice": self.tr("Advice"),
        }[finding.severity]
        colour = theme.error if finding.severity == "error" else theme.advice
        links = "&nbsp; ".join(
            f'<a href="{at}" style="color:{theme.accent};text-decoration:none">'
            f"{escape(fix_in_words(fix))}</a>"
            for at, fix in enumerate(finding.fixes[:_SHOWN_FIXES])
        )
        said = escape(_shortened(in_words(finding.message)))
        key = escape(KEYS.of("fix"))
        if links and key and self._first:  # it stays beside the last word of what it does
            links += f'&nbsp;&nbsp;<span style="color:{theme.faint}">{key}</span>'
        # The wide blank stays at the end of a line, so that none begins with it.
        parts = (
            f'<span style="color:{colour}">{words}</span>',
            f'<span style="color:{theme.dim}">{said}</span>',
            links,
        )
        self.setText("&nbsp; ".join(part for part in parts if part))
        why = " · ".join(part for part in (in_words(finding.standard), finding.rule) if part)
        whole = in_words(finding.message)
        self.setToolTip(f"{whole}\n{why}" if len(whole) > _LONG else why)

    def height_for(self, width: int) -> int:
        """The height of the sentence at a width."""
        return self.heightForWidth(width) + 2

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._show()

    def _on_link_activated(self, link: str) -> None:
        self.fix_wanted.emit(self.finding, self.finding.fixes[int(link)])


def _shortened(words: str) -> str:
    """A sentence that would fill the card, up to the last whole word that has room."""
    return words if len(words) <= _LONG else words[:_LONG].rpartition(" ")[0].rstrip(",;") + " …"
