"""A small simulated web, archive and mail server on loopback: for the demo and for the tests.

Nothing here reaches beyond the machine, and nothing needs special rights.
"""
