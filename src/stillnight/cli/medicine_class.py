"""Which class a medicine has: said, known by its name, or picked from a list on the terminal."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from stillnight.cli.console import say
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.medicine import OTHER
from stillnight.rules.medicines import Medicines


class Classed(NamedTuple):
    """The class of a medicine.

    Attributes:
        klass: Its id.
        generic: The generic name that was understood, where it was spelled differently.
        said: What its user should know about that; empty where it goes without saying.
    """

    klass: str
    generic: str = ""
    said: str = ""


def class_of(name: str, wanted: str | None, known: Medicines) -> Classed:
    """The class that was said, that the name has, or that is picked on the terminal; else ``other``.

    Raises:
        UnknownName: If the class that was said is none.
        BadInput: If none of the list was picked.
    """
    if wanted is not None:
        if wanted not in known.classes:
            raise UnknownName("class", wanted, list(known.classes), f"there are {', '.join(known.classes)}")
        return Classed(wanted)
    understood = known.understand(name)
    if understood is not None:
        label = known.classes[understood.classes[0]].label
        said = f"{name} is read as {understood.generic}, {label}. If that is wrong, {_say_class(name)}"
        return Classed(understood.classes[0], understood.kept, "" if understood.is_exact else said)
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        return Classed(_ask(name, known))
    return Classed(
        OTHER, "", f"{name} is not in the list of names, so its class is {OTHER}; {_say_class(name)}"
    )


def _say_class(name: str) -> str:
    return f'stillnight medicine edit "{name.strip()}" --class says it better'


def _ask(name: str, known: Medicines) -> str:
    ids = list(known.classes)
    for number, one in enumerate(known.classes.values(), 1):
        say(f"{number:>3}  {one.label}: {one.examples}")
    try:
        answer = input(f"What sort of medicine is {name}? Its number, Enter for {OTHER}: ").strip()
    except EOFError:
        return OTHER
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(ids):
        return ids[int(answer) - 1]
    if answer and answer not in ids:
        raise BadInput(f"{answer!r} is no number from 1 to {len(ids)}; nothing was added")
    return answer or OTHER


def class_of_edit(wanted: str | None, name: str | None, known: Medicines) -> dict[str, Any]:
    """What an edit changes of the class: what is said is meant; another name brings its own class.

    Raises:
        UnknownName: If the class that was said is none.
    """
    if wanted is not None:
        return {"klass": class_of("", wanted, known).klass, "generic": ""}
    understood = known.understand(name) if name else None
    if understood is None:
        return {"generic": ""} if name else {}
    return {"klass": understood.classes[0], "generic": understood.kept}
