"""`python -m tests.bench [NAME…]`: run the benchmarks and print a table."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.row import Row

_VERDICTS = {None: "", True: "ok", False: "MISSED"}


def found(names: list[str]) -> list[str]:
    """The modules beside this one that measure something, all or those named."""
    folder = str(Path(__file__).parent)
    known = [m.name for m in pkgutil.iter_modules([folder]) if m.name not in ("__main__", "row")]
    return [name for name in known if not names or name in names]


def printed(rows: list[Row]) -> None:
    """Print rows as columns."""
    cells = [(r.what, r.measured, r.compared, r.goal, _VERDICTS[r.reached]) for r in rows]
    wide = [max(len(row[column]) for row in cells) for column in range(5)]
    for row in cells:
        print("  " + "  ".join(c.ljust(w) for c, w in zip(row, wide, strict=True)).rstrip())


def main() -> int:
    """Run the modules one after the other."""
    missed = 0
    for name in found(sys.argv[1:]):
        module = import_module(f"tests.bench.{name}")
        if not hasattr(module, "measure"):
            continue
        print(f"{name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        rows = module.measure()
        printed(rows)
        missed += sum(row.reached is False for row in rows)
    print(f"{missed} goals missed" if missed else "every goal reached")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
