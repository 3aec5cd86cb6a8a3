"""What every part of the settings page shares: the rows, the cursor, what is said after a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.setting_history import SettingHistory
from stillnight.ui.answers import after
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.sheet import SheetScreen
from stillnight.ui.setting_rows import SettingRow, change_words, setting_rows
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose, ProseLine

LABEL = 18
"""The columns of a row's name."""

THEMES = {"theme": "evening", "morning_theme": "morning", "night_theme": "night"}
"""The settings that name a theme, with the moment it is for."""


class SettingsBase(Page):
    """The list of rows, and what a change does to it."""

    class LookChanged(Message, namespace="settings_page"):
        """Another theme may be worn now."""

    @dataclass
    class KeysChanged(Message, namespace="settings_page"):
        """Commands have other keys now.

        Attributes:
            written: A command's id to its keys, as they were written.
        """

        written: Mapping[str, str]

    rows: Sequence[SettingRow] = ()
    """What the list shows; the head of a section is a row without an id."""
    history: SettingHistory
    """What was changed on this device since the page was opened."""

    _at = 1
    _kept = ""
    _receipt: Receipt | None = None

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what holds now; the cursor stays on its row."""
        self.history.notice()
        box, here = self.query_one(ListBox), self.here
        self._at = box.highlighted or 1
        self.rows = setting_rows(self.session.settings(), self.journal)
        box.clear_options()
        box.add_options([Option(_drawn(row), disabled=not row.id) for row in self.rows])
        self.stand_on(here.id if here else self.rows[1].id)
        self.explain()

    def stand_on(self, id: str) -> None:
        """Put the cursor on a row, or leave it where that row was."""
        ids = [row.id for row in self.rows]
        at = ids.index(id) if id in ids else min(self._at, len(ids) - 1)
        self.query_one(ListBox).highlighted = at

    @property
    def here(self) -> SettingRow | None:
        """The row under the cursor."""
        at = self.query_one(ListBox).highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    @on(ListBox.OptionHighlighted)
    def explain(self) -> None:
        """Say what the row under the cursor is."""
        row = self.here
        self.query_one(Prose).show(list(self._explained(row)) if row else [])

    def _explained(self, row: SettingRow) -> Iterator[ProseLine]:
        """Beside the list a sentence a line, under it as much as fits."""
        if not self.has_class("-wide"):
            yield ProseLine(" ".join(row.about), style="$muted")
            return
        yield ProseLine(row.label, style="$accent bold")
        for sentence in row.about:
            yield ProseLine(sentence, style="$muted")

    # -- after a change -----------------------------------------------------------------------------

    def open_sheet(self, sheet: SheetScreen, row: SettingRow) -> None:
        """Let something be typed; what was kept is said once the sheet is closed."""

        def close(is_kept: bool | None) -> None:
            if is_kept:
                self._tell(row)

        self.app.push_screen(sheet, close)

    def keep(self, id: str, receipt: Receipt | None) -> None:
        """Take note of the row that was changed; what a device keeps has no receipt."""
        self._kept, self._receipt = id, receipt

    def change(self, row: SettingRow, write: Callable[[], Receipt | None]) -> None:
        """Change what a row shows, and say it."""
        try:
            self.keep(row.id, write())
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
        else:
            self._tell(row)

    def _tell(self, row: SettingRow) -> None:
        """Show what holds now, say it, and let it take effect."""
        self.reread(self._receipt)
        self.stand_on(self._kept)
        said = change_words(row, self.here or row)
        if self._receipt:
            self.history.notice_deed()
            self.answer(after(self._receipt, f"{said} · U takes it back"))
        else:
            self.say(said)
        if row.id in THEMES:
            self.post_message(self.LookChanged())
        if row.command:
            self.post_message(self.KeysChanged(self.session.settings().device.given_keys()))

    def do(self, write: Callable[[], Receipt], deed: str) -> bool:
        """Do a deed of the journal, which it can undo itself; see :meth:`DeedScreen.do`."""
        is_done = super().do(write, deed)
        if is_done:
            self.history.notice_deed()
        return is_done


def _drawn(row: SettingRow) -> Content:
    """One row: the name, what holds, who said so."""
    if not row.id:
        return Content.styled(row.label, "bold")
    by = f"   ({row.by})" if row.by else ""
    label = Content(f"  {row.label}").truncate(LABEL, ellipsis=True, pad=True)
    return Content.assemble(label, " ", row.text, by)
