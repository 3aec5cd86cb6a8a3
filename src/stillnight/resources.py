"""Where the data that a person can read and mend lies: ``seeds/`` and ``themes/``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stillnight.domain.errors import StillnightError
from stillnight.journal.shelf import Shelf

_PACKAGE = Path(__file__).resolve().parent


class ResourceError(StillnightError):
    """A file that came with the program is missing or cannot be read."""


def resource_folder(name: str) -> Path:
    """The folder ``seeds`` or ``themes``: inside the installed package, else in the checkout.

    Raises:
        ResourceError: If it is in neither.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise ResourceError(f"the folder {name} that belongs to the program is missing: install stillnight again")


def read_seed(name: str) -> Mapping[str, Any]:
    """One parsed file of ``seeds/``, named without its ending.

    Raises:
        ResourceError: If it is missing or no TOML.
    """
    return read_toml(resource_folder("seeds") / f"{name}.toml")


def read_toml(path: Path) -> Mapping[str, Any]:
    """One parsed TOML file.

    Raises:
        ResourceError: If it is missing or no TOML; the message names the file and the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ResourceError(f"{path} cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path} is not right: {error}") from error


def read_shelf(folder: Path) -> Shelf:
    """Every ``*.toml`` of a folder; a broken one is a problem in words, a missing folder is empty."""
    tables: dict[str, Mapping[str, Any]] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables[path.stem] = read_toml(path)
        except ResourceError as error:
            problems.append(str(error))
    return Shelf(tables, tuple(problems))
