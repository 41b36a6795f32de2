"""What is remembered. The only room that knows SQL; it takes and returns domain values."""
