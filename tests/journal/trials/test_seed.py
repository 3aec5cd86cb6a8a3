"""The trials that came with the program, and slips in a file of them."""

import copy

import pytest
from tests.journal.trials.conftest import library

from stillnight.domain.factor import parse_factors
from stillnight.insight.trials.trial import Design, Outcome, Sort
from stillnight.journal.trials.errors import TrialError
from stillnight.journal.trials.seed import parse_trials
from stillnight.resources import read_seed

FACTORS = parse_factors(read_seed("factors"))
SEEDS = parse_trials(read_seed("trials"), library(), FACTORS)
TEMPLATES = SEEDS.templates.values()
DRINKS = {"caffeine", "alcohol", "nicotine"}


def test_the_four_arms_of_massager_and_heat_are_ready():
    template = SEEDS.templates["massager_heat"]

    assert template.design is Design.FACTORIAL
    assert [measure.name for measure in template.measures] == ["foot_massager", "heat_pad"]
    assert template.grade == "C"
    assert "28 people" in template.honest
    assert "maker" in template.honest


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_every_measure_leaves_out_or_is_a_tip_that_is_suggested(template):
    for measure in template.measures:
        if measure.sort is Sort.TIP:
            assert not library().tips[measure.name].info_only
        else:
            assert measure.name in template.seals
            assert measure.name != "antihistamine"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_a_question_is_asked_before_and_an_honest_line_stands_beside_it(template):
    assert template.question.endswith("?")
    assert template.honest
    assert template.sources
    assert template.weeks == 4


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.id)
def test_no_text_promises_more_than_anybody_knows(template):
    deeds = " ".join(measure.deed for measure in template.measures)
    text = f"{template.question} {template.honest} {' '.join(template.cautions)} {deeds}".lower()

    assert not [word for word in read_seed("wording")["never"] if word in text]


def test_what_may_linger_is_drawn_two_nights_at_a_time():
    lingering = {one.measures[0].name for one in TEMPLATES if one.design is Design.TWO_NIGHT_BLOCKS}

    assert lingering == DRINKS


def test_what_is_done_before_bed_is_not_judged_by_a_rating_made_before_it():
    for template in TEMPLATES:
        if "before bed" in template.measures[0].deed or "lie down" in template.measures[0].deed:
            assert template.outcome is not Outcome.SEVERITY


def test_heat_and_vibration_carry_their_gates():
    gates = {name: {gate.id for gate in library().tips[name].gates} for name in ("foot_massager", "heat_pad")}

    assert gates["foot_massager"] >= {"G01", "G02", "G03"}
    assert gates["heat_pad"] >= {"G04"}


def test_everything_refused_says_why_and_every_other_name_leads_to_a_trial():
    assert {"antihistamine", "peroneal", "travel"} <= SEEDS.refused.keys()
    assert set(SEEDS.instead.values()) <= SEEDS.templates.keys()
    assert not SEEDS.instead.keys() & SEEDS.refused.keys()


def test_every_tip_and_factor_has_an_answer():
    known = {*SEEDS.templates, *SEEDS.instead, *SEEDS.refused}

    assert {*library().tips, *FACTORS} <= known


def _changed(**change):
    document = copy.deepcopy(dict(read_seed("trials")))
    document["trial"][1].update(change)
    return document


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"design": "crossover"}, "massager, design"),
        ({"outcome": "weight"}, "massager, outcome"),
        ({"weeks": 3}, "massager, weeks"),
        ({"grade": "E"}, "massager, grade"),
        ({"sources": ["nobody"]}, "massager, sources"),
        ({"id": "massager_heat"}, "massager_heat, id: there is one"),
        ({"design": "factorial"}, "massager, measures: two belong"),
        ({"measures": [{"tip": "peroneal", "title": "x", "deed": "y"}]}, "measures.1.tip"),
        ({"measures": [{"without": "iron", "title": "x", "deed": "y"}]}, "measures.1.without"),
        ({"measures": [{"title": "x", "deed": "y"}]}, "measures.1.tip: either a tip or a factor"),
        ({"measure": []}, "massager, measure: no such key"),
    ],
)
def test_a_slip_in_the_file_is_named_with_its_place(change, said):
    with pytest.raises(TrialError, match=said):
        parse_trials(_changed(**change), library(), FACTORS)
