"""Answers of analyses for other programs."""
