"""The morning form as a pure state machine: it confirms a night from what is known of it.

It has the same shape as the evening's: :func:`stillnight.journal.morning.keys.press` takes a state, a sheet
and a key. What is on record is *known*; what the journal can only suppose is a *guess*, shown as one, and
saved only with it in view; what ``.`` would fill in is an *offer*, never saved by itself.
"""
