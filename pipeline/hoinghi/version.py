"""The version of the package, for what must not import all of it."""

from __future__ import annotations

from typing import Final

__version__: Final = "0.1.0"
