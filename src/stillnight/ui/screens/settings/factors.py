"""Factors on the settings page: asked or not, in which order, one's own."""

from __future__ import annotations

from stillnight.ui.screens.settings.base import SettingsBase
from stillnight.ui.screens.settings.sheets import factor_sheet, letter_sheet
from stillnight.ui.setting_rows import NEW, SettingRow


class FactorDeeds(SettingsBase):
    """What can be done with the row of a factor."""

    @property
    def _slug(self) -> str:
        return self.here.slug if self.here else ""

    def edit_factor(self, row: SettingRow) -> None:
        """Let a factor be defined; of a built-in one the letter is all there is to say."""
        ledgers = self.journal.ledgers
        if row.slug in self.journal.desk.built_in:
            sheet = letter_sheet(ledgers, ledgers.factor(row.slug), self.keep)
        else:
            sheet = factor_sheet(ledgers, ledgers.factor(row.slug) if row.slug else None, self.keep)
        self.open_sheet(sheet, row)

    def action_add(self) -> None:
        """Add a factor of one's own."""
        self.edit_factor(next(row for row in self.rows if row.id == NEW))

    def action_ask(self) -> None:
        """Ask the factor under the cursor in the form, or no longer."""
        slug, ledgers = self._slug, self.journal.ledgers
        if not slug:
            self.say("only a factor can be asked: it stands under Factors", is_trouble=True)
            return
        factor = ledgers.factor(slug)
        asked = "is no longer asked, its answers stay" if factor.shown else "is asked in the form"
        self.do(lambda: ledgers.show_factor(slug, not factor.shown), f"{factor.label} {asked}")

    def action_shift(self, step: int) -> None:
        """Ask the factor under the cursor earlier or later."""
        slug, order = self._slug, list(self.journal.ledgers.factors())
        if slug not in order or not 0 <= order.index(slug) + step < len(order):
            return
        at = order.index(slug)
        order[at], order[at + step] = order[at + step], order[at]
        label = self.journal.ledgers.factor(slug).label
        moved = f"{label} is asked {'earlier' if step < 0 else 'later'}"
        self.do(lambda: self.journal.ledgers.order_factors(order), moved)

    def remove_factor(self, slug: str) -> None:
        """Forget a factor of one's own; its answers stay in their nights."""
        ledgers = self.journal.ledgers
        label, nights = ledgers.factor(slug).label, ledgers.nights_with(slug)
        kept = f", its answers stay in {nights} {'night' if nights == 1 else 'nights'}" if nights else ""
        self.do(lambda: ledgers.remove_factor(slug), f"{label} is removed{kept} · U brings it back")
