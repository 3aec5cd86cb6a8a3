"""Words at the beginning of a sentence."""

from __future__ import annotations

from stillnight.domain.sentence import capital


def test_a_sentence_begins_with_a_capital_and_the_rest_stays():
    assert capital("not for you: an MRI, or surgery") == "Not for you: an MRI, or surgery"
    assert capital("") == ""
