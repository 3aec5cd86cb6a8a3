"""The list of medicines: add, mend, a changed dose, an end, remove."""

from __future__ import annotations

from collections.abc import Callable

from stillnight.domain.medicine import OTHER, SLOTS, Medicine
from stillnight.domain.ports import Receipt
from stillnight.journal.typed_medicine import class_words, read_day, read_medicine
from stillnight.rules.medicines import Medicines
from stillnight.ui.screens.ledgers.base import LedgersBase
from stillnight.ui.screens.sheet import Answers, Asked
from stillnight.ui.widgets.ledger_boxes import MedicinesBox
from stillnight.ui.widgets.ledger_rows import medicine_rows


class MedicineDeeds(LedgersBase):
    """What can be done with medicines. Nothing here judges, ranks or doses one."""

    def show_medicines(self, stand_on: str = "") -> None:
        """The medicines as they are on record."""
        labels = {one.id: one.label for one in self.library.medicines.classes.values()}
        rows = list(medicine_rows(self.journal.ledgers.medicines(), labels, self.today))
        self.query_one(MedicinesBox).show(rows, stand_on)

    def action_add_medicine(self) -> None:
        """Write a medicine down; what nobody knows the class of is asked for afterwards."""
        asks: list[bool] = []
        before = {medicine.id for medicine in self.journal.ledgers.medicines()}

        def write(answers: Answers) -> Receipt:
            typed = read_medicine(answers, self.library.medicines, self.today)
            asks.append(not typed.has_class)
            return self.journal.ledgers.add_medicine(**typed.values)

        def go_on() -> None:
            added = next(one for one in self.journal.ledgers.medicines() if one.id not in before)
            self.show_medicines(str(added.id))
            if asks[-1]:
                self._ask_class(added)

        self.fill_in(
            "A medicine",
            _asked(None, self.library.medicines),
            write,
            _said("written down"),
            self._class_words,
            go_on,
        )

    def action_edit_medicine(self) -> None:
        """Mend what was written of a medicine."""
        medicine = self._medicine()
        if medicine is None:
            return

        def write(answers: Answers) -> Receipt:
            typed = read_medicine(answers, self.library.medicines, self.today, medicine)
            return self.journal.ledgers.edit_medicine(medicine, **typed.values)

        self.fill_in(
            medicine.name, _asked(medicine, self.library.medicines), write, _said("mended"), self._class_words
        )

    def action_change_dose(self) -> None:
        """Note that the dose changed, and since when."""
        medicine = self._medicine()
        if medicine is None:
            return
        dose = medicine.dose_on(self.today)
        asked = (
            Asked(
                "dose", "New dose", "", f"in your own words; so far {dose}" if dose else "in your own words"
            ),
            Asked("from", "Since", "today", "the first day with it"),
        )

        def write(answers: Answers) -> Receipt:
            day = read_day("from", answers["from"], self.today) or self.today
            return self.journal.ledgers.change_medicine(medicine, day, answers["dose"])

        self.fill_in(
            f"{medicine.name}: the dose changed",
            asked,
            write,
            lambda _: f"noted: another dose of {medicine.name}",
        )

    def action_end_medicine(self) -> None:
        """Note the last day on which it was taken."""
        medicine = self._medicine()
        if medicine is None:
            return

        def write(answers: Answers) -> Receipt:
            day = read_day("to", answers["to"], self.today) or self.today
            return self.journal.ledgers.end_medicine(medicine, day)

        asked = (Asked("to", "Last day taken", "today", "a day, such as yesterday or 2 Nov"),)
        self.fill_in(
            f"{medicine.name}: ended",
            asked,
            write,
            lambda _: f"noted: {medicine.name} ended, its nights keep it",
        )

    def action_remove_medicine(self) -> None:
        """Take it out with its doses; undo brings all of it back."""
        medicine = self._medicine()
        if medicine is None:
            return
        doses = len(self.journal.ledgers.doses_of(medicine))
        along = f" with {doses} dose{'s' if doses > 1 else ''}" if doses else ""
        deed = f"removed {medicine.name}{along} · U brings it back"
        self.do(lambda: self.journal.ledgers.remove_medicine(medicine), deed)

    def _medicine(self) -> Medicine | None:
        here = self.chosen(MedicinesBox)
        return next((one for one in self.journal.ledgers.medicines() if str(one.id) == here), None)

    def _class_words(self, answers: Answers) -> str:
        return class_words(answers, self.library.medicines)

    def _ask_class(self, medicine: Medicine) -> None:
        from stillnight.ui.screens.choose import ChooseScreen, Words

        classes = {one.label: one for one in self.library.medicines.classes.values()}
        about = {label: Words(about=one.examples) for label, one in classes.items()}
        other = self.library.medicines.classes[OTHER].label

        def keep(label: str | None) -> None:
            if label is not None and label != other:
                klass = classes[label].id
                self.do(lambda: self.journal.ledgers.edit_medicine(medicine, klass=klass), f"noted: {label}")

        title = f"What sort is {medicine.name}?"
        self.app.push_screen(ChooseScreen(title, list(classes), other, lambda label: None, about), keep)


def _said(word: str) -> Callable[[Answers], str]:
    return lambda answers: f"{word}: {answers['name']}"


def _asked(medicine: Medicine | None, known: Medicines) -> tuple[Asked, ...]:
    """The lines of a sheet, as they are on record."""
    classes = {one.id: one.label for one in known.classes.values()}
    one = medicine or Medicine(0, "")
    klass = classes.get(one.klass, "") if medicine else ""
    usual = ("yes" if one.usual else "no") if medicine else ""
    slots = ", ".join(one.slots) if medicine else ""
    return (
        Asked("name", "Name", one.name, "best the generic one", tuple(known.generic)),
        Asked("class", "Sort", klass, "found by its name", tuple(classes.values())),
        Asked("dose", "Dose", one.dose_text, "in your own words"),
        Asked("usual", "Every day?", usual, "yes or no", ("yes", "no")),
        Asked("slot", "When", slots, f"evening, or: {', '.join(SLOTS)}", SLOTS),
        Asked("from", "Since", f"{one.start or ''}", "a day, if you know it"),
        Asked("to", "Last day taken", f"{one.end or ''}", "nothing while it is taken"),
    )
