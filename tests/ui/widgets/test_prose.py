"""Text wraps under its own beginning, in any width, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.ui.widgets.prose import ProseLine, plain


def drawn(line: ProseLine, width: int) -> list[str]:
    return [row.plain for row in line.drawn(width)]


def test_rows_after_the_first_begin_under_the_text_not_under_the_label():
    line = ProseLine("Save the night and go to bed.", label="  Enter", hang=10)
    assert drawn(line, 26) == ["  Enter   Save the night", "          and go to bed."]


def test_an_empty_line_is_one_row():
    assert drawn(ProseLine(""), 40) == [""]


def test_words_with_a_hyphen_stay_whole():
    assert drawn(ProseLine("aaaa bbbb-cccc"), 12) == ["aaaa", "bbbb-cccc"]


@pytest.mark.parametrize(
    ("text", "hang", "style"),
    [("What was seen", 0, "$accent"), ("  No ferritin.", 2, "$ink"), ("    deep", 4, "$ink")],
)
def test_the_blanks_before_a_plain_line_are_its_indent(text, hang, style):
    line = plain(text)
    assert (line.text, line.hang, line.style) == (text.strip(), hang, style)
    assert drawn(line, 60) == [text]


@given(
    words=st.lists(st.text("abcdef-", min_size=1, max_size=11), min_size=1, max_size=30),
    hang=st.integers(0, 13),
    width=st.integers(30, 120),
)
def test_no_row_is_too_wide_and_no_word_is_lost(words, hang, width):
    rows = drawn(ProseLine(" ".join(words), hang=hang), width)
    assert max(map(len, rows)) <= width
    assert " ".join(rows).split() == words
    assert all(row.startswith(" " * hang) for row in rows)
