"""Repairs damaged addresses: find them, read them in every likely way, weigh the readings, say what was done."""
