"""The phone's inbox, taken in for whoever works with the journal; without one, a look at a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from stillnight.domain.errors import StillnightError
from stillnight.storage.inbox import names_in

if TYPE_CHECKING:
    from stillnight.cli.house import House
    from stillnight.domain.ports import Store
    from stillnight.journal.inbox.taking import Delivery
    from stillnight.storage.inbox.box import FileBox

FINISHING_SECONDS = 1.0
"""So long a line without an end is waited for by somebody who asks for it."""


class Mail:
    """The inbox of the journal of a house, see :class:`stillnight.journal.session.Mail`."""

    def __init__(self, house: House) -> None:
        """Look at nothing yet."""
        self._house = house
        self._trouble = ""

    def has_come(self) -> bool:
        """Is there anything that was not looked at yet? Never raises."""
        path = self._house.place.path
        try:
            return bool(names_in(path.resolve().parent)) and box_of(self._house).has_mail()
        except (OSError, RuntimeError):
            return False

    def take_in(self) -> Sequence[str]:
        """Take in what came, and say what it was; nothing is said where nothing did.

        A trouble is said too, once: whoever is about to write something down must not be kept from it.
        """
        if not self.has_come():
            return ()
        try:
            return deliver(self._house).sentences
        except (StillnightError, OSError) as error:
            before, self._trouble = self._trouble, f"nothing was taken from inbox.txt: {error}"
            return (self._trouble,) if self._trouble != before else ()


def deliver(house: House, is_trial: bool = False, wait: Callable[[float], None] | None = None) -> Delivery:
    """Take the inbox in, whatever was seen of it before.

    Args:
        house: Knows the journal.
        is_trial: Only find out what would be taken.
        wait: Waits so many seconds for a line that may still be on its way; ``None`` leaves it for later.

    Raises:
        StoreError: If it could not be made safe; then the inbox stays as it is.
    """
    from stillnight.journal.inbox.taking import Delivery

    if not names_in(box_of(house).folder):
        return Delivery()
    delivery = _once(house, is_trial)
    if delivery.waiting and wait is not None:
        wait(FINISHING_SECONDS)
        delivery = _once(house, is_trial, delivery)
    return delivery


def box_of(house: House) -> FileBox:
    """The inbox of the journal in use."""
    from stillnight.storage.inbox.box import FileBox

    return FileBox(house.place.path.resolve(), house.folders.state, house.clock)


def wait_for(seconds: float) -> None:
    """Wait, as somebody at a keyboard does."""
    time.sleep(seconds)


def _once(house: House, is_trial: bool, before: Delivery | None = None) -> Delivery:
    from stillnight.journal.inbox.taking import take_in

    journal, box = house.journal, box_of(house)
    with box.open(is_trial):
        if not is_trial:
            _catch_up(journal.desk.store)
        delivery = take_in(journal, box, is_trial)
        if not is_trial:
            box.remember(is_over=not delivery.waiting)
    if before is not None:
        delivery.taken[:0] = before.taken
    return delivery


def _catch_up(store: Store) -> None:
    """See what another process took in while this one waited for its turn.

    Nothing is written; what came from elsewhere is still told by whoever asks for news.
    """
    if getattr(store, "is_begun", True):
        store.write("", ())
    else:
        store.refresh()
