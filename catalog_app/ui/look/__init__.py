"""How the window looks, in one place: colours, metrics, theme, icons.

Widgets take their look by role and never name a colour: `role(widget, "card")` for what the
style sheet draws, `colours(widget)` for what a widget paints itself. May import Qt and `paths`;
never knows a document.
"""

from catalog_app.ui.look.icons import icon, icon_names
from catalog_app.ui.look.refcounts import hold_constants
from catalog_app.ui.look.roles import colours, role
from catalog_app.ui.look.theme import Scheme, Theme
from catalog_app.ui.look.tokens import DARK, LIGHT, METRICS, Colours, Metrics

hold_constants()  # before Qt is called for anything: see there

__all__ = [
    "DARK",
    "LIGHT",
    "METRICS",
    "Colours",
    "Metrics",
    "Scheme",
    "Theme",
    "colours",
    "hold_constants",
    "icon",
    "icon_names",
    "role",
]
