"""Whose page it is."""
