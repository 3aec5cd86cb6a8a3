"""Proposing, starting, following, stopping, reading."""

from datetime import date, timedelta
from random import Random

import pytest
from tests.journal.trials.conftest import library
from tests.rules.seeds import seed_library

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.ids import night_id
from stillnight.domain.moment import Moment
from stillnight.insight.trials.effect import Verdict
from stillnight.insight.trials.trial import Arm, Design, Outcome
from stillnight.journal.sealing import sealed_factors
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.trials.trials import Trials
from stillnight.journal.trials.views import State
from stillnight.resources import read_seed

TONIGHT = date(2026, 11, 19)
BERLIN = "+01:00"


def started(trials, name="massager", **wish):
    trial, _ = trials.start(trials.propose(name, **wish))
    return trial


def rate(journal, night, **values):
    journal.desk.put("rate", "nights", night_id(night), {"date": night.isoformat(), **values})


def ids(journal):
    """The rules and tips that are suggested, all of them."""
    found = suggestions(journal, seed_library(), Moment.EVENING)
    findings = [found.rule, found.pattern, *found.others, *found.more_patterns]
    return {one.rule.id for one in findings if one} | {one.id for one in (found.tip, *found.more_tips) if one}


def end_of(trial, clock, hour="13:00"):
    clock.set(f"{trial.last + timedelta(days=1)}T{hour}{BERLIN}")


class TestProposing:
    def test_nothing_is_stored(self, trials, store):
        trials.propose("massager_heat")

        assert not store.all("trials")

    def test_it_says_what_has_to_be_known(self, trials):
        proposal = trials.propose("massager_heat")

        assert proposal.question.endswith("?")
        assert [title for title, _ in proposal.arms] == [
            "as usual", "foot massager", "warm pad", "foot massager and warm pad",
        ]  # fmt: skip
        assert [effect for effect, _ in proposal.power] == [1.0, 1.5, 2.0]
        assert any("pregnancy" in reason for reason in proposal.not_for)
        assert any("without a reason" in line for line in proposal.stop_rule)
        assert (proposal.start, proposal.last) == (TONIGHT, TONIGHT + timedelta(days=27))
        assert proposal.refusal is None

    def test_what_is_done_by_day_begins_with_a_day_of_which_it_is_known(self, trials, clock):
        assert trials.propose("caffeine").start == date(2026, 11, 20)

        clock.set(f"2026-11-20T09:00{BERLIN}")
        assert trials.propose("caffeine").start == date(2026, 11, 20)

        clock.set(f"2026-11-20T12:30{BERLIN}")
        assert trials.propose("caffeine").start == date(2026, 11, 21)

    def test_an_evening_that_is_over_is_not_the_first(self, trials, clock, journal):
        clock.set(f"2026-11-20T01:30{BERLIN}")
        assert trials.propose("massager").start == date(2026, 11, 20)

        clock.set(f"2026-11-19T22:00{BERLIN}")
        rate(journal, TONIGHT, severity=4)
        assert trials.propose("massager").start == TONIGHT
        assert trials.propose("massager", outcome=Outcome.SEVERITY).start == date(2026, 11, 20)

    def test_another_outcome_asks_another_question(self, trials):
        proposal = trials.propose("massager", outcome=Outcome.SOL)

        assert "sleep sooner" in proposal.question
        assert proposal.power == []

    def test_two_weeks_are_said_to_be_too_few(self, trials):
        assert "not enough" in trials.propose("massager", weeks=2).warnings[0]
        assert "choose four or six" in trials.propose("caffeine", weeks=2).warnings[0]
        assert not any("weeks" in line for line in trials.propose("massager").warnings)

    def test_what_may_linger_is_said_to_look_smaller_in_pairs(self, trials):
        assert any("linger" in line for line in trials.propose("caffeine", design=Design.PAIRS).warnings)
        assert not any("linger" in line for line in trials.propose("caffeine").warnings)

    def test_ones_own_scatter_makes_what_it_finds_ones_own(self, trials, journal):
        stranger = trials.propose("massager").power
        for at in range(1, 40):
            rate(journal, TONIGHT - timedelta(days=at), disturbed=4 + at % 2)

        assert trials.propose("massager").power[0][1] > stranger[0][1]
        assert not trials.propose("massager").warnings

    def test_an_outcome_that_is_hardly_answered_is_said(self, trials):
        assert any("0 of the last 28" in line for line in trials.propose("massager").warnings)

    def test_a_medicine_begun_lately_is_said(self, trials, journal):
        journal.ledgers.add_medicine("old", usual=True, start=date(2026, 1, 1))
        assert not any("settling" in line for line in trials.propose("massager").warnings)
        journal.ledgers.add_medicine("new", usual=True, start=date(2026, 11, 10))

        said = trials.propose("massager").warnings
        assert any("new was begun or changed on Tue 10 Nov 2026" in line for line in said)

    def test_leaving_out_what_is_hardly_there_is_said(self, trials, journal):
        for at in range(1, 21):
            rate(journal, TONIGHT - timedelta(days=at), severity=3, **{"f.late_meal": at == 1})

        assert any("late meal on 1 of 20 days" in line for line in trials.propose("late_meal").warnings)

    @pytest.mark.parametrize(
        "wish", [{"weeks": 3}, {"weeks": 0}, {"start": date(2026, 11, 18)}, {"start": date(2027, 3, 1)}]
    )
    def test_what_does_not_fit_is_refused(self, trials, wish):
        with pytest.raises(FieldError):
            trials.propose("massager", **wish)

    @pytest.mark.parametrize(
        ("name", "design"), [("massager", Design.FACTORIAL), ("massager_heat", Design.PAIRS)]
    )
    def test_a_design_that_does_not_fit_is_refused(self, trials, name, design):
        with pytest.raises(BadInput, match=f"{design} does not fit"):
            trials.propose(name, design=design)


class TestGates:
    def test_a_gate_of_the_profile_refuses_with_its_reason(self, trials, journal):
        journal.ledgers.set_profile({"neuropathy": True})

        assert "feel little" in trials.propose("warm_pad").refusal
        assert trials.propose("massage").refusal is None
        with pytest.raises(BadInput, match="not for you now"):
            started(trials, "warm_pad")
        assert not journal.desk.store.all("trials")

    def test_one_measure_shut_shuts_the_trial_of_both(self, trials, journal):
        journal.ledgers.set_profile({"dvt_past": True})

        assert "foot massager is not for you" in trials.propose("massager_heat").refusal

    def test_a_medicine_taken_every_evening_counts(self, trials, journal):
        journal.ledgers.add_medicine("gabapentin", "gabapentinoid", usual=True)

        assert "sedating medicine" in trials.propose("warm_bath").refusal

    def test_a_drink_tonight_refuses_tonight_only(self, trials, journal):
        rate(journal, TONIGHT, **{"f.alcohol": 2})

        assert trials.propose("warm_bath").refusal is None

    def test_who_drinks_daily_is_not_told_to_stop(self, trials, journal):
        for at in range(1, 15):
            rate(journal, TONIGHT - timedelta(days=at), severity=3, **{"f.alcohol": 2})

        assert "must not be stopped suddenly" in trials.propose("alcohol").refusal

    def test_who_drinks_now_and_then_may_leave_it_out(self, trials, journal):
        for at in range(1, 15):
            rate(journal, TONIGHT - timedelta(days=at), severity=3, **{"f.alcohol": at % 2})

        assert trials.propose("alcohol").refusal is None

    def test_in_pregnancy_as_usual_is_no_leave_to_drink(self, trials, journal):
        journal.ledgers.set_profile({"pregnant_week": 20})

        assert "pregnancy" in trials.propose("alcohol").refusal

    def test_a_red_flag_comes_first(self, trials, journal):
        journal.ledgers.tick("chest_pain", TONIGHT)

        assert "red flag" in trials.propose("puzzle").refusal


class TestStarting:
    def test_question_order_and_measures_are_kept_before_the_first_night(self, trials, store):
        trial = started(trials, "massager_heat")

        record = store.get("trials", trial.id)
        assert record["question"] == trial.question
        assert len(record["order"]) == 28
        assert set(record["order"]) == {"usual", "a", "b", "a+b"}
        assert trials.find().trial == trial

    def test_the_order_comes_from_chance(self, journal):
        orders = set()
        for seed in range(5):
            orders.add(started(Trials(journal, library(), read_seed("trials"), Random(seed))).order)
            journal.undo()

        assert len(orders) == 5

    def test_every_device_shows_the_same(self, trials, journal):
        trial = started(trials)

        assert Trials(journal, library(), read_seed("trials"), Random(99)).find().trial.order == trial.order

    def test_one_at_a_time(self, trials, store):
        started(trials, "caffeine")

        for name in ("caffeine", "massager"):
            with pytest.raises(BadInput, match="“no caffeine after noon” goes on until"):
                started(trials, name)
        assert len(store.all("trials")) == 1

    def test_undo_takes_it_back(self, trials, journal):
        started(trials)
        journal.undo()

        assert trials.current() is None
        assert trials.all() == []


class TestSealing:
    def test_its_factor_is_sealed_from_the_start_to_the_end(self, trials, journal, clock):
        assert sealed_factors(journal) == frozenset()
        trial = started(trials, "caffeine")

        assert sealed_factors(journal) == {"caffeine"}
        clock.set(f"{trial.last}T22:00{BERLIN}")
        assert sealed_factors(journal) == {"caffeine"}
        end_of(trial, clock)
        assert sealed_factors(journal) == frozenset()

    def test_nothing_is_suggested_that_would_change_its_nights(self, trials, journal):
        for at in range(10, 18):
            night = date(2026, 11, at)
            rate(journal, night, severity=4, **{"f.caffeine": 3, "f.caffeine.at": "16:00"})
        assert "C06" in ids(journal)

        started(trials, "caffeine")
        assert "C06" not in ids(journal)
        assert "I00" in ids(journal), "what belongs before a clinician is shown all the same"

    def test_a_tip_that_is_tested_is_not_offered_on_other_nights(self, trials, journal):
        tested = {"foot_massager", "heat_pad"}
        assert tested <= ids(journal)

        started(trials, "massager_heat")
        assert not tested & ids(journal)

    def test_a_tip_against_a_factor_seals_it_too(self, trials, journal):
        started(trials, "stress")

        assert sealed_factors(journal) == {"stress"}

    def test_a_stop_opens_it(self, trials, journal, clock):
        trial = started(trials, "caffeine")
        clock.set(f"{trial.start}T22:00{BERLIN}")
        trials.stop()

        assert sealed_factors(journal) == frozenset()

    def test_nobody_can_peek(self, trials, clock):
        trial = started(trials)

        with pytest.raises(BadInput, match="sealed until Thu 17 Dec 2026, 12:00"):
            trials.result(trial)
        end_of(trial, clock, "11:59")
        with pytest.raises(BadInput, match="sealed"):
            trials.result(trial)
        end_of(trial, clock)
        assert trials.result(trial).effects


class TestFollowing:
    def test_it_is_said_night_by_night(self, trials, clock):
        trial = started(trials)
        trials.follow(True)
        clock.set(f"2026-11-20T22:00{BERLIN}")
        trials.follow(False)
        trials.follow(None, TONIGHT)

        assert trials.find().trial.followed == {date(2026, 11, 20): False}
        assert (trials.current().followed, trials.current().not_followed) == (0, 1)
        assert trial.followed == {}

    def test_in_the_morning_the_night_that_ends_is_meant(self, trials, clock):
        started(trials)
        clock.set(f"2026-11-20T08:00{BERLIN}")
        trials.follow(True)

        assert trials.find().trial.followed == {TONIGHT: True}

    @pytest.mark.parametrize("night", [date(2026, 11, 20), date(2026, 11, 1)])
    def test_a_night_to_come_or_of_no_trial_is_refused(self, trials, night):
        started(trials)

        with pytest.raises(BadInput, match=r"still to come|no trial has the night"):
            trials.follow(True, night)


class TestEnding:
    def test_a_stop_needs_no_reason_and_takes_one(self, trials):
        started(trials)
        trials.stop("  legs got\nworse ")

        standing = trials.find()
        assert standing.state is State.STOPPED
        assert standing.trial.reason == "legs got worse"
        assert trials.current() is None

    def test_without_a_trial_there_is_nothing_to_stop(self, trials):
        with pytest.raises(BadInput, match="no trial runs"):
            trials.stop()

    def test_what_has_not_begun_is_withdrawn_instead(self, trials):
        started(trials, "caffeine")

        with pytest.raises(BadInput, match="trial withdraw"):
            trials.stop()

    def test_a_stopped_one_with_enough_nights_can_be_read_and_says_so(self, trials, journal, clock):
        trial = started(trials)
        for at in range(16):
            night = trial.start + timedelta(days=at)
            rate(journal, night, disturbed=3 if trial.arm_on(night) is Arm.A else 6)
        clock.set(f"{trial.start + timedelta(days=15)}T23:00{BERLIN}")
        trials.stop()

        report = trials.result(trials.find().trial)
        assert report.effects[0].verdict is Verdict.BETTER
        assert any("Stopped early" in line for line in report.lines)

    def test_a_new_one_begins_after_the_night_of_the_stop(self, trials):
        started(trials)
        trials.stop()

        assert trials.propose("puzzle").start == date(2026, 11, 20)

    def test_a_withdrawn_one_is_gone_until_undo(self, trials, journal):
        trial = started(trials)
        trials.withdraw(trial)
        assert trials.all() == []

        journal.undo()
        assert trials.current().trial == trial

    def test_one_that_was_set_aside_has_no_result(self, trials, store, journal):
        trial = started(trials)
        record = dict(store.get("trials", trial.id))
        journal.desk.put("from another device", "trials", trial.id + 1, {**record, "title": "other"})

        other = next(one for one in trials.all() if one.trial.title == "other")
        assert other.state is State.SET_ASIDE
        assert trials.current().trial == trial
        with pytest.raises(BadInput, match="and foot massager comes first"):
            trials.result(other.trial)


class TestFinding:
    def test_by_name_title_number_or_the_newest(self, trials, clock):
        first = started(trials, "massager")
        trials.stop()
        clock.set(f"2026-11-20T22:00{BERLIN}")
        second = started(trials, "warm_pad")

        assert trials.find().trial.id == second.id
        assert trials.find("massager").trial.id == first.id
        assert trials.find("foot mass").trial.id == first.id
        assert trials.find("2").trial.id == first.id

    def test_what_is_not_there_is_named(self, trials):
        with pytest.raises(BadInput, match="no trials yet"):
            trials.find()
        started(trials)
        with pytest.raises(UnknownName, match="no trial is called"):
            trials.find("gravity")
