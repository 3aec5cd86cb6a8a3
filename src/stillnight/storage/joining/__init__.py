"""Two states become one: who had seen what, what was edited by hand, where devices disagree. Pure."""
