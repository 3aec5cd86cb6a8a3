"""Where a save can break: every call that changes something, and how each can fail."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence

from tests.storage.faults.shop import Call, Fault, Shop, read_trace

PLACES = ((), ("cloud",), ("here",))
"""Everywhere, in the cloud folder alone, in this device's folders alone."""


def writes_of(shop: Shop, argv: Sequence[str]) -> Sequence[Call]:
    """The writes that a command makes where nothing fails; the place is put back."""
    trace = shop.root / "trace"
    shop.run(*argv, trace=trace)
    shop.put_back()
    return [call for call in read_trace(trace) if call.op == "write"]


def kills(shop: Shop, argv: Sequence[str]) -> Iterator[Fault]:
    """Killed before each call and after the last one, and within each write."""
    for at in range(1, _count(shop, argv, ()) + 2):
        yield Fault("kill", at)
    for write in writes_of(shop, argv):
        size = len(write.data)
        for amount in sorted({1, size // 2, size - 1}):
            yield Fault("torn", write.number, amount=amount)


def failures(shop: Shop, argv: Sequence[str], error: int) -> Iterator[Fault]:
    """One call fails, or all from one call on; everywhere, or in one folder alone."""
    for where in PLACES:
        count = _count(shop, argv, where)
        for at in range(1, count + 1):
            yield Fault("fail", at, error, stays=True, where=where)
            if not where:
                yield Fault("fail", at, error)


def short_writes(shop: Shop, argv: Sequence[str]) -> Iterator[Fault]:
    """A write that writes less than it was given, alone or as the last one; and all writes that do."""
    for write in writes_of(shop, argv):
        yield Fault("short", write.number, amount=7)
        yield Fault("fill", write.number, errno.ENOSPC, amount=7, stays=True)
    yield Fault("short", 1, amount=5, stays=True)


def _count(shop: Shop, argv: Sequence[str], where: tuple[str, ...]) -> int:
    count = shop.run(*argv, fault=Fault(where=where)).calls
    shop.put_back()
    return count
