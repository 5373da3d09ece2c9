"""The answers of analyses in words, as documents and as sections of the report."""
