"""Completing what is typed in bash, zsh and fish: scripts made from the commands themselves.

They are written once and hold everything they offer, so completing starts no program.
"""
