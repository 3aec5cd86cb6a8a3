"""JSON lines are read one by one, and what is none is named with its line."""

from __future__ import annotations

import pytest

from stillnight.reports.json_lines import read_objects
from stillnight.reports.problems import Problems


def _read(*lines: bytes) -> tuple[list, list[str]]:
    problems = Problems()
    found = [(line.number, line.data) for line in read_objects(lines, problems)]
    return found, list(problems)


def test_each_line_is_an_object():
    assert _read(b'{"a": 1}\n', b'{"b": "\xc3\xa4"}\r\n') == ([(1, {"a": 1}), (2, {"b": "ä"})], [])


def test_empty_lines_and_a_byte_order_mark_are_passed_over():
    assert _read(b'\xef\xbb\xbf{"a": 1}\n', b"\n", b"  \n", b'{"b": 2}')[0] == [(1, {"a": 1}), (4, {"b": 2})]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "no JSON"),
        (b"night: 2026", "no JSON"),
        (b"[1, 2]", "a line holds one night"),
        (b"6", "a line holds one night"),
        (b"null", "a line holds one night"),
        (b'{"a": "\xff"}', "no UTF-8"),
        (b'{"a": 1, "a": 2}', "'a' stands there twice"),
        (b'{"a": {"b": 1, "b": 1}}', "'b' stands there twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": -Infinity}', "-Infinity is no number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "no JSON that can be read"),
        (b"[" * 100_000, "no JSON that can be read"),
        (b'{"meta":{', "stillnight use"),
    ],
)
def test_what_is_no_object_is_named_with_its_line_and_the_rest_goes_on(line, words):
    found, problems = _read(line, b'{"b": 2}')
    assert found == [(2, {"b": 2})]
    assert len(problems) == 1
    assert problems[0].startswith("line 1: ")
    assert words in problems[0]


def test_of_many_mistakes_the_first_twenty_are_told():
    _, problems = _read(*[b"x"] * 25)
    assert len(problems) == 21
    assert problems[19].startswith("line 20: ")
    assert problems[20] == "and 5 more"
