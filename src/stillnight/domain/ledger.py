"""What is kept beside the nights, gathered: blood tests, medicines, ticks, the profile."""

from stillnight.domain.flag import Tick as Tick
from stillnight.domain.flag import tick_of as tick_of
from stillnight.domain.lab import LAB_KINDS as LAB_KINDS
from stillnight.domain.lab import LAB_RANGES as LAB_RANGES
from stillnight.domain.lab import Lab as Lab
from stillnight.domain.lab import lab_of as lab_of
from stillnight.domain.lab import latest as latest
from stillnight.domain.medicine import Dose as Dose
from stillnight.domain.medicine import Medicine as Medicine
from stillnight.domain.medicine import dose_id as dose_id
from stillnight.domain.medicine import dose_of as dose_of
from stillnight.domain.medicine import medicine_of as medicine_of
from stillnight.domain.profile import conditions_of as conditions_of
