"""Bytes in, page facts out: nothing a site sends makes it raise."""

from perenne.pages.read import read_page

__all__ = ["read_page"]
