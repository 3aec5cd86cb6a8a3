"""``stillnight restore [WHEN|FILE]``: earlier states of the journal, and bringing one back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stillnight.cli.agreeing import is_answered, need_answer
from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title, say_saved
from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.keeping import Compared, Differing, Fate, Kept, KeptAs
from stillnight.journal.journal import Journal
from stillnight.journal.restoring.meant import meant_by
from stillnight.journal.restoring.proposal import Proposal, fates_of, others_in, propose
from stillnight.journal.restoring.words import (
    asked_words,
    done_words,
    kind_words,
    label_of,
    left_lines,
    night_lines,
    other_lines,
    since_words,
    when_words,
)

MOST = 30
"""So many nights are listed one by one."""


def add_arguments(parser: Parser) -> None:
    """Which state, and how much of it."""
    parser.add_argument(
        "when",
        nargs="*",
        metavar="WHEN|FILE",
        help="a number of the list, a date, a date and a time, or a file; without it all are listed",
    )
    parser.add_argument("--night", metavar="DATE", help="bring back just this night, even from a purge")
    parser.add_argument("--exactly", action="store_true", help="what was added since goes to the bin")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_json()


def run(call: Call) -> int:
    """List the states, or show what going back would change, ask, and do it as one deed."""
    journal, args = call.house.journal, call.args
    kept = list(journal.desk.store.keeping.kept())
    if not args.when:
        _refuse_stray(call)
        _list(journal, kept, args.json)
        return 0
    proposal = _proposal(call, journal, kept)
    if not args.json:
        _show(journal, proposal)
    if args.json and not args.yes:
        say_json(_shape(proposal))
        return 0
    return _bring_back(call, journal, proposal)


def _proposal(call: Call, journal: Journal, kept: list[Kept]) -> Proposal:
    """What is meant by what was typed."""
    typed, clock = " ".join(call.args.when), journal.desk.clock
    night = read_night(call.args.night, journal.tonight) if call.args.night is not None else None
    path = Path(typed).expanduser()
    if "/" in typed or typed.endswith(".json") or path.is_file():
        one = Kept(KeptAs.FILE, str(path.absolute()))
    else:
        one = meant_by(typed, kept, journal.desk.today, clock.zone)
    proposal = propose(one, journal.desk.store.keeping.compare(one), night, call.args.exactly)
    if night is not None and not proposal.taken and not proposal.left:
        raise BadInput(f"restore: the {night_title(night)} is now as it was then, or was not there")
    return proposal


def _bring_back(call: Call, journal: Journal, proposal: Proposal) -> int:
    if not proposal.taken:
        say("nothing to bring back")
        return 0
    if not call.args.yes:
        need_answer("restore")
        if not is_answered(f"{asked_words(proposal.taken)}? [y/N]"):
            say("left as it is")
            return 0
    label = label_of(proposal.kept, journal.desk.clock.zone)
    receipt = journal.desk.store.keeping.restore(label, proposal.kept, proposal.places)
    if call.args.json:
        say_json({**_shape(proposal), "restored": receipt.changed, "published": receipt.published})
        if receipt.problem:
            warn(receipt.problem)
        return 0
    words = f"{done_words(proposal.taken)} (stillnight undo takes it back)"
    say_saved(receipt, journal.desk.clock, words, "")
    return 0


def _list(journal: Journal, kept: list[Kept], as_json: bool) -> None:
    keeping = journal.desk.store.keeping
    rows: list[tuple[int, Kept, Compared | None]] = []
    for number, one in enumerate(kept, 1):
        try:
            rows.append((number, one, keeping.compare(one)))
        except StillnightError:
            rows.append((number, one, None))
    if as_json:
        say_json([_listed(*row) for row in rows])
        return
    if not rows:
        say("nothing is kept yet: the first state is kept when an entry is changed in a later hour")
        return
    zone = journal.desk.clock.zone
    say(f"{'':>4} {'as it was':<21} {'nights':>6}  since then")
    for number, one, compared in rows:
        since = since_words(compared) if compared else "cannot be read"
        kind = f"{kind_words(one)}: " if kind_words(one) else ""
        nights = compared.nights if compared else "?"
        say(f"{number:>3}  {when_words(one, zone):<21} {nights:>6}  {kind}{since}")
    say()
    say("stillnight restore 1   shows what that would change, and asks; a date or a file does, too")


def _show(journal: Journal, proposal: Proposal) -> None:
    kept, compared = proposal.kept, proposal.compared
    name = Path(kept.file).name if kept.kind is KeptAs.FILE else when_words(kept, journal.desk.clock.zone)
    nights = "1 night" if compared.nights == 1 else f"{compared.nights} nights"
    say(f"{kind_words(kept) or 'earlier state'}, {name}: {nights}")
    if compared.is_damaged:
        say("it is damaged: only what is whole in it can be brought back")
    if compared.is_another:
        say("it is another journal than the one in use")
    lines = list(night_lines(proposal.taken, journal.ledgers.factors()))
    for night, words in lines[:MOST]:
        say(f"  {night.isoformat()}  {words}".replace("\n", " / "))
    if len(lines) > MOST:
        say(f"  and {len(lines) - MOST} more nights (--json lists them all)")
    for words in other_lines(proposal.taken):
        say(f"  {words}")
    for words in left_lines(proposal):
        say(f"  {words}")


def _refuse_stray(call: Call) -> None:
    stray = [name for name in ("night", "exactly", "yes") if getattr(call.args, name)]
    if stray:
        raise BadInput(f"restore: --{stray[0]} needs to know which state: stillnight restore lists them")


def _listed(number: int, kept: Kept, compared: Compared | None) -> Mapping[str, Any]:
    """A row of the list for programs; one that cannot be read has no counts."""
    at = kept.at.isoformat(timespec="seconds") if kept.at else None
    head = {"number": number, "kind": kept.kind.value, "at": at, "file": kept.file}
    head |= {"name": kept.name} if kept.name else {}
    if compared is None:
        return {**head, "is_readable": False}
    fates = fates_of(compared.differing)
    counts = {fate.value: fates[fate] for fate in Fate}
    others = sum(len(some) for some in others_in(compared.differing).values())
    odd = {"is_damaged": compared.is_damaged, "is_another": compared.is_another}
    return {**head, "is_readable": True, "nights": compared.nights, **counts, "others": others, **odd}


def _shape(proposal: Proposal) -> dict[str, Any]:
    kept = proposal.kept
    return {
        "kind": kept.kind.value,
        "at": kept.at.isoformat(timespec="seconds") if kept.at else None,
        "file": kept.file,
        "nights": proposal.compared.nights,
        "taken": [_object(one) for one in proposal.taken],
        "left": [_object(one) for one in proposal.left],
    }


def _object(one: Differing) -> dict[str, Any]:
    return {
        "table": one.table,
        "id": one.id,
        "night": one.night.isoformat() if one.night else None,
        "fate": one.fate.value,
        "fields": one.fields,
        "then": dict(one.then),
        "now": dict(one.now),
    }
