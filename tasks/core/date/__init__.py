"""Dates as pages and clippings write them."""
