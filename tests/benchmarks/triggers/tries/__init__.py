"""Ideas tried against the program's model that stayed outside it, each with the diaries that judge it.

``python -m tests.benchmarks triggers --try priors|marks|readings`` measures one; what came of them stands in
:mod:`tests.benchmarks.triggers.tried`.
"""
