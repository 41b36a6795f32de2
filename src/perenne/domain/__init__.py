"""The words of the trade as values: no input, no output."""
