"""Which row of a ledger is meant by what was typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from stillnight.domain.errors import BadInput, UnknownName


def pick(what: str, typed: str, names: Sequence[str], preferred: Collection[int] = ()) -> int:
    """The index of the row that is meant by its number in the list, its name, or how its name begins.

    Args:
        what: What the ledger holds, also the command that lists it: ``medicine``.
        typed: What was typed.
        names: The name of each row, in the order of the list.
        preferred: The rows that are meant where several have that name, such as what is taken now.

    Raises:
        UnknownName: If no row has that name or number.
        BadInput: If several rows could be meant; it says their numbers.
    """
    text = " ".join(typed.split()).casefold()
    if text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= len(names):
        return int(text) - 1
    folded = [name.casefold() for name in names]
    found = [at for at, name in enumerate(folded) if name == text]
    found = found or [at for at, name in enumerate(folded) if text and name.startswith(text)]
    found = [at for at in found if at in preferred] or found
    if not found:
        raise UnknownName(what, typed, sorted(set(names)), f"stillnight {what} list shows them")
    if len(found) > 1:
        numbers = " or ".join(str(at + 1) for at in found[:6])
        raise BadInput(f"{typed.strip()} could be {numbers} of stillnight {what} list: say the number")
    return found[0]
