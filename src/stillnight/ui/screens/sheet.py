"""A few lines to fill in; what is wrong is said beside the line, and nothing typed is lost by a slip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from stillnight.domain.errors import FieldError, StillnightError, shown

Answers = Mapping[str, str]
"""What stands in each line, by its name."""


KEYS = "Enter next · Ctrl+S save · Esc back"
"""What the keys of a sheet do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a sheet.

    Attributes:
        name: The field's name; an error about it is shown on its line.
        label: What stands before it.
        value: What stands in it at first.
        hint: What it takes, shown while it is empty.
        choices: Words that are completed while typing.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()


def _silent(answers: Answers) -> str:
    return ""


class SheetScreen(ModalScreen[bool]):
    """Lines to fill in: Enter goes on and saves at the end, Ctrl+S saves at once, Esc leaves."""

    DEFAULT_CSS = """
    SheetScreen { align: center middle; background: $background 60%; }
    SheetScreen VerticalScroll { width: 72; max-width: 96%; height: auto; max-height: 94%;
        border: round $frame-focus; border-title-color: $accent; border-subtitle-color: $muted;
        background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    SheetScreen Horizontal { height: 1; }
    SheetScreen Label { width: 16; color: $muted; }
    SheetScreen Input { border: none; height: 1; width: 1fr; padding: 0; background: $background;
        color: $ink; }
    SheetScreen Input:focus { border: none; background: $panel; }
    SheetScreen Input > .input--placeholder, SheetScreen Input > .input--suggestion { color: $muted; }
    SheetScreen Static { height: auto; color: $muted; }
    SheetScreen Static.-trouble { color: $warning; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,ctrl+c", "leave", "Back", show=False, priority=True),
        Binding("enter", "go_on", "Next line", show=False, priority=True),
        Binding("down,tab", "step(1)", "Next line", show=False, priority=True),
        Binding("up,shift+tab", "step(-1)", "Line before", show=False, priority=True),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        asked: Sequence[Asked],
        save: Callable[[Answers], None],
        say: Callable[[Answers], str] = _silent,
        about: str = "",
        keys: str = KEYS,
    ) -> None:
        """Prepare the sheet.

        Args:
            title: What stands in the frame.
            asked: The lines.
            save: Takes what was typed; raises :class:`StillnightError` where it cannot.
            say: What is to be said of what is typed so far, such as the class that was found for a name.
            about: What stands below the lines while nothing else is said.
            keys: What the keys do, in the frame.
        """
        super().__init__()
        self._title, self._asked, self._save, self._say = title, asked, save, say
        self._about, self._keys = about, keys
        self._is_warned = False
        self._heard: Answers = {}
        self._said = ""

    def compose(self) -> ComposeResult:
        """The lines in a frame, the answer below."""
        with VerticalScroll() as box:
            box.border_title = self._title
            box.border_subtitle = self._keys
            box.can_focus = False
            for one in self._asked:
                with Horizontal():
                    yield Label(one.label)
                    yield Input(
                        one.value,
                        placeholder=one.hint,
                        suggester=SuggestFromList(one.choices, case_sensitive=False) if one.choices else None,
                        id=f"line-{one.name.replace('.', '-')}",
                        select_on_focus=False,
                    )
            yield Static()

    @property
    def answers(self) -> dict[str, str]:
        """What stands in each line now."""
        lines = self.query(Input)
        return {one.name: line.value.strip() for one, line in zip(self._asked, lines, strict=True)}

    @property
    def has_news(self) -> bool:
        """Was anything typed that is not saved?"""
        return self.answers != {one.name: one.value.strip() for one in self._asked}

    @on(Input.Changed)
    def listen(self) -> None:
        """Say what is understood so far."""
        if self.answers == self._heard:
            return
        self._heard = self.answers
        self._is_warned = False
        self._tell(self._say(self.answers))

    def action_go_on(self) -> None:
        """To the next line; after the last one save."""
        if self.focused is self.query(Input).last():
            self.action_save()
        else:
            self.action_step(1)

    def action_step(self, step: int) -> None:
        """To another line, before the next key arrives: over a slow line several come at once."""
        lines = list(self.query(Input))
        here = next((number for number, line in enumerate(lines) if line is self.focused), 0)
        self.set_focus(lines[(here + step) % len(lines)])

    def action_save(self) -> None:
        """Save, once every line has taken the keys that still wait for it."""
        self._behind(list(self.query(Input)), self._save_now)

    def _behind(self, lines: list[Input], then: Callable[[], None]) -> None:
        """Do something once these lines, one after the other, have taken their keys."""
        if lines:
            lines[0].call_later(self._behind, lines[1:], then)
        else:
            self._heard = self.answers
            then()

    def _save_now(self) -> None:
        """Save, or say what is wrong and stand on that line."""
        try:
            self._save(self.answers)
        except StillnightError as error:
            self._tell(self._words(error), is_trouble=True)
            self._stand_on(error)
        else:
            self.dismiss(True)

    def _words(self, error: StillnightError) -> str:
        """The error with the word that stands before its line, not the field's name."""
        labels = {one.name: one.label.rstrip("?") for one in self._asked}
        if isinstance(error, FieldError) and error.field in labels:
            return f"{labels[error.field]}: {shown(error.value)} does not fit, it takes {error.allowed}"
        return str(error)

    def _stand_on(self, error: StillnightError) -> None:
        named = error.field if isinstance(error, FieldError) else ""
        for one, line in zip(self._asked, self.query(Input), strict=True):
            if one.name == named:
                line.focus()

    def action_leave(self) -> None:
        """Leave, once every line has taken its keys."""
        self._behind(list(self.query(Input)), self._leave_now)

    def _leave_now(self) -> None:
        """Leave; what was typed is only thrown away on the second try."""
        if self.has_news and not self._is_warned:
            self._is_warned = True
            self._tell("Not saved yet: Ctrl+S saves, Esc again leaves it.", is_trouble=True)
        else:
            self.dismiss(False)

    def _tell(self, text: str, is_trouble: bool = False) -> None:
        line = self.query_one(Static)
        self._said = text
        line.update(text or self._about or self._cut_hint())
        line.set_class(is_trouble, "-trouble")

    @on(DescendantFocus)
    def explain(self) -> None:
        """Say what the line takes where its own width cuts that off, unless something else is said."""
        if not self._said:
            self._tell("")

    def on_resize(self) -> None:
        """What is cut off now was not before, or the other way round."""
        self.call_after_refresh(self.explain)

    def _cut_hint(self) -> str:
        for one, line in zip(self._asked, self.query(Input), strict=True):
            if line is self.focused and cell_len(one.hint) > line.content_size.width:
                return one.hint
        return ""
