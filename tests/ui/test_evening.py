"""Tonight's form through its keys: what is typed is shown, and lands in the store."""

from __future__ import annotations

import pytest
from tests.ui.world import TONIGHT, YESTERDAY

from stillnight.domain.moment import Moment


async def test_a_quiet_evening_takes_two_keys(world, open_home):
    async with open_home() as visit:
        await visit.press("0", "enter")
        assert world.night() == {
            "date": "2026-11-19", "severity": 0, "onset": "none", "evening_at": "2026-11-19T22:40+01:00",
        }  # fmt: skip
        offers = "F first steps · C check-up, two minutes"
        assert visit.answer == f"saved the night of Thu 19 → Fri 20 Nov · {offers}"
        assert visit.status == "saved 22:40"
        assert "saved 22:40" in visit.lines[0]


async def test_an_ordinary_evening_takes_nine_keys(world, open_home):
    world.log("2026-11-18", severity=3, onset="2026-11-18T21:15+01:00")
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    async with open_home() as visit:
        await visit.press("6", ".", "c", "s", "7", "u", "n", "L")
        night = world.night()
        assert night["severity"] == 6
        assert night["onset"] == "2026-11-19T21:15+01:00"
        assert (night["f.caffeine"], night["f.stress"], night["f.alcohol"]) == (2, 7, False)
        assert night["lights_out"] == "2026-11-19T22:40+01:00"
        assert world.journal.browse.usual_taken(TONIGHT)


async def test_every_answer_is_shown_before_it_is_saved(open_home):
    async with open_home() as visit:
        await visit.press("x", "2", "1", "3", "0", "c", "3", "a", "a", "y")
        assert "[x]" in visit.text
        assert "21:30" in visit.words
        assert "+c caffeine 3" in visit.words
        assert "–a alcohol" in visit.words
        assert "+y antihist." in visit.words


async def test_ten_is_typed_x(world, open_home):
    async with open_home() as visit:
        await visit.press("x", "enter")
        assert world.night()["severity"] == 10


@pytest.mark.parametrize(
    ("keys", "onset"),
    [
        (("2", "1", "3", "0"), "2026-11-19T21:30+01:00"),
        (("0", "1", "0", "5"), "2026-11-20T01:05+01:00"),
        (("minus",), "not_yet"),
        (("asterisk",), "all_day"),
    ],
)
async def test_the_first_time_is_digits_or_one_sign(world, open_home, keys, onset):
    async with open_home() as visit:
        await visit.press("5", *keys, "enter")
        assert world.night()["onset"] == onset


async def test_a_time_half_typed_is_seen(open_home):
    async with open_home() as visit:
        await visit.press("5", "2", "1")
        assert "21:__" in visit.text


async def test_no_to_the_rest_says_no_to_what_is_shown_and_not_answered(world, open_home):
    async with open_home() as visit:
        await visit.press("4", "c", "n", "enter")
        night = world.night()
        assert night["f.caffeine"] == 2
        asked = [factor.field for factor in world.journal.ledgers.shown_factors()]
        assert [field for field in asked if night[field] is not False] == ["f.caffeine"]
        assert not [field for field in night if field.startswith("f.") and field not in asked]


async def test_what_was_not_asked_is_not_written(world, open_home):
    async with open_home() as visit:
        await visit.press("4", "c", "enter")
        assert [field for field in world.night() if field.startswith("f.")] == ["f.caffeine"]


async def test_the_last_time_of_a_factor_follows_an_at_sign(world, open_home):
    async with open_home() as visit:
        await visit.press("c", "2", "at", "1", "5", "3", "0", "enter")
        assert world.night()["f.caffeine.at"] == "2026-11-19T15:30+01:00"
        assert "caffeine 2@15:30" in visit.words


async def test_the_usual_medicines_are_one_key_and_again_takes_them_back(world, open_home):
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    async with open_home() as visit:
        assert "·u usual iron tablet" in visit.words
        await visit.press("u")
        assert "+u usual iron tablet" in visit.words
        await visit.press("enter")
        assert world.journal.browse.usual_taken(TONIGHT)
        await visit.press("u", "enter")
        assert not world.journal.browse.usual_taken(TONIGHT)


async def test_without_usual_medicines_u_says_how_to_note_them(open_home):
    async with open_home() as visit:
        await visit.press("u")
        assert "no usual medicines yet: M adds one" in visit.words


async def test_lights_out_saves_and_the_night_begins(world, open_home):
    async with open_home() as visit:
        await visit.press("3", "L")
        assert world.night()["severity"] == 3
        assert world.night()["lights_out"] == "2026-11-19T22:40+01:00"
        await visit.until(lambda: visit.home.moment is Moment.NIGHT)
        assert visit.app.theme == "ember"
        # the lights are out: nothing is shown but that it is safe
        assert visit.words == "saved, lights out. Good night."
        await visit.press("escape")
        assert "Awake" in visit.text


async def test_nothing_is_saved_when_nothing_is_new(world, open_home):
    async with open_home() as visit:
        await visit.press("enter")
        assert world.store.done == []
        assert "nothing new to save" in visit.answer


@pytest.mark.parametrize("key", ["z", "q", "ü", "ß"])
async def test_a_letter_without_meaning_is_answered(world, open_home, key):
    async with open_home() as visit:
        await visit.press(key)
        assert f"{key} means nothing here; ? shows all keys" in visit.words
        assert world.drafts.kept == {}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("5", "2", "5", "6", "1"), "25:61 is no time of this night"),
        (("5", "full_stop"), "no earlier time to repeat"),
        (("down", "down", "7"), "a number belongs to Urge"),
        (("minus",), "- answers First at"),
        (("at",), "@ follows a factor that was answered"),
        (("y", "4"), "antihist. takes yes or no"),
        (("a", "9", "9"), "alcohol takes 0 to 30 drinks"),
        (("w", "z"), "z is none of these words"),
    ],
)
async def test_a_wrong_key_is_answered_where_it_was_typed(open_home, keys, said):
    async with open_home() as visit:
        await visit.press(*keys)
        assert said in visit.words


async def test_backspace_goes_back_a_row_and_clears_it(world, open_home):
    async with open_home() as visit:
        await visit.press("5", "2", "1", "3", "0", "backspace")
        assert "21:30" not in visit.text
        await visit.press("backspace")
        assert "[5]" not in visit.text
        assert world.drafts.kept == {}


async def test_backspace_takes_the_last_digit_of_a_time(world, open_home):
    async with open_home() as visit:
        await visit.press("5", "2", "1", "3", "backspace", "4", "5", "enter")
        assert world.night()["onset"] == "2026-11-19T21:45+01:00"


async def test_arrows_move_between_the_rows_and_stop_at_the_ends(open_home):
    async with open_home() as visit:
        await visit.press("up")
        assert "▸Urge" in visit.text
        await visit.press(*["down"] * 9)
        assert "▸Note" in visit.text
        assert visit.text.count("▸") == 1


async def test_where_is_chosen_by_letters(world, open_home):
    async with open_home() as visit:
        await visit.press("w")
        for word in ("calves", "thighs", "hands", "alternating", "letters choose"):
            assert word in visit.words
        await visit.press("t", "c", "l", "h", "h", "enter", "enter")
        assert world.night()["parts"] == ["calves", "thighs"]
        assert world.night()["side"] == "left"
        assert "calves thighs · left" in visit.words


async def test_what_it_feels_like_is_chosen_by_letters(world, open_home):
    async with open_home() as visit:
        await visit.press("f", "u", "c", "escape", "enter")
        assert world.night()["sensations"] == ["crawling", "urge_only"]
        assert "crawling urge only" in visit.words


async def test_esc_closes_the_picker_before_it_leaves_the_form(world, open_home):
    async with open_home() as visit:
        await visit.press("left_square_bracket", "e", "w", "c", "escape")
        assert visit.home.writing == YESTERDAY
        await visit.press("escape")
        assert visit.home.writing == TONIGHT


async def test_a_saved_night_can_be_amended_and_only_that_changes(world, open_home):
    world.log("2026-11-19", severity=4, onset="not_yet", note="kept")
    async with open_home() as visit:
        assert "[4]" in visit.text
        await visit.press("7", "enter")
        assert (world.night()["severity"], world.night()["onset"], world.night()["note"]) == (
            7,
            "not_yet",
            "kept",
        )


async def test_no_urge_has_no_onset_and_an_urge_after_all_takes_that_back(world, open_home):
    async with open_home() as visit:
        await visit.press("0", "enter")
        assert world.night()["onset"] == "none"
        await visit.press("up", "up", "up", "5", "enter")
        assert world.night()["severity"] == 5
        assert "onset" not in world.night()
