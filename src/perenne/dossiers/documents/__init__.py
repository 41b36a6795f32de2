"""Texts as word processors, browsers and printers keep them → paragraphs, and back."""
