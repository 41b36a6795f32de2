"""Web addresses in texts: found as they were written, made requestable, put in place of others."""
