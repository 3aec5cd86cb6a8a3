"""Unsaved answers as plain values, so that they outlive a crash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from stillnight.domain.factor import PREFIX
from stillnight.domain.ports import Drafts
from stillnight.domain.values import Value
from stillnight.journal.form.state import FormState

_USUAL = "usual_medicines"

_BRIEF = {"severity", "onset"}
"""What is answered with the one question after a very bad night."""

EVENING_SHARE, MORNING_SHARE = "", "morning."
"""How the names of a form's unsaved answers begin."""


class Share:
    """One form's share of what is kept of a night: two forms write it, neither drops the other's words."""

    def __init__(self, drafts: Drafts, beginning: str = EVENING_SHARE) -> None:
        """Keep these, of the form whose names begin so."""
        self._drafts = drafts
        self._beginning = beginning

    def load(self, night: date) -> Mapping[str, Value]:
        """The form's unsaved values of a night; empty when there are none."""
        kept = self._drafts.load(night)
        return {name.removeprefix(self._beginning): value for name, value in kept.items() if self._owns(name)}

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep the form's unsaved values in place of what it kept before; empty forgets them."""
        others = {name: value for name, value in self._drafts.load(night).items() if not self._owns(name)}
        self._drafts.keep(night, others | {self._beginning + name: value for name, value in values.items()})

    def _owns(self, name: str) -> bool:
        return name.startswith(MORNING_SHARE) is (self._beginning == MORNING_SHARE)


def packed(state: FormState) -> dict[str, Value]:
    """What has to be kept of a form that is not saved."""
    return dict(state.draft) | ({} if state.usual is None else {_USUAL: state.usual})


def unpacked(kept: Mapping[str, Value]) -> FormState:
    """The form with what was kept of it."""
    usual = kept.get(_USUAL)
    draft = {name: value for name, value in kept.items() if name != _USUAL}
    is_whole = bool(kept.keys() - _BRIEF)
    state = FormState(draft=draft, touched=tuple(_answered(draft)), is_whole=is_whole)
    return replace(state, usual=usual) if isinstance(usual, bool) else state


def _answered(draft: Mapping[str, Value]) -> Iterator[str]:
    """The factors in a draft, so that Backspace takes them back as if just typed."""
    for name, value in draft.items():
        if name.startswith(PREFIX) and name.count(".") == 1 and value is not None:
            yield name.removeprefix(PREFIX)


class NoDrafts:
    """A :class:`stillnight.domain.ports.Drafts` that keeps nothing and touches nothing.

    A line of keys is saved at once or not at all, and what somebody left in the form stays there.
    """

    def load(self, night: date) -> Mapping[str, Value]:
        """Nothing."""
        return {}

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep nothing."""
