"""``python -m stillnight`` and the installed command."""

from __future__ import annotations

import sys

from stillnight.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

__all__ = ["main"]
