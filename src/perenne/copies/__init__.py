"""A second copy at home: what is copied, into which files, and what can be made of them."""
