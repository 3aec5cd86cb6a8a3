"""Whatever keys are pressed, and however long the machine sleeps between them, a session stays true."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.state import ASLEEP, Phase, back, begin, look, minutes, pause, skip, stop, view
from tests.tips.coach.guides import BEGAN, after

MOVES = {"look": look, "pause": pause, "skip": skip, "back": back, "stop": stop}
STEPS = st.builds(
    Step, words=st.just("Do it."), kind=st.sampled_from([*Kind]), seconds=st.sampled_from([0, 1, 5, 30, 1800])
)
GUIDES = st.builds(
    Guide,
    id=st.just("made_up"),
    tip=st.just("made_up"),
    title=st.just("Made up"),
    steps=st.lists(STEPS, min_size=1, max_size=6).map(tuple),
    runs_on=st.booleans(),
)
GAPS = st.one_of(st.floats(0, 29), st.floats(31, 20_000), st.floats(-7200, 0))
WALKS = st.lists(st.tuples(st.sampled_from(["look", "look", *MOVES]), GAPS), max_size=30)
WATCHED = st.lists(st.floats(0.1, 29), min_size=1, max_size=30)


def walked(guide, walk):
    """Every state of a walk, with the key before it and its moment in seconds after the beginning."""
    state, at = begin(guide, BEGAN), 0.0
    yield "begin", state, at
    for key, gap in walk:
        at += gap
        state = MOVES[key](guide, state, after(at))
        yield key, state, at


@given(guide=GUIDES, walk=WALKS)
def test_what_is_shown_is_never_outside_the_session(guide, walk):
    for _, state, at in walked(guide, walk):
        assert 0 <= state.index <= len(guide.steps)
        shown = view(guide, state, after(at))
        assert 1 <= shown.number <= shown.count
        assert (shown.step is None) is state.is_over
        assert shown.left_in_all <= guide.seconds
        if shown.step:
            assert shown.left is None if shown.step.is_open else 1 <= shown.left <= shown.step.seconds


@given(guide=GUIDES, walk=WALKS)
def test_it_is_over_once_and_for_all(guide, walk):
    ends = [state for _, state, _ in walked(guide, walk) if state.is_over]
    assert len(set(ends)) <= 1
    assert all(state.ended for state in ends)


@given(guide=GUIDES, walk=WALKS)
def test_minutes_are_no_more_than_what_passed(guide, walk):
    passed = 0.0
    for (_, gap), (_, state, at) in zip([("", 0.0), *walk], walked(guide, walk), strict=True):
        passed += max(gap, 0)
        assert state.worked.total_seconds() <= passed + 0.001
        assert 0 <= minutes(state, after(at)) <= min(passed / 60 + 0.5, 240)


@given(guide=GUIDES, walk=WALKS)
def test_what_the_machine_slept_counts_for_nothing_but_a_device(guide, walk):
    awake = sum(gap for _, gap in walk if 0 < gap <= ASLEEP.total_seconds())
    *_, (_, state, _) = walked(guide, walk)
    if not guide.runs_on:
        assert state.worked.total_seconds() <= awake + 0.001


@given(guide=GUIDES, walk=WALKS)
def test_what_nobody_skips_is_done_only_after_all_its_time(guide, walk):
    walk = [(key if key != "skip" else "back", gap) for key, gap in walk]
    longest = 20_000 if guide.runs_on else ASLEEP.total_seconds()
    counted = sum(gap for _, gap in walk if 0 < gap <= longest)
    *_, (_, state, _) = walked(guide, walk)
    if state.phase is Phase.DONE and not any(step.is_open for step in guide.steps):
        assert counted >= guide.seconds - 0.001


@given(guide=GUIDES, gaps=WATCHED)
def test_watched_without_a_key_it_takes_exactly_as_long_as_its_steps(guide, gaps):
    *_, (_, state, at) = walked(guide, [("look", gap) for gap in gaps])
    if any(step.is_open for step in guide.steps):
        assert state.phase is Phase.RUNNING
    else:
        assert (state.phase is Phase.DONE) is (after(at) - BEGAN >= timedelta(seconds=guide.seconds))
        assert state.ended in (None, after(guide.seconds))


@given(guide=GUIDES, gaps=WATCHED, where=st.integers(0, 29), length=st.floats(0, 20_000))
def test_a_pause_changes_nothing(guide, gaps, where, length):
    looks = [("look", gap) for gap in gaps]
    where = min(where, len(looks))
    paused = [*looks[:where], ("pause", 0.0), ("pause", length), *looks[where:]]
    *_, (_, plain, _) = walked(guide, looks)
    *_, (_, state, _) = walked(guide, paused)
    assert (state.phase, state.index) == (plain.phase, plain.index)
    assert abs(state.spent - plain.spent) < timedelta(milliseconds=1)
    assert abs(state.worked - plain.worked) < timedelta(milliseconds=1)
