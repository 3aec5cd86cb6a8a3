"""The bytes of phones, and of the editors on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.journal.inbox.writing import read_writing

TEXT = "6 c2\nnote schlief gut – très bien\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_text_is_read_and_written_on_in_its_own_way(codec, newline):
    data = TEXT.replace("\n", newline).encode(codec)
    writing = read_writing(data)
    assert writing is not None
    assert writing.text.splitlines() == TEXT.splitlines()
    again = read_writing(
        writing.encoded("# a\n6\n") + f"7{newline}".encode(writing.codec.removesuffix("-sig"))
    )
    assert again is not None
    assert again.text.splitlines() == ["# a", "6", "7"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rI", b"PK\x03\x04\x14\0", b"\0" * 40, b"6\0\n"])
def test_what_is_no_text_is_none(data):
    assert read_writing(data) is None


@pytest.mark.parametrize(("text", "is_finished"), [("", True), ("6\n", True), ("6", False), ("6\r", True)])
def test_a_last_line_without_an_end_is_not_finished(text, is_finished):
    writing = read_writing(text.encode())
    assert writing is not None
    assert writing.is_finished is is_finished


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_none(data):
    writing = read_writing(data)
    assert writing is None or read_writing(writing.encoded(writing.text.replace("\r\n", "\n"))) is not None
