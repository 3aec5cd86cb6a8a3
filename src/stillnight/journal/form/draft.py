"""Unsaved answers as plain values, so that they outlive a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stillnight.domain.values import Value
from stillnight.journal.form.state import FormState

_USUAL = "usual_medicines"


def packed(state: FormState) -> dict[str, Value]:
    """What has to be kept of a form that is not saved."""
    return dict(state.draft) | ({} if state.usual is None else {_USUAL: state.usual})


def unpacked(kept: Mapping[str, Value]) -> FormState:
    """The form with what was kept of it."""
    usual = kept.get(_USUAL)
    state = FormState(draft={name: value for name, value in kept.items() if name != _USUAL})
    return replace(state, usual=usual) if isinstance(usual, bool) else state
