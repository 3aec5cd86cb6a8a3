"""When more can be known: about how long until the model could call a factor likely.

Worked out from this person's own nights: how much their severity scatters once recent nights are allowed
for, how much the factor varies from day to day, and how often it is answered. A forecast, not a promise: of
made-up people with an effect of just that size, asked after 30, 60 or 120 nights, 7 of 10 met it between the
two dates, 2 of 10 sooner, 1 of 16 later; 3 of 160 were told that it is unlikely by now. Source:
``python -m tests.benchmarks.knowing``, 160 people.
"""
