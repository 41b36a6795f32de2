"""Entries set as one paragraph each: title, authors, source and summary by line, label or area.

Others set each part as a paragraph of its own; `bibliography` reads those, and all that is
common: headings, covers, addresses.
"""
