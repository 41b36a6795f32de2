"""Everything that goes out. The only room that imports an HTTP library."""
