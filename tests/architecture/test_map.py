"""Who opens the room of storage for the first time finds every file of it on the map at its door."""

from __future__ import annotations

import re

from tests.architecture.layout import PACKAGE

import stillnight.storage

OTHER_WORDS = {"verify", "stamp", "record"}


def test_every_file_of_storage_stands_on_its_map_and_nothing_else_does():
    folder = PACKAGE / "storage"
    here = {path.stem for path in folder.glob("[!_]*.py")}
    here |= {path.parent.name for path in folder.glob("*/__init__.py")}

    on_map = set(re.findall(r"``(\w+)``", stillnight.storage.__doc__ or "")) - OTHER_WORDS

    assert on_map == here
