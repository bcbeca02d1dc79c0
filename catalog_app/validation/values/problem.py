"""What a check of one value says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class ValueProblem:
    """One thing that is wrong with a value, in the cataloguer's words.

    `rule` is stable and dotted; `standard` says who asks for it, empty for good sense.
    `repaired` is the whole value as it should be, where that can be computed; `safe` says that
    taking it loses nothing and needs no judgement. `attribute` is a name and value that would
    mend it instead, such as ("encoding", "edtf") or ("type", "date").
    """

    rule: str
    severity: Severity
    message: str
    standard: str = ""
    repaired: str | None = None
    safe: bool = False
    attribute: tuple[str, str] | None = None


def quoted(value: str, longest: int = 60) -> str:
    """The value in quotation marks for a message, on one line and cut in the middle if long."""
    flat = " ".join(value.split())
    if len(flat) > longest:
        flat = f"{flat[: longest - 20]}…{flat[-15:]}"
    return f"“{flat}”"
