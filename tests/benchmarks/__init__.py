"""Benchmarks: `make bench`. They print figures; nothing passes or fails by them."""
