"""The settings page: its layout, and what its keys do."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from stillnight.domain.ports import Receipt
from stillnight.domain.preferences import WEEKDAYS
from stillnight.journal.setting_history import SettingHistory, TakenBack
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.choose import ChooseScreen
from stillnight.ui.screens.settings.base import THEMES
from stillnight.ui.screens.settings.factors import FactorDeeds
from stillnight.ui.screens.settings.sheets import keys_sheet, setting_sheet
from stillnight.ui.setting_rows import NEW, SettingRow
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose


class SettingsPage(FactorDeeds):
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

    def body(self) -> ComposeResult:
        """The list and what is said of the row under the cursor."""
        with Horizontal(id="parts"):
            yield ListBox()
            with VerticalScroll(id="about", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """Every row, the cursor on the first."""
        super().on_mount()
        self.history = SettingHistory(self.session.settings())
        self.query_one(ListBox).focus()

    def on_screen_resume(self) -> None:
        """A sheet or a picker was left."""
        self.reread()

    def on_resize(self) -> None:
        """The sentences have more room, or less."""
        self.call_after_refresh(self.explain)

    @on(ListBox.OptionSelected)
    async def action_change(self) -> None:
        """Change what is under the cursor."""
        row = self.here
        if row is None:
            return
        if row.id in THEMES:
            await self.run_action(f"app.change_theme({THEMES[row.id]!r})")
        elif row.slug or row.id == NEW:
            self.edit_factor(row)
        elif row.id == "week_start":
            self._choose_weekday(row)
        elif row.command:
            self.open_sheet(keys_sheet(self.session, row.command, row.label, row.text, self.keep), row)
        else:
            self.open_sheet(setting_sheet(self.session, row.id, row.text, self.keep), row)

    def _choose_weekday(self, row: SettingRow) -> None:
        def keep(day: str | None) -> None:
            if day is not None:
                self.change(row, lambda: self.session.save_setting(row.id, day))

        self.app.push_screen(ChooseScreen(row.label, WEEKDAYS, row.text, lambda day: None), keep)

    def action_default(self) -> None:
        """Back to the default; a factor of one's own is removed."""
        row, ledgers = self.here, self.journal.ledgers
        if row is None or row.id == NEW:
            return
        if row.slug and row.slug not in self.journal.desk.built_in:
            self.remove_factor(row.slug)
        elif row.slug:
            self.change(row, lambda: ledgers.reset_factor(row.slug))
        else:
            self.change(row, lambda: self.session.reset_setting(row.id))

    def action_undo(self) -> None:
        """Take the last change back, where it was made on this device too."""
        last = self.history.take_back()
        if last is None:
            super().action_undo()
            return
        row = next(row for row in self.rows if row.id == last.name)
        self.change(row, lambda: self._restore(last))

    def _restore(self, last: TakenBack) -> Receipt | None:
        if last.typed is None:
            self.session.reset_setting(last.name)
        else:
            self.session.save_setting(last.name, last.typed)
        self.history.forget_last()
        return None

    def action_section(self, step: int) -> None:
        """To the first row of another section."""
        firsts = [at + 1 for at, row in enumerate(self.rows) if not row.id]
        box = self.query_one(ListBox)
        current = sum(1 for first in firsts if first <= (box.highlighted or 0)) - 1
        box.highlighted = firsts[(current + step) % len(firsts)]
