"""Every gate shuts for its reasons, and only for them."""

from __future__ import annotations

import pytest

from stillnight.domain.flag import Tick
from stillnight.domain.night import Night
from stillnight.tips.choice import gated
from tests.rules.seeds import seed_library
from tests.rules.worlds import TONIGHT, ago

GATES = seed_library().gates
QUIET = Night(TONIGHT, {"severity": 5, "f.alcohol": 0, "f.antihistamine": False})

SHUTTING = [
    *((gate.id, {"conditions": [name]}, (), {}, ()) for gate in GATES.values() for name in gate.conditions),
    *((gate.id, {}, (flag,), {}, ()) for gate in GATES.values() for flag in gate.flags),
    *((gate.id, {}, (), {f"f.{name}": True}, ()) for gate in GATES.values() for name in gate.factors),
    *((gate.id, {}, (), {}, (name,)) for gate in GATES.values() for name in gate.classes),
    *((gate.id, {"pregnant_week": 12}, (), {}, ()) for gate in GATES.values() if gate.pregnant),
]


@pytest.mark.parametrize(("name", "profile", "flags", "values", "taken"), SHUTTING)
def test_each_reason_shuts_its_gate(name, profile, flags, values, taken):
    ticks = [Tick(TONIGHT, flag) for flag in flags]
    assert GATES[name].shuts(profile, ticks, Night(TONIGHT, values), taken)


@pytest.mark.parametrize("name", [name for name, gate in GATES.items() if not gate.always])
def test_a_gate_stays_open_without_a_reason(name):
    gate = GATES[name]
    other = Tick(TONIGHT, "impulse_change")
    assert not gate.shuts({"conditions": ["ms"], "snore": True}, [other], QUIET, {"iron"})
    assert not gate.shuts({}, [], Night(TONIGHT, logged=False))


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        ("G01", {"conditions": ["dvt_past"]}),
        ("G02", {"conditions": ["varicose"]}),
        ("G03", {"pregnant_week": 0}),
        ("G03", {"pregnant": True}),
        ("G04", {"neuropathy": True}),
        ("G05", {"conditions": "heart_failure, ckd"}),
        ("G06", {"conditions": ["epilepsy"]}),
        ("G07", {"conditions": ["implant"]}),
        ("G08", {"falls": True}),
        ("G08", {"recent_surgery": True}),
        ("G09", {"conditions": ["heart_unstable"]}),
        ("G10", {}),
        ("G11", {"conditions": ["asthma"]}),
        ("G12", {"epilepsy": True}),
        ("G16", {"pregnant_week": 30}),
        ("G17", {"osteoporosis": True}),
    ],
)
def test_the_gates_of_the_evidence_shut_as_they_should(name, profile):
    assert GATES[name].shuts(profile, [], QUIET)


@pytest.mark.parametrize("profile", [{}, {"pregnant_week": None}, {"pregnant": False}, {"dvt_past": False}])
def test_no_or_not_asked_does_not_shut_a_gate(profile):
    assert [name for name, gate in GATES.items() if gate.shuts(profile, [], QUIET)] == ["G10"]


@pytest.mark.parametrize(("days", "expected"), [(42, True), (43, False), (-1, True)])
def test_a_tick_shuts_the_massage_gate_for_six_weeks(days, expected):
    assert GATES["G01"].shuts({}, [Tick(ago(days), "one_leg_hot")], QUIET) is expected


@pytest.mark.parametrize(("drinks", "expected"), [(0, False), (False, False), (None, False), (1, True)])
def test_alcohol_tonight_shuts_the_balance_gate(drinks, expected):
    assert GATES["G08"].shuts({}, [], Night(TONIGHT, {"f.alcohol": drinks})) is expected


def test_a_gated_tip_says_why_in_words():
    tip = seed_library().tips["selfmassage_calf"]
    gate = gated(tip, {"conditions": ["dvt_past"]}, [], QUIET)
    assert gate is not None
    assert gate.id == "G01"
    assert "clot" in gate.reason
    assert gated(tip, {}, [], QUIET) is None


def test_there_are_the_eleven_gates_of_the_evidence_and_six_of_our_own():
    assert list(GATES) == [f"G{number:02}" for number in range(1, 18)]


@pytest.mark.parametrize("gate", GATES.values(), ids=lambda gate: gate.id)
def test_the_questions_of_a_gate_are_those_whose_yes_shuts_it(gate):
    for id in gate.questions:
        yes = 12 if id == "pregnant_week" else True
        assert gate.shuts({id: yes}, [], QUIET)
    if not gate.always:
        assert not gate.shuts(dict.fromkeys(gate.questions, False), [], QUIET)
    assert set(gate.questions) <= set(seed_library().questions)
