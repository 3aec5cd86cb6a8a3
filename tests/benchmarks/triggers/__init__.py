"""Proof of the trigger model: simulated diaries, what each method says of them every night, and the score.

Nothing here comes from a patient. The diaries are drawn from one seed each, so that the same number gives
the same diary everywhere.
"""
