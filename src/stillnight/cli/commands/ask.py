"""``stillnight ask``: the form's questions one by one, on plain lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from stillnight.cli.asked_lines import Answers, answers, say_lines
from stillnight.cli.call import Call
from stillnight.cli.console import INTERRUPTED, warn
from stillnight.cli.dates import night_to_write
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title
from stillnight.domain.errors import BadInput
from stillnight.domain.moment import Moment
from stillnight.domain.ports import TRIALS, Clock, Drafts
from stillnight.journal.asking.question import Interview, S
from stillnight.journal.asking.sitting import Sitting, evening_sitting, morning_sitting
from stillnight.journal.asking.talk import SUMMARY, End, Talk, begin, left_out, question_of, reply
from stillnight.journal.journal import Journal
from stillnight.storage import FileDrafts

_HELP = "Enter skips or keeps, ? explains, b goes back, done ends."
_ABOUT = """\
Each question takes what the form's keys take (6, x, 2130, ., c2, s7 …) or words: yes, no, not yet, calves.
Enter skips a question, or keeps what stands there; b or - goes back; clear takes an answer back; none is
no to this factor and to those that follow; L ends the questions and the lights go out; done ends them, too.
From a pipe every line is one answer; where the lines end, what was answered is saved."""
_KEPT = "Nothing was saved. What was answered is kept: stillnight ask goes on with it, and so does the form."
_LOST = "Nothing was saved, and what was answered could not be kept on this machine."


def add_arguments(parser: Parser) -> None:
    """Which night."""
    parser.add_argument(
        "--night", metavar="DATE", help="another night than tonight: 2026-11-18, yesterday, mon, 18 Nov"
    )
    parser.epilog = f"{_ABOUT}\n\n{parser.epilog}"


def run(call: Call) -> int:
    """Ask what the form of this moment asks, and save it."""
    journal = call.house.journal
    night = night_to_write(call.args.night, journal)
    moment = _moment(call, journal, night)
    clock = None if moment is Moment.NIGHT else journal.desk.clock
    drafts = FileDrafts(call.house.folders.state, call.house.place.path)
    say_lines(f"The {night_title(night)}")
    if moment is Moment.MORNING:
        return _sit(morning_sitting(journal, drafts, night), clock)
    if moment is Moment.EVENING and night == journal.tonight:
        say_lines(*_trial(call, journal))
    return _sit(evening_sitting(journal, drafts, night, moment is Moment.NIGHT), clock)


def _trial(call: Call, journal: Journal) -> list[str]:
    """What the running trial drew for tonight, in one line; most journals have none, and pay nothing."""
    if not journal.desk.store.all(TRIALS):
        return []
    from stillnight.cli.wiring import knowledge_of, trials_of

    assignment = trials_of(call.house, knowledge_of(call.house).library).tonight()
    return [f"Your trial tonight: {assignment.title}"] if assignment else []


def _moment(call: Call, journal: Journal, night: date) -> Moment:
    """The moment that was asked for, or by the clock; of another night the evening is meant."""
    if call.args.moment:
        moment = Moment(call.args.moment)
        return Moment.EVENING if moment is Moment.NIGHT and night != journal.tonight else moment
    return journal.browse.moment() if night == journal.tonight else Moment.EVENING


def _sit(sitting: Sitting[S], clock: Clock | None) -> int:
    """Ask until the end, and do what it asks for."""
    if sitting.state.is_dirty:
        say_lines("What was answered and not saved is here again.")
    say_lines(_HELP if not sitting.interview.is_short else "Enter leaves.")
    lines = answers()
    # a pipe cannot see that it is asked less after a very bad night
    state = sitting.state if lines.is_typed else sitting.interview.whole(sitting.state)
    talk = begin(sitting.interview, state)
    try:
        while talk.end is None:
            talk = _turn(talk, sitting, lines)
    except KeyboardInterrupt:
        say_lines("", _left(talk, sitting.drafts))
        return INTERRUPTED
    if talk.end is End.SAVE:
        return _save(talk, sitting, clock)
    say_lines(_left(talk, sitting.drafts))
    return 0


def _turn(talk: Talk[S], sitting: Sitting[S], lines: Answers) -> Talk[S]:
    """Ask one question and take its answer.

    Raises:
        BadInput: If what comes from a pipe is no answer: the next line would answer another question.
    """
    _ask(talk, sitting.interview)
    typed = lines.next()
    if typed is None:
        return _at_the_end(talk, sitting, lines)
    after = reply(talk, sitting.interview, typed)
    if after.state != talk.state:
        sitting.keep(after.state)
    if after.is_refused and not lines.is_typed:
        is_kept = talk.state.is_dirty and sitting.drafts.are_kept
        kept = "; what was answered before it is kept as a draft" if is_kept else ""
        raise BadInput(f"line {lines.number}, {typed!r}: {after.said[0]}; nothing was saved{kept}")
    return after


def _at_the_end(talk: Talk[S], sitting: Sitting[S], lines: Answers) -> Talk[S]:
    """A pipe that ends has said all; somebody who ends the input at a terminal wants to leave."""
    if lines.is_typed:
        return _ended(talk, End.LEAVE)
    return _ended(talk, End.SAVE if talk.has_answers or talk.lights_out else End.NOTHING)


def _ask(talk: Talk[S], interview: Interview[S]) -> None:
    say_lines(*talk.said)
    if talk.at == SUMMARY:
        words = [*interview.summary(talk.state), *(["lights out now"] if talk.lights_out else [])]
        say_lines("", f"Will be saved: {', '.join(words)}" if words else "There is nothing new to save.")
        more = ", more asks the rest" if left_out(talk, interview) else ""
        say_lines(f"Enter {'saves' if words else 'leaves'}, b goes back{more}, q leaves.")
        return
    question = question_of(talk, interview)
    say_lines("", question.text, f"({question.takes})")
    if question.shown:
        say_lines(f"Now: {question.shown}. Enter keeps it.")


def _save(talk: Talk[S], sitting: Sitting[S], clock: Clock | None) -> int:
    receipt = sitting.save(talk.state, talk.lights_out)
    at = f" {receipt.at.astimezone(clock.zone):%H:%M}" if clock else ""
    was_read = talk.at == SUMMARY and not sitting.interview.is_short
    words = [] if was_read else [", ".join(sitting.interview.summary(talk.state))]
    done = f"Saved{at}" if receipt.published else f"Safe on this machine{at}"
    say_lines(": ".join([done, *filter(None, words)]))
    if talk.lights_out:
        say_lines("Lights out. Good night.")
    if receipt.problem:
        warn(receipt.problem)
    return 0


def _ended(talk: Talk[S], end: End) -> Talk[S]:
    return replace(talk, end=end)


def _left(talk: Talk[S], drafts: Drafts) -> str:
    if not talk.state.is_dirty:
        return "Nothing was answered, nothing was saved."
    return _KEPT if drafts.are_kept else _LOST
