"""A key that means nothing is answered wherever it is typed; one that means something is not."""

from __future__ import annotations

import pytest

TO = {"form": (), "calendar": ("tab",), "a past night": ("left_square_bracket",), "to check": ("T",)}
"""The keys that lead to each pane."""


@pytest.mark.parametrize("pane", TO)
@pytest.mark.parametrize(("key", "sign"), [("Z", "Z"), ("percent_sign", "%")])
async def test_a_sign_that_means_nothing_is_answered(open_home, pane, key, sign):
    async with open_home() as visit:
        await visit.press(*TO[pane], key)
        assert visit.answer == f"{sign} means nothing here; ? shows all keys"


@pytest.mark.parametrize("pane", ["calendar", "a past night", "to check"])
@pytest.mark.parametrize("key", ["q", "6"])
async def test_letters_and_digits_of_the_form_are_answered_elsewhere(open_home, pane, key):
    async with open_home() as visit:
        await visit.press(*TO[pane], key)
        assert visit.answer == f"{key} means nothing here; ? shows all keys"


@pytest.mark.parametrize("keys", [("h", "J", "t"), ("left", "pageup"), ("tab", "space", "ctrl+t", "f5")])
async def test_other_keys_are_not(open_home, keys):
    async with open_home() as visit:
        await visit.press("tab", *keys)
        assert "means nothing" not in visit.words


async def test_what_is_typed_into_a_line_is_not(open_home):
    async with open_home() as visit:
        await visit.press("tab", "s", "q", "X", "percent_sign")
        assert "means nothing" not in visit.words
