"""Tips load with known sources and gates, and every slip is named with file, tip and key."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from stillnight.domain.moment import Moment
from stillnight.domain.night import Night
from stillnight.tips.errors import TipError
from stillnight.tips.gate import parse_gates
from stillnight.tips.known import Known
from stillnight.tips.occasion import Occasion
from stillnight.tips.tip import parse_tips
from tests.rules.seeds import seed_library

LIBRARY = seed_library()

GRADES = {
    "walk": "C", "calf_stretch": "C", "hamstring": "D", "quad": "D", "exercise_prog": "B", "yoga": "B",
    "selfmassage_calf": "C", "reflexology": "B", "foot_massager": "C", "vib_pad": "B", "wbv": "C",
    "heat_pad": "C", "warm_bath": "C", "cool_water": "C", "alert_mind": "C", "sit_break": "C",
    "leg_vibration": "D", "calf_stretch_seated": "D", "hamstring_seated": "D", "quad_seated": "D",
    "long_strokes": "B", "held_pressure": "D", "roller": "D", "ball_foot": "D", "ball_hip": "D",
    "yoga_chair": "D", "selfmassage_back": "D",
    "sit_break_seated": "D", "active_day": "C", "desk_breaks": "C", "stretch_programme": "B",
    "arm_stretch": "D", "cool_cloth": "D", "cbt_course": "C", "support_group": "D", "tell_people": "D",
    "selfmassage_thigh": "D", "compression": "B", "peroneal": "A",
    "mindful": "C", "sleep_rhythm": "C", "caff_noon": "C", "alc_2h": "C",
}  # fmt: skip

GATED = {
    "walk": "G08", "calf_stretch": "G08 G01", "calf_stretch_seated": "G01 G14", "hamstring": "G08 G14",
    "hamstring_seated": "G14", "quad": "G08 G14", "quad_seated": "G14", "exercise_prog": "G09 G14",
    "yoga": "G08 G09 G14 G16", "selfmassage_thigh": "G01 G02 G03", "selfmassage_back": "G01 G02 G03 G14",
    "yoga_chair": "G09 G14 G17",
    "long_strokes": "G01 G02 G03",
    "held_pressure": "G01 G02 G03 G15", "roller": "G01 G02 G03 G08 G15", "ball_foot": "G01 G02 G03 G15",
    "ball_hip": "G01 G02 G03 G08 G14 G15", "active_day": "G09 G14",
    "stretch_programme": "G08 G09 G14", "arm_stretch": "G14", "cool_cloth": "G04",
    "leg_vibration": "G01 G02 G03 G04",
    "selfmassage_calf": "G01 G02 G03", "reflexology": "G01 G02 G03 G15",
    "foot_massager": "G01 G02 G03 G04", "vib_pad": "G01 G02 G03", "wbv": "G06 G01 G08",
    "heat_pad": "G04 G12", "warm_bath": "G03 G04 G12", "cool_water": "G04", "sit_break": "G08",
    "compression": "G01 G03 G05", "peroneal": "G07", "alc_2h": "G13",
}  # fmt: skip


def test_the_tips_have_the_grades_of_the_evidence():
    assert {name: tip.grade for name, tip in LIBRARY.tips.items()} == GRADES


def test_a_claim_about_sleep_has_its_source_beside_it():
    tip = LIBRARY.tips["caff_noon"]
    assert "spoilt sleep" in tip.honest
    assert "drake2013" in tip.sources


def test_what_was_shown_for_sleep_alone_says_so_beside_its_grade():
    badge = LIBRARY.wording.badges["sleep"]
    assert {name for name, tip in LIBRARY.tips.items() if badge in tip.badges} == {"vib_pad", "heat_pad"}


def test_the_tips_have_the_gates_of_the_evidence():
    gates = {name: " ".join(gate.id for gate in tip.gates) for name, tip in LIBRARY.tips.items() if tip.gates}
    assert gates == GATED


def test_who_gets_yoga_on_a_chair_for_their_bones_is_not_bent_and_turned():
    """Severe osteoporosis takes away yoga on the feet, so its version on a chair must not stand in for it."""
    brittle = {"conditions": ["osteoporosis"]}
    assert [name for name in ("yoga", "yoga_chair") if not shut(name, brittle)] == []


def test_in_pregnancy_nobody_is_laid_on_the_back():
    pregnant = {"pregnant_week": 30}
    assert shut("yoga", pregnant)
    assert not shut("yoga_chair", pregnant)


def shut(name, profile):
    """The ids of the gates that take a tip away."""
    return [
        gate.id for gate in LIBRARY.tips[name].gates if gate.shuts(profile, [], Night(date(2026, 11, 21)))
    ]


def test_hard_pressure_is_not_for_feet_that_feel_little():
    pressing = ("held_pressure", "roller", "ball_foot", "ball_hip", "reflexology")
    assert [name for name in pressing if not shut(name, {"neuropathy": True})] == []


@pytest.mark.parametrize("tip", LIBRARY.tips.values(), ids=lambda tip: tip.id)
def test_a_tip_is_whole(tip):
    assert tip.title
    assert tip.honest.endswith(".")
    assert 2 <= len(tip.steps) <= 5
    assert tip.moments
    assert set(tip.sources) <= set(LIBRARY.sources)


def test_what_needs_a_prescription_or_a_therapist_is_information_only():
    assert {name for name, tip in LIBRARY.tips.items() if tip.info_only} == {
        "vib_pad",
        "peroneal",
        "compression",
        "cbt_course",
    }


def test_no_tip_is_a_supplement_or_a_medicine():
    words = ("iron tablet", "magnesium", "vitamin", "folate", "melatonin")
    texts = {name: " ".join((tip.title, *tip.steps)).lower() for name, tip in LIBRARY.tips.items()}
    assert [name for name, text in texts.items() if any(word in text for word in words)] == []


def test_a_dialysis_tip_says_whom_it_was_studied_in():
    for name in ("calf_stretch", "selfmassage_calf", "reflexology", "long_strokes", "stretch_programme"):
        assert any("dialysis" in badge for badge in LIBRARY.tips[name].badges)


def test_the_maker_is_named_as_involved():
    for name in ("foot_massager", "vib_pad", "peroneal"):
        assert "the maker was involved" in LIBRARY.tips[name].badges


KNOWN = Known(
    sources=("one",),
    grades={"C": "small"},
    badges={"mixed": "mixed findings"},
    conditions=("ckd",),
    flags=("skin_wound",),
    factors=("alcohol",),
    classes=("opioid",),
)

TIP = """
[[tip]]
id = "t"
title = "T"
moment = ["episode"]
when = "now"
grade = "C"
honest = "Untested."
steps = ["a", "b"]
sources = ["one"]
"""

GATE = """
[[gate]]
id = "G"
what = "all"
reason = "a reason"
instead = "Ask."
sources = ["one"]
when = { pregnant = true }
"""


def with_line(text, key, line):
    kept = [row for row in text.strip().splitlines() if not row.startswith(f"{key} =")]
    return "\n".join([*kept, line])


def tips(text):
    return parse_tips({"tips/mine.toml": tomllib.loads(text)}, {}, KNOWN)


def test_a_tip_knows_its_theme_occasions_and_moments():
    tip = tips(with_line(TIP, "dose", "dose = { minutes = 5 }"))["t"]
    assert (tip.theme, tip.occasions, tip.dose) == ("mine", (Occasion.EPISODE,), {"minutes": 5})
    assert tip.moments == (Moment.EVENING, Moment.NIGHT)


def test_a_tip_knows_where_on_the_body_it_is_and_which_one_it_is_a_version_of():
    sitting = TIP.replace('id = "t"', 'id = "s"\nversion_of = "t"\nareas = ["feet", "calves"]')
    both = tips(sitting + TIP)
    assert (both["t"].areas, both["t"].version_of) == ((), "")
    assert (both["s"].areas, both["s"].version_of) == (("feet", "calves"), "t")


@pytest.mark.parametrize("named", ["nobody", "s", "u"])
def test_a_version_of_what_does_not_stand_for_itself_is_named(named):
    chain = "".join(TIP.replace('id = "t"', f'id = "{id}"\nversion_of = "{of}"') for id, of in ("st", "us"))
    with pytest.raises(TipError) as caught:
        tips(TIP + chain.replace('version_of = "s"', f'version_of = "{named}"'))
    assert (caught.value.id, caught.value.key) == ("u", "version_of")


@pytest.mark.parametrize(
    ("key", "line", "named"),
    [
        ("title", "", "title"),
        ("title", "title = 1", "title"),
        ("moment", 'moment = ["noon"]', "moment"),
        ("moment", "moment = []", "moment"),
        ("moment", 'moment = "episode"', "moment"),
        ("moment", 'moment = ["evening"]', "moment"),
        ("areas", 'areas = ["nose"]', "areas"),
        ("grade", 'grade = "E"', "grade"),
        ("grade", "", "grade"),
        ("badges", 'badges = ["x"]', "badges"),
        ("honest", "", "honest"),
        ("steps", 'steps = ["one"]', "steps"),
        ("sources", "sources = []", "sources"),
        ("sources", 'sources = ["two"]', "sources"),
        ("gates", 'gates = ["G99"]', "gates"),
        ("dose", "dose = 5", "dose"),
        ("dose", "dose = { cups = 2 }", "dose.cups"),
        ("dose", 'dose = { minutes = "5" }', "dose.minutes"),
        ("dose", "dose = { minutes = 0 }", "dose.minutes"),
        ("dose", "dose = { per = 1 }", "dose.per"),
        ("info_only", 'info_only = "no"', "info_only"),
        ("price", "price = 1", "price"),
    ],
)
def test_a_wrong_key_of_a_tip_is_named(key, line, named):
    with pytest.raises(TipError) as caught:
        tips(with_line(TIP, key, line))
    assert (caught.value.file, caught.value.id, caught.value.key) == ("tips/mine.toml", "t", named)
    assert str(caught.value).startswith(f"tips/mine.toml, t, {named}: ")


@pytest.mark.parametrize("text", [TIP + TIP, "tips = []", "[tip]\nid = 't'", with_line(TIP, "id", "")])
def test_a_tip_file_that_holds_something_else_is_named(text):
    with pytest.raises(TipError, match=r"tips/mine\.toml"):
        tips(text)


@pytest.mark.parametrize(
    ("key", "line", "named"),
    [
        ("reason", "", "reason"),
        ("sources", 'sources = ["two"]', "sources"),
        ("when", "", "when"),
        ("when", "when = {}", "when"),
        ("when", 'when = { conditions = ["flu"] }', "conditions"),
        ("when", 'when = { flags = ["itch"], flag_days = 3 }', "flags"),
        ("when", 'when = { flags = ["skin_wound"] }', "flag_days"),
        ("when", "when = { pregnant = true, flag_days = 3 }", "flag_days"),
        ("when", 'when = { factors = ["tea"] }', "factors"),
        ("when", 'when = { classes = ["tea"] }', "classes"),
        ("when", 'when = { pregnant = "yes" }', "pregnant"),
        ("when", "when = { moon = true }", "moon"),
        ("colour", 'colour = "red"', "colour"),
    ],
)
def test_a_wrong_key_of_a_gate_is_named(key, line, named):
    with pytest.raises(TipError) as caught:
        parse_gates(tomllib.loads(with_line(GATE, key, line)), KNOWN)
    assert (caught.value.file, caught.value.id, caught.value.key) == ("gates.toml", "G", named)


def test_a_gate_used_twice_is_named():
    with pytest.raises(TipError) as caught:
        parse_gates(tomllib.loads(GATE + GATE), KNOWN)
    assert caught.value.key == "id"
