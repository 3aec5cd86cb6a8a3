"""A typed name finds its classes, offline."""

from __future__ import annotations

import pytest

from tests.rules.seeds import seed_library


@pytest.mark.parametrize(
    ("typed", "classes"),
    [
        ("pramipexole", ("dopamine_agonist",)),
        ("  Pramipexole 0.18 mg ", ("dopamine_agonist",)),
        ("PROMETHAZINE", ("antihistamine_sedating", "antiemetic_da")),
        ("ferrous sulfate 200", ("iron",)),
        ("gabapentin enacarbil", ("gabapentinoid",)),
        ("my evening pill", ()),
        ("", ()),
    ],
)
def test_a_typed_name_gives_its_classes(typed, classes):
    assert seed_library().medicines.guess(typed) == classes
