"""Answers kept as WARC: written by one writer, read back by file and offset, replayed, verified."""
