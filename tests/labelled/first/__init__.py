"""The first part: written when the rules had been sketched."""
