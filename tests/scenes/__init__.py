"""What the pictures of the window show: a table of scenes, each with what brings it about.

A scene is a name and a function of the window. They are played in order in one process, so that
a later one may stand on an earlier one; `tests.screens` takes the pictures.
"""

from tests.scenes import boxes, fields, package, panes
from tests.scenes.hands import Scene

#: All scenes, in the order they are played in.
SCENES: tuple[Scene, ...] = (
    *panes.BEFORE,
    *fields.SCENES,
    *panes.SCENES,
    *package.SCENES,
    *boxes.SCENES,
)
