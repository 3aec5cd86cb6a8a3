"""A factor typed line by line."""

from __future__ import annotations

import pytest
from tests.journal.conftest import FACTORS

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.journal.factor_definition import COUNTED, SPOKEN
from stillnight.journal.typed_factor import LINES, new_slug, said_with, typed_lines

WATER = Factor("water", "Water", "Water?", Kind.AMOUNT, "g", "glasses", 0, 20, 2.5, 0, 8, "better", True)


def test_everything_that_can_be_said_has_a_line():
    assert {line.name for line in LINES} == {"kind", *SPOKEN, *COUNTED}
    assert all(len(line.label) < 16 and len(line.hint) < 24 for line in LINES)


def test_the_lines_hold_what_is_known():
    lines = typed_lines(WATER)
    assert (lines["label"], lines["kind"], lines["most"], lines["usual"]) == ("Water", "amount", "20", "2.5")
    rating, yes_no = typed_lines(FACTORS["stress"]), typed_lines(FACTORS["late_meal"])
    assert (rating["usual"], rating["most"]) == ("", "10")
    assert [yes_no[name] for name in ("unit", *COUNTED)] == [""] * 6


def test_only_what_was_changed_is_said():
    lines = typed_lines(WATER)
    assert said_with(lines, lines) == {}
    assert said_with({**lines, "most": "2,5", "label": " Tap water "}, lines) == {
        "most": 2.5,
        "label": "Tap water",
    }
    assert said_with({**lines, "kind": "Yes No"}, lines) == {"kind": "yes_no"}


def test_a_number_that_is_none_is_named():
    with pytest.raises(FieldError) as caught:
        said_with({"most": "many"}, {})
    assert caught.value.field == "most"


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Late snack", "late_snack"),
        ("  Café au lait! ", "cafe_au_lait"),
        ("B12", "b12"),
        ("コーヒー", "own_2"),
        ("é", "own_2"),
    ],
)
def test_a_name_on_the_screen_gives_a_name_in_the_journal(label, slug):
    assert new_slug(label, ["own_1", "caffeine"]) == slug


def test_a_factor_needs_a_name():
    with pytest.raises(FieldError) as caught:
        new_slug("  ", [])
    assert caught.value.field == "label"
