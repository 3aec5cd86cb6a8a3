"""A typed name finds its classes, offline."""

from __future__ import annotations

import pytest

from stillnight.rules.medicines import Understood
from tests.rules.seeds import seed_library


@pytest.mark.parametrize(
    ("typed", "classes"),
    [
        ("pramipexole", ("dopamine_agonist",)),
        ("  Pramipexole 0.18 mg ", ("dopamine_agonist",)),
        ("PROMETHAZINE", ("antihistamine_sedating", "antiemetic_da")),
        ("ferrous sulfate 200", ("iron",)),
        ("gabapentin enacarbil", ("gabapentinoid",)),
        ("Levodopa/Benserazide 100+25", ("levodopa",)),
        ("co-careldopa 25/100", ("levodopa",)),
        ("Co-codamol 30/500", ("opioid",)),
        ("prochlorperazine", ("antiemetic_da",)),
        ("domperidone", ()),
        ("my evening pill", ()),
        ("", ()),
    ],
)
def test_a_typed_name_gives_its_classes(typed, classes):
    assert seed_library().medicines.guess(typed) == classes


@pytest.mark.parametrize("typed", ["Promethazine", "promethazine 25 mg at night"])
def test_a_name_that_is_right_is_understood_as_it_is(typed):
    classes = ("antihistamine_sedating", "antiemetic_da")
    assert seed_library().medicines.understand(typed) == Understood("promethazine", classes, is_exact=True)


@pytest.mark.parametrize(
    ("typed", "generic"),
    [
        ("Pramipexol 0,18", "pramipexole"),
        ("pramiepxole", "pramipexole"),
        ("gabapentine", "gabapentin"),
        ("lithiun", "lithium"),
        ("ferous sulfate 200", "ferrous sulfate"),
        ("Sertralin", "sertraline"),
        ("codein", "codeine"),
    ],
)
def test_a_small_slip_is_understood_and_known_to_be_one(typed, generic):
    understood = seed_library().medicines.understand(typed)
    assert understood is not None
    assert (understood.generic, understood.is_exact) == (generic, False)


@pytest.mark.parametrize(
    "typed",
    ["reboxetine", "hydrocortisone", "hydralazine", "cetirizine", "clonidine", "metoprolol", "trazodone",
     "morfine", "irn", "vitamin D", "evening tablet", "x", ""],
)  # fmt: skip
def test_another_medicine_whose_name_sounds_alike_is_not_understood(typed):
    assert seed_library().medicines.understand(typed) is None


def test_a_slip_is_no_class_for_the_rules():
    assert seed_library().medicines.guess("pramipexol") == ()


@pytest.mark.parametrize("name", seed_library().medicines.generic)
def test_no_name_of_the_list_is_taken_for_another_one(name):
    understood = seed_library().medicines.understand(name)
    assert understood is not None
    assert understood.generic == name


def test_every_class_of_a_name_is_one_of_the_list():
    medicines = seed_library().medicines
    assert {one for classes in medicines.generic.values() for one in classes} <= set(medicines.classes)
