"""Where things stand in the checkout."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "stillnight"


def sources() -> list[Path]:
    """Every Python file of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """A source file's dotted name: ``stillnight.domain.night``."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def rooms() -> set[str]:
    """The folders of the package: ``domain``, ``ui`` and so on."""
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def rim() -> set[str]:
    """The small modules beside the rooms, without the package itself and its entry point."""
    return {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}


def pyproject() -> dict[str, Any]:
    """The project's settings, parsed."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
