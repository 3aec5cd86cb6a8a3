"""A medicine as it is filled in on a sheet."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.seeds import seed_library

from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.medicine import Medicine
from stillnight.journal.typed_medicine import class_words, read_class, read_medicine, read_slots

TODAY = date(2026, 11, 19)
KNOWN = seed_library().medicines
EMPTY = dict.fromkeys(("name", "class", "dose", "usual", "slot", "from", "to"), "")


def read(before=None, **lines):
    return read_medicine({**EMPTY, **lines}, KNOWN, TODAY, before)


def classed(before=None, **lines):
    typed = read(before, **lines)
    return typed.values["klass"], typed.values["generic"], typed.has_class


def test_every_line_is_read():
    typed = read(
        name="iron", dose="1 tablet", usual="y", slot="Night, noon", **{"from": "1 Nov", "to": "yesterday"}
    )
    assert typed.has_class
    assert typed.values == {
        "name": "iron", "klass": "iron", "generic": "", "dose_text": "1 tablet", "usual": True,
        "slots": ("night", "noon"), "start": date(2026, 11, 1), "end": date(2026, 11, 18),
    }  # fmt: skip


def test_a_name_is_enough():
    typed = read(name="iron").values
    assert (typed["usual"], typed["slots"], typed["start"], typed["end"]) == (False, ("evening",), None, None)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ({"name": "Pramipexol"}, ("dopamine_agonist", "pramipexole", True)),
        ({"name": "Foozol"}, ("other", "", False)),
        ({"name": "Foozol", "class": "opioid"}, ("opioid", "", True)),
        ({"name": "Pramipexol", "class": "something else"}, ("other", "", True)),
        ({"name": "iron", "class": "antidepressant (s"}, None),
    ],
)
def test_the_class_is_the_one_that_is_said_else_the_one_of_the_name(lines, found):
    if found is None:
        with pytest.raises(FieldError, match="one of: dopamine agonist"):
            classed(**lines)
    else:
        assert classed(**lines) == found


FOOZOL = Medicine(1, "Foozol", "opioid")
TYPO = Medicine(1, "Pramipexol", "dopamine_agonist", generic="pramipexole")


@pytest.mark.parametrize(
    ("before", "lines", "found"),
    [
        (FOOZOL, {"name": "Foozol", "class": "opioid"}, ("opioid", "", True)),
        (FOOZOL, {"name": "the white one", "class": "opioid"}, ("opioid", "", True)),
        (FOOZOL, {"name": "gabapentin", "class": "opioid"}, ("gabapentinoid", "", True)),
        (FOOZOL, {"name": "Foozol", "class": "iron"}, ("iron", "", True)),
        (FOOZOL, {"name": "Foozol", "class": ""}, ("other", "", False)),
        (
            TYPO,
            {"name": "Pramipexol", "class": "dopamine agonist"},
            ("dopamine_agonist", "pramipexole", True),
        ),
        (TYPO, {"name": "Pramipexol", "class": "iron"}, ("iron", "", True)),
    ],
)
def test_a_mended_medicine_keeps_its_class_unless_the_class_or_the_name_is_another(before, lines, found):
    assert classed(before, **lines) == found


def test_a_medicine_without_a_name_is_refused():
    with pytest.raises(BadInput, match="needs a name"):
        read(name="  ")


@pytest.mark.parametrize(
    ("line", "typed"), [("usual", "sometimes"), ("from", "soon"), ("to", "3/4"), ("class", "metal")]
)
def test_an_error_names_the_line(line, typed):
    with pytest.raises(FieldError) as refused:
        read(name="Foozol", **{line: typed})
    assert refused.value.field == line


@pytest.mark.parametrize(
    ("typed", "slots"),
    [
        ("", ("evening",)),
        ("Night, noon", ("night", "noon")),
        ("aft bed", ("afternoon", "bedtime")),
        ("n tea", ("n", "tea")),
    ],
)
def test_a_slot_is_known_by_how_it_begins_and_what_is_none_is_passed_on(typed, slots):
    assert read_slots(typed) == slots


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ({"name": "ir"}, ""),
        ({"name": "iron"}, "iron: iron"),
        (
            {"name": "Gabapentine 300"},
            "Read as gabapentin: gabapentinoid. If that is wrong, say the class yourself.",
        ),
        ({"name": "Foozol"}, "Not in the list of names: what sort it is will be asked when it is saved."),
        ({"name": "Foozol", "class": "opioid"}, ""),
    ],
)
def test_what_is_understood_is_said_while_it_is_typed(lines, words):
    assert class_words({**EMPTY, **lines}, KNOWN) == words


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("opioid", "opioid"),
        (" Opi ", "opioid"),
        ("sleeping_pill", "sleeping_pill"),
        ("something", "other"),
        ("Antidepressant (ss", "ssri"),
    ],
)
def test_a_class_is_known_by_its_words_and_how_they_begin(typed, id):
    assert read_class(typed, KNOWN) == id
