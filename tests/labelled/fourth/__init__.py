"""The fourth part: everyday links, by others again, when the rules had been mended for the third."""
