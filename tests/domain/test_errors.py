"""Errors are one plain line that names the way out."""

from __future__ import annotations

import pytest

from stillnight.domain.errors import BadInput, FieldError, StillnightError, StoreError, UnknownName, shown


@pytest.mark.parametrize(
    ("kind", "code"),
    [(StillnightError, 1), (StoreError, 1), (BadInput, 2), (FieldError, 2), (UnknownName, 2)],
)
def test_bad_input_exits_with_2_and_a_failure_with_1(kind, code):
    assert kind.exit_code == code
    assert issubclass(kind, StillnightError)


def test_a_field_error_names_field_value_and_range():
    error = FieldError("severity", 11, "a whole number from 0 to 10")
    assert str(error) == "severity: 11 does not fit, it takes a whole number from 0 to 10"
    assert (error.field, error.value, error.allowed) == ("severity", 11, "a whole number from 0 to 10")


DEEP: list = []
for _ in range(5000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [
        "two\nlines",
        "x" * 100_000,
        10**5000,
        -(10**5000),
        DEEP,
        {"k": ["v"] * 9999},
        "\udcff",
        "\x1b[2J",
        b"\n",
        None,
    ],
    ids=["lines", "long", "huge", "negative", "deep", "wide", "broken", "escape", "bytes", "none"],
)
def test_any_value_is_quoted_on_one_short_line_that_can_be_printed(value):
    for text in (shown(value), str(FieldError("note", value, "text"))):
        assert len(text) < 200
        assert text.isprintable()
        assert text.encode()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cafeine", "no factor is called 'cafeine', did you mean caffeine?"),
        ("zzz", "no factor is called 'zzz'"),
        ("", "no factor is called ''"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_known_ones(name, line):
    error = UnknownName("factor", name, ["caffeine", "alcohol"])
    assert (str(error), error.name) == (line, name)


def test_an_unknown_name_can_carry_a_hint():
    assert str(UnknownName("tip", "zzz", [], "stillnight tips lists them")).endswith(
        "(stillnight tips lists them)"
    )


def test_a_very_long_unknown_name_is_cut_short():
    assert len(str(UnknownName("field", "severity" * 10_000, ["severity"]))) < 200
