"""What another device purged and was still here: it goes from here too, and that is told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stillnight.domain.clock_rule import span_words
from stillnight.domain.ports import NIGHTS
from stillnight.storage.earlier.restoring import night_of_key
from stillnight.storage.joining.arrivals import differing
from stillnight.storage.joining.devices import author, names_of
from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import parse
from stillnight.storage.writes.record import PURGE_SIGN, PURGED, Write
from stillnight.storage.writes.state import Key, State


def purged_elsewhere(before: State, now: State, device: str) -> Mapping[Key, str]:
    """The records that had something in them before and were purged by other devices since.

    Args:
        before: What was known.
        now: What is known since something came.
        device: The id of the device that asks.

    Returns:
        Each with the stamp of its purge.
    """
    return dict(_purged(before, now, device))


def purged_words(purged: Mapping[Key, str], now: State, device: str) -> str:
    """One calm sentence about it; empty where nothing was purged.

    Args:
        purged: What :func:`purged_elsewhere` found.
        now: What is known, for the names of the devices.
        device: The id of the device that asks.
    """
    if not purged:
        return ""
    names = names_of(now)
    by = dict.fromkeys(author(Write(at, PURGED, True), names, device) for at in purged.values())
    nights = [night for key in purged if key[0] == NIGHTS and (night := night_of_key(key))]
    if len(nights or purged) == 1:
        what = f"The night of {span_words(nights[0])}" if nights else "An entry"
        was, gone = "was", "it is"
    else:
        what = f"{len(nights)} nights" if nights else f"{len(purged)} entries"
        was, gone = "were", "they are"
    return f"{what} {was} purged for good by {' and '.join(by)}, so {gone} gone here, too."


def _purged(before: State, now: State, device: str) -> Iterator[tuple[Key, str]]:
    for key, text in differing(before, now):
        if PURGE_SIGN not in text:
            continue
        rec, known = parse(text), before.text(*key)
        is_ours = stamp.device_of(rec.purged) == device
        if rec.purged and not is_ours and not rec.live() and known and parse(known).live():
            yield key, rec.purged
