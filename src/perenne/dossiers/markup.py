"""How XML begins, before its first element."""

PROLOG = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>\s*)*"
"""Matches a declaration, remarks and a document type (`re.DOTALL`), and nothing just as well."""
