"""The traces of a record as they are kept in `<file>.traces.json` beside its file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from catalog_app.document.address import AddressError, parse_address
from catalog_app.session.anchoring import Trace
from catalog_app.session.saving import write_elsewhere

_FORMAT = 1
_LARGEST_PASTE = 200_000


@dataclass
class Source:
    """An article of this record: how it is called, what came from it and what was dismissed.

    `key` is the file's path, or `paste:` and a checksum for text that has no file, which is then
    kept in `text`.
    """

    key: str
    encoding: str = ""
    text: str = ""
    traces: list[Trace] = field(default_factory=list)
    dismissed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def path(self) -> Path | None:
        """The article's file."""
        return None if self.key.startswith("paste:") else Path(self.key)


def sidecar(path: Path) -> Path:
    """Where the traces of a record's file are kept."""
    return path.with_name(path.name + ".traces.json")


def paste_key(text: str) -> str:
    """What a text without a file is called."""
    return "paste:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


# ---- reading and writing


def read_beside(path: Path) -> list[Source]:
    """What is kept beside a record's file; nothing where it cannot be understood."""
    try:
        kept = json.loads(sidecar(path).read_text(encoding="utf-8"))
        return [_source(entry, path.parent) for entry in kept["articles"]]
    except (OSError, ValueError, KeyError, TypeError, AddressError):
        return []


def write_beside(path: Path, sources: Iterable[Source]) -> None:
    """Keep what is worth it beside a record's file, or remove it there; raises OSError."""
    worth = [source for source in sources if source.traces or source.dismissed]
    if not worth:
        sidecar(path).unlink(missing_ok=True)
        return
    kept = {"format": _FORMAT, "articles": [_entry(source, path.parent) for source in worth]}
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    if any("\ud800" <= letter <= "\udfff" for letter in text):  # a file name that is no UTF-8
        text = json.dumps(kept, indent=1)
    write_elsewhere(sidecar(path), (text.encode(),))


def _entry(source: Source, folder: Path) -> dict[str, object]:
    """A source as it is written: the article's path from the record's folder where it can be."""
    path = source.path
    kept: dict[str, object] = {"article": _relative(path, folder) if path else source.key}
    if source.encoding:
        kept["encoding"] = source.encoding
    if path is None and len(source.text) <= _LARGEST_PASTE:
        kept["text"] = source.text
    kept["dismissed"] = sorted(map(list, source.dismissed))
    kept["traces"] = [_trace_entry(trace) for trace in source.traces]
    return kept


def _relative(path: Path, folder: Path) -> str:
    absolute = path.absolute()
    if absolute.is_relative_to(folder.absolute()):
        absolute = absolute.relative_to(folder.absolute())
    return absolute.as_posix()


def _trace_entry(trace: Trace) -> dict[str, object]:
    return {
        "kind": trace.kind,
        "at": [trace.start, trace.end],
        "quote": trace.quote,
        "before": trace.before,
        "after": trace.after,
        "address": str(trace.address) if trace.address else "",
        "path": list(trace.path),
        "said": trace.said,
    }


def _source(entry: dict[str, object], folder: Path) -> Source:
    name = str(entry["article"])
    key = name if name.startswith("paste:") else str(folder.absolute() / name)
    listed = entry.get("traces", [])
    dismissed = entry.get("dismissed", [])
    if not isinstance(listed, list) or not isinstance(dismissed, list):
        raise TypeError("not a list")
    return Source(
        key,
        str(entry.get("encoding", "")),
        str(entry.get("text", "")),
        [_trace(one) for one in listed],
        {(str(one[0]), str(one[1])) for one in dismissed},
    )


def _trace(entry: dict[str, object]) -> Trace:
    at, path = entry["at"], entry["path"]
    if not isinstance(at, list) or not isinstance(path, list):
        raise TypeError("not a list")
    address = str(entry["address"])
    return Trace(
        str(entry["kind"]),
        int(at[0]),
        int(at[1]),
        str(entry["quote"]),
        str(entry["before"]),
        str(entry["after"]),
        parse_address(address) if address else None,
        tuple(map(str, path)),
        str(entry["said"]),
    )
