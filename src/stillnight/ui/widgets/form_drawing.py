"""How the form looks: pure drawing of its state, so that it can be tested without a screen."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from stillnight.domain.factor import Factor, Kind
from stillnight.journal.day_words import clock_words
from stillnight.journal.form.afternoon import of_the_afternoon
from stillnight.journal.form.pickers import PART_KEYS, SENSATION_KEYS, SIDE_KEYS
from stillnight.journal.form.state import FormSheet, FormState, Row
from stillnight.ui.pictures.severity import digit

LABEL = 11
"""The width of the labels at the left, cursor mark included."""

GAP = 2
"""The columns between two cells that stand side by side."""

HINT_LINES = 2
"""Room for what is expected, always there so that nothing jumps."""

Part = tuple[str, str]

_HINTS = {
    Row.URGE: "how strong was the urge to move? 0-9, x is 10",
    Row.ONSET: "first felt: four digits such as 2130, . same as last time, - not yet, * all day",
    Row.TODAY: "a letter: yes, again no, again not asked; digits: how much; n: no to the rest",
    Row.WHERE: "w to choose",
    Row.FEELS: "f to choose",
    Row.MEDICINES: "u: the usual ones, again takes it back",
    Row.NOTE: "o to write",
}
"""What the cursor's row takes."""

BRIEF = "last night was hard: this one answer is enough · Enter saves, ↓ shows the rest"
"""What is said where one question is all that is asked."""


def draw(
    state: FormState, sheet: FormSheet, width: int, focused: bool, airy: bool = False, hinted: bool = True
) -> Content:
    """The form in ``width`` columns.

    Args:
        state: What has been typed.
        sheet: What the form knows of its night.
        width: The columns that it may take.
        focused: Has it the focus? Then the cursor is drawn.
        airy: Do the rows stand apart?
        hinted: Do two lines at the end say what is expected?
    """
    room = max(width - LABEL, 12)
    rows: list[tuple[Row, str, list[Content]]] = [
        (Row.URGE, "Awake" if sheet.is_awake else "Urge", [_urge(state, sheet)]),
        (Row.ONSET, "First at", [_onset(state, sheet, room)]),
        (Row.TODAY, "Today", _today(state, sheet, room)),
        (Row.WHERE, "Where", _where(state, sheet, room)),
        (Row.FEELS, "Feels", _feels(state, sheet, room)),
        (Row.MEDICINES, "Medicines", [_medicines(state, sheet, room)]),
        (Row.NOTE, "Note", [noted(state.value(sheet, "note"), room)]),
    ]
    is_brief = state.is_brief(sheet)
    here = Row.URGE if is_brief else state.row
    blocks = [
        Content("\n").join(_labelled(label, focused and here is row, body))
        for row, label, body in rows[: 1 if is_brief else None]
    ]
    foot = [say_expected(state, sheet, width)] if hinted else []
    return Content("\n\n" if airy else "\n").join([*blocks, *foot])


def say_expected(state: FormState, sheet: FormSheet, width: int) -> Content:
    """What was wrong, else what the cursor's row takes."""
    expected = f"{_HINTS[Row.URGE]} · {BRIEF}" if state.is_brief(sheet) else _expected(state, sheet)
    return hint(state.message, expected, width)


def _labelled(label: str, here: bool, body: list[Content]) -> list[Content]:
    """A row: its label, marked where the cursor is, and its lines beside it."""
    head = (f"{'▸' if here else ' '}{label}".ljust(LABEL), "$accent bold" if here else "$muted")
    rest = (" " * LABEL, "")
    return [Content.assemble(head if number == 0 else rest, line) for number, line in enumerate(body)]


def _urge(state: FormState, sheet: FormSheet) -> Content:
    return scale(0, 10, None if sheet.is_awake else state.value(sheet, "severity"))


def scale(least: int, most: int, rating: object) -> Content:
    """The numbers of a rating, the chosen one in brackets; ``x`` is ten."""
    parts: list[Content] = []
    for number in range(least, most + 1):
        sign = digit(number)
        chosen = rating == number and not isinstance(rating, bool)
        text = f"[{sign}]" if chosen else f" {sign} "
        parts.append(Content.styled(text, "$accent bold" if chosen else "$ink"))
    return _squeezed(parts)


def _squeezed(parts: list[Content]) -> Content:
    """Signs two columns apart; the brackets of a chosen one take the gaps."""
    line = Content("")
    for part in parts:
        text = part.plain
        if text.startswith("[") and line.plain.endswith(" "):
            line = line[: len(line.plain) - 1]
        elif text.startswith(" ") and (line.plain.endswith((" ", "]")) or not line.plain):
            part = part[1:]
        line = Content.assemble(line, part)
    return line


def _onset(state: FormState, sheet: FormSheet, room: int) -> Content:
    if state.row is Row.ONSET and state.digits:
        typed = (state.digits + "____")[:4]
        return Content.styled(f"{typed[:2]}:{typed[2:]}", "$accent bold")
    value = state.value(sheet, "onset")
    text = clock_words(value)
    offers = "   . same  - not yet  * all day"
    tail = offers if value is None and room >= len(offers) + 5 else ""
    return Content.assemble((text or "·", "$ink" if text else "$muted"), (tail, "$muted"))


def _today(state: FormState, sheet: FormSheet, room: int) -> list[Content]:
    if not sheet.factors:
        return [Content.styled("no factors are shown", "$muted")]
    cells = [_factor(state, sheet, factor, room) for factor in sheet.factors]
    widest = max(cell.cell_length for cell in cells) + GAP
    each = max((room + GAP) // widest, 1)
    padded = [Content.assemble(cell, " " * (widest - cell.cell_length)) for cell in cells]
    return [Content("").join(padded[at : at + each]).rstrip() for at in range(0, len(cells), each)]


def _factor(state: FormState, sheet: FormSheet, factor: Factor, room: int) -> Content:
    """One factor; where there is no room for its whole name the name is cut, never the answer."""
    value = state.value(sheet, factor.field)
    waiting = state.factor == factor.slug
    sign, style = ("·", "$muted") if value is None else ("+", "$accent bold") if value else ("–", "$ink")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    amount = f" {value:g}" if is_number else ""
    if waiting and factor.kind is Kind.RATING and value is None:
        amount = " _"
    at = clock_words(state.value(sheet, f"{factor.field}.at"))
    if waiting and state.clock:
        at = (state.digits + "____")[:4]
    when = f"@{at}" if at else ""
    label = cut(factor.label, room - 3 - len(amount) - len(when))
    return Content.assemble(
        (sign, style),
        (factor.key or " ", "$accent bold"),
        (f" {label}{amount}", f"{style} underline" if waiting else style),
        (when, style),
    )


def _where(state: FormState, sheet: FormSheet, room: int) -> list[Content]:
    chosen = state.value(sheet, "parts")
    side = state.value(sheet, "side")
    if state.picking and state.row is Row.WHERE:
        picked = [*(chosen if isinstance(chosen, list) else []), *([side] if isinstance(side, str) else [])]
        return _picker({**PART_KEYS, **SIDE_KEYS}, picked, room)
    words = " ".join(chosen) if isinstance(chosen, list) else ""
    return [_words(" · ".join(filter(None, [words, str(side or "")])), "w", room)]


def _feels(state: FormState, sheet: FormSheet, room: int) -> list[Content]:
    chosen = state.value(sheet, "sensations")
    picked = chosen if isinstance(chosen, list) else []
    if state.picking and state.row is Row.FEELS:
        return _picker(SENSATION_KEYS, picked, room)
    return [_words(" ".join(picked).replace("_", " "), "f", room)]


def _picker(keys: Mapping[str, str], picked: list[str], room: int) -> list[Content]:
    pairs = list(keys.items())
    widest = max(len(word) for _, word in pairs) + 3 + GAP
    each = max((room + GAP) // widest, 1)
    cells = [
        Content.assemble(
            ("+" if word in picked else "·", "$accent bold" if word in picked else "$muted"),
            (key, "$accent bold"),
            (f" {word.replace('_', ' ')}".ljust(widest - 2), "$ink"),
        )
        for key, word in pairs
    ]
    return [Content("").join(cells[at : at + each]).rstrip() for at in range(0, len(cells), each)]


def _words(text: str, key: str, room: int) -> Content:
    if not text:
        return Content.assemble((key, "$accent bold"))
    return Content.styled(cut(text, room), "$ink")


def _medicines(state: FormState, sheet: FormSheet, room: int) -> Content:
    if not sheet.medicines:
        return Content.assemble(("u", "$accent bold"), (" usual: none yet, M adds one", "$muted"))
    taken = state.usual_taken(sheet)
    names = cut(", ".join(sheet.medicines), room - 9)
    sign: Part = ("+", "$accent bold") if taken else ("·", "$muted")
    return Content.assemble(sign, ("u", "$accent bold"), (f" usual {names}", "$ink" if taken else "$muted"))


def noted(note: object, room: int) -> Content:
    """A note in one line, or the key that writes one."""
    return _words(" ".join(str(note).split()) if note else "", "o", room)


def hint(message: str, expected: str, width: int) -> Content:
    """What was wrong, else what is expected, in lines that are always there so that nothing jumps."""
    lines = [f" {line}" for line in wrap(message or expected, max(width - 1, 10))]
    padded = "\n".join([*lines, *[" "] * (HINT_LINES - len(lines))])
    return Content.styled(padded, "$warning" if message else "$muted")


def _expected(state: FormState, sheet: FormSheet) -> str:
    if state.picking:
        return "letters choose, Enter is done"
    if sheet.is_awake and state.row is Row.URGE:
        return "awake? a digit logs it at once, 0-9, x is 10"
    return (of_the_afternoon(state, sheet) if sheet.is_afternoon else "") or _HINTS[state.row]


def cut(text: str, room: int) -> str:
    """A text in so many columns, marked where it goes on."""
    return text if cell_len(text) <= room else set_cell_size(text, max(room - 1, 0)).rstrip() + "…"
