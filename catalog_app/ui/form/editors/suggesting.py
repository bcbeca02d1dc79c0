"""A line that says aloud what the text typed in it means, and offers to write that."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from catalog_app.ui.form.editors.line import LineEditor
from catalog_app.ui.look.roles import role

#: What a typed text means: a string, an object with a `value`, a tuple that begins with it, None.
#: An object may say how it is `shown`, whether it is `plain` or `doubtful`.
Interpret = Callable[[str], object | None]


def meant(found: object | None) -> str:
    """The value in what an interpretation returned, "" if there is none."""
    if found is None:
        return ""
    if isinstance(found, str):
        return found
    value = getattr(found, "value", None)
    return str(found[0] if value is None else value)  # type: ignore[index]


class SuggestingEditor(LineEditor):
    """A line with the interpretation of its text offered beside it."""

    def __init__(
        self, label: str, address: str, *, interpret: Interpret | None = None, **others: object
    ) -> None:
        super().__init__(label, address, **others)
        self._interpret = interpret
        self._found: object | None = None
        self._typing = False
        self._suggestion: QPushButton | None = None
        self.input.entered.connect(self._settle)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._look_at(self._value)

    def suggestion(self) -> str:
        """The value that is offered for what was typed, "" if none."""
        return "" if self._found is None else getattr(self._found, "shown", meant(self._found))

    def set_value(self, value: str) -> None:
        if value != self._value:
            self._typing = False
        super().set_value(value)

    def _on_line_edited(self, text: str) -> None:
        self._typing = True
        super()._on_line_edited(text)

    def _on_line_focused(self, focused: bool) -> None:
        if not focused:
            self._settle()
        super()._on_line_focused(focused)

    def _settle(self) -> None:
        """Write what a typed date means when it is left, if that is sure; else it stays."""
        if self._typing and getattr(self._found, "plain", False):
            self._take()
        self._typing = False

    def _look_at(self, value: str) -> None:
        ask = self._interpret if value.strip() and not self._read_only else None
        found = ask(value) if ask else None
        self._found = found if meant(found) not in ("", value) else None
        self._judge(*self._standing(value))
        if self._found is None and self._suggestion is None:
            return
        button = self._suggestion_button()
        if self._found is None:
            button.hide()
        else:
            words = QCoreApplication.translate("Editor", "Write {0}")
            button.setToolTip(words.format(self.suggestion()))
            button.setAccessibleName(f"{words.format(self.suggestion())}: {self.label}")
            # What leaving the field writes by itself is no stop on the way.
            sure, policy = getattr(self._found, "plain", False), Qt.FocusPolicy
            button.setFocusPolicy(policy.ClickFocus if sure else policy.StrongFocus)
            button.show()
        self._arrange()

    def _standing(self, value: str) -> tuple[str | None, str]:
        """A sign with its sentence: that a date can be read in two ways, and so stays as it is."""
        if not getattr(self._found, "doubtful", False):
            return None, ""
        words = QCoreApplication.translate(
            "Editor", "Day and month of “{0}” cannot be told apart, so it stays as it is."
        )
        return "advice", words.format(value.strip())

    def _arrange(self) -> None:
        """Show the suggestion in full where it leaves room for what was typed."""
        if self._suggestion is not None and self._found is not None:
            metrics, whole = self.fontMetrics(), f"→ {self.suggestion()}"
            taken = self.line_height() * (1 + len(self._buttons[1:]))
            room = self.width() - taken - metrics.horizontalAdvance(self._value)
            fits = metrics.horizontalAdvance(whole) + 16 <= room
            self._suggestion.setText(whole if fits else "→")
        super()._arrange()

    def _suggestion_button(self) -> QPushButton:
        if self._suggestion is None:
            button = role(QPushButton(self), "link")
            button.setAutoDefault(True)  # Enter presses it, outside dialogs too
            button.clicked.connect(self._on_suggestion_clicked)
            self._buttons.insert(0, button)
            stops = [self.input, *self._buttons]
            for before, after in pairwise(stops):
                self.setTabOrder(before, after)
            self._suggestion = button
        return self._suggestion

    def _on_suggestion_clicked(self) -> None:
        if self._found is not None:
            self.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self._take()

    def _take(self) -> None:
        """Write what was understood; undo gives back what was typed."""
        found, typed, shown = self._found, self._value, self.suggestion()
        self._value = meant(found)
        self.input.show_text(self._value)
        self._look_at(self._value)
        # The whole date first: who takes it has the value too, and makes one edit of both.
        self.picked.emit(found)
        self.edited.emit(self._value)
        words = QCoreApplication.translate("Editor", "“{0}” was understood as {1}.")
        self._judge("ok", words.format(typed.strip(), shown))
