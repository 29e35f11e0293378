"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# A first example pays for imports and models, on a busy machine many times what is allowed.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
