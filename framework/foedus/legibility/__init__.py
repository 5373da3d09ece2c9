"""Legibility: whether a picture can be read where it is to be seen, and what would help where it cannot."""
