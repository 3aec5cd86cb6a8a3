"""What is worked out when somebody asks for it, and not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from stillnight.insight.knowing.knowing import Knowing


class KnowingLater(Mapping[str, Knowing]):
    """When more can be known, by slug: the pane of Home never asks, so it need not wait for it."""

    def __init__(self, find: Callable[[], Mapping[str, Knowing]]) -> None:
        """Find it so, once."""
        self._find = find

    @cached_property
    def _found(self) -> Mapping[str, Knowing]:
        return self._find()

    def __getitem__(self, slug: str) -> Knowing:
        """When more can be known about a factor."""
        return self._found[slug]

    def __iter__(self) -> Iterator[str]:
        """The factors of which there is something to be said."""
        return iter(self._found)

    def __len__(self) -> int:
        """How many they are."""
        return len(self._found)
