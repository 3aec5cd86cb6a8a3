"""Slow changes over many nights: what a medicine may do over months, or since it was begun. Pure functions.

Nothing here claims a reason. What is measured, and from how many nights, stands in
:mod:`stillnight.insight.drift.limits`; how often it is wrong is measured by ``tests/benchmarks/drift``.
"""
