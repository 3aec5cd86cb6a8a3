"""A blood test as it is filled in on a sheet."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import FieldError
from stillnight.domain.lab import Lab
from stillnight.journal.typed_lab import filled, read_lab, result_words

TODAY = date(2026, 11, 19)
EMPTY = dict.fromkeys(("kind", "value", "date", "ill", "lab"), "")


def read(**lines):
    return read_lab({**EMPTY, **lines}, TODAY)


def test_every_line_is_read():
    lab = read(kind="fer", value="42 ng/mL", date="2 Nov", ill="y", lab="by the station")
    assert lab == Lab(date(2026, 11, 2), "ferritin", 42.0, True, lab="by the station")


def test_an_empty_line_is_today_and_not_asked():
    assert read(kind="Haemoglobin", value="13.5 g/dL") == Lab(TODAY, "hb", 135.0)
    assert read(kind="crp", value="3", ill="no").ill is False


@pytest.mark.parametrize("kind", ["f", "t", "h", "c", "hgb", "transferrin saturation"])
def test_the_beginning_of_a_kind_is_enough(kind):
    assert read(kind=kind, value="50").kind in ("ferritin", "tsat", "hb", "crp")


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("kind", {"kind": "sugar", "value": "5"}),
        ("kind", {"kind": "", "value": "5"}),
        ("value", {"kind": "hb", "value": "13.5"}),
        ("value", {"kind": "ferritin", "value": "42 mg/dL"}),
        ("value", {"kind": "ferritin", "value": ""}),
        ("date", {"kind": "ferritin", "value": "42", "date": "soon"}),
        ("ill", {"kind": "ferritin", "value": "42", "ill": "a bit"}),
    ],
)
def test_an_error_names_the_line(line, lines):
    with pytest.raises(FieldError) as refused:
        read(**lines)
    assert refused.value.field == line


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ({"kind": "f", "value": "42"}, "ferritin 42 µg/L"),
        ({"kind": "hb", "value": "13,5 g/dL"}, "haemoglobin 135 g/L (13.5 g/dL)"),
        ({"kind": "hb", "value": "13.5"}, ""),
        ({"kind": "", "value": "13.5"}, ""),
    ],
)
def test_what_is_understood_is_said_while_it_is_typed(lines, words):
    assert result_words({**EMPTY, **lines}) == words


@pytest.mark.parametrize("ill", [True, False, None])
def test_a_result_on_record_reads_back_as_it_was(ill):
    lab = Lab(date(2026, 11, 2), "ferritin", 42.5, ill, lab="by the station")
    assert read(**filled(lab)) == lab
