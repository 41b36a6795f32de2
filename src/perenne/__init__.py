"""Pérenne keeps the links of documentary dossiers alive."""

__version__ = "0.1.0"
