"""The seeds themselves: whole, unique, honest in their words."""

from __future__ import annotations

import re

import pytest

from stillnight.journal.suggestions.suggest import tip_card
from stillnight.rules.card import card_text
from stillnight.rules.rule import Finding, Mode
from stillnight.rules.source import cited
from stillnight.tips.card import claim_text, fact_text
from tests.rules.seeds import SEEDS, factors, folder, parsed, seed_library

LIBRARY = seed_library()

FORM_KEYS = set("nuwfox0123456789.-*")

PRODUCTS = (
    "VT007", "MMF07", "MedMassager", "Restiffic", "Relaxis", "Nidra", "NTX100", "TOMAC", "Theraworx",
    "UniCare", "Requip", "Mirapex", "Neupro", "Sifrol", "Lyrica", "Neurontin", "Horizant", "Benadryl",
    "Nytol", "Unisom", "Phenergan", "Reglan", "Zofran", "Remeron", "Prozac", "Zoloft",
)  # fmt: skip

SCALES = ("IRLS", "RLS-6", "ASRS", "JHRLSS", "ISI", "PSQI", "ESS", "Epworth", "Insomnia Severity Index")


def shown_texts():
    """Every text that a user can come to read, with where it stands."""
    for rule in LIBRARY.rules:
        card = card_text(Finding(rule, tuple(_sentences(rule.when))), LIBRARY.sources)
        yield from ((rule.id, line) for line in [*card, rule.otherwise, *rule.missing.values()])
    for tip in LIBRARY.tips.values():
        yield from ((tip.id, line) for line in tip_card(tip, LIBRARY.sources))
    for claim in LIBRARY.claims.values():
        lines = [claim.heading, *claim_text(claim, cited(claim.sources, LIBRARY.sources))]
        yield from ((claim.id, line) for line in lines)
    for fact in LIBRARY.facts.values():
        lines = [fact.heading, *fact_text(fact, cited(fact.sources, LIBRARY.sources))]
        yield from ((fact.id, line) for line in lines)
    for guide in LIBRARY.guides.values():
        lines = [guide.title, guide.caution, guide.closing, *(step.words for step in guide.steps)]
        yield from ((guide.id, line) for line in lines)
    for gate in LIBRARY.gates.values():
        yield from ((gate.id, line) for line in (gate.what, gate.reason, gate.instead))
    for source in LIBRARY.sources.values():
        yield from ((source.id, line) for line in (source.citation, source.note))
    for factor in factors().values():
        yield from ((factor.slug, line) for line in (factor.label, factor.question, factor.unit))
    wording = LIBRARY.wording
    for words in (wording.levels, wording.leads, wording.grades, wording.badges, wording.closings):
        yield from words.items()
    yield from wording.templates.items()
    yield from wording.own.meanings.items()
    yield from wording.own.beside.items()
    yield "held_back", wording.own.held_back
    yield "first_start", wording.first_start
    yield from LIBRARY.flags.items()
    for question in LIBRARY.questions.values():
        yield from ((question.id, line) for line in (question.label, question.question))
    for question in LIBRARY.checkup:
        lines = (question.ask, question.help, question.medicine, *question.choices.values())
        yield from ((question.id, line) for line in lines)
    for one in LIBRARY.medicines.classes.values():
        yield from ((one.id, line) for line in (one.label, one.examples))


def _sentences(condition):
    """Every sentence that a condition could say."""
    if seen := getattr(condition, "seen", ""):
        yield seen
    yield from getattr(condition, "sentences", {}).values()
    for part in (*getattr(condition, "parts", ()), *filter(None, [getattr(condition, "part", None)])):
        yield from _sentences(part)


TEXTS = list(shown_texts())


def test_there_are_texts_of_every_rule_and_tip():
    names = {name for name, _ in TEXTS}
    assert {rule.id for rule in LIBRARY.rules} | set(LIBRARY.tips) <= names
    assert any("on your last" in line or "of your last" in line for _, line in TEXTS)


@pytest.mark.parametrize("word", LIBRARY.wording.never)
def test_no_text_promises_more_than_is_known(word):
    fit = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
    allowed = LIBRARY.wording.templates.values()
    assert [(name, line) for name, line in TEXTS if fit.search(line) and line not in allowed] == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_no_text_names_a_product(product):
    assert [(name, line) for name, line in TEXTS if re.search(rf"\b{product}\b", line, re.IGNORECASE)] == []


@pytest.mark.parametrize("scale", SCALES)
def test_no_text_names_a_copyrighted_scale(scale):
    assert [(name, line) for name, line in TEXTS if re.search(rf"\b{scale}\b", line)] == []


def test_no_product_or_scale_hides_in_any_seed_file():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SEEDS.rglob("*.toml"))
    hits = [word for word in (*PRODUCTS, *SCALES) if re.search(rf"\b{re.escape(word)}\b", text)]
    assert hits == []


def test_no_rule_names_a_dose_or_tells_to_start_or_stop_a_medicine():
    told = re.compile(r"\b\d+ ?mg of iron|\b(start|stop|take) (taking|iron|your medicine)", re.IGNORECASE)
    lines = [line for rule in LIBRARY.rules for line in (rule.check, rule.safety, rule.basis)]
    assert [line for line in lines if told.search(line)] == []


def test_no_card_sends_its_reader_to_a_key():
    """The same card is read on the command line, and a key may not exist yet."""
    assert [(name, line) for name, line in TEXTS if re.search(r"\bpress\s+\S{1,2}(\s|$)", line)] == []


def test_low_iron_beside_haemochromatosis_is_shown_without_a_judgement():
    """In treated haemochromatosis a ferritin of 60 is what is aimed at."""
    rule = next(rule for rule in LIBRARY.rules if rule.id == "I02D")
    assert rule.check.startswith("Show these numbers to the clinician who follows your iron")
    assert "low" not in f"{rule.title} {rule.basis} {rule.check}".lower().replace("follows", "")


def test_what_was_not_read_itself_is_marked_on_the_tip():
    assert "as far as we know" in LIBRARY.tips["peroneal"].honest


def test_every_iron_card_ends_with_the_iron_line():
    iron = [rule for rule in LIBRARY.rules if rule.id.startswith("I0")]
    assert {rule.closing for rule in iron} == {LIBRARY.wording.closings["iron"]}
    assert len(iron) == 7


def test_the_levels_go_from_a_tip_to_an_emergency():
    assert list(LIBRARY.wording.levels) == ["tip", "discuss", "soon", "urgent-today", "emergency"]


OF_THE_EVIDENCE = {
    Mode.FLAG: {"RF01", "RF02", "RF03", "RF04", "RF05", "RF06"},
    Mode.FACT: {
        "M03", "M04", "M05", "M06", "I01", "I02", "I03", "I05", "C02", "A01", "S02", "S03", "L01", "L03",
        "O01",
    },
    Mode.SCHEDULE: {"I04"},
    Mode.PATTERN: {"M01", "M02", "C01", "C03", "C04", "C05", "A02", "A03", "S04", "S05", "L04", "L05"},
}  # fmt: skip

FOR_THE_FIRST_EVENING = {"I00", "C06", "S06", "M03A", "C06A"}

WHERE_SILENCE_WOULD_DO_HARM = {"RF01E", "RF05N", "RF06N", "I02D"}
"""Cards of our own beside those of the evidence: the same tick, the same number, seen otherwise."""

FOR_WHAT_THE_OWN_NIGHTS_POINT_AT = {"A02B", "A03T", "M03P", "S02P", "OWN:illness"}
"""Cards of our own beside the pattern rules of the evidence: a factor that they do not name."""

FOR_WHAT_IS_DATED = {"A03D"}
"""The advice of A03 the evening before a long sit that the user dated, without waiting for a pattern."""

OUR_OWN = (
    FOR_THE_FIRST_EVENING | WHERE_SILENCE_WOULD_DO_HARM | FOR_WHAT_THE_OWN_NIGHTS_POINT_AT | FOR_WHAT_IS_DATED
)

LEFT_OUT_ON_PURPOSE = {"S01"}
"""Short sleep the night before: it follows from bad legs, so the own nights cannot tell which came first.
It is no factor of the model, and the evidence asks to say "both directions": nothing carries it."""


@pytest.mark.parametrize("mode", list(Mode))
def test_every_rule_of_the_evidence_is_there(mode):
    ids = {rule.id for rule in LIBRARY.rules if rule.mode is mode}
    assert ids - OUR_OWN == OF_THE_EVIDENCE[mode]


def test_the_rules_of_our_own_are_there_and_short_sleep_is_not():
    ids = {rule.id for rule in LIBRARY.rules}
    assert ids >= OUR_OWN
    assert not LEFT_OUT_ON_PURPOSE & ids


def test_the_evidence_has_thirty_five_rules():
    ids = set().union(*OF_THE_EVIDENCE.values()) | LEFT_OUT_ON_PURPOSE
    assert len(ids) == 35


def test_every_factor_has_one_pattern_rule_for_each_way_the_legs_can_go():
    of_own_nights = [rule for rule in LIBRARY.rules if rule.is_of_own_nights]
    ways = [(rule.factor, way) for rule in of_own_nights for way in _ways(rule.effect)]
    assert len(ways) == len(set(ways))
    assert {slug for slug, _ in ways} == set(factors())


def _ways(effect):
    return ("worse", "better") if effect == "either" else (effect,)


@pytest.mark.parametrize(
    "rule", [rule for rule in LIBRARY.rules if rule.mode is Mode.PATTERN], ids=lambda one: one.id
)
def test_every_pattern_card_ends_with_the_line_on_dummies_and_questions(rule):
    assert LIBRARY.wording.closings["pattern"] in rule.closings
    assert not rule.is_of_own_nights or rule.otherwise


def test_alcohol_and_nicotine_keep_their_other_reasons():
    assert set(LIBRARY.wording.own.beside) == {"alcohol", "nicotine"}
    assert all("Other reasons" in line for line in LIBRARY.wording.own.beside.values())


PRECEDENCE = [
    {"RF01", "RF01E", "RF02", "RF03"}, {"RF04", "RF05", "RF05N", "RF06", "RF06N"}, {"M01"}, {"I02", "I02D"},
    {"I01", "I00"}, {"O01"}, {"L01"}, {"M02", "M03", "M04", "M05", "M06", "M03A"}, {"L05"}, {"L03"}, {"S03"},
    {"I03", "I04", "I05"}, {"A01", "C06", "C06A", "S06", "C02", "S02"},
    {"C01", "C03", "C04", "C05", "A02", "A02B", "A03", "A03D", "A03T", "S04", "S05", "L04", "M03P", "S02P"},
    {"OWN:illness"},
]  # fmt: skip


def test_the_order_of_precedence_is_that_of_the_evidence():
    ids, at = [rule.id for rule in LIBRARY.rules], 0
    for group in PRECEDENCE:
        assert set(ids[at : at + len(group)]) == group
        at += len(group)
    assert at == len(ids)


@pytest.mark.parametrize("rule", LIBRARY.rules, ids=lambda rule: rule.id)
def test_a_rule_has_the_level_and_grade_of_the_evidence(rule):
    assert (rule.level, rule.grade) == LEVELS[rule.id]


LEVELS = {
    "RF01": ("urgent-today", "A"), "RF01E": ("emergency", "A"), "RF02": ("emergency", "A"),
    "RF03": ("emergency", "A"), "RF04": ("soon", "C"), "RF05": ("soon", "C"), "RF05N": ("soon", "C"),
    "RF06": ("soon", "C"), "RF06N": ("soon", "C"), "M03": ("discuss", "C"), "M04": ("discuss", "C"),
    "M05": ("discuss", "C"), "M06": ("discuss", "C"), "I00": ("discuss", "A"), "I01": ("discuss", "A"),
    "I02": ("discuss", "A"), "I02D": ("discuss", "A"), "I03": ("discuss", "A"), "I04": ("discuss", "A"),
    "I05": ("discuss", "C"), "C02": ("tip", "C"), "C06": ("tip", "C"), "A01": ("tip", "B"),
    "M03A": ("discuss", "C"), "C06A": ("tip", "C"), "A03D": ("tip", "C"),
    "S02": ("tip", "C"), "S03": ("discuss", "C"), "S06": ("tip", "C"), "L01": ("discuss", "B"),
    "L03": ("discuss", "B"), "O01": ("discuss", "A"), "M01": ("soon", "A"), "M02": ("discuss", "C"),
    "L05": ("discuss", "A"), "C01": ("tip", "C"), "C03": ("tip", "C"), "C04": ("tip", "C"),
    "C05": ("tip", "D"), "A02": ("tip", "C"), "A02B": ("tip", "B"), "A03": ("tip", "C"),
    "A03T": ("tip", "C"), "S04": ("tip", "C"), "S05": ("tip", "C"), "L04": ("tip", "C"),
    "M03P": ("discuss", "C"), "S02P": ("tip", "C"), "OWN:illness": ("tip", "D"),
}  # fmt: skip


def test_only_red_flags_are_red_flags():
    flags = {rule.id for rule in LIBRARY.rules if rule.red_flag}
    assert flags == {rule.id for rule in LIBRARY.rules if rule.mode is Mode.FLAG}


@pytest.mark.parametrize(
    "rule", [rule for rule in LIBRARY.rules if rule.level == "tip"], ids=lambda one: one.id
)
def test_what_one_tries_says_what_would_speak_against_it_and_reminds_of_dummies(rule):
    assert rule.disproof
    assert rule.closing == LIBRARY.wording.closings["pattern"]
    assert "placebo2008" in rule.sources


def test_no_slot_of_the_wording_is_left_unfilled():
    assert [line for _, line in TEXTS if "{crisis}" in line] == []
    crisis = "a crisis line of your country, or your local emergency number"
    assert {rule.id for rule in LIBRARY.rules if crisis in f"{rule.check} {rule.safety}"} == {
        "RF03", "S06", "S04",
    }  # fmt: skip


def test_the_wording_bank_itself_holds_no_number():
    """A number belongs in ``numbers.toml``, and only after a page of the service itself was read."""
    assert not re.search(r"\d", LIBRARY.wording.crisis)
    check = next(rule for rule in LIBRARY.rules if rule.id == "RF03").check
    assert not re.search(r"\d", check)


def test_every_rule_has_something_to_say_when_it_fires():
    """A card of the own nights alone, or of what was dated, says what is handed in."""
    ours = [rule for rule in LIBRARY.rules if not (rule.is_of_own_nights or rule.is_of_a_plan)]
    assert [rule.id for rule in ours if not list(_sentences(rule.when))] == []


def test_factor_keys_are_unique_and_free_of_the_forms_own():
    keys = [factor.key for factor in factors().values()]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 and key.islower() for key in keys)
    assert not FORM_KEYS & set(keys)


def test_the_factors_of_the_form_have_their_letters():
    shown = {factor.slug: factor.key for factor in factors().values() if factor.shown}
    assert shown == {
        "caffeine": "c", "alcohol": "a", "stress": "s", "exercise": "e", "sitting": "t", "antihistamine": "y",
    }  # fmt: skip


@pytest.mark.parametrize("factor", factors().values(), ids=lambda factor: factor.slug)
def test_a_factor_fits_the_form_and_itself(factor):
    assert 0 < len(factor.label) <= 10
    assert factor.question.endswith("?")
    assert factor.least <= factor.low < factor.high <= factor.most
    assert factor.usual is None or factor.least < factor.usual <= factor.most
    assert factor.direction in ("worse", "better", "either")


def test_the_reference_days_are_those_of_the_pattern_model():
    days = {slug: (factors()[slug].low, factors()[slug].high) for slug in factors()}
    assert days["caffeine"] == (0, 3)
    assert days["alcohol"] == (0, 2)
    assert days["stress"] == (3, 8)
    assert days["exercise"] == (0, 45)
    assert days["sitting"] == (3, 9)
    assert days["antihistamine"] == (0, 1)


def test_every_generic_name_has_classes_that_exist():
    medicines = LIBRARY.medicines
    assert {one for ids in medicines.generic.values() for one in ids} <= set(medicines.classes)
    assert [name for name in medicines.generic if name != name.lower()] == []
    assert list(medicines.classes)[-1] == "other"


def test_every_source_is_used_or_waits_for_a_rule_and_says_how_far_it_was_read():
    data = parsed(SEEDS / "sources.toml")
    assert {spec["seen"] for spec in data["source"].values()} <= set(data["seen"])


def test_a_source_not_read_itself_says_so_in_its_citation():
    assert LIBRARY.sources["dvt_nhs"].citation.endswith("(read through another page)")
    assert LIBRARY.sources["general"].citation.endswith("(general knowledge, not verified)")
    assert not LIBRARY.sources["aasm2025"].citation.endswith(")")


def test_each_rule_file_holds_one_theme():
    assert {name.removeprefix("rules/") for name in folder("rules")} == {
        "iron.toml", "caffeine.toml", "stress.toml", "activity.toml", "red_flags.toml", "medicines.toml",
        "sleep.toml", "conditions.toml", "burden.toml", "checkup.toml", "patterns.toml", "drift.toml",
        "otherwise.toml", "plans.toml",
    }  # fmt: skip
