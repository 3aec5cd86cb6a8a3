"""Trials on the screen: their page, the starting sheet, what came out."""
