"""Randomised trials that people run on themselves: designs, the draw, the analysis, what a design can find.

Pure functions of nights and of the order that was drawn; who tests what stands in ``journal/trials``.
"""
