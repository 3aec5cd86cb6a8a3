"""What stands in the lists of the tips page, what a filter leaves, and the words beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.seeds import seed_library
from textual.content import Content

from stillnight.journal.suggestions.tip_shelf import ShelvedTip, Stand
from stillnight.ui.screens.tips.item import ALL, Filter, Item, Shelf, rows_of
from stillnight.ui.screens.tips.known_items import claim_shelf, fact_shelf
from stillnight.ui.screens.tips.tip_items import in_order, keys_of, length_words, own_words, tip_shelf

LIBRARY = seed_library()
WALK = ShelvedTip(LIBRARY.tips["walk"], Stand.NOW)


def item(id: str, group: str, *facets: tuple[str, ...]) -> Item:
    return Item(id, id, group, Content(id), facets, (), str, ())


SHELF = Shelf(
    "Things",
    ("kind", "grade", "when"),
    [
        item("a", "now", ("moving",), ("grade C",), ("day", "episode")),
        item("b", "now", ("touch",), ("grade B",), ("episode",)),
        item("c", "later", ("moving",), ("grade A",), ("weeks",)),
    ],
    "things",
)


def left(wanted: Filter) -> list[str]:
    return [one.id for one in wanted.leaves(SHELF)]


def test_a_filter_goes_from_word_to_word_and_back_to_everything():
    wanted, seen = Filter(), []
    for _ in range(4):
        wanted = wanted.turned(0, SHELF)
        seen.append(wanted.wanted[0])
    assert seen == ["moving", "touch", ALL, "moving"]


def test_grades_come_in_their_order_whatever_stands_first():
    wanted, seen = Filter(), []
    for _ in range(3):
        wanted = wanted.turned(1, SHELF)
        seen.append(wanted.wanted[1])
    assert seen == ["grade A", "grade B", "grade C"]


def test_a_filter_passes_over_what_would_leave_nothing_beside_the_others():
    wanted, seen = Filter(("moving", ALL, ALL)), []
    for _ in range(4):
        wanted = wanted.turned(1, SHELF)
        seen.append(wanted.wanted[1])
    assert seen == ["grade A", "grade C", ALL, "grade A"], "nothing that moves has grade B"


def test_what_is_rated_stays_where_it_stands_in_its_group():
    walk, bath, quad = (ShelvedTip(LIBRARY.tips[id], Stand.NOW) for id in ("walk", "warm_bath", "quad"))
    before = ["walk", "warm_bath", "quad"]
    assert in_order([quad, walk, bath], before) == [walk, bath, quad]
    away = replace(walk, stand=Stand.AWAY)
    assert in_order([away, quad, bath], before) == [bath, quad, away]


def test_what_a_filter_leaves_fits_every_word_of_it():
    assert left(Filter()) == ["a", "b", "c"]
    assert left(Filter(("moving", ALL, ALL))) == ["a", "c"]
    assert left(Filter((ALL, ALL, "episode"))) == ["a", "b"]
    assert left(Filter(("moving", "grade C", "day"))) == ["a"]
    assert left(Filter(("touch", "grade A", ALL))) == []


def test_a_filter_says_what_is_shown_and_what_shows_all():
    assert Filter().words(SHELF) == "3 things: t kind, e grade, w when"
    wanted = Filter(("moving", ALL, "weeks"))
    assert wanted.words(SHELF) == "moving · weeks: 1 of 3 things. ⌫ shows all."


def test_where_typed_words_leave_nothing_the_other_lists_are_a_key_away():
    assert Filter(typed="now").words(SHELF) == "“now”: 0 of 3 things. Tab looks on, Esc shows all."
    assert Filter(typed="moving").words(SHELF) == "“moving”: 2 of 3 things. Esc shows all."


def test_a_filter_that_a_list_does_not_have_changes_nothing():
    two = SHELF._replace(filters=("topic", "grade"))
    assert Filter().turned(2, two) == Filter()


def test_a_heading_stands_wherever_another_group_begins():
    assert [(id, row.plain) for id, row in rows_of(SHELF.items)] == [
        ("", "now"), ("a", "a"), ("b", "b"), ("", "later"), ("c", "c"),
    ]  # fmt: skip


def test_every_tip_claim_and_fact_has_a_row_a_sign_and_something_to_read():
    shelves = (
        tip_shelf([ShelvedTip(tip, Stand.OTHER) for tip in LIBRARY.tips.values()], LIBRARY),
        claim_shelf(LIBRARY, {}),
        fact_shelf(LIBRARY),
    )
    for shelf, number in zip(shelves, (LIBRARY.tips, LIBRARY.claims, LIBRARY.facts), strict=True):
        assert [one.id for one in shelf.items] == list(number)
        for one in shelf.items:
            assert len(one.facets) == len(shelf.filters)
            assert one.row.plain
            assert one.brief
            assert one.whole().startswith("# ")
            assert one.sources


@pytest.mark.parametrize("stand", list(Stand))
def test_how_a_tip_stands_is_said_in_words_beside_its_sign(stand):
    one = tip_shelf(
        [replace(WALK, stand=stand, shut=LIBRARY.gates["G01"] if stand is Stand.SHUT else None)], LIBRARY
    )
    assert one.items[0].group == stand
    assert one.items[0].brief[0].text.endswith(f": {stand}")


def test_only_what_can_be_done_is_offered_with_its_key():
    guides = tuple(guide for guide in LIBRARY.guides.values() if guide.tip == "calf_stretch")
    assert list(keys_of(WALK)) == ["Enter reads all of it"]
    offered = list(keys_of(replace(WALK, guides=guides, trial="stretching")))
    assert offered[1:] == [f"g starts it, {length_words(guides)}", "x tests it on your own nights"]
    shut = replace(WALK, guides=guides, trial="stretching", shut=LIBRARY.gates["G01"])
    assert list(keys_of(shut)) == ["Enter reads all of it"]
    for held in (replace(WALK, guides=guides, waits=True), replace(WALK, guides=guides, stand=Stand.TRIAL)):
        assert list(keys_of(held)) == ["Enter reads all of it"], "g would say why not"


def test_a_row_says_which_tips_can_be_led_through():
    guides = tuple(guide for guide in LIBRARY.guides.values() if guide.tip == "walk")
    free, shut = replace(WALK, guides=guides), replace(WALK, guides=guides, shut=LIBRARY.gates["G08"])
    told = ["guided" in item.row.plain for item in tip_shelf([WALK, free, shut], LIBRARY).items]
    assert told == [False, True, False]


def test_the_length_of_its_sessions_is_told_in_minutes():
    massager = [guide for guide in LIBRARY.guides.values() if guide.tip == "foot_massager"]
    assert length_words(massager) == "15 or 30 min"
    assert length_words([]) == "until you end it"


def test_what_the_own_journal_holds_is_counted_and_dated():
    assert list(own_words(WALK)) == []
    used = replace(WALK, times=3, last=date(2026, 11, 12), rating=4)
    assert list(own_words(used)) == ["Used 3 times, last on Thu 12 Nov.", "You rated it 4 of 5."]


def test_typed_words_are_looked_for_in_all_that_is_said():
    shelf = fact_shelf(LIBRARY)
    found = Filter(typed="FERRITIN iron").leaves(shelf)
    assert 0 < len(found) < len(shelf.items)
    assert all("ferritin" in one.text and "iron" in one.text for one in found)
    assert Filter(typed="  ").leaves(shelf) == list(shelf.items)
    assert Filter(typed="no such thing").words(shelf).startswith("“no such thing”: 0 of")


def test_typed_words_stay_while_a_filter_turns():
    assert Filter(typed="calf").turned(0, SHELF).typed == "calf"
