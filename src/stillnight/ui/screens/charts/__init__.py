"""The page of the charts."""
