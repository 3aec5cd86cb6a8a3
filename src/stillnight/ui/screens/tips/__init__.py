"""All tips, the claims that were checked, and facts: a list with what is said of the one under the cursor."""
