"""Comparisons to a format: one module a format."""
