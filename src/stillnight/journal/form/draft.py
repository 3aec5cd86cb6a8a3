"""Unsaved answers as plain values, so that they outlive a crash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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

_NOTE, _NOTE_BEFORE = "note", "note.before"
"""The note that is typed, and the one that was saved when it was begun; nothing where there was none."""


class Share:
    """One form's share of what is kept of a night: two forms write it, neither drops the other's words."""

    def __init__(self, drafts: Drafts, beginning: str = EVENING_SHARE) -> None:
        """Keep these, of the form whose names begin so."""
        self._drafts = drafts
        self._beginning = beginning

    def load(self, night: date, saved: Value = None) -> Mapping[str, Value]:
        """The form's unsaved values of a night; empty when there are none.

        Args:
            night: The evening's date.
            saved: The note that is saved by now. Words in it that came after the draft was begun, from the
                other form or from elsewhere, stay in front of those that are typed.
        """
        own = self._own(night)
        before = own.pop(_NOTE_BEFORE, None)
        if _NOTE in own and saved is not None and saved != before:
            own[_NOTE] = _both(str(saved), own[_NOTE])
        return own

    def keep(self, night: date, values: Mapping[str, Value], saved: Value = None) -> None:
        """Keep the form's unsaved values in place of what it kept before; empty forgets them.

        Args:
            night: The evening's date.
            values: The values.
            saved: The note that is saved.
        """
        kept = self._drafts.load(night)
        before = self._own(night) if self._beginning + _NOTE in kept else {_NOTE_BEFORE: saved}
        own = dict(values)
        if _NOTE in own and before.get(_NOTE_BEFORE) is not None:
            own[_NOTE_BEFORE] = before[_NOTE_BEFORE]
        others = {name: value for name, value in kept.items() if not self._owns(name)}
        self._drafts.keep(night, others | {self._beginning + name: value for name, value in own.items()})

    def with_note(self, night: date, values: Mapping[str, Value], saved: Value) -> dict[str, Value]:
        """What is to be saved: words that came after the note was begun stay in front of those typed.

        Args:
            night: The evening's date.
            values: What is typed.
            saved: The note that is saved by now.
        """
        own = self._own(night)
        is_known = _NOTE in own and own[_NOTE] == values.get(_NOTE)
        if not is_known or saved is None or saved == own.get(_NOTE_BEFORE):
            return dict(values)
        return {**values, _NOTE: _both(str(saved), values[_NOTE])}

    def nights(self) -> Sequence[date]:
        """The nights of which the form has unsaved values, in order."""
        return [night for night in self._drafts.nights() if self._own(night)]

    def _own(self, night: date) -> dict[str, Value]:
        kept = self._drafts.load(night)
        return {name.removeprefix(self._beginning): value for name, value in kept.items() if self._owns(name)}

    def _owns(self, name: str) -> bool:
        return name.startswith(MORNING_SHARE) is (self._beginning == MORNING_SHARE)


def _both(saved: str, typed: Value) -> str:
    """The words that were saved meanwhile and those that are typed."""
    words = "" if typed is None else str(typed)
    return words if saved in words else f"{saved}\n{words}".rstrip()


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

    def nights(self) -> Sequence[date]:
        """None."""
        return ()

    @property
    def are_kept(self) -> bool:
        """Nothing is meant to be."""
        return True
