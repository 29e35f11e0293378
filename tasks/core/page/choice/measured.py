"""How blocks are measured: by compiled code where it was built, else in Python. Both give the same numbers."""

from __future__ import annotations

try:
    from tasks.core.page.choice.fast_features import measure
except ImportError:
    from tasks.core.page.choice.features import measure

__all__ = ["measure"]
