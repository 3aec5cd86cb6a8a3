"""Which nights count, and as what their answers are taken."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.insight.patterns.nights import CAFFEINE, FIRST, PILL, SIX, entered, evening

from stillnight.domain.night import Night
from stillnight.insight.patterns.diary import read_diary


def left_out(*nights: Night) -> list[str]:
    return [night.left_out for night in read_diary(nights, SIX)]


def test_the_order_in_which_nights_come_does_not_matter() -> None:
    nights = [evening(day, day % 7, caffeine=day % 3, stress=day % 9) for day in range(60)]
    mixed = Random(4).sample(nights, len(nights))
    assert read_diary(mixed, SIX) == read_diary(nights, tuple(reversed(SIX)))


def test_a_day_without_a_record_is_no_night() -> None:
    assert read_diary([Night(FIRST, logged=False)], SIX) == ()


def test_an_evening_typed_next_morning_counts_and_one_typed_after_noon_does_not() -> None:
    assert left_out(evening(0, evening_at=entered(1, "08:00"))) == [""]
    assert left_out(evening(0, evening_at=entered(1, "13:00"))) == ["late"]


def test_a_night_of_which_nobody_knows_when_it_was_entered_counts() -> None:
    assert left_out(evening(0), evening(1, 5)) == ["", ""]


def test_of_a_holiday_entered_in_one_go_only_the_night_that_was_on_time_counts() -> None:
    nights = [evening(day, day, evening_at=entered(4, f"21:0{day}")) for day in range(5)]
    assert left_out(*nights) == ["batch", "batch", "batch", "batch", ""]


def test_the_night_that_others_were_copied_from_is_no_repetition_of_them() -> None:
    answers = {"caffeine": 3, "alcohol": 1, "stress": 7, "exercise": 20, "sitting": 8, "pill": True}
    nights = [evening(day, 6, evening_at=entered(4, f"21:0{day}"), **answers) for day in range(5)]
    assert left_out(*nights)[-1] == ""


def test_nights_rated_ahead_together_with_tonight_are_a_batch() -> None:
    assert left_out(*(evening(day, day, evening_at=entered(0, "21:00")) for day in range(3))) == [
        "",
        "batch",
        "batch",
    ]


def test_two_entries_either_side_of_noon_are_each_on_time() -> None:
    nights = evening(0, 3, evening_at=entered(1, "11:57")), evening(1, 5, evening_at=entered(1, "12:02"))
    assert left_out(*nights) == ["", ""]


def test_a_copied_night_is_a_repetition_even_with_one_answer_changed() -> None:
    varied = [
        evening(day, (day * 3) % 8, caffeine=day % 4, alcohol=day % 3, stress=day % 8, exercise=day * 7 % 50,
                sitting=day % 11, pill=day % 2 == 0)
        for day in range(20)
    ]  # fmt: skip
    copied = replace(varied[-1], date=evening(20).date, values={**varied[-1].values, "f.alcohol": 2})
    other = replace(copied, date=evening(21).date, values={**copied.values, "severity": 8})
    assert left_out(*varied, copied, other)[-2:] == ["repeat", ""]


def test_two_answers_changed_are_no_repetition() -> None:
    varied = [
        evening(day, 4, caffeine=day % 4, alcohol=day % 3, stress=day % 8, pill=False) for day in range(20)
    ]
    changed = replace(
        varied[-1], date=evening(20).date, values={**varied[-1].values, "f.alcohol": 0, "f.stress": 9}
    )
    assert left_out(*varied, changed)[-1] == ""


def test_a_quiet_person_who_honestly_answers_no_every_evening_keeps_nearly_all_nights() -> None:
    quiet = [
        evening(
            day, 2 if day % 9 == 0 else 0, caffeine=0, alcohol=0, stress=2, exercise=0, sitting=5, pill=False
        )
        for day in range(60)
    ]
    assert left_out(*quiet).count("repeat") <= 5


def test_whether_a_night_counts_does_not_hang_on_later_nights() -> None:
    nights = [evening(day, day % 3, caffeine=day % 2, pill=False) for day in range(40)]
    whole = read_diary(nights, SIX)
    assert all(read_diary(nights[:end], SIX) == whole[:end] for end in range(40))


def test_no_is_nothing_yes_the_usual_amount_and_not_asked_is_missing() -> None:
    night = read_diary([evening(0, caffeine=True, alcohol=False, pill=True)], SIX)[0]
    assert night.answers == {"caffeine": 2, "alcohol": 0, "pill": 1}


def test_milligrams_count_instead_of_servings_where_they_are_known() -> None:
    factors = (replace(CAFFEINE, mg_each=80), PILL)
    night = read_diary([evening(0, caffeine=1, f__caffeine__mg=200)], factors)[0]
    assert night.answers["caffeine"] == 2.5


def test_a_rating_is_early_when_it_was_made_before_the_evening_of_its_day() -> None:
    nights = (
        evening(0, stress=6, f__stress__at=entered(0, "16:30")),
        evening(1, 5, stress=6, f__stress__at=entered(1, "22:30")),
        evening(2, 6, stress=6, f__stress__at=entered(3, "09:00")),
        evening(3, 7, stress=6),
    )
    assert [bool(night.early_ratings) for night in read_diary(nights, SIX)] == [True, False, False, False]
