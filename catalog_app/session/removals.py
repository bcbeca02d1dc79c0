"""Removing what something else points at: looked at first, asked about once, then done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from catalog_app.document.address import Address
from catalog_app.document.edit import Edit
from catalog_app.document.large import Making
from catalog_app.document.removing import Removal, looking
from catalog_app.document.slices import Slices
from catalog_app.session.jobs import Jobs
from catalog_app.session.large_edits import perform_in_slices, run_in_slices
from catalog_app.session.session import Session

Gather = Callable[[], Slices[Sequence[Address]]]
Answer = Callable[[bool], None]


class Removals(QObject):
    """Stands before the removals of a session.

    `asked(Removal, answer)` when something points at what is to go; `answer(links)` removes it,
    with what points there or without. Where nothing does, nobody is asked.
    """

    asked = Signal(object, object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        session.asks = self

    def ask(self, removal: object, answer: Answer) -> None:
        """Ask whether the links go too."""
        self.asked.emit(removal, answer)

    def waits(self, edit: Edit, origin: object) -> bool:
        """Whether a removal is done later: when it is answered, or a large file looked through."""
        plain, place = replace(edit, removes=None), edit.removes
        if place is None:
            return False
        state = {"waits": True, "later": False}

        def looked(removal: Removal | None) -> None:
            if removal is not None and removal.number:
                self.ask(removal, partial(self._answered, plain, origin, removal))
            elif state["later"]:
                self._session.perform(plain, origin)
            else:
                state["waits"] = False

        steps = _looking(self._session, partial(_only, place))
        run_in_slices(self._jobs, edit.name, steps, looked, partial(_refuse, self._session))
        state["later"] = True
        return state["waits"]

    def _answered(self, plain: Edit, origin: object, removal: Removal, links: bool) -> None:
        if links:
            make = partial(_alike, plain, removal.making(True, plain.name))
            perform_in_slices(self._session, self._jobs, plain.name, make, origin)
        else:
            self._session.perform(plain, origin)


def remove_asking(
    session: Session,
    jobs: Jobs,
    label: str,
    gather: Gather,
    name: Callable[[int], str],
    origin: object,
) -> None:
    """Remove many, asking once where something points at one of them; as a job if it takes long.

    Without anybody to ask, the links go too. `name` says of a number what the edit is called.
    """

    def looked(found: tuple[int, Removal] | None) -> None:
        if found is None:
            return
        number, removal = found

        def answer(links: bool) -> None:
            make = partial(removal.making, links, name(number))
            perform_in_slices(session, jobs, label, make, origin)

        if removal.number and session.asks is not None:
            session.asks.ask(removal, answer)
        else:
            answer(bool(removal.number))

    steps = _counted(session, gather)
    run_in_slices(jobs, label, steps, looked, partial(_refuse, session))


def _counted(session: Session, gather: Gather) -> Iterator[float | tuple[int, Removal]]:
    chosen = yield from gather()
    if chosen:
        removal = yield from looking(session.document, chosen)
        yield len(chosen), removal


def _looking(session: Session, gather: Gather) -> Iterator[float | Removal]:
    for step in _counted(session, gather):
        yield step if isinstance(step, float) else step[1]


def _only(place: Address) -> Slices[Sequence[Address]]:
    yield 0.0
    return [place]


def _alike(plain: Edit, making: Making) -> Making:
    """An edit that is undone and redone as the plain removal would be."""
    for step in making:
        if isinstance(step, Edit):
            step = replace(step, address=plain.address, back=plain.back)
        yield step


def _refuse(session: Session, error: BaseException) -> None:
    session.refused.emit(str(error))
