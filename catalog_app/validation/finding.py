"""What is said about a record: where, how grave, why, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from catalog_app.document.address import Address

Severity = Literal["error", "warning", "advice"]
Source = Literal["schema", "rule"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that can be offered: its button, whether it is safe, and what to compute.

    `repair` names a function of `catalog_app.validation.fixes`, which makes the edit from the
    document, the finding and `data` when it is asked for; so a finding stays a plain value that
    a job can hand over. `safe` means: no information is lost and no judgement is needed.
    """

    title: str
    repair: str
    safe: bool = False
    data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth a look, in the cataloguer's words.

    `rule` is stable and dotted (`mods.unknown-element`, `eprints.Q3`, `text.doubled-space`);
    `path` is an XPath in the file's own prefixes and `line` the line of the file, from 1;
    `standard` says who asks for it (`METS 1.12.1`, `MODS 3.3`, `W3CDTF`…).
    """

    severity: Severity
    source: Source
    rule: str
    message: str
    address: Address | None = None
    path: str = ""
    line: int = 0
    standard: str = ""
    fixes: tuple[Fix, ...] = field(default=())
