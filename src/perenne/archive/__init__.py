"""Copies in web archives: what to save, asking for it, finding what was saved."""
