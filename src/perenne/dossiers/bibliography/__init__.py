"""The grammar of bibliographies: paragraphs → sections → entries → references.

It knows the forms that documentary dossiers share, and none of their words.
"""
