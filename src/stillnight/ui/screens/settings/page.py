"""The settings page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.domain.preferences import WEEKDAYS
from stillnight.ui.answers import after
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.settings.sheets import factor_sheet, keys_sheet, letter_sheet, setting_sheet
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.setting_rows import NEW, SettingRow, setting_rows
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose, ProseLine

LABEL = 18
"""The columns of a row's name."""

_THEMES = {"theme": "evening", "morning_theme": "morning", "night_theme": "night"}
"""The settings that name a theme, with the moment it is for."""


class SettingsPage(Page):
    """Every setting, factor and key in one list; what is under the cursor is explained and changed."""

    TITLE = "Settings"
    PLACE = Place.SETTINGS
    BINDINGS: ClassVar = bindings(Place.SETTINGS)
    DEFAULT_CSS = """
    SettingsPage ListBox { height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    SettingsPage #about { height: 4; padding: 1 1 0 1; scrollbar-size-vertical: 0; }
    SettingsPage.-narrow #about { height: 6; }
    SettingsPage #parts { layout: vertical; height: 1fr; }
    SettingsPage.-wide #parts { layout: horizontal; }
    SettingsPage.-wide ListBox { width: 5fr; }
    SettingsPage.-wide #about { width: 3fr; height: 1fr; padding: 1 1 0 2; }
    """

    class LookChanged(Message):
        """Another theme may be worn now."""

    @dataclass
    class KeysChanged(Message):
        """Commands have other keys now.

        Attributes:
            written: A command's id to its keys, as they were written.
        """

        written: Mapping[str, str]

    _rows: Sequence[SettingRow] = ()
    _at = 1
    """Where the cursor was."""
    _kept = ""
    """The row that was changed last."""
    _receipt: Receipt | None = None

    def body(self) -> ComposeResult:
        """The list and what is said of the row under the cursor."""
        with Horizontal(id="parts"):
            yield ListBox()
            with VerticalScroll(id="about", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """Every row, the cursor on the first."""
        super().on_mount()
        self.query_one(ListBox).focus()

    def on_screen_resume(self) -> None:
        """A sheet or a picker was left."""
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what holds now; the cursor stays on its row."""
        box, here = self.query_one(ListBox), self._here
        self._at = box.highlighted or 1
        self._rows = setting_rows(self.session.settings(), self.journal)
        box.clear_options()
        box.add_options([Option(_drawn(row), disabled=not row.id) for row in self._rows])
        self._stand_on(here.id if here else self._rows[1].id)
        self.explain()

    def _stand_on(self, id: str) -> None:
        """Put the cursor on a row, or leave it where that row was."""
        box, ids = self.query_one(ListBox), [row.id for row in self._rows]
        box.highlighted = ids.index(id) if id in ids else min(self._at, len(ids) - 1)

    @property
    def _here(self) -> SettingRow | None:
        """The row under the cursor."""
        at = self.query_one(ListBox).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    @on(ListBox.OptionHighlighted)
    def explain(self) -> None:
        """Say what the row under the cursor is."""
        row = self._here
        self.query_one(Prose).show(list(self._explained(row)) if row else [])

    def _explained(self, row: SettingRow) -> Iterator[ProseLine]:
        """Beside the list a sentence a line, under it as much as fits."""
        if not self.has_class("-wide"):
            yield ProseLine(" ".join(row.about), style="$muted")
            return
        yield ProseLine(row.label, style="$accent bold")
        for sentence in row.about:
            yield ProseLine(sentence, style="$muted")

    def on_resize(self) -> None:
        """The sentences have more room, or less."""
        self.call_after_refresh(self.explain)

    # -- changing -----------------------------------------------------------------------------------

    @on(ListBox.OptionSelected)
    async def action_change(self) -> None:
        """Change what is under the cursor."""
        row = self._here
        if row is None:
            return
        if row.id in _THEMES:
            await self.run_action(f"app.change_theme({_THEMES[row.id]!r})")
        elif row.slug or row.id == NEW:
            self._edit_factor(row)
        elif row.id == "week_start":
            self._choose_weekday(row)
        elif row.command:
            self._open(keys_sheet(self.session, row.command, row.label, row.text, self._keep), row)
        else:
            self._open(setting_sheet(self.session, row.id, row.text, self._keep), row)

    def _edit_factor(self, row: SettingRow) -> None:
        ledgers = self.journal.ledgers
        if row.slug in self.journal.desk.built_in:
            sheet = letter_sheet(ledgers, ledgers.factor(row.slug), self._keep)
        else:
            sheet = factor_sheet(ledgers, ledgers.factor(row.slug) if row.slug else None, self._keep)
        self._open(sheet, row)

    def _choose_weekday(self, row: SettingRow) -> None:
        def keep(day: str | None) -> None:
            if day is not None:
                self._change(row, lambda: self.session.save_setting(row.id, day))

        self.app.push_screen(ChooseScreen(row.label, WEEKDAYS, row.text, lambda day: None), keep)

    def _open(self, sheet: SheetScreen, row: SettingRow) -> None:
        """Let something be typed; what was kept is said once the sheet is closed."""

        def close(is_kept: bool | None) -> None:
            if is_kept:
                self._tell(row)

        self.app.push_screen(sheet, close)

    def _keep(self, id: str, receipt: Receipt | None) -> None:
        self._kept, self._receipt = id, receipt

    def _change(self, row: SettingRow, write: Callable[[], Receipt | None]) -> None:
        try:
            self._keep(row.id, write())
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
        else:
            self._tell(row)

    def _tell(self, row: SettingRow) -> None:
        """Show what holds now, say it, and let it take effect."""
        self.reread(self._receipt)
        self._stand_on(self._kept)
        said = _words(row, self._here or row)
        if self._receipt:
            self.answer(after(self._receipt, f"{said} · U takes it back"))
        else:
            self.say(said)
        if row.id in _THEMES:
            self.post_message(self.LookChanged())
        if row.command:
            self.post_message(self.KeysChanged(self.session.settings().device.given_keys()))

    def action_default(self) -> None:
        """Back to the default; a factor of one's own is removed."""
        row, ledgers = self._here, self.journal.ledgers
        if row is None or row.id == NEW:
            return
        if row.slug and row.slug not in self.journal.desk.built_in:
            self._remove(row.slug)
        elif row.slug:
            self._change(row, lambda: ledgers.reset_factor(row.slug))
        else:
            self._change(row, lambda: self.session.reset_setting(row.id))

    def _remove(self, slug: str) -> None:
        ledgers = self.journal.ledgers
        label, nights = ledgers.factor(slug).label, ledgers.nights_with(slug)
        kept = f", its answers stay in {nights} {'night' if nights == 1 else 'nights'}" if nights else ""
        self.do(lambda: ledgers.remove_factor(slug), f"{label} is removed{kept} · U brings it back")

    # -- factors ------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Add a factor of one's own."""
        self._edit_factor(next(row for row in self._rows if row.id == NEW))

    def action_ask(self) -> None:
        """Ask the factor under the cursor in the form, or no longer."""
        slug = self._here.slug if self._here else ""
        if not slug:
            self.say("only a factor can be asked: it stands under Factors", is_trouble=True)
            return
        factor = self.journal.ledgers.factor(slug)
        asked = "is no longer asked, its answers stay" if factor.shown else "is asked in the form"
        self.do(lambda: self.journal.ledgers.show_factor(slug, not factor.shown), f"{factor.label} {asked}")

    def action_shift(self, step: int) -> None:
        """Ask the factor under the cursor earlier or later."""
        slug, order = self._here.slug if self._here else "", list(self.journal.ledgers.factors())
        if slug not in order or not 0 <= order.index(slug) + step < len(order):
            return
        at = order.index(slug)
        order[at], order[at + step] = order[at + step], order[at]
        label = self.journal.ledgers.factor(slug).label
        moved = f"{label} is asked {'earlier' if step < 0 else 'later'}"
        self.do(lambda: self.journal.ledgers.order_factors(order), moved)

    def action_section(self, step: int) -> None:
        """To the first row of another section."""
        firsts = [at + 1 for at, row in enumerate(self._rows) if not row.id]
        here = self.query_one(ListBox).highlighted or 0
        current = sum(1 for first in firsts if first <= here) - 1
        self.query_one(ListBox).highlighted = firsts[(current + step) % len(firsts)]


def _drawn(row: SettingRow) -> Content:
    """One row: the name, what holds, who said so."""
    if not row.id:
        return Content.styled(row.label, "bold")
    by = f"   ({row.by})" if row.by else ""
    label = Content(f"  {row.label}").truncate(LABEL, ellipsis=True, pad=True)
    return Content.assemble(label, " ", row.text, by)


def _words(before: SettingRow, now: SettingRow) -> str:
    """What was changed, in words."""
    label = now.label.removeprefix("[x] ").removeprefix("[ ] ")
    if now.slug:
        return f"{label}: {now.text}"
    if now.id == "journal":
        return f"{now.text} is used from the next start"
    was = f" (was {before.text})" if before.text != now.text else ""
    return f"{label}: now {now.text}{was}"
