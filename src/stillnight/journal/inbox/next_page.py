"""The inbox as it is to be: without what was taken, each line that stays below its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from stillnight.journal.inbox.page import header, reason_line
from stillnight.journal.inbox.slots import Sheet, Slot
from stillnight.journal.inbox.source import Role
from stillnight.journal.inbox.staying import with_reasons
from stillnight.journal.inbox.writing import Writing

NewToken = Callable[[Sequence[str]], str]
"""Makes the token of the next inbox from those of the last one."""


def next_data(
    main: Sheet | None, others: Sequence[Sheet], kept: Sequence[Slot], new_token: NewToken
) -> bytes | None:
    """The bytes of the inbox as it is to be; ``None`` where it is so already.

    Args:
        main: The inbox; ``None`` where there is none.
        others: Its copies, and what is to stand in it.
        kept: The lines that stay, wherever they come from.
        new_token: Makes the next token; a file that only gets reasons keeps its own.
    """
    own = list(main.slots.values()) if main else []
    added = [slot for slot in kept if not any(slot is one for one in own)]
    copies = [sheet for sheet in others if sheet.source.role is not Role.OWED]
    if main is None and not (copies or added):
        return None
    is_changed = main is None or bool(added) or _changes(main, own)
    first = main or (copies or others)[0]
    lines = [header(new_token(first.page.tokens))] if is_changed else list(first.page.headers)
    lines += _standing(main, kept, is_changed) if main else []
    lines += with_reasons(added)
    text = "".join(f"{line}\n" for line in lines)
    if main and text.split() == main.writing.text.split():
        return None
    return (main.writing if main else Writing()).encoded(text)


def _changes(main: Sheet, own: Sequence[Slot]) -> bool:
    """Does anything go or change its form, or is there no token yet? Only that tells older files apart."""
    return any(not slot.stays_as or slot.is_moved for slot in own) or (bool(own) and not main.page.tokens[0])


def _standing(main: Sheet, kept: Sequence[Slot], is_changed: bool) -> Iterator[str]:
    """What goes on standing in the inbox: remarks, and lines that stay, each below its reason."""
    for place, part in enumerate(main.page.parts):
        slot = main.slots.get(place)
        if slot is None:
            if not part.is_ours and (part.plain or not is_changed):
                yield part.raw
        elif any(slot is one for one in kept):
            yield reason_line(slot.reason)
            yield slot.stays_as
