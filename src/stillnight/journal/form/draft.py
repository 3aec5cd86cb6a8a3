"""Unsaved answers as plain values, so that they outlive a crash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from stillnight.domain.factor import PREFIX
from stillnight.domain.values import Value
from stillnight.journal.form.state import FormState

_USUAL = "usual_medicines"


def packed(state: FormState) -> dict[str, Value]:
    """What has to be kept of a form that is not saved."""
    return dict(state.draft) | ({} if state.usual is None else {_USUAL: state.usual})


def unpacked(kept: Mapping[str, Value]) -> FormState:
    """The form with what was kept of it."""
    usual = kept.get(_USUAL)
    draft = {name: value for name, value in kept.items() if name != _USUAL}
    state = FormState(draft=draft, touched=tuple(_answered(draft)))
    return replace(state, usual=usual) if isinstance(usual, bool) else state


def _answered(draft: Mapping[str, Value]) -> Iterator[str]:
    """The factors in a draft, so that Backspace takes them back as if just typed."""
    for name, value in draft.items():
        if name.startswith(PREFIX) and name.count(".") == 1 and value is not None:
            yield name.removeprefix(PREFIX)
