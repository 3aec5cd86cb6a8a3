"""``python -m stillnight`` and the installed command."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the program and return its exit code.

    Start-up throws nothing away, so the collector would only look through it again and again: it sleeps
    until the first frame, and through the whole of a command.
    """
    gc.disable()
    from stillnight.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
