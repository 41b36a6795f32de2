"""The third part: by others again, when the rules had been mended for the second."""
