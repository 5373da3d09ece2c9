"""Plays for programs: one module a format, each with `write(traces) -> str`."""
