"""Field editors: one small class for each type of value, all behind one contract.

The contract of `Editor`, on a card:

    edited(str)        the user changed the value: the whole new value, character for character
    finished()         the focus left the editor, or Enter was pressed
    refused(str)       a sentence: something typed or pasted cannot stand in any record, or in
                       this closed list, and was not taken
    picked(object)     the whole entry, when the value came from a list or an interpretation
    remarked(str)      the editor's own judgement of the value in a sentence; "" if none
    set_value(str)     shows a value; emits nothing; keeps the cursor where the text allows
    value()            the value, as set or as edited
    set_read_only(b)   the value stays legible, selectable and focusable
    set_mark(m, s)     None, "error", "warning" or "advice" with its sentence
    set_address(a)     the field's new address, when a neighbour was added or moved
    select_range(a, b) selects characters a to b, counted as Python counts
    input              the widget that takes the focus; its accessible name is the label and its
                       object name the address
    address, label     what it was made with

An editor never changes what was typed: no trimming, no normalisation, no limit of length. Line
breaks pasted into a one-line field become spaces, then and only then. Undo belongs to the window:
no editor keeps Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z. `edited` and `picked` are declared as signals of
`object`, because Qt's own strings lose a byte order mark at the start of a text.

May import Qt and the look, and of the documents the marks of markup; never the session.
"""

from catalog_app.ui.form.editors.base import Editor
from catalog_app.ui.form.editors.factory import KINDS, make_editor
from catalog_app.ui.form.editors.offers import Offer

__all__ = ["KINDS", "Editor", "Offer", "make_editor"]
