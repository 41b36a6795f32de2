"""Spreadsheets and delimited text → tables → records, one for each row."""
