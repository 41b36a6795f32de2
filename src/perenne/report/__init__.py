"""What to say to whom: contents, mail, HTML, tables."""
