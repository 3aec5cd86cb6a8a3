"""Trials as a journal knows them: what can be tested, what runs tonight, what came out.

:class:`stillnight.journal.trials.trials.Trials` is the door; what it hands out is in ``views``.
"""
