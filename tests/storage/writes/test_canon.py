from __future__ import annotations

import json

import pytest
from hypothesis import given
from tests.storage.states import VALUES

from stillnight.storage.writes import canon


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (-0.0, "0"),
        (2.5, "2.5"),
        ({"b": 1, "a": [2.0, {"d": None, "c": True}]}, '{"a":[2,{"c":true,"d":null}],"b":1}'),
        ("naïve 🌙", '"na\\u00efve \\ud83c\\udf19"'),
        (float("nan"), '"NaN"'),
        (float("-inf"), '"-Infinity"'),
        (10**25, "1" + "0" * 25),
    ],
)
def test_a_value_has_one_text(value: object, text: str):
    assert canon.text(value) == text


@given(VALUES)
def test_the_text_of_what_was_read_back_is_the_same(value: object):
    text = canon.text(value)

    assert text.isascii()
    assert canon.text(json.loads(text)) == text


def test_what_is_no_json_is_refused():
    with pytest.raises(ValueError, match="set is not JSON"):
        canon.text({"a": {1, 2}})
