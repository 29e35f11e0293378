"""Clippings: texts of articles as people keep them."""

from tasks.core.clipping.reading import Clipping, read_clipping

__all__ = ["Clipping", "read_clipping"]
