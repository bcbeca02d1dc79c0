"""`python -m catalog_app`: the command line."""

from __future__ import annotations

import sys

from catalog_app.cli import main

sys.exit(main())
