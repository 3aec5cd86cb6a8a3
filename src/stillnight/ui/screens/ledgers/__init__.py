"""The page of the ledgers: four lists and what can be done with each."""
