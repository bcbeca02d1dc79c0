"""A guard against one fault of PySide: it loses references to None, True and False.

PySide6 6.12 is built for interpreters in which these constants cannot die (Python 3.12 and
later). Under 3.11 every call of a Qt function that returns nothing takes one reference from
None, and after some thousand calls the process is aborted ("deallocating None").
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 48


def hold_constants() -> bool:
    """Give None, True and False more references than a process can lose; True if it was needed.

    Does nothing where the constants are immortal, and nothing twice.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return False
    if sys.getrefcount(None) > _PLENTY // 2:
        return False
    for constant in (None, True, False):
        # The reference count is the first field of every object of this interpreter.
        ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
    return True
