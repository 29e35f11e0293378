"""How a page's tree is read as blocks: by compiled code where it was built, else in Python. Both give the same."""

from __future__ import annotations

try:
    from tasks.core.page.markup.fast_walk import walk as read_blocks
except ImportError:
    from tasks.core.page.markup.walk import walk as read_blocks

__all__ = ["read_blocks"]
