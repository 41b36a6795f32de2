"""The one place where the HTTP library is imported; its successor `httpx2` would come here."""

from __future__ import annotations

import httpcore
import httpx

__all__ = ["httpcore", "httpx"]
