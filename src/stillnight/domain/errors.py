"""What can go wrong, said in one line that names the way out."""

from __future__ import annotations

from reprlib import Repr

_SHOWN = Repr()
_SHOWN.maxstring = _SHOWN.maxother = 60


class StillnightError(Exception):
    """Something failed; the message is one plain line for the user.

    Attributes:
        exit_code: What the command line exits with (1 for a failure).
    """

    exit_code = 1


class BadInput(StillnightError):
    """The user asked for something that cannot be meant; nothing was changed."""

    exit_code = 2


class FieldError(BadInput):
    """A value does not fit its field.

    Attributes:
        field: The field's name as in the journal, for example ``severity``.
        value: What was given.
        allowed: What would have fitted, in words.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        """Say which field, which value and what would fit."""
        super().__init__(f"{field}: {shown(value)} does not fit, it takes {allowed}")
        self.field = field
        self.value = value
        self.allowed = allowed


class UnknownName(BadInput):
    """A name that nothing here carries: a field, a factor, a rule, a tip."""

    def __init__(self, kind: str, name: str, known: list[str], hint: str = "") -> None:
        """Name the unknown, the nearest known ones and the way out."""
        from difflib import get_close_matches

        near = get_close_matches(name[:60], known, n=3, cutoff=0.5)
        meant = f", did you mean {' or '.join(near)}?" if near else ""
        tail = f" ({hint})" if hint else ""
        super().__init__(f"no {kind} is called {shown(name)}{meant}{tail}")
        self.name = name


class StoreError(StillnightError):
    """The journal could not be read or written."""


def shown(value: object) -> str:
    """A value as an error quotes it: on one line, and shortened where it is long."""
    try:
        return _SHOWN.repr(value)
    except ValueError:
        return "a number of thousands of digits"


class DocumentError(BadInput):
    """A file of data that people write does not fit; said so that its writer can mend it.

    Attributes:
        file: The file's name.
        id: The id of the entry, or where in the file it stands when it has none.
        key: The key that is wrong, with the keys above it: ``when.all.2.op``.
    """

    kind = ""

    def __init__(self, file: str, id: str, key: str, problem: str) -> None:
        """Name the file, the entry and the key, then what is wrong and what would fit."""
        super().__init__(f"{file}, {self.kind}{id}, {key}: {problem}")
        self.file = file
        self.id = id
        self.key = key
