"""A long sit that is dated, such as a flight tomorrow: what is said about it beforehand."""
