"""Which cards and fields are unfolded, remembered by record and, between sessions, by kind."""

from __future__ import annotations

from catalog_app.document.address import Address
from catalog_app.document.unfolded import Unfolded, kind_of
from catalog_app.session.settings import Settings

_KEY = "form/unfolded"
_MOST = 200


class Unfolding:
    """What the user has unfolded: in every record of this session as it was left there.

    In a record that is shown for the first time it is what was unfolded by hand in others.
    """

    def __init__(self, settings: Settings | None) -> None:
        self._settings = settings
        self._kept: dict[Address, Unfolded] = {}
        self._root: Address | None = None
        self.now = Unfolded()

    def show(self, root: Address) -> None:
        """Go to another record or section."""
        if self._root is not None:
            self._kept[self._root] = self.now
        self._root = root
        self.now = self._kept.get(root) or Unfolded(kinds=frozenset(self._kinds()))

    def add(self, address: Address) -> None:
        """Unfold a place for what is to be done there."""
        self.now = self.now.put(address, True)

    def toggle(self, address: Address) -> None:
        """Unfold or fold a place by hand, which is remembered for its kind."""
        wanted = address not in self.now
        self.now = self.now.put(address, wanted)
        kinds = [one for one in self._kinds() if one != kind_of(address)]
        if self._settings is not None:
            self._settings.keep(_KEY, [*kinds, kind_of(address)][-_MOST:] if wanted else kinds)

    def clear(self) -> None:
        """Fold everything here."""
        self.now = Unfolded()

    def _kinds(self) -> list[str]:
        return self._settings.texts(_KEY) if self._settings is not None else []
